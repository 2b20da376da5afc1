//! Texts that say where a key is, or that are something else than a key.

use super::{
    found::{Found, not_recognised, warning},
    pem::trimmed_span,
};
use crate::{
    cause::Cause,
    finding::{Facts, Span},
};

/// The ends of the names of key files.
const FILES: [&str; 17] = [
    ".pem", ".key", ".pub", ".crt", ".cer", ".cert", ".der", ".p12", ".pfx", ".jks", ".jwk", ".jwks",
    ".json", ".asc", ".ppk", ".p8", ".pk8",
];

/// Answers that are no JSON though JSON was asked for.
const ANSWERS: [&str; 7] = [
    "404 not found",
    "404 page not found",
    "not found",
    "internal server error",
    "bad gateway",
    "service unavailable",
    "unauthorized",
];

/// Reads a path, a URL, a page in HTML, or a token that was given as the key.
pub(super) fn read(text: &str) -> Option<Found> {
    let span = trimmed_span(text);
    let content = text.get(span.range())?.trim_matches(['"', '\'']);
    let nothing = |cause: Cause, facts: Facts| Some(Found::nothing(warning(cause, span).with(facts)));
    if let Some(form) = markup(content) {
        return nothing(Cause::JwksNotJson, Facts::new().public("format", form));
    }
    if ANSWERS.iter().any(|answer| content.trim_end_matches(['.', '!']).eq_ignore_ascii_case(answer)) {
        return nothing(Cause::JwksNotJson, Facts::new().public("format", "error"));
    }
    if is_url(content) {
        return nothing(Cause::KeyIsUrl, Facts::new().secret("url", content));
    }
    if is_path(content) {
        return nothing(Cause::KeyIsPath, Facts::new().secret("path", content));
    }
    foreign(content, span)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The kind of markup that a text begins as.
fn markup(content: &str) -> Option<&'static str> {
    // The .NET way to write a key is markup too, and a key; `foreign` names it.
    if content.contains("KeyValue>") {
        return None;
    }
    let html = ["<!doctype", "<html", "<head", "<body"].iter().any(|tag| starts_with_word(content, tag));
    let xml = starts_with_word(content, "<?xml") || (content.starts_with('<') && content.contains("</"));
    html.then_some("html").or_else(|| xml.then_some("xml"))
}

fn is_url(content: &str) -> bool {
    let scheme = ["https://", "http://"].iter().any(|scheme| starts_with_word(content, scheme));
    (scheme || content.contains("/.well-known/")) && !content.contains(char::is_whitespace)
}

fn is_path(content: &str) -> bool {
    if content.contains(['\n', '{']) || content.len() > 1_024 {
        return false;
    }
    let lower = content.to_ascii_lowercase();
    let file = FILES.iter().any(|end| lower.ends_with(end) && lower.len() > end.len());
    let rooted =
        ["/", "./", "../", "~/", "file:", ".\\", "\\\\"].iter().any(|start| content.starts_with(start));
    let drive =
        matches!(content.as_bytes(), [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    let key_file = ["id_rsa", "id_ed25519", "id_ecdsa"].iter().any(|name| lower.ends_with(name));
    let deep = rooted && content.len() < 256 && is_like_a_path(content);
    drive || ((file || key_file) && !content.contains(' ')) || (rooted && (file || key_file)) || deep
}

/// Whether a rooted text has at least two names between its slashes and nothing that base64 has and paths don't.
fn is_like_a_path(content: &str) -> bool {
    let names: Vec<&str> =
        content.trim_start_matches("file:").split('/').filter(|name| !name.is_empty()).collect();
    let plain = |name: &&str| {
        !matches!(*name, "." | "..") && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-~".contains(c))
    };
    let lower = |name: &&str| name.len() < 24 && !name.contains(|c: char| c.is_ascii_uppercase());
    !content.contains(['+', '='])
        && names.len() >= 2
        && names.iter().all(|name| lower(name) && plain(name) || matches!(*name, "." | ".." | "~"))
}

/// Forms that are recognised and hold nothing that can be used here.
fn foreign(content: &str, span: Span) -> Option<Found> {
    let form = if content.starts_with("PuTTY-User-Key-File-") {
        "putty"
    } else if content.starts_with('<') && content.contains("KeyValue>") {
        "xml-key"
    } else if ["SHA256:", "MD5:", "SHA1:"].iter().any(|name| content.starts_with(name)) {
        "fingerprint"
    } else if is_token(content) {
        "token"
    } else if content.contains('\u{fffd}') || content.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        "binary"
    } else {
        return None;
    };
    Some(Found::nothing(not_recognised(span, form)))
}

/// Whether the text is a compact JWS.
fn is_token(content: &str) -> bool {
    let content = content.strip_prefix("Bearer ").unwrap_or(content);
    content.starts_with("eyJ") && content.matches('.').count() >= 2 && !content.contains(char::is_whitespace)
}
