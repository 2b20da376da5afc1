//! base64url without padding (RFC 7515 section 2), read strictly, and leniently where it is spelled otherwise.

use base64::{
    Engine,
    engine::{
        DecodePaddingMode,
        general_purpose::{GeneralPurpose, GeneralPurposeConfig},
    },
};

use crate::{cause::Cause, finding::Span};

/// Only what RFC 7515 allows: the URL-safe alphabet, no padding, unused bits zero.
const STRICT: GeneralPurpose = base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// What is left after repairs: the unused bits of the last character may be set.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

/// Bytes, and what was wrong with the text that spelled them.
///
/// Without faults the text is base64url as RFC 7515 demands it, and [`encode`] gives it back.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    /// What the text says. A character of no alphabet is read as six zero bits, so that the bytes around it keep
    /// their places.
    pub bytes: Vec<u8>,
    /// Each cause at most once: `standard-base64`, `base64-padding`, `illegal-character`, `impossible-length`,
    /// `non-canonical-base64`.
    pub faults: Vec<Fault>,
}

/// A departure from base64url.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it is.
    pub cause: Cause,
    /// The first place, in the text that was decoded.
    pub span: Span,
    /// The number of characters that it is about.
    pub count: usize,
}

/// Reads base64url, and whatever comes close to it.
pub fn decode(text: &str) -> Decoded {
    match STRICT.decode(text) {
        Ok(bytes) => Decoded { bytes, faults: Vec::new() },
        Err(_) => decode_leniently(text),
    }
}

/// Spells bytes as base64url without padding.
pub fn encode(bytes: &[u8]) -> String {
    STRICT.encode(bytes)
}

fn decode_leniently(text: &str) -> Decoded {
    let body = text.trim_end_matches('=');
    let mut faults = Faults::default();
    let mut sextets = String::with_capacity(body.len());
    for (start, character) in body.char_indices() {
        let span = Span::new(start, start + character.len_utf8());
        sextets.push(match character {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' => character,
            '+' => faults.add(Cause::StandardBase64, span, '-'),
            '/' => faults.add(Cause::StandardBase64, span, '_'),
            _ => faults.add(Cause::IllegalCharacter, span, 'A'),
        });
    }
    if body.len() < text.len() {
        let span = Span::new(body.len(), text.len());
        faults.0.push(Fault { cause: Cause::Base64Padding, span, count: span.len() });
    }
    let last = body.char_indices().next_back().map_or(0, |(start, _)| start);
    let last = Span::new(last, body.len());
    if sextets.len() % 4 == 1 {
        faults.add(Cause::ImpossibleLength, last, ());
        sextets.pop();
    } else if STRICT.decode(&sextets).is_err() {
        faults.add(Cause::NonCanonicalBase64, last, ());
    }
    Decoded { bytes: LENIENT.decode(&sextets).unwrap_or_default(), faults: faults.0 }
}

/// The faults found so far; further places of a cause are counted.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add<T>(&mut self, cause: Cause, span: Span, repaired: T) -> T {
        match self.0.iter_mut().find(|fault| fault.cause == cause) {
            Some(fault) => {
                if fault.span.end == span.start {
                    fault.span.end = span.end;
                }
                fault.count += 1;
            }
            None => self.0.push(Fault { cause, span, count: 1 }),
        }
        repaired
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, bytes: &[u8], expected: &[(Cause, (usize, usize), usize)]) {
        let decoded = decode(text);
        assert_eq!(decoded.bytes, bytes, "bytes of {text:?}");
        let found: Vec<_> = decoded
            .faults
            .iter()
            .map(|fault| (fault.cause, (fault.span.start, fault.span.end), fault.count))
            .collect();
        assert_eq!(found, expected, "faults of {text:?}");
    }

    #[test]
    fn what_the_rfc_demands_has_no_faults() {
        check("", b"", &[]);
        check("Zg", b"f", &[]);
        check("Zm9vYg", b"foob", &[]);
        check("_-8", &[0xff, 0xef], &[]);
        assert_eq!(encode(&[0xff, 0xef]), "_-8");
    }

    #[test]
    fn the_standard_alphabet_is_read_and_reported() {
        check("/+8", &[0xff, 0xef], &[(Cause::StandardBase64, (0, 2), 2)]);
        check("AA+A_w/A", &[0, 15, 128, 255, 15, 192], &[(Cause::StandardBase64, (2, 3), 2)]);
    }

    #[test]
    fn padding_is_read_and_reported() {
        check("Zg==", b"f", &[(Cause::Base64Padding, (2, 4), 2)]);
        check("Zm8=", b"fo", &[(Cause::Base64Padding, (3, 4), 1)]);
        check("Zg=====", b"f", &[(Cause::Base64Padding, (2, 7), 5)]);
    }

    #[test]
    fn a_foreign_character_keeps_the_places_of_the_others() {
        check("Zm9v*m9v", b"foo\x02\x6f\x6f", &[(Cause::IllegalCharacter, (4, 5), 1)]);
        check("Zg==Zg", b"f\0\0f", &[(Cause::IllegalCharacter, (2, 4), 2)]);
        check("Zm9vé", b"foo", &[(Cause::IllegalCharacter, (4, 6), 1), (Cause::ImpossibleLength, (4, 6), 1)]);
    }

    #[test]
    fn a_length_that_no_bytes_have_is_reported_at_the_last_character() {
        check("Zm9vA", b"foo", &[(Cause::ImpossibleLength, (4, 5), 1)]);
        check("A", b"", &[(Cause::ImpossibleLength, (0, 1), 1)]);
    }

    #[test]
    fn unused_bits_that_are_set_are_reported_at_the_last_character() {
        check("Zh", b"f", &[(Cause::NonCanonicalBase64, (1, 2), 1)]);
        check("Zm9=", b"fo", &[(Cause::Base64Padding, (3, 4), 1), (Cause::NonCanonicalBase64, (2, 3), 1)]);
    }
}
