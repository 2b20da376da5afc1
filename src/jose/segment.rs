//! One base64url part of a token: its characters, its bytes, and the way back from the one to the other.

use super::base64url;
use crate::finding::{Facts, Finding, Place, Span};

/// What a segment holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The JOSE Header.
    Header,
    /// The JWS Payload.
    Payload,
    /// The JWS Signature.
    Signature,
    /// The JWE Encrypted Key.
    EncryptedKey,
    /// The JWE Initialization Vector.
    Iv,
    /// The JWE Ciphertext.
    Ciphertext,
    /// The JWE Authentication Tag.
    Tag,
    /// The JWE AAD.
    Aad,
    /// A disclosure of an SD-JWT.
    Disclosure,
}

impl Part {
    /// The name that facts carry.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
            Self::EncryptedKey => "encrypted_key",
            Self::Iv => "iv",
            Self::Ciphertext => "ciphertext",
            Self::Tag => "tag",
            Self::Aad => "aad",
            Self::Disclosure => "disclosure",
        }
    }

    /// Where findings about it stand. Those that the page shows as a part of their own have a place of their own.
    pub const fn place(self) -> Place {
        match self {
            Self::Header => Place::Header,
            Self::Payload => Place::Payload,
            Self::Signature => Place::Signature,
            _ => Place::Text,
        }
    }
}

/// A part of a token.
#[derive(Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its place in the token's text; in JSON Serialization without the quotation marks.
    pub span: Span,
    /// Its characters; in JSON Serialization after the escapes were resolved.
    pub text: String,
    /// Its bytes, read leniently.
    pub bytes: Vec<u8>,
    /// Whether the characters are base64url exactly as RFC 7515 section 2 demands.
    pub strict: bool,
    /// Whether the characters are the bytes themselves (RFC 7797).
    pub raw: bool,
    /// Whether each character is one byte long, asked once for a text with many places.
    ascii: bool,
}

impl Segment {
    /// Reads a segment; what is wrong with its spelling is added to `faults`.
    pub(super) fn read(part: Part, text: &str, span: Span, faults: &mut Vec<Finding>) -> Self {
        let decoded = base64url::decode(text);
        let segment = Self {
            span,
            text: text.to_owned(),
            bytes: decoded.bytes,
            strict: decoded.faults.is_empty(),
            raw: false,
            ascii: text.is_ascii(),
        };
        faults.extend(decoded.faults.iter().map(|fault| {
            let facts = Facts::new()
                .public("segment", part.id())
                .public("character", text.get(fault.span.range()).unwrap_or_default())
                .public("position", fault.span.start + 1)
                .public("count", fault.count)
                .public("length_bytes", text.len());
            Finding::error(fault.cause, part.place()).at(segment.text_span(fault.span)).with(facts)
        }));
        segment
    }

    /// A segment whose characters are its bytes.
    pub(super) fn read_raw(text: &str, span: Span) -> Self {
        Self {
            span,
            text: text.to_owned(),
            bytes: text.as_bytes().to_vec(),
            strict: true,
            raw: true,
            ascii: text.is_ascii(),
        }
    }

    /// A segment that isn't there, at the place where it should stand.
    pub(super) const fn absent(at: usize) -> Self {
        Self {
            span: Span::new(at, at),
            text: String::new(),
            bytes: Vec::new(),
            strict: true,
            raw: false,
            ascii: true,
        }
    }

    /// Whether there are no characters.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where in the token these decoded bytes are spelled; the characters that carry any of their bits.
    pub fn span_in_segment(&self, bytes: Span) -> Span {
        if self.raw {
            return self.text_span(bytes);
        }
        let sextets = Span::new(bytes.start * 8 / 6, (bytes.end * 8).div_ceil(6));
        self.text_span(if self.ascii { sextets } else { self.character_span(sextets) })
    }

    /// A range of the segment's text in the token; the whole segment where escapes stand between the two.
    pub(super) fn text_span(&self, span: Span) -> Span {
        if self.span.len() == self.text.len() {
            // Bytes that are no base64 can end inside of a character; a span holds whole ones.
            let end = self.text.ceil_char_boundary(span.end.min(self.text.len()));
            Span::new(self.text.floor_char_boundary(span.start.min(end)), end).shifted(self.span.start)
        } else {
            self.span
        }
    }

    /// From numbers of characters to bytes.
    fn character_span(&self, characters: Span) -> Span {
        let byte_at =
            |nth: usize| self.text.char_indices().nth(nth).map_or(self.text.len(), |(byte, _)| byte);
        Span::new(byte_at(characters.start), byte_at(characters.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cause::Cause;

    #[track_caller]
    fn check(text: &str, bytes: (usize, usize), expected: &str) {
        let token = format!("xx.{text}.yy");
        let segment = Segment::read(Part::Payload, text, Span::new(3, 3 + text.len()), &mut Vec::new());
        let span = segment.span_in_segment(bytes.into());
        assert_eq!(token.get(span.range()), Some(expected));
    }

    #[test]
    fn bytes_lead_back_to_their_characters() {
        check("Zm9vYmFy", (0, 3), "Zm9v");
        check("Zm9vYmFy", (0, 1), "Zm");
        check("Zm9vYmFy", (1, 2), "m9");
        check("Zm9vYmFy", (2, 4), "9vYm");
        check("Zm9vYmFy", (5, 6), "Fy");
        check("Zm9vYg", (3, 9), "Yg");
        check("Zmév YmFy", (2, 3), "év");
    }

    #[test]
    fn faults_stand_at_their_characters_in_the_token() {
        let mut faults = Vec::new();
        Segment::read(Part::Signature, "Zm+v", Span::new(10, 14), &mut faults);
        let found: Vec<_> = faults.iter().map(|finding| (finding.cause, finding.span)).collect();
        assert_eq!(found, [(Cause::StandardBase64, Some(Span::new(12, 13)))]);
    }

    #[test]
    fn a_segment_with_escapes_is_shown_as_a_whole() {
        let segment = Segment::read(Part::Payload, "Zm9v", Span::new(5, 14), &mut Vec::new());
        assert_eq!(segment.span_in_segment(Span::new(0, 1)), Span::new(5, 14));
    }
}
