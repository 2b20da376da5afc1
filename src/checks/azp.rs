//! `azp-mismatch`: the client that the token was issued to (OpenID Connect Core section 2).

use super::claim::not_the_one;
use crate::{case::Case, cause::Cause, finding::Finding};

/// Whether "azp" is the expected client; an absent one is a `missing-claim`.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    not_the_one(case, "azp", Cause::AzpMismatch, case.policy.azp.as_ref())
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_token_is_for_one_client() {
        let expected = |policy: &mut crate::policy::Policy| policy.azp = Some("app".to_owned());
        check_claims(check, r#"{"azp":"app"}"#, expected, "");
        check_claims(check, r#"{"azp":"web"}"#, expected, "error azp-mismatch");
        check_claims(check, "{}", expected, "");
    }
}
