//! Key texts that are encoded once more: a percent-encoded PEM, base64 of a PEM or a JWK, and DER as characters, in
//! base64 or in hexadecimal digits.

use super::{
    ReadAs,
    der::{self, DerFault},
    found::{Found, der_key, note, warning},
    pem::{self, trimmed_span},
    recognise::{Depth, recognise_text},
    secret::hex_octets,
    ssh,
};
use crate::{
    cause::Cause,
    finding::{Facts, Span},
    jose::base64url,
};

/// The fewest characters that an encoded key has: an Ed25519 public key in DER has 44 bytes.
const LEAST: usize = 56;

/// Reads a PEM whose blanks and line ends are percent-encoded, as in a URL or a form.
pub(super) fn read_percent_encoded(text: &str) -> Option<Found> {
    let lower = text.to_ascii_lowercase();
    let may_be = lower.contains("-begin%20") || lower.contains("-begin+");
    if may_be { percent_encoded(text, &lower) } else { None }
}

#[inline(never)]
fn percent_encoded(text: &str, lower: &str) -> Option<Found> {
    let span = trimmed_span(text);
    let blanks =
        if text.contains("%2B") || text.contains("%2b") || lower.contains("-begin+") { " " } else { "+" };
    let plain = percent_decoded(&text.get(span.range())?.replace('+', blanks))?;
    let facts = Facts::new().public("reason", "percent-encoded");
    Some(pem::read(&plain)?.within(span).with(warning(Cause::PemNewlinesLost, span).with(facts)))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        bytes.extend(hex_octets(after.get(..2)?)?);
        rest = after.get(2..)?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok()
}

/// Reads DER whose bytes were taken for characters of Latin-1; where they were taken for UTF-8, they are lost.
pub(super) fn read_binary(text: &str) -> Option<Found> {
    let may_be = text.starts_with('0') && !text.is_ascii();
    if may_be { binary(text) } else { None }
}

#[inline(never)]
fn binary(text: &str) -> Option<Found> {
    let span = Span::new(0, text.len());
    let bytes: Option<Vec<u8>> =
        text.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect();
    match bytes {
        Some(bytes) => key_in_der(&bytes, span),
        None => text.starts_with("0\u{fffd}").then(|| Found::nothing(warning(Cause::DerKey, span))),
    }
}

/// Reads what the text decodes to, or `None` when that is no key.
pub(super) fn read(text: &str, depth: Depth) -> Option<Found> {
    let span = trimmed_span(text);
    let content = text.get(span.range())?.trim_matches(['"', '\'', '`']);
    if content.len() < LEAST {
        return None;
    }
    // OpenSSL prints octets with colons between.
    let digits: String = content.chars().filter(|character| !matches!(character, ':' | ' ' | '\n')).collect();
    let hex = hex_octets(&digits).and_then(|bytes| key_in_der(&bytes, span));
    if let Some(found) = hex {
        return Some(found);
    }
    let (armour, body) = without_end_line(content);
    let compact: String = body.chars().filter(|character| !character.is_whitespace()).collect();
    let decoded = base64url::decode(&compact);
    let is_base64 = decoded.faults.iter().all(|fault| !matches!(fault.cause, Cause::IllegalCharacter));
    if !is_base64 || compact.is_empty() {
        return None;
    }
    key_text(&decoded.bytes, span, depth)
        .or_else(|| bare_der(&decoded.bytes, span, armour || compact.len() < body.len()))
}

/// The text before an END line that has lost its BEGIN line, and whether there is one.
fn without_end_line(content: &str) -> (bool, &str) {
    content.find("-----END ").and_then(|at| content.get(..at)).map_or((false, content), |body| (true, body))
}

/// A key's own text that was encoded.
fn key_text(bytes: &[u8], span: Span, depth: Depth) -> Option<Found> {
    let text = std::str::from_utf8(bytes).ok()?;
    let inner = recognise_text(text, depth.deeper()?)?;
    let facts = match inner.keys.first() {
        Some(key) => Facts::new().public("format", key.read_as.id()),
        None => Facts::new(),
    };
    Some(inner.within(span).with(warning(Cause::KeyBase64Twice, span).with(facts)))
}

/// DER without armour, whose lines say whether it is the body of a PEM.
fn bare_der(bytes: &[u8], span: Span, in_lines: bool) -> Option<Found> {
    if let Some(key) = ssh::read_blob(bytes, span) {
        return Some(Found::key(key));
    }
    let armour = warning(Cause::PemArmourMissing, span);
    match der::read(bytes) {
        Ok(found) => {
            let mut key = der_key(found, if in_lines { ReadAs::Pem } else { ReadAs::Der }, span);
            key.findings.push(armour);
            if !in_lines {
                key.findings.push(note(Cause::DerKey, span));
            }
            Some(Found::key(key))
        }
        Err(DerFault::Encrypted) => {
            Some(Found::nothing(warning(Cause::EncryptedPrivateKey, span)).with(armour))
        }
        Err(DerFault::Truncated) if looks_like_a_key(bytes) => {
            let facts = Facts::new()
                .public("length_bytes", bytes.len())
                .public("expected_bytes", der::declared_length(bytes).unwrap_or_default());
            Some(Found::nothing(warning(Cause::PemTruncated, span).with(facts)).with(armour))
        }
        Err(_) => None,
    }
}

fn key_in_der(bytes: &[u8], span: Span) -> Option<Found> {
    let mut key = der_key(der::read(bytes).ok()?, ReadAs::Der, span);
    key.findings.push(warning(Cause::DerKey, span));
    Some(Found::key(key))
}

/// Whether a cut structure begins as keys do: a long SEQUENCE with another SEQUENCE or an INTEGER in it.
fn looks_like_a_key(bytes: &[u8]) -> bool {
    match bytes {
        [0x30, 0x82, _, _, inner, ..] | [0x30, 0x81, _, inner, ..] => matches!(inner, 0x30 | 2),
        [0x30, _, 0x30, _, 6, ..] => true,
        _ => false,
    }
}
