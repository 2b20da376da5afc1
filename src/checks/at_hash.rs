//! `at-hash-mismatch`: the hash of the access token or code in an ID token (OpenID Connect Core section 3.1.3.6).
//!
//! It can be compared when another token stands in the same paste. That the two belong together is only likely, so it is
//! a warning.

use super::{claim, token_kind::may_be_access};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Finding, Severity},
    jose::base64url,
    verify::{Algorithm, Hash},
};

/// Whether one of the other tokens is the one that "`at_hash`" was computed from.
pub(super) fn check(case: &Case, others: &[&str]) -> Vec<Finding> {
    let at_hash = case.claim("at_hash").and_then(|node| node.as_str());
    let Some((found, algorithm)) = at_hash.zip(case.algorithm) else { return Vec::new() };
    let others = others.iter().filter(|token| may_be_access(token));
    let hashes: Vec<String> = others.map(|token| left_half(algorithm, token)).collect();
    if hashes.is_empty() || hashes.iter().any(|hash| hash == found) {
        return Vec::new();
    }
    let mut finding = claim::unexpected(case, "at_hash", Cause::AtHashMismatch, &hashes);
    finding.severity = Severity::Warning;
    vec![finding]
}

/// The left half of the hash that the algorithm uses, in base64url; the Edwards curve algorithms use SHA-512.
fn left_half(algorithm: &Algorithm, token: &str) -> String {
    let hash = algorithm.hash.unwrap_or(Hash::Sha512);
    let digest = hash.digest(token.as_bytes());
    base64url::encode(digest.get(..hash.bytes() / 2).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{case, words},
        check,
    };

    /// The access token and its hash in OpenID Connect Core, appendix A.3.
    const TOKEN: &str = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
    const ID_TOKEN: &str = r#"{"at_hash":"77QmUPtjPfzWtF2AnpK9RQ"}"#;

    #[test]
    fn the_hash_fits_one_of_the_other_tokens() {
        for (payload, others, expected) in [
            (ID_TOKEN, &[TOKEN][..], ""),
            (ID_TOKEN, &["another", TOKEN], ""),
            (ID_TOKEN, &["another"], "warning at-hash-mismatch"),
            // {"alg":"HS256"} and {"at_hash":""}, {"typ":"Refresh"}: an ID token and a refresh token.
            (ID_TOKEN, &["eyJhbGciOiJIUzI1NiJ9.eyJhdF9oYXNoIjoiIn0.AAAA"], ""),
            (ID_TOKEN, &["eyJhbGciOiJIUzI1NiJ9.eyJ0eXAiOiJSZWZyZXNoIn0.AAAA"], ""),
            (ID_TOKEN, &[], ""),
            ("{}", &["another"], ""),
        ] {
            assert_eq!(words(&check(&case(payload, |_| {}), others)), expected, "{payload} {others:?}");
        }
    }
}
