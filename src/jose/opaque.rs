//! Texts that are no JOSE object: stand-ins for a token, and tokens of another kind.

use super::{base64url, json};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// What programs write where a token should have been, in lower case.
const PLACEHOLDERS: [&str; 20] = [
    "",
    "undefined",
    "null",
    "none",
    "nil",
    "nan",
    "false",
    "true",
    "[object object]",
    "[object promise]",
    "{}",
    "[]",
    "bearer",
    "jwt",
    "token",
    "<token>",
    "your_token_here",
    "your-token-here",
    "access_token",
    "id_token",
];

/// Whether a text stands in for a token that isn't there: a program's word for nothing, a template's variable.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let between =
        |open: &str, close: &str| text.len() < 80 && text.starts_with(open) && text.ends_with(close);
    PLACEHOLDERS.iter().any(|placeholder| text.eq_ignore_ascii_case(placeholder))
        || text.bytes().all(|byte| byte == b'.')
        || between("{{", "}}")
        || between("${", "}")
        || between("<", ">")
        || between("%", "%")
        || text == "%s"
        || text.strip_prefix('$').is_some_and(is_name)
}

/// Whether a text can be the name of a variable.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() < 80
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// What to say about a text that is no JOSE object.
pub(super) fn findings(text: &str) -> Vec<Finding> {
    let finding = |cause| Finding::error(cause, Place::Text).at(Span::new(0, text.len()));
    if is_placeholder(text) {
        return vec![finding(Cause::PlaceholderToken).with(Facts::new().public("found", text))];
    }
    let segments = text.bytes().filter(|byte| *byte == b'.').count() + 1;
    let facts = Facts::new().public("segments", segments).public("length_bytes", text.len());
    if begins_a_header(text) {
        return vec![finding(Cause::SegmentCount).with(facts)];
    }
    vec![finding(Cause::OpaqueToken).with(match format(text) {
        Some(format) => facts.public("format", format),
        None => facts,
    })]
}

/// Whether a text is the first characters of a token: a header that ends inside its JSON object.
fn begins_a_header(text: &str) -> bool {
    let decoded = base64url::decode(text.split('.').next().unwrap_or_default());
    let cut = json::parse(&decoded.bytes).is_err_and(|fault| fault.reason == json::Reason::UnexpectedEnd);
    cut && decoded.bytes.starts_with(b"{\"")
}

/// What an opaque token looks like: by its shape, or by the prefix that its issuer gives all of its tokens.
fn format(text: &str) -> Option<&'static str> {
    const PREFIXES: [(&str, &str); 11] = [
        ("ya29.", "Google OAuth access token"),
        ("1//", "Google OAuth refresh token"),
        ("ghp_", "GitHub token"),
        ("gho_", "GitHub token"),
        ("ghs_", "GitHub token"),
        ("github_pat_", "GitHub token"),
        ("glpat-", "GitLab token"),
        ("xoxb-", "Slack token"),
        ("EwB", "Microsoft account access token"),
        ("v2.local.", "PASETO"),
        ("v4.public.", "PASETO"),
    ];
    let uuid = text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    let known = PREFIXES.iter().find(|(prefix, _)| text.starts_with(prefix)).map(|(_, format)| *format);
    known.or(uuid.then_some("UUID"))
}

/// Whether a text has the shape of a compact token: three or five segments, and a header that is a JSON object.
pub(super) fn is_compact(text: &str) -> bool {
    let shape = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().all(shape)
        && matches!(text.bytes().filter(|byte| *byte == b'.').count(), 2 | 4)
        && text
            .split('.')
            .next()
            .and_then(|header| json::parse(&base64url::decode(header).bytes).ok())
            .is_some_and(|header| header.root.is_object())
}
