//! `expired`, `never-expires`: the "exp" claim (RFC 7519 section 4.1.4).
//!
//! The token is rejected *on or after* the time that "exp" names, moved on by the leeway.

use super::claim::{about, lenient_date};
use crate::{
    case::Case,
    cause::Cause,
    evaluation::window,
    finding::{Facts, Finding, Place, Severity, Value},
};

/// Whether the token is over by its "exp", and if it has none.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    if case.claims.is_none() {
        return Vec::new();
    }
    if case.claim("exp").is_none() {
        return vec![Finding::note(Cause::NeverExpires, Place::Payload)];
    }
    expired(case).into_iter().collect()
}

/// Whether "exp" makes a verifier reject at the time of the case.
pub(super) fn rejects(case: &Case) -> bool {
    expired(case).is_some()
}

fn expired(case: &Case) -> Option<Finding> {
    let exp = lenient_date(case, "exp")?;
    let leeway = i64::from(case.policy.leeway);
    let needed = window::leeway_for_exp(exp.ceil(), case.now).filter(|needed| *needed > leeway)?;
    let facts = Facts::new()
        .public("exp", Value::Instant(exp.floor))
        .public("now", Value::Instant(case.now))
        .public("age", Value::Seconds(case.now.saturating_sub(exp.floor)))
        .public("leeway_needed", Value::Seconds(needed));
    let facts = if leeway > 0 { facts.public("leeway", Value::Seconds(leeway)) } else { facts };
    Some(about(case, "exp", Cause::Expired, Severity::Error).with(facts))
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_token_is_over_on_its_exp() {
        check_claims(check, r#"{"exp":1750000001}"#, |_| {}, "");
        check_claims(check, r#"{"exp":1750000000}"#, |_| {}, "error expired");
        check_claims(check, r#"{"exp":1750000000.5}"#, |_| {}, "");
        check_claims(check, r#"{"exp":1749999999.5}"#, |_| {}, "error expired");
        check_claims(check, r#"{"exp":175e7}"#, |_| {}, "error expired");
        check_claims(check, r#"{"exp":1e400}"#, |_| {}, "");
        check_claims(check, r#"{"exp":-1e400}"#, |_| {}, "error expired");
    }

    #[test]
    fn leeway_moves_the_end() {
        check_claims(check, r#"{"exp":1749999941}"#, |policy| policy.leeway = 60, "");
        check_claims(check, r#"{"exp":1749999940}"#, |policy| policy.leeway = 60, "error expired");
    }

    #[test]
    fn a_number_in_a_string_is_over_all_the_same() {
        check_claims(check, r#"{"exp":"1700003600"}"#, |_| {}, "error expired");
        check_claims(check, r#"{"exp":"4102444800"}"#, |_| {}, "");
        check_claims(check, r#"{"exp":true}"#, |_| {}, "");
    }

    #[test]
    fn a_token_without_exp_never_expires() {
        check_claims(check, "{}", |_| {}, "note never-expires");
        check_claims(check, "[]", |_| {}, "");
    }

    #[test]
    fn the_leeway_that_would_do_is_a_fact() {
        let case = super::super::testing::case(r#"{"exp":1749999973}"#, |_| {});
        let facts = format!("{:?}", check(&case));
        assert!(facts.contains("age: 27") && facts.contains("leeway_needed: 28"), "{facts}");
    }
}
