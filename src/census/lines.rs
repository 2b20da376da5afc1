//! Cuts a log that comes in pieces into its lines, and hands on those in which a token may stand.
//!
//! What is handed on depends on the log alone, wherever its pieces begin and end, and so does what is remembered.

use memchr::{memchr, memchr_iter, memmem, memrchr};

use crate::extract::MAX_RECORD;

/// The longest stretch of a log that is read at once, in bytes; a longer line is cut where no token can stand.
pub(super) const MAX_STRETCH: usize = 256 * 1024;

/// The longest token that is looked for, in bytes. A header of HTTP never gets that long.
pub const MAX_TOKEN: usize = 64 * 1024;

/// What is read before the part of the log that is remembered is moved to the front, in bytes.
const SLACK: usize = 1024 * 1024;

/// `{"` as every compactly written JOSE Header begins with it, encoded.
const SEED: &[u8] = b"eyJ";

/// A line, or a stretch of a very long one, in which a token may stand.
pub(super) struct Stretch<'a> {
    /// Its bytes, without the line's end.
    pub bytes: &'a [u8],
    /// Where it begins in the log, in bytes.
    pub offset: u64,
    /// The number of its line, counted from 1.
    pub line: u64,
    /// The log in front of it, as far as its record may reach.
    pub above: &'a [u8],
    /// Whether the stretch goes on with the line of the one before.
    pub continued: bool,
}

/// The part of a log that is remembered, and how far it was read.
#[derive(Default)]
pub(super) struct Lines {
    buffer: Vec<u8>,
    /// Where the buffer begins in the log, in bytes.
    base: u64,
    /// Up to here the buffer was read; an unfinished line begins here.
    read: usize,
    /// How many lines were read to their end.
    ended: u64,
    /// Whether a part of the unfinished line was read already.
    continued: bool,
}

impl Lines {
    /// Takes the next bytes of the log, and hands on each stretch that is complete now.
    pub(super) fn push(&mut self, piece: &[u8], take: &mut impl FnMut(&Stretch<'_>)) {
        let before = self.buffer.len();
        self.buffer.extend_from_slice(piece);
        if let Some(last) = memrchr(b'\n', piece) {
            self.whole_lines(before + last + 1, take);
        }
        self.long_line(self.buffer.len(), take);
        self.forget();
    }

    /// The log has ended: the last line is complete without a line's end.
    pub(super) fn finish(&mut self, take: &mut impl FnMut(&Stretch<'_>)) {
        let end = self.buffer.len();
        self.long_line(end, take);
        self.hand_on(end, take);
        self.read = end;
        self.forget();
    }

    /// How many bytes were taken.
    pub(super) fn bytes(&self) -> u64 {
        self.base + wide(self.buffer.len())
    }

    /// Reads complete lines up to `end`, where one ends. Lines without a seed are only counted.
    fn whole_lines(&mut self, end: usize, take: &mut impl FnMut(&Stretch<'_>)) {
        while let Some(seed) = self.buffer.get(self.read..end).and_then(|rest| memmem::find(rest, SEED)) {
            let seed = self.read + seed;
            let passed = self.buffer.get(self.read..seed).unwrap_or_default();
            let start = memrchr(b'\n', passed).map_or(self.read, |found| self.read + found + 1);
            self.pass(start);
            let rest = self.buffer.get(seed..end).unwrap_or_default();
            let line_end = memchr(b'\n', rest).map_or(end, |found| seed + found);
            self.long_line(line_end, take);
            self.hand_on(line_end, take);
            self.pass((line_end + 1).min(end));
        }
        self.pass(end);
    }

    /// Counts the lines up to `end`.
    fn pass(&mut self, end: usize) {
        let passed = self.buffer.get(self.read..end).unwrap_or_default();
        let ended = memchr_iter(b'\n', passed).count();
        self.ended += wide(ended);
        if !passed.is_empty() {
            self.continued = false;
        }
        self.read = end;
    }

    /// Hands on the line that begins where reading stands, down to what is short enough to be read at once.
    fn long_line(&mut self, end: usize, take: &mut impl FnMut(&Stretch<'_>)) {
        while end.saturating_sub(self.read) > MAX_STRETCH {
            let long = self.buffer.get(self.read..self.read + MAX_STRETCH).unwrap_or_default();
            let cut = self.read + cut(long);
            self.hand_on(cut, take);
            self.read = cut;
            self.continued = true;
        }
    }

    /// Hands on what stands between the place of reading and `end`, if it has a seed.
    fn hand_on(&self, end: usize, take: &mut impl FnMut(&Stretch<'_>)) {
        let bytes = self.buffer.get(self.read..end).unwrap_or_default();
        if memmem::find(bytes, SEED).is_none() {
            return;
        }
        let above = self.buffer.get(self.read.saturating_sub(MAX_RECORD)..self.read).unwrap_or_default();
        let (offset, line) = (self.base + wide(self.read), self.ended + 1);
        take(&Stretch { bytes, offset, line, above, continued: self.continued });
    }

    /// Forgets what no record can reach any more.
    fn forget(&mut self) {
        let needless = self.read.saturating_sub(MAX_RECORD);
        if needless >= SLACK {
            self.buffer.drain(..needless);
            self.base += wide(needless);
            self.read -= needless;
        }
    }

    /// How many bytes are remembered.
    #[cfg(test)]
    pub(super) fn remembered(&self) -> usize {
        self.buffer.len()
    }
}

/// Where a long line is cut: behind the last byte that belongs to no token, if a token can't be longer than the rest.
fn cut(long: &[u8]) -> usize {
    let part = |byte: &u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'+' | b'/' | b'=' | b'%' | b'\\')
            || !byte.is_ascii()
    };
    let lowest = long.len().saturating_sub(MAX_TOKEN);
    let tail = long.get(lowest..).unwrap_or_default();
    tail.iter().rposition(|byte| !part(byte)).map_or(long.len(), |found| lowest + found + 1)
}

/// A length as a place in a log, which may be longer than memory.
pub(super) const fn wide(length: usize) -> u64 {
    // No platform has more than 64 bits of address.
    length as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its bytes, its offset and line, what is remembered in front of it, and whether it goes on with a line.
    type HandedOn = (Vec<u8>, (u64, u64), Vec<u8>, bool);

    /// What is handed on of a log that comes in pieces of these lengths, in turn.
    fn handed_on(log: &[u8], lengths: &[usize]) -> Vec<HandedOn> {
        let (mut lines, mut found, mut rest) = (Lines::default(), Vec::new(), log);
        let mut take = |stretch: &Stretch<'_>| {
            let (bytes, above) = (stretch.bytes.to_vec(), stretch.above.to_vec());
            found.push((bytes, (stretch.offset, stretch.line), above, stretch.continued));
        };
        for length in lengths.iter().cycle() {
            let (piece, later) = rest.split_at((*length).min(rest.len()));
            lines.push(piece, &mut take);
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        lines.finish(&mut take);
        found
    }

    #[test]
    fn only_lines_with_a_seed_are_handed_on() {
        let found = handed_on(b"one\ntwo eyJ\n\nthree\neyJ four", &[100]);
        let found: Vec<_> =
            found.iter().map(|(bytes, place, above, _)| (&bytes[..], *place, above.len())).collect();
        assert_eq!(found, [(&b"two eyJ"[..], (4, 2), 4), (&b"eyJ four"[..], (19, 5), 19)]);
    }

    #[test]
    fn the_pieces_make_no_difference() {
        let long = format!("{} eyJ {}", "word ".repeat(100_000), "x".repeat(600_000));
        let log = format!("a\nb eyJ\n{long}eyJ\nc\n\neyJ\n{long}");
        let whole = handed_on(log.as_bytes(), &[log.len()]);
        assert!(whole.len() >= 5, "{}", whole.len());
        for lengths in [&[7_usize, 100_003, 1][..], &[65_536], &[262_144, 3]] {
            assert!(handed_on(log.as_bytes(), lengths) == whole, "{lengths:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_where_no_token_stands() {
        let log =
            format!("{}\"eyJhbGciOiJIUzI1NiJ9.e30.abc\",{}", " ".repeat(MAX_STRETCH - 20), " ".repeat(100));
        let found = handed_on(log.as_bytes(), &[4096]);
        assert_eq!(found.len(), 1);
        assert!(found[0].0.starts_with(b"eyJhbGciOiJIUzI1NiJ9.e30.abc"), "{:?}", found[0].1);
        assert!(found[0].3);
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut lines = Lines::default();
        let mut most = 0;
        for round in 0..400 {
            let byte = if round % 90 == 0 { b'\n' } else { b'e' };
            lines.push(&vec![byte; 65_536], &mut |_| {});
            most = most.max(lines.remembered());
        }
        assert_eq!(lines.bytes(), 400 * 65_536);
        assert!(most <= SLACK + 2 * MAX_RECORD + MAX_STRETCH + 65_536, "{most}");
    }
}
