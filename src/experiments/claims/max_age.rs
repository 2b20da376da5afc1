//! The verifier allows a smaller age or a shorter lifetime than the token has.

use super::{errors, with_policy};
use crate::{
    case::Case,
    cause::Cause,
    experiments::Proposal,
    finding::{Facts, Value},
};

/// Allows the token's age, then its lifetime.
pub fn propose(case: &Case) -> Vec<Proposal> {
    age(case).into_iter().chain(lifetime(case)).collect()
}

fn age(case: &Case) -> Option<Proposal> {
    let limit = case.policy.max_age.filter(|_| !errors(case, Cause::MaxAgeExceeded).is_empty())?;
    let age = case.now.saturating_sub(case.date("iat")?.floor);
    let allowed = u32::try_from(age).ok()?;
    Some(with_policy(facts(age, limit), move |policy| policy.max_age = Some(allowed)))
}

fn lifetime(case: &Case) -> Option<Proposal> {
    let limit = case.policy.max_lifetime.filter(|_| !errors(case, Cause::LifetimeTooLong).is_empty())?;
    let lifetime = case.date("exp")?.ceil().saturating_sub(case.date("iat")?.floor);
    let allowed = u32::try_from(lifetime).ok()?;
    let proposal = with_policy(facts(lifetime, limit), move |policy| policy.max_lifetime = Some(allowed));
    Some(proposal.because(Cause::LifetimeTooLong))
}

/// What is allowed and what would have to be, in seconds.
fn facts(needed: i64, limit: u32) -> Facts {
    let limit = Value::Seconds(i64::from(limit));
    Facts::new()
        .public("age", Value::Seconds(needed))
        .public("limit", limit.clone())
        .public("from", limit)
        .public("to", Value::Seconds(needed))
        .public("corrected", needed.to_string())
}
