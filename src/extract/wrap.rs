//! Whether a token goes on behind white space: wrapped lines, quoted mail, a blank that got in.

use super::{
    characters::{is_base64url, is_token},
    reader::{Reader, is_signature_length},
};
use crate::finding::Span;

/// The greatest number of pieces that a signature is looked for in.
const MAX_PIECES: usize = 128;

/// A token in one piece has lines at least this long, in characters, where it is wrapped.
const SHORTEST_LINE: usize = 32;

/// What looking ahead has shown, so that no stretch of the paste is looked at again for each of its line ends.
#[derive(Default)]
pub(super) struct Ahead {
    /// Up to here no segment follows.
    barren: usize,
    /// Up to here the token at hand goes on.
    fertile: usize,
}

impl Ahead {
    /// Forgets what is true of one token only.
    pub(super) fn begin(&mut self) {
        self.fertile = 0;
    }
}

/// The white space at the reader's place, if the token goes on behind it.
pub(super) fn gap_to_cross(reader: &Reader<'_>, ahead: &mut Ahead) -> Option<Span> {
    let gap = gap(reader.text, reader.at)?;
    if starts_token(reader, gap.end) {
        return None;
    }
    let goes_on = gap.start < ahead.fertile
        || !reader.is_complete()
            && if reader.dots < reader.dots_needed() {
                segments_follow(reader, gap, ahead)
            } else {
                signature_follows(reader, gap, ahead)
            };
    goes_on.then_some(gap)
}

/// White space at a place, with the marks that mail and shells put around line ends.
fn gap(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let mut length = 0;
    loop {
        let here = rest.get(length..)?;
        let line_start = length > 0 && rest.as_bytes().get(length - 1) == Some(&b'\n');
        let step = match here.as_bytes().first()? {
            b' ' | b'\t' | b'\n' | b'\r' => 1,
            b'\\' | b'=' if here.get(1..).is_some_and(starts_line) => 1,
            b'>' | b'|' | b'#' if line_start => 1,
            _ => break,
        };
        length += step;
    }
    (length > 0).then(|| Span::new(at, at + length))
}

fn starts_line(text: &str) -> bool {
    text.starts_with('\n') || text.starts_with("\r\n")
}

/// The run of token characters at a place.
fn piece(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.get(..rest.find(|next| !is_token(next)).unwrap_or(rest.len())).unwrap_or_default()
}

/// Whether another token begins there. A payload begins as a header does, but fewer full stops follow.
fn starts_token(reader: &Reader<'_>, at: usize) -> bool {
    let piece = piece(reader.text, at);
    piece.starts_with("eyJ")
        && match reader.dots {
            0 => piece.contains(".eyJ"),
            1 if reader.ends_with_dot() => piece.bytes().filter(|byte| *byte == b'.').count() > 1,
            _ => true,
        }
}

/// Whether a piece is rather a word of a language than a part of a token.
fn is_word(piece: &str) -> bool {
    let word = piece.trim_end_matches(['.', '=']);
    let rest = word.get(1..).unwrap_or_default();
    let one_case = rest.bytes().all(|byte| byte.is_ascii_lowercase())
        || word.bytes().all(|byte| byte.is_ascii_uppercase());
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) && one_case
}

/// Whether the full stops that are missing stand in the pieces that follow.
fn segments_follow(reader: &Reader<'_>, first: Span, ahead: &mut Ahead) -> bool {
    if first.start < ahead.barren {
        return false;
    }
    let mut dots = reader.dots;
    let mut next = Some(first);
    while let Some(gap) = next {
        let piece = piece(reader.text, gap.end);
        if piece.is_empty() || is_word(piece) {
            ahead.barren = gap.end;
            return false;
        }
        dots += piece.bytes().filter(|byte| *byte == b'.').count();
        if dots >= reader.dots_needed() {
            ahead.fertile = gap.end;
            return true;
        }
        next = self::gap(reader.text, gap.end + piece.len());
        ahead.barren = gap.end + piece.len();
    }
    false
}

/// Whether the pieces that follow fill the signature up to a length that signatures have, or are lines of their own.
fn signature_follows(reader: &Reader<'_>, first: Span, ahead: &mut Ahead) -> bool {
    let mut gap = first;
    let (mut without, mut with_plus) = (reader.segment_len(), reader.segment_len());
    for _ in 0..MAX_PIECES {
        let piece = piece(reader.text, gap.end);
        if piece.is_empty()
            || is_word(piece)
            || piece.starts_with("eyJ")
            || piece.trim_end_matches('.').contains('.')
        {
            break;
        }
        let characters = piece.trim_end_matches(['.', '=']).len();
        without += characters;
        with_plus += characters + gap.len();
        if is_signature_length(without) || is_signature_length(with_plus) {
            ahead.fertile = gap.end;
        }
        match self::gap(reader.text, gap.end + piece.len()) {
            Some(next) => gap = next,
            None => break,
        }
    }
    first.start < ahead.fertile || is_line(reader, first) || is_alone(reader)
}

/// Whether the next line holds nothing but a part of a token, and the line before was long enough to be wrapped.
fn is_line(reader: &Reader<'_>, gap: Span) -> bool {
    let text = reader.text;
    let newline = text.get(gap.range()).is_some_and(|gap| gap.contains('\n'));
    let piece = piece(text, gap.end);
    let ends = text
        .get(gap.end + piece.len()..)
        .is_none_or(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']));
    newline && ends && reader.segment_len() >= SHORTEST_LINE && is_random(piece)
}

/// Whether the paste is nothing but a token with white space in it.
fn is_alone(reader: &Reader<'_>) -> bool {
    reader.text.len() < 1 << 13
        && reader.text.chars().all(|next| is_token(next) || next.is_ascii_whitespace())
        && !reader.text.split_ascii_whitespace().skip(1).any(is_word)
}

/// Whether a piece has the mixture of characters that base64 has.
fn is_random(piece: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| piece.bytes().any(|byte| kind(&byte));
    piece.chars().all(|next| is_base64url(next) || next == '=')
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
        && (piece.len() >= 8 || has(u8::is_ascii_digit))
}
