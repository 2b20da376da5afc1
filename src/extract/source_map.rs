//! The way from a token's characters back to the paste.

use crate::finding::Span;

/// Leads from places in a token to places in the text that it was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// In order of both texts.
    pieces: Vec<Piece>,
    /// Where an empty token stands.
    origin: usize,
}

/// A stretch of a token and the characters that it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    token: Span,
    source: Span,
    /// Whether the source is the base64 encoding of the stretch.
    encoded: bool,
}

impl SourceMap {
    /// A token of `len` bytes that stands in the text as it is, from `offset` on.
    pub fn identity_at(offset: usize, len: usize) -> Self {
        let mut map = Self { pieces: Vec::new(), origin: offset };
        map.push(len, Span::new(offset, offset + len));
        map
    }

    /// A token of `len` bytes that stands at `offset` in what the base64 text at `source` encodes.
    pub(super) fn encoded_at(source: Span, offset: usize, len: usize) -> Self {
        let start = (source.start + offset * 8 / 6).min(source.end);
        let piece = Piece { token: Span::new(0, len), source: Span::new(start, source.end), encoded: true };
        Self { pieces: vec![piece], origin: start }
    }

    /// Adds the next `len` bytes of the token, made of `source`.
    pub(super) fn push(&mut self, len: usize, source: Span) {
        let start = self.pieces.last().map_or(0, |last| last.token.end);
        match self.pieces.last_mut() {
            Some(last) if last.source.end == source.start && last.is_plain() && len == source.len() => {
                last.token.end += len;
                last.source.end = source.end;
            }
            _ if len > 0 => {
                self.pieces.push(Piece { token: Span::new(start, start + len), source, encoded: false });
            }
            _ => {}
        }
    }

    /// The narrowest range of the paste that holds these characters of the token.
    pub fn span(&self, token: Span) -> Span {
        let start = self.piece_at(token.start).map_or(self.end(), |piece| piece.source_of(token.start));
        if token.is_empty() {
            return Span::new(start, start);
        }
        let last = token.end - 1;
        let end = self.piece_at(last).map_or(self.end(), |piece| {
            if piece.is_plain() || piece.encoded { piece.source_end_of(token.end) } else { piece.source.end }
        });
        Span::new(start, end.max(start))
    }

    /// From the token's first character in the paste to its last.
    pub fn extent(&self) -> Span {
        Span::new(self.pieces.first().map_or(self.origin, |piece| piece.source.start), self.end())
    }

    fn end(&self) -> usize {
        self.pieces.last().map_or(self.origin, |piece| piece.source.end)
    }

    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.token.end <= offset);
        self.pieces.get(index)
    }
}

impl Piece {
    /// Whether each byte of the token is a byte of the source.
    const fn is_plain(&self) -> bool {
        !self.encoded && self.token.len() == self.source.len()
    }

    /// Where the byte at `offset` of the token begins in the source.
    fn source_of(&self, offset: usize) -> usize {
        let inside = offset.saturating_sub(self.token.start);
        if self.encoded {
            (self.source.start + inside * 8 / 6).min(self.source.end)
        } else if self.is_plain() {
            (self.source.start + inside).min(self.source.end)
        } else {
            self.source.start
        }
    }

    /// Where the bytes before `offset` of the token end in the source.
    fn source_end_of(&self, offset: usize) -> usize {
        let inside = offset.saturating_sub(self.token.start);
        let length = if self.encoded { (inside * 8).div_ceil(6) } else { inside };
        (self.source.start + length).min(self.source.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_that_stands_as_it_is_maps_to_itself() {
        let map = SourceMap::identity_at(10, 5);
        assert_eq!(map.span(Span::new(1, 3)), Span::new(11, 13));
        assert_eq!(map.span(Span::new(5, 5)), Span::new(15, 15));
        assert_eq!(map.span(Span::new(0, 99)), Span::new(10, 15));
        assert_eq!(SourceMap::identity_at(7, 0).span(Span::new(0, 0)), Span::new(7, 7));
    }

    #[test]
    fn replaced_and_dropped_characters_are_bridged() {
        // The paste is `ab%2Ecd<zero width>ef`.
        let mut map = SourceMap::default();
        map.push(2, Span::new(0, 2));
        map.push(1, Span::new(2, 5));
        map.push(2, Span::new(5, 7));
        map.push(2, Span::new(10, 12));
        assert_eq!(map.span(Span::new(1, 3)), Span::new(1, 5));
        assert_eq!(map.span(Span::new(2, 3)), Span::new(2, 5));
        assert_eq!(map.span(Span::new(4, 6)), Span::new(6, 11));
        assert_eq!(map.extent(), Span::new(0, 12));
    }

    #[test]
    fn an_encoded_token_maps_to_the_characters_that_carry_its_bits() {
        let map = SourceMap::encoded_at(Span::new(4, 12), 0, 6);
        assert_eq!(map.span(Span::new(0, 1)), Span::new(4, 6));
        assert_eq!(map.span(Span::new(3, 6)), Span::new(8, 12));
    }
}
