//! `nonce-mismatch`: the "nonce" of the client's own request (OpenID Connect Core section 3.1.3.7, step 11).

use super::claim::not_the_one;
use crate::{case::Case, cause::Cause, finding::Finding};

/// Whether "nonce" is the expected one; an absent one is a `missing-claim`.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    not_the_one(case, "nonce", Cause::NonceMismatch, case.policy.nonce.as_ref())
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_nonce_answers_one_request() {
        let expected = |policy: &mut crate::policy::Policy| policy.nonce = Some("n-1".to_owned());
        check_claims(check, r#"{"nonce":"n-1"}"#, expected, "");
        check_claims(check, r#"{"nonce":"n-2"}"#, expected, "error nonce-mismatch");
        check_claims(check, r#"{"nonce":1}"#, expected, "error nonce-mismatch");
        let case = super::super::testing::case(r#"{"nonce":1}"#, expected);
        assert!(check(&case)[0].facts.get("value_type").is_some_and(|fact| fact.value == "number".into()));
        check_claims(check, r#"{"nonce":"n-2"}"#, |_| {}, "");
        check_claims(check, "{}", expected, "");
    }
}
