//! The secret is base64 or base64url, and the issuer decodes it before use.

use super::given_texts;
use crate::{case::Case, cause::Cause, experiments::Proposal, finding::Facts, jose::base64url};

/// Decodes the secret once, then twice.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        for outer in decodings(text) {
            let twice = std::str::from_utf8(&outer.bytes).map(decodings).unwrap_or_default();
            let facts = |count: usize, read: &Decoding| {
                let facts = Facts::new().public("encoding", outer.encoding).public("count", count);
                let facts = if read.cut > 0 { facts.public("cut", read.cut) } else { facts };
                if read.skipped > 0 { facts.public("skipped", read.skipped) } else { facts }
            };
            let inner = twice.into_iter().filter_map(|inner| {
                let facts = facts(2, &inner);
                given.becomes(inner.bytes, facts)
            });
            proposals.extend(given.becomes(outer.bytes.clone(), facts(1, &outer)).into_iter().chain(inner));
        }
    }
    proposals
}

/// What a decoder makes of a text.
struct Decoding {
    encoding: &'static str,
    bytes: Vec<u8>,
    /// How many characters at the end it drops.
    cut: usize,
    /// How many characters it skips because no base64 has them.
    skipped: usize,
}

/// What decoders make of a text: those that refuse foreign characters, those that skip them, and those that also drop
/// what is no whole group of four at the end.
fn decodings(text: &str) -> Vec<Decoding> {
    let encoding = if text.contains(['-', '_']) { "base64url" } else { "base64" };
    let decoded = base64url::decode(text);
    let refused = |cause: &Cause| matches!(cause, Cause::IllegalCharacter | Cause::ImpossibleLength);
    let mut found = Vec::new();
    if !decoded.faults.iter().any(|fault| refused(&fault.cause)) {
        found.push(Decoding { encoding, bytes: decoded.bytes, cut: 0, skipped: 0 });
    }
    // Marks and blanks around a text are a mistake of their own, and have experiments of their own.
    let in_base64 = |character: char| character.is_ascii_alphanumeric() || "-_+/=".contains(character);
    if !text.starts_with(in_base64) || !text.ends_with(in_base64) {
        return found;
    }
    for alphabet in ["-_+/=", "+/="] {
        let known = |character: &char| character.is_ascii_alphanumeric() || alphabet.contains(*character);
        let padded: String = text.chars().filter(known).collect();
        let kept = padded.replace('=', "");
        if kept.len() < text.len().div_ceil(2) || kept.len() < 4 {
            continue;
        }
        let skipped = text.chars().count() - padded.len();
        // Python's and Node's decoders use the bits of an incomplete group; Java's DatatypeConverter drops them.
        let whole = padded.get(..padded.len() & !3).unwrap_or_default();
        let in_groups = whole.len() - whole.matches('=').count();
        let mut decode = |text: &str, cut: usize| {
            let bytes = base64url::decode(text).bytes;
            found.push(Decoding { encoding: "base64", bytes, cut, skipped });
        };
        decode(&kept, usize::from(kept.len() % 4 == 1));
        if in_groups < kept.len() {
            decode(whole, kept.len() - in_groups);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::ExperimentId as Id,
        experiments::testing::{check_secret, hs256},
        text::{self, Language::En},
    };

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
    fn a_group_at_the_end_that_is_not_whole_is_dropped_as_java_does() {
        check_secret(propose, b"Zm9vYmFycX", b"foobar");
        check_secret(propose, b"Zm9vYmFycXV=", b"foobarqu");
        check_secret(propose, b"Zm9v!YmFycXV", b"foobar");
        let proposals = propose(&hs256(b"Zm9vYmFycXV", b"foobar"));
        let read: Vec<_> =
            proposals.iter().map(|p| text::change(Id::SecretBase64Decoded, &p.facts, En)).collect();
        assert!(read.iter().any(|change| {
            change == "decode the secret from base64 (11 characters become 6 bytes), its last 3 characters left out"
        }));
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
