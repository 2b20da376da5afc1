//! Reads one token from its first character to its last, through escapes, line ends and what else got into it.

use super::{
    characters::{self, Glyph, glyph, is_base64url, is_token},
    elision,
    source_map::SourceMap,
    wrap,
};
use crate::{
    cause::Cause,
    finding::Span,
    jose::{base64url, json},
};

/// A token and how it stood in the paste.
pub(super) struct Reading {
    pub token: String,
    pub map: SourceMap,
    /// What was found on the way, each cause once with its first place and the number of places.
    pub marks: Marks,
    /// Where reading ended in the paste; behind the token's last character if something was skipped.
    pub end: usize,
}

/// Causes with their first places.
#[derive(Default)]
pub(super) struct Marks(pub Vec<(Cause, Span, usize)>);

impl Marks {
    pub(super) fn add(&mut self, cause: Cause, span: Span) {
        match self.0.iter_mut().find(|(known, ..)| *known == cause) {
            Some((_, _, count)) => *count += 1,
            None => self.0.push((cause, span, 1)),
        }
    }

    pub(super) fn has(&self, cause: Cause) -> bool {
        self.0.iter().any(|(known, ..)| *known == cause)
    }
}

/// Reads the token that begins at `start`.
pub(super) fn read(text: &str, start: usize, ahead: &mut wrap::Ahead) -> Reading {
    ahead.begin();
    let reading = Reader::new(text, start, Blanks::Wrapped).read(ahead);
    let blanks = reading.marks.has(Cause::WhitespaceInToken);
    if !blanks || text.get(start..reading.end).is_some_and(|read| read.contains('\n')) {
        return reading;
    }
    let mut plus = Reader::new(text, start, Blanks::Plus { until: reading.end });
    plus.run();
    let plus = plus.finish();
    if likelihood(&plus.token) > likelihood(&reading.token) { plus } else { reading }
}

/// How much of a text reads as a token should: JSON in front, a usual length behind, one alphabet.
fn likelihood(token: &str) -> usize {
    let mut segments = token.split('.');
    let mut json = || {
        let segment = segments.next().unwrap_or_default();
        usize::from(json::parse(&base64url::decode(segment).bytes).is_ok())
    };
    let readable = 2 * json() + 2 * json();
    let signature = segments.next().unwrap_or_default().trim_end_matches('=');
    let alphabet = token.contains('+') == token.contains('/');
    readable + usize::from(is_signature_length(signature.len())) + usize::from(alphabet)
}

/// The numbers of base64url characters that signatures have: HMAC, ECDSA, EdDSA, RSA and ML-DSA of all usual sizes.
pub(super) const fn is_signature_length(characters: usize) -> bool {
    matches!(
        characters,
        43 | 64 | 86 | 128 | 152 | 171 | 176 | 256 | 342 | 512 | 683 | 1366 | 3227 | 4412 | 6170
    )
}

/// The number of characters of the longest signature.
const LONGEST_SIGNATURE: usize = 6170;

/// What a blank inside a token is taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blanks {
    /// White space that got in, where the token goes on behind it.
    Wrapped,
    /// A plus sign that form decoding made a blank, up to this place.
    Plus { until: usize },
}

pub(super) struct Reader<'a> {
    pub text: &'a str,
    /// Where reading stands in the paste.
    pub at: usize,
    blanks: Blanks,
    token: String,
    map: SourceMap,
    marks: Marks,
    /// Where in the token the current segment begins.
    segment: usize,
    /// The full stops since the token (or a key-binding JWT behind it) began.
    pub dots: usize,
    /// Whether the header names an "enc": five segments.
    pub encrypted: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, start: usize, blanks: Blanks) -> Self {
        Self {
            text,
            at: start,
            blanks,
            token: String::new(),
            map: SourceMap::identity_at(start, 0),
            marks: Marks::default(),
            segment: 0,
            dots: 0,
            encrypted: false,
        }
    }

    fn read(mut self, ahead: &mut wrap::Ahead) -> Reading {
        loop {
            self.run();
            let Some(gap) = wrap::gap_to_cross(&self, ahead) else { break };
            self.marks.add(Cause::WhitespaceInToken, gap);
            self.at = gap.end;
        }
        self.elision();
        self.finish()
    }

    fn finish(self) -> Reading {
        Reading { token: self.token, map: self.map, marks: self.marks, end: self.at }
    }

    /// The characters of the current segment so far.
    pub(super) fn segment_len(&self) -> usize {
        self.token.len() - self.segment
    }

    /// The full stops that the token needs.
    pub(super) const fn dots_needed(&self) -> usize {
        if self.encrypted { 4 } else { 2 }
    }

    /// Whether the last segment has a length that it may end with.
    pub(super) fn is_complete(&self) -> bool {
        let length = self.segment_len();
        if self.encrypted {
            self.dots == 4 && matches!(length, 22 | 32 | 43)
        } else {
            self.dots == 2 && is_signature_length(length)
        }
    }

    /// Whether the segment has a length that it may end with after all base64 from here on, too: then a sign of the
    /// standard alphabet belongs to it.
    fn completes_later(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default().bytes();
        let standard = |byte: &u8| is_base64url(char::from(*byte)) || matches!(byte, b'+' | b'/');
        let run = rest.take(LONGEST_SIGNATURE).take_while(standard).count();
        !self.encrypted && is_signature_length(self.segment_len() + run)
    }

    /// Whether the token ends with a full stop, so that a segment has to follow.
    pub(super) fn ends_with_dot(&self) -> bool {
        self.token.ends_with('.')
    }

    /// Takes characters until none can follow.
    fn run(&mut self) {
        loop {
            if !self.plain() {
                return;
            }
            let Some(glyph) = self.glyph() else { return };
            let goes_on = match glyph.character {
                None => self.invisible(glyph),
                Some('.') => self.dot(glyph),
                Some('/' | '+') => {
                    let goes_on = !self.is_complete() || self.completes_later(glyph.source.start);
                    goes_on && self.base64_follows(glyph.source.end) && self.push(glyph)
                }
                Some('=') if glyph.cause.is_none() => self.padding(),
                Some('~') => self.disclosure(glyph),
                Some(_) => self.push(glyph),
            };
            if !goes_on {
                return;
            }
        }
    }

    /// Takes base64url characters that stand as they are; false where another token begins without a gap.
    fn plain(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut length = rest.bytes().position(|byte| !is_base64url(char::from(byte))).unwrap_or(rest.len());
        let joined = self.token_inside(rest, length);
        length = joined.unwrap_or(length);
        self.take(length);
        joined.is_none()
    }

    /// Where in a run of the third segment another token begins: behind a whole signature.
    fn token_inside(&self, rest: &str, length: usize) -> Option<usize> {
        let run = rest.get(..length).unwrap_or_default().as_bytes();
        let may_be = self.dots == 2 && !self.encrypted && rest.as_bytes().get(length) == Some(&b'.');
        memchr::memmem::find_iter(if may_be { run } else { &[] }, b"eyJ")
            .find(|found| is_signature_length(self.segment_len() + found))
    }

    fn glyph(&self) -> Option<Glyph> {
        let blank = self.text.as_bytes().get(self.at) == Some(&b' ');
        if let Blanks::Plus { until } = self.blanks
            && blank
            && self.at < until
        {
            let source = Span::new(self.at, self.at + 1);
            return Some(Glyph { source, character: Some('+'), cause: Some(Cause::PlusBecameSpace) });
        }
        glyph(self.text, self.at).or_else(|| self.foreign())
    }

    /// A character of no alphabet in the middle of a segment.
    fn foreign(&self) -> Option<Glyph> {
        let rest = self.text.get(self.at..)?;
        let first = rest.chars().next()?;
        let odd =
            matches!(first, '*' | '!' | '$' | '@' | '^') || (!first.is_ascii() && first.is_alphanumeric());
        let inside = self.segment_len() > 0
            && rest.chars().skip(1).take(3).filter(|next| is_base64url(*next)).count() == 3;
        let source = Span::new(self.at, self.at + first.len_utf8());
        (odd && inside && !self.is_complete()).then_some(Glyph {
            source,
            character: Some(first),
            cause: None,
        })
    }

    fn push(&mut self, glyph: Glyph) -> bool {
        if let Some(character) = glyph.character {
            self.token.push(character);
            self.map.push(character.len_utf8(), glyph.source);
        }
        if let Some(cause) = glyph.cause {
            self.marks.add(cause, glyph.source);
        }
        self.at = glyph.source.end;
        true
    }

    /// An invisible character counts as inside if a token's character follows.
    fn invisible(&mut self, glyph: Glyph) -> bool {
        let rest = self.text.get(glyph.source.end..).unwrap_or_default();
        let visible = rest.trim_start_matches(characters::is_invisible);
        visible.starts_with(is_token) && self.push(glyph)
    }

    fn dot(&mut self, glyph: Glyph) -> bool {
        if self.dots == 0 {
            self.encrypted = is_encrypted(&self.token);
        }
        let behind = self.text.get(glyph.source.end..).unwrap_or_default();
        let elided = behind.starts_with("..") && !(self.encrypted && self.dots < 3);
        let surplus = self.dots >= self.dots_needed() && !behind.starts_with(is_base64url);
        if elided || surplus {
            return false;
        }
        self.push(glyph);
        self.dots += 1;
        self.segment = self.token.len();
        true
    }

    /// A tilde of an SD-JWT: behind it stands a disclosure, or a key-binding JWT with full stops of its own.
    fn disclosure(&mut self, glyph: Glyph) -> bool {
        if self.dots < 2 {
            return false;
        }
        self.push(glyph);
        self.segment = self.token.len();
        true
    }

    fn base64_follows(&self, at: usize) -> bool {
        self.text
            .get(at..)
            .is_some_and(|rest| rest.starts_with(|next: char| is_token(next) || next == '%' || next == ' '))
    }

    /// Takes all padding at the place; it stands at the end of a segment only.
    fn padding(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let behind = rest.trim_start_matches('=');
        let length = rest.len() - behind.len();
        let quoted_printable = behind.starts_with(['\n', '\r']) && length == 1;
        if self.segment_len() == 0 || quoted_printable || behind.starts_with(is_base64url) {
            return false;
        }
        self.take(length);
        true
    }

    /// Takes characters as they stand.
    fn take(&mut self, length: usize) {
        let characters = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.token.push_str(characters);
        self.map.push(length, Span::new(self.at, self.at + length));
        self.at += length;
    }

    /// Passes over an ellipsis, and over what was left behind it.
    fn elision(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(length) = elision::length(rest) else { return };
        self.marks.add(Cause::TokenElided, Span::new(self.at, self.at + length));
        let behind = rest.get(length..).unwrap_or_default();
        self.at += length + (behind.len() - behind.trim_start_matches(is_token).len());
    }
}

/// Whether a header segment names an "enc".
fn is_encrypted(header: &str) -> bool {
    json::parse(&base64url::decode(header).bytes).is_ok_and(|header| header.root.get("enc").is_some())
}
