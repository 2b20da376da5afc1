//! Which line a place stands in, and the time of the record that it belongs to.

use crate::{
    finding::Span,
    time::{LogTime, times},
};

/// The longest line whose first time is that of the whole line, in bytes; in longer ones the nearest time before counts.
const MAX_LINE: usize = 16_384;

/// The most text that is looked through for the beginning of a record, in bytes.
pub const MAX_RECORD: usize = 65_536;

/// Finds line and time for places that are asked for in order; each part of the text is looked at once.
pub(super) struct Clock<'a> {
    text: &'a str,
    /// The number of the last place's line, and where it begins.
    line: usize,
    line_start: usize,
    /// Whether that line is so long that it holds more than one record.
    long: bool,
    /// Up to here lines were counted, and in a long line times were looked for.
    seen: usize,
    /// The time that applied to the last place.
    time: Option<LogTime>,
}

impl<'a> Clock<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut clock = Self { text, line: 1, line_start: 0, long: false, seen: 0, time: None };
        clock.enter(0);
        clock
    }

    /// The line of a place and the time of the record that it belongs to.
    pub(super) fn at(&mut self, place: Span) -> (usize, Option<LogTime>) {
        let passed = self.text.as_bytes().get(self.seen..place.start).unwrap_or_default();
        if let Some(last) = memchr::memrchr(b'\n', passed) {
            let start = self.seen + last + 1;
            self.line += memchr::memchr_iter(b'\n', passed).count();
            self.enter(start);
        }
        if self.long {
            let from = self.seen.max(self.text.floor_char_boundary(place.start.saturating_sub(MAX_RECORD)));
            self.time = times(self.text, from, place.start).last().or(self.time);
        }
        self.seen = self.seen.max(place.end);
        (self.line, self.time)
    }

    /// Begins a line: its own time is the first one in it, or that of the nearest line above.
    fn enter(&mut self, start: usize) {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let window = rest.get(..MAX_LINE).unwrap_or(rest);
        let end = memchr::memchr(b'\n', window).map(|found| start + found);
        let end = end.or_else(|| (window.len() < MAX_LINE).then_some(self.text.len()));
        self.long = end.is_none();
        self.time =
            end.and_then(|end| times(self.text, start, end).next()).or_else(|| self.time_above(start));
        self.line_start = start;
        self.seen = start;
    }

    /// The time of the nearest line above that has one, down to the line of the last place.
    fn time_above(&self, line: usize) -> Option<LogTime> {
        let lowest = self.line_start.max(line.saturating_sub(MAX_RECORD));
        let mut end = line;
        while end > lowest {
            let before = self.text.as_bytes().get(lowest..end - 1).unwrap_or_default();
            let start = memchr::memrchr(b'\n', before).map_or(lowest, |found| lowest + found + 1);
            if let Some(time) = times(self.text, start, end).next() {
                return Some(time);
            }
            end = start;
        }
        self.time
    }
}
