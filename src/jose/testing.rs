//! Tests as data: a token, and the causes with the characters that they are about.

use super::{Token, base64url, parse};
use crate::{cause::Cause, finding::Severity};

/// A compact token of these texts; each is encoded.
pub(super) fn compact(parts: &[&str]) -> String {
    parts.iter().map(|part| base64url::encode(part.as_bytes())).collect::<Vec<_>>().join(".")
}

/// Asserts that a token has just these findings, each with the characters of its span.
#[track_caller]
pub(super) fn check(token: &str, expected: &[(Cause, Severity, &str)]) -> Token {
    let parsed = parse(token);
    let found: Vec<_> = parsed
        .findings()
        .iter()
        .map(|finding| {
            let span = finding.span.expect("each finding of a token has a span");
            (finding.cause, finding.severity, token.get(span.range()).expect("on characters"))
        })
        .collect();
    assert_eq!(found, expected, "{token}");
    parsed
}
