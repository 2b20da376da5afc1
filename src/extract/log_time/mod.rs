//! The times that a log gives for its records.

mod calendar;
mod formats;

use serde::{Deserialize, Serialize};

use crate::finding::Span;

/// A time that a text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogTime {
    /// Seconds since 1970-01-01T00:00:00Z; fractions are cut off.
    pub instant: i64,
    /// Its characters.
    pub span: Span,
    /// Whether the text says which zone it is in. If not, it was read as UTC.
    pub zone_known: bool,
}

/// The longest line whose first time is that of the whole line, in bytes; in longer ones the nearest time before counts.
const MAX_LINE: usize = 16_384;

/// The most text that is looked through for the beginning of a record, in bytes.
const MAX_RECORD: usize = 65_536;

/// The times in a text, in order.
pub fn log_times(text: &str) -> Vec<LogTime> {
    times(text, 0, text.len()).collect()
}

/// The times between two places.
fn times(text: &str, from: usize, to: usize) -> impl DoubleEndedIterator<Item = LogTime> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        at = match formats::time_at(text, at) {
            Some(time) if time.span.end <= to => {
                found.push(time);
                time.span.end
            }
            _ => next_start(text, at + 1),
        };
    }
    found.into_iter()
}

/// The next place where a time may begin: where a word begins.
fn next_start(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut at = from;
    while at < bytes.len() && (!is_word(at) || at > 0 && is_word(at - 1)) {
        at += 1;
    }
    at
}

/// Finds line and time for places that are asked for in order; each line is looked at once.
pub(super) struct Clock<'a> {
    text: &'a str,
    /// Where the line of the last place begins, its number, and the time that applied to it.
    line_start: usize,
    line: usize,
    time: Option<LogTime>,
}

impl<'a> Clock<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, line_start: 0, line: 1, time: None }
    }

    /// The line of a place and the time of the record that it belongs to.
    pub(super) fn at(&mut self, place: Span) -> (usize, Option<LogTime>) {
        let passed = self.text.as_bytes().get(self.line_start..place.start).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', passed).count();
        let start =
            memchr::memrchr(b'\n', passed).map_or(self.line_start, |found| self.line_start + found + 1);
        self.time = self.record_time(start, place);
        self.line_start = start;
        (self.line, self.time)
    }

    fn record_time(&self, line: usize, place: Span) -> Option<LogTime> {
        let end = memchr::memchr(b'\n', self.text.as_bytes().get(place.end..)?)
            .map_or(self.text.len(), |found| place.end + found);
        if end - line > MAX_LINE {
            let from = self.text.floor_char_boundary(place.start.saturating_sub(MAX_RECORD)).max(line);
            return times(self.text, from, place.start).next_back().or(self.time);
        }
        let own =
            times(self.text, line, place.start).next().or_else(|| times(self.text, place.end, end).next());
        own.or_else(|| self.time_above(line))
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

#[cfg(test)]
mod tests;
