//! `not-yet-valid`: the "nbf" claim (RFC 7519 section 4.1.5).
//!
//! The token is rejected *before* the time that "nbf" names, moved back by the leeway.

use super::claim::{about, lenient_date};
use crate::{
    case::Case,
    cause::Cause,
    evaluation::window,
    finding::{Facts, Finding, Severity, Value},
};

/// Whether the token has not begun by its "nbf".
pub(super) fn check(case: &Case) -> Vec<Finding> {
    too_early(case).into_iter().collect()
}

/// Whether "nbf" makes a verifier reject at the time of the case.
pub(super) fn rejects(case: &Case) -> bool {
    too_early(case).is_some()
}

fn too_early(case: &Case) -> Option<Finding> {
    let nbf = lenient_date(case, "nbf")?;
    let leeway = i64::from(case.policy.leeway);
    let needed = window::leeway_for_nbf(nbf.ceil(), case.now).filter(|needed| *needed > leeway)?;
    let facts = Facts::new()
        .public("nbf", Value::Instant(nbf.floor))
        .public("now", Value::Instant(case.now))
        .public("seconds", Value::Seconds(needed))
        .public("leeway_needed", Value::Seconds(needed));
    let facts = if leeway > 0 { facts.public("leeway", Value::Seconds(leeway)) } else { facts };
    Some(about(case, "nbf", Cause::NotYetValid, Severity::Error).with(facts))
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_token_begins_on_its_nbf() {
        check_claims(check, r#"{"nbf":1750000000}"#, |_| {}, "");
        check_claims(check, r#"{"nbf":1750000001}"#, |_| {}, "error not-yet-valid");
        check_claims(check, r#"{"nbf":1750000000.5}"#, |_| {}, "error not-yet-valid");
        check_claims(check, r#"{"nbf":1749999999.5}"#, |_| {}, "");
        check_claims(check, r#"{"nbf":"4102444800"}"#, |_| {}, "error not-yet-valid");
        check_claims(check, "{}", |_| {}, "");
    }

    #[test]
    fn leeway_moves_the_begin() {
        check_claims(check, r#"{"nbf":1750000060}"#, |policy| policy.leeway = 60, "");
        check_claims(check, r#"{"nbf":1750000061}"#, |policy| policy.leeway = 60, "error not-yet-valid");
    }
}
