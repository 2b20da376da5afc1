//! Points in time as people and programs write them. The one place that knows the calendar.

mod calendar;
mod formats;
mod typed;

pub use calendar::Moment;
pub use typed::typed;

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

/// The times in a text, in order.
pub fn log_times(text: &str) -> Vec<LogTime> {
    times(text, 0, text.len()).collect()
}

/// The first time in a line: that of the record which the line begins.
pub fn first_time(line: &str) -> Option<LogTime> {
    times(line, 0, line.len()).next()
}

/// The instant of a text that is nothing but a date, or a date and a time of day, in seconds since
/// 1970-01-01T00:00:00Z.
pub fn whole(text: &str) -> Option<i64> {
    let time = formats::time_at(text, 0).or_else(|| formats::date(text))?;
    (time.span == Span::new(0, text.len())).then_some(time.instant)
}

/// The times between two places, in order.
pub(crate) fn times(text: &str, from: usize, to: usize) -> impl Iterator<Item = LogTime> {
    let mut at = from;
    std::iter::from_fn(move || {
        while at < to {
            if let Some(time) = formats::time_at(text, at).filter(|time| time.span.end <= to) {
                at = time.span.end;
                return Some(time);
            }
            at = next_start(text, at + 1);
        }
        None
    })
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

#[cfg(test)]
mod tests;
