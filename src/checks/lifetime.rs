//! `short-lifetime`, `lifetime-too-long`: the time from "iat" to "exp", whatever the time now.

use super::{
    claim::about,
    numeric_date::{Size, size},
};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Severity, Value},
    jose::numeric_date::NumericDate,
};

/// Below this many seconds a slow network is enough for a token to expire.
const SHORT: i64 = 60;

/// Whether the token lives strangely short, or longer than the policy allows.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    too_long(case).or_else(|| short(case)).into_iter().collect()
}

/// Whether the lifetime makes a verifier reject.
pub(super) fn rejects(case: &Case) -> bool {
    too_long(case).is_some()
}

fn too_long(case: &Case) -> Option<Finding> {
    let limit = i64::from(case.policy.max_lifetime?);
    let (iat, exp) = case.date("iat").zip(case.date("exp"))?;
    let lifetime = exp.floor.saturating_sub(iat.floor);
    let exceeded = lifetime > limit || (lifetime == limit && exp.fraction && !iat.fraction);
    let facts = facts(&iat, &exp).public("limit", Value::Seconds(limit));
    exceeded.then(|| about(case, "exp", Cause::LifetimeTooLong, Severity::Error).with(facts))
}

/// A token for one use may be short; one that ends before it begins is a mistake.
fn short(case: &Case) -> Option<Finding> {
    let exp = case.date("exp").filter(is_date)?;
    if let Some(nbf) = case.date("nbf").filter(|nbf| is_date(nbf) && nbf.floor > exp.floor) {
        let facts = Facts::new()
            .public("nbf", Value::Instant(nbf.floor))
            .public("seconds", Value::Seconds(nbf.floor.saturating_sub(exp.floor)));
        return Some(about(case, "exp", Cause::ShortLifetime, Severity::Warning).with(facts));
    }
    let iat = case.date("iat").filter(is_date)?;
    let lifetime = exp.floor.saturating_sub(iat.floor);
    if lifetime >= SHORT {
        return None;
    }
    let severity = if lifetime > 0 { Severity::Note } else { Severity::Warning };
    let facts = facts(&iat, &exp);
    let before = Value::Seconds(lifetime.saturating_neg());
    let facts = if lifetime < 0 { facts.public("seconds", before) } else { facts };
    Some(about(case, "exp", Cause::ShortLifetime, severity).with(facts))
}

fn facts(iat: &NumericDate, exp: &NumericDate) -> Facts {
    Facts::new()
        .public("iat", Value::Instant(iat.floor))
        .public("exp", Value::Instant(exp.floor))
        .public("lifetime", Value::Seconds(exp.floor.saturating_sub(iat.floor)))
}

fn is_date(date: &NumericDate) -> bool {
    size(date) == Size::Date
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn less_than_a_minute_is_short() {
        check_claims(check, r#"{"iat":1700000000,"exp":1700000060}"#, |_| {}, "");
        check_claims(check, r#"{"iat":1700000000,"exp":1700000059}"#, |_| {}, "note short-lifetime");
        check_claims(check, r#"{"iat":1700000000,"exp":1700000000}"#, |_| {}, "warning short-lifetime");
        check_claims(check, r#"{"nbf":1700000001,"exp":1700000000}"#, |_| {}, "warning short-lifetime");
        check_claims(check, r#"{"nbf":1700000000,"exp":1700000000}"#, |_| {}, "");
        check_claims(check, r#"{"iat":1700000000,"exp":3600}"#, |_| {}, "");
        check_claims(check, r#"{"iat":1700000000000,"exp":1700000000}"#, |_| {}, "");
    }

    #[test]
    fn the_policy_bounds_the_lifetime() {
        let policy = |policy: &mut crate::policy::Policy| policy.max_lifetime = Some(600);
        check_claims(check, r#"{"iat":1700000000,"exp":1700000600}"#, policy, "");
        check_claims(check, r#"{"iat":1700000000,"exp":1700000601}"#, policy, "error lifetime-too-long");
        check_claims(check, r#"{"iat":1700000000,"exp":1700000600.5}"#, policy, "error lifetime-too-long");
        check_claims(check, r#"{"iat":1700000000.5,"exp":1700000600.5}"#, policy, "");
        check_claims(check, r#"{"iat":1700000000,"exp":1700000000000}"#, policy, "error lifetime-too-long");
        check_claims(check, r#"{"iat":1700000000,"exp":1700000030}"#, policy, "note short-lifetime");
    }
}
