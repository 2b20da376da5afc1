//! `max-age-exceeded`: more time has passed since "iat" than the verifier allows.
//!
//! Without "iat" nobody can say how old the token is: that is a `missing-claim`.

use super::claim::about;
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Severity, Value},
};

/// Whether the token is older than the policy allows.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    too_old(case).into_iter().collect()
}

/// Whether the age makes a verifier reject.
pub(super) fn rejects(case: &Case) -> bool {
    too_old(case).is_some()
}

fn too_old(case: &Case) -> Option<Finding> {
    let (limit, iat) = case.policy.max_age.map(i64::from).zip(case.date("iat"))?;
    // With a fraction the token is younger than this by less than the clock's second, which decides nothing.
    let age = case.now.saturating_sub(iat.floor);
    if age <= limit.saturating_add(i64::from(case.policy.leeway)) {
        return None;
    }
    let facts = Facts::new()
        .public("iat", Value::Instant(iat.floor))
        .public("now", Value::Instant(case.now))
        .public("age", Value::Seconds(age))
        .public("limit", Value::Seconds(limit));
    Some(about(case, "iat", Cause::MaxAgeExceeded, Severity::Error).with(facts))
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_token_may_be_as_old_as_the_policy_says() {
        check_claims(check, r#"{"iat":1749996400}"#, |policy| policy.max_age = Some(3600), "");
        check_claims(
            check,
            r#"{"iat":1749996399}"#,
            |policy| policy.max_age = Some(3600),
            "error max-age-exceeded",
        );
        check_claims(check, r#"{"iat":1}"#, |_| {}, "");
        check_claims(check, "{}", |policy| policy.max_age = Some(1), "");
    }

    #[test]
    fn leeway_makes_the_age_greater() {
        let policy = |policy: &mut crate::policy::Policy| (policy.max_age, policy.leeway) = (Some(60), 10);
        check_claims(check, r#"{"iat":1749999930}"#, policy, "");
        check_claims(check, r#"{"iat":1749999929}"#, policy, "error max-age-exceeded");
    }
}
