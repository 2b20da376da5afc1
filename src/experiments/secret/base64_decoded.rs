//! The secret is base64 or base64url, and the issuer decodes it before use.

use super::given_texts;
use crate::{case::Case, cause::Cause, experiments::Proposal, finding::Facts, jose::base64url};

/// Decodes the secret once, then twice.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        for (encoding, bytes) in decodings(text) {
            let twice = std::str::from_utf8(&bytes).map(decodings).unwrap_or_default();
            let facts = |count: usize| Facts::new().public("encoding", encoding).public("count", count);
            proposals.extend(given.becomes(bytes, facts(1)));
            proposals.extend(twice.into_iter().filter_map(|(_, bytes)| given.becomes(bytes, facts(2))));
        }
    }
    proposals
}

/// What decoders make of a text: those that refuse foreign characters, and those that skip them.
fn decodings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let encoding = if text.contains(['-', '_']) { "base64url" } else { "base64" };
    let decoded = base64url::decode(text);
    let refused = |cause: &Cause| matches!(cause, Cause::IllegalCharacter | Cause::ImpossibleLength);
    let mut found = Vec::new();
    if !decoded.faults.iter().any(|fault| refused(&fault.cause)) {
        found.push((encoding, decoded.bytes));
    }
    // Marks and blanks around a text are a mistake of their own, and have experiments of their own.
    let in_base64 = |character: char| character.is_ascii_alphanumeric() || "-_+/=".contains(character);
    if !text.starts_with(in_base64) || !text.ends_with(in_base64) {
        return found;
    }
    // Python's and Node's decoders skip what is no base64, and what is left over at the end.
    for alphabet in ["-_+/", "+/"] {
        let known = |character: &char| character.is_ascii_alphanumeric() || alphabet.contains(*character);
        let kept: String = text.chars().filter(known).collect();
        if kept.len() >= text.len().div_ceil(2) && kept.len() >= 4 {
            found.push(("base64", base64url::decode(&kept).bytes));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{check_secret, hs256};

    #[test]
    fn both_alphabets_with_and_without_padding_are_decoded() {
        for text in ["+/+/AA==", "-_-_AA", "-_-_AA==", "+/+/AA", "-_-_AB"] {
            check_secret(propose, text.as_bytes(), &[0xfb, 0xff, 0xbf, 0]);
        }
    }

    #[test]
    fn foreign_characters_are_skipped_as_some_decoders_do() {
        check_secret(propose, b"Zm9v!YmFy", b"foobar");
        check_secret(propose, b"Zm-9v_YmFy", b"foobar");
    }

    #[test]
    fn a_text_that_was_encoded_twice_is_decoded_twice() {
        check_secret(propose, b"Wm05dlltRnk=", b"foobar");
    }

    #[test]
    fn what_is_no_base64_gives_no_proposal() {
        assert!(propose(&hs256(b"***", b"x")).is_empty());
    }
}
