//! `jti-not-string`: the "jti" claim (RFC 7519 section 4.1.7).

use super::claim::not_a_string;
use crate::{case::Case, cause::Cause, finding::Finding};

/// Whether "jti" is a string.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    not_a_string(case, "jti", Cause::JtiNotString)
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[test]
    fn a_token_id_is_a_string() {
        check_claims(check, r#"{"jti":"1"}"#, |_| {}, "");
        check_claims(check, r#"{"jti":1}"#, |_| {}, "error jti-not-string");
        check_claims(check, "{}", |_| {}, "");
    }
}
