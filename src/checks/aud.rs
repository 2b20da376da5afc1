//! `aud-…`: the "aud" claim (RFC 7519 section 4.1.3) and the audience that the verifier expects.
//!
//! One string or an array of strings; one of them has to be one of the expected ones, character by character.

use super::{
    claim::{self, unexpected},
    near_miss::{Difference, differences},
};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place, Severity},
    jose::json::Node,
};

/// The libraries that reject a token with an audience when none is expected.
const REJECTED_BY: [&str; 2] = ["PyJWT", "jsonwebtoken for Rust"];

/// Whether "aud" is what it should be, and the most specific of what speaks against it.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let expected = case.policy.audience.as_slice();
    match case.claim("aud") {
        _ if case.claims.is_none() => Vec::new(),
        None if expected.is_empty() => Vec::new(),
        None => {
            let facts = Facts::new().claim("expected", claim::alternatives(expected));
            vec![Finding::error(Cause::AudMissing, Place::Payload).with(facts)]
        }
        Some(node) => match names(node) {
            None => vec![claim::wrong_type(case, "aud", Cause::AudMalformed, node)],
            Some(names) if expected.is_empty() => unasked(case, node, &names),
            Some(names) => compared(case, node, &names),
        },
    }
}

/// The audiences that the claim holds; nothing when it has the wrong type.
fn names(node: &Node) -> Option<Vec<&str>> {
    match node.as_array() {
        Some(items) => items.iter().map(Node::as_str).collect(),
        None => node.as_str().map(|name| vec![name]),
    }
}

/// The verifier expects no audience.
fn unasked(case: &Case, node: &Node, names: &[&str]) -> Vec<Finding> {
    let facts = Facts::new()
        .claim("found", claim::found(case, node))
        .public("library", REJECTED_BY.map(str::to_owned).to_vec());
    let note = claim::about(case, "aud", Cause::AudNotExpected, Severity::Note).with(facts);
    let reason = match names {
        [] | [""] => Some("empty"),
        [one] if one.split_whitespace().nth(1).is_some() => Some("several-in-one"),
        _ => None,
    };
    let malformed = reason.map(|reason| malformed(case, Severity::Warning, node, reason));
    malformed.into_iter().chain([note]).collect()
}

/// The verifier expects one of some audiences.
fn compared(case: &Case, node: &Node, names: &[&str]) -> Vec<Finding> {
    let expected = case.policy.audience.as_slice();
    let is_expected = |name: &str| expected.iter().any(|expected| expected == name);
    if names.iter().any(|name| is_expected(name)) {
        return Vec::new();
    }
    if names.iter().all(|name| name.is_empty()) {
        return vec![malformed(case, Severity::Error, node, "empty")];
    }
    let near = |name: &&str| expected.iter().find_map(|expected| differences(name, expected));
    // A host has no second name when it is the audience.
    let nearest = names.iter().find_map(|name| Some((name, near(name)?)));
    if let Some((name, reasons)) = nearest.filter(|(_, all)| !all.contains(&Difference::Host)) {
        let finding = unexpected(case, "aud", Cause::AudNearMiss, expected);
        let reasons: Vec<String> = reasons.into_iter().map(|reason| reason.id().to_owned()).collect();
        let facts = finding.facts.clone().public("difference", reasons).claim("nearest", *name);
        return vec![finding.with(facts)];
    }
    if names.iter().flat_map(|name| joined(name)).any(is_expected) {
        return vec![malformed(case, Severity::Error, node, "several-in-one")];
    }
    vec![unexpected(case, "aud", Cause::AudMismatch, expected)]
}

/// The names that one string may hold: with blanks or commas between, or as the text of an array.
fn joined(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', ',', '\t', '\n'])
        .map(|part| part.trim_matches(['[', ']', '"', '\'']))
        .filter(|part| !part.is_empty())
}

fn malformed(case: &Case, severity: Severity, node: &Node, reason: &'static str) -> Finding {
    let facts = Facts::new().public("reason", reason).claim("found", claim::found(case, node));
    claim::about(case, "aud", Cause::AudMalformed, severity).with(facts)
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[track_caller]
    fn check_aud(aud: &str, expected: &[&str], findings: &str) {
        let expected: Vec<String> = expected.iter().map(|&name| name.to_owned()).collect();
        let payload = if aud.is_empty() { "{}".to_owned() } else { format!(r#"{{"aud":{aud}}}"#) };
        check_claims(check, &payload, |policy| policy.audience = expected, findings);
    }

    #[test]
    fn one_of_the_names_must_be_expected() {
        check_aud(r#""api""#, &["api"], "");
        check_aud(r#"["web","api"]"#, &["other", "api"], "");
        check_aud(r#""api""#, &["other"], "error aud-mismatch");
        check_aud(r#"["web","api"]"#, &["other"], "error aud-mismatch");
        check_aud("", &["api"], "error aud-missing");
        check_aud("", &[], "");
    }

    #[test]
    fn an_audience_that_nobody_expects_is_a_note() {
        check_aud(r#""api""#, &[], "note aud-not-expected");
        check_aud("[]", &[], "warning aud-malformed, note aud-not-expected");
        check_aud(r#""""#, &[], "warning aud-malformed, note aud-not-expected");
        check_aud(r#""api web""#, &[], "warning aud-malformed, note aud-not-expected");
    }

    #[test]
    fn a_near_miss_takes_the_place_of_the_mismatch() {
        check_aud(r#""https://api.example/""#, &["https://api.example"], "error aud-near-miss");
        check_aud(r#"["web","API"]"#, &["api"], "error aud-near-miss");
        check_aud(r#"["\"api\""]"#, &["api"], "error aud-near-miss");
        check_aud(r#""http://api.example""#, &["https://api.example"], "error aud-near-miss");
        check_aud(r#""http://localhost""#, &["http://127.0.0.1"], "error aud-mismatch");
    }

    #[test]
    fn several_names_are_an_array() {
        check_aud(r#""api web""#, &["api"], "error aud-malformed");
        check_aud(r#""web,api""#, &["api"], "error aud-malformed");
        check_aud(r#""[\"web\", \"api\"]""#, &["api"], "error aud-malformed");
        check_aud(r#""a b""#, &["a b"], "");
        for empty in ["[]", r#""""#, r#"[""]"#] {
            check_aud(empty, &["api"], "error aud-malformed");
        }
    }

    #[test]
    fn another_type_is_an_error_whatever_is_expected() {
        for aud in ["1", "null", "true", "{}", r#"["api",1]"#] {
            check_aud(aud, &[], "error aud-malformed");
            check_aud(aud, &["api"], "error aud-malformed");
        }
    }
}
