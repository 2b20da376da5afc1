//! `iss-…`: the "iss" claim (RFC 7519 section 4.1.1) and the issuers that the verifier trusts.

use super::{
    claim::{self, unexpected},
    near_miss::differences,
};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place},
};

/// Whether "iss" is one of the expected issuers, and the most specific of what speaks against it.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let expected = case.policy.issuer.as_slice();
    if case.claims.is_none() {
        return Vec::new();
    }
    let Some(node) = case.claim("iss") else { return missing(expected) };
    let Some(iss) = node.as_str() else {
        return vec![claim::wrong_type(case, "iss", Cause::IssNotString, node)];
    };
    if expected.is_empty() || expected.iter().any(|expected| expected == iss) {
        return Vec::new();
    }
    let Some(reasons) = expected.iter().find_map(|expected| differences(iss, expected)) else {
        return vec![unexpected(case, "iss", Cause::IssMismatch, expected)];
    };
    let finding = unexpected(case, "iss", Cause::IssNearMiss, expected);
    let reasons: Vec<String> = reasons.into_iter().map(|reason| reason.id().to_owned()).collect();
    let facts = finding.facts.clone().public("difference", reasons);
    vec![finding.with(facts)]
}

fn missing(expected: &[String]) -> Vec<Finding> {
    if expected.is_empty() {
        return Vec::new();
    }
    let facts = Facts::new().claim("expected", claim::alternatives(expected));
    vec![Finding::error(Cause::IssMissing, Place::Payload).with(facts)]
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[track_caller]
    fn check_iss(payload: &str, expected: &[&str], findings: &str) {
        let expected: Vec<String> = expected.iter().map(|&name| name.to_owned()).collect();
        check_claims(check, payload, |policy| policy.issuer = expected, findings);
    }

    #[test]
    fn the_issuer_must_be_an_expected_one() {
        check_iss(r#"{"iss":"https://a.example"}"#, &["https://b.example", "https://a.example"], "");
        check_iss(r#"{"iss":"https://a.example"}"#, &["https://b.example"], "error iss-mismatch");
        check_iss(r#"{"iss":"https://a.example"}"#, &[], "");
        check_iss("{}", &["https://a.example"], "error iss-missing");
        check_iss("{}", &[], "");
    }

    #[test]
    fn a_near_miss_takes_the_place_of_the_mismatch() {
        check_iss(r#"{"iss":"https://a.example/"}"#, &["https://a.example"], "error iss-near-miss");
        check_iss(
            r#"{"iss":"accounts.google.com"}"#,
            &["https://accounts.google.com"],
            "error iss-near-miss",
        );
        check_iss(r#"{"iss":"http://localhost:8080"}"#, &["http://127.0.0.1:8080"], "error iss-near-miss");
    }

    #[test]
    fn an_issuer_is_a_string() {
        for iss in ["1", "null", "[\"https://a.example\"]"] {
            check_iss(&format!(r#"{{"iss":{iss}}}"#), &[], "error iss-not-string");
            check_iss(&format!(r#"{{"iss":{iss}}}"#), &["https://a.example"], "error iss-not-string");
        }
    }
}
