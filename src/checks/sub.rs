//! `sub-not-string`, `sub-mismatch`: the "sub" claim (RFC 7519 section 4.1.2).

use super::claim::{not_a_string, not_the_one};
use crate::{case::Case, cause::Cause, finding::Finding};

/// Whether "sub" is a string, and the expected one.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let wrong_type = not_a_string(case, "sub", Cause::SubNotString);
    if wrong_type.is_empty() {
        return not_the_one(case, "sub", Cause::SubMismatch, case.policy.subject.as_ref());
    }
    wrong_type
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_subject_is_a_string_and_the_expected_one() {
        let ada = |policy: &mut crate::policy::Policy| policy.subject = Some("ada".to_owned());
        check_claims(check, r#"{"sub":"ada"}"#, ada, "");
        check_claims(check, r#"{"sub":"Ada"}"#, ada, "error sub-mismatch");
        check_claims(check, r#"{"sub":1}"#, ada, "error sub-not-string");
        check_claims(check, r#"{"sub":null}"#, |_| {}, "error sub-not-string");
        check_claims(check, "{}", ada, "");
    }
}
