//! A log of any length, and the tokens in it: each distinct one once, how often, where and when it was seen, and what
//! becomes of it at each of its times.
//!
//! **Law.** The log comes in pieces ([`Census::push`]), and the answer is the same wherever they begin and end. Memory
//! is bounded whatever the log holds; what a bound leaves out is counted and said ([`Summary`]). Tokens are read as
//! [`extract`](crate::extract) reads a line, and judged as a diagnosis judges them. Work comes in steps: a piece, or
//! one token ([`Census::judge_next`]). Signatures are verified through the memo that the caller holds, so one that was
//! filled elsewhere saves the work.
//!
//! A token is looked for where `eyJ` stands, and within its line: what mail has wrapped over several lines is for a
//! diagnosis, which reads a paste as a whole.

mod few;
mod found;
mod judgement;
mod lines;
mod messages;
mod replicas;
mod sightings;
mod standards;
mod view;

use std::{
    borrow::Cow,
    collections::{HashMap, VecDeque},
    rc::Rc,
};

use self::{
    found::Found,
    lines::{Lines, Stretch, wide},
    messages::Messages,
    sightings::{Kept, Sightings},
};
pub use self::{
    judgement::{Fate, Match, Parts},
    lines::MAX_TOKEN,
    messages::Named,
    replicas::Replicas,
    sightings::Place,
    standards::Standards,
    view::{BINS, Group, Order, Query, Row, Summary, View},
};
use crate::{
    diagnosis::judge::Bench,
    extract::{self, Occurrence},
    kb::Knowledge,
    verify::{Errand, Verifications},
};

/// How many distinct tokens are kept.
pub const MAX_TOKENS: usize = 20_000;

/// How much text of tokens is kept, in bytes.
pub const MAX_TEXT: usize = 64 * 1024 * 1024;

/// How many times are kept, over all tokens: seconds in which a token was seen.
pub const MAX_TIMES: usize = 400_000;

/// Counts the tokens of a log, and judges them.
pub struct Census {
    lines: Lines,
    messages: Messages,
    found: Vec<Found>,
    known: HashMap<Rc<str>, usize>,
    waiting: VecDeque<usize>,
    bench: Bench,
    /// The time of the last stretch, for lines below that have none.
    time: Option<i64>,
    /// Where the last stretch begins in the log.
    last: u64,
    text: usize,
    times: usize,
    bounds: Bounds,
}

/// What the bounds left out.
#[derive(Clone, Copy, Debug, Default)]
struct Bounds {
    /// Sightings of tokens that there was no room for.
    left_out: u64,
    /// Texts that begin as a token and are longer than one may be.
    too_long: u64,
    /// Sightings whose time was not kept.
    untimed: u64,
    /// Whether a time didn't say its zone and was read as UTC.
    without_zone: bool,
}

impl Census {
    /// A census of which nothing was read yet.
    pub fn new(standards: &Standards) -> Self {
        Self {
            lines: Lines::default(),
            messages: Messages::default(),
            found: Vec::new(),
            known: HashMap::new(),
            waiting: VecDeque::new(),
            bench: standards.bench(),
            time: None,
            last: 0,
            text: 0,
            times: 0,
            bounds: Bounds::default(),
        }
    }

    /// Looks for the messages of libraries, too, in all pieces that come from now on.
    pub fn look_for_messages(&mut self, knowledge: Rc<Knowledge>) {
        self.messages = Messages::of(knowledge);
    }

    /// Reads the next piece of the log.
    pub fn push(&mut self, piece: &[u8]) {
        self.messages.push(piece);
        let mut lines = std::mem::take(&mut self.lines);
        lines.push(piece, &mut |stretch| self.read(stretch));
        self.lines = lines;
    }

    /// The log has ended.
    pub fn finish(&mut self) {
        self.messages.finish();
        let mut lines = std::mem::take(&mut self.lines);
        lines.finish(&mut |stretch| self.read(stretch));
        self.lines = lines;
    }

    /// Judges by other standards from now on, what was found already too.
    pub fn judge_by(&mut self, standards: &Standards) {
        self.bench = standards.bench();
        self.judge_anew();
    }

    /// Judges everything once more: what the memo said before was not true.
    pub fn judge_anew(&mut self) {
        self.waiting = (0..self.found.len()).collect();
        for found in &mut self.found {
            found.judgement = None;
            found.waits = true;
        }
    }

    /// Judges the next token that waits for it; false when none does.
    pub fn judge_next(&mut self, memo: &mut Verifications) -> bool {
        let Some(next) = self.waiting.pop_front() else { return false };
        let Some(found) = self.found.get_mut(next) else { return true };
        found.waits = false;
        found.judge(&mut self.bench, memo);
        true
    }

    /// How many tokens wait to be judged.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// What has to be verified for the tokens that wait, `most` of them behind the first `ready` ones, as far as that
    /// may be done elsewhere and the memo doesn't know it. What depends on the answers comes when it knows them.
    pub fn errands(&self, ready: usize, most: usize, memo: &Verifications) -> Vec<Errand> {
        let next = self.waiting.iter().skip(ready).take(most).filter_map(|index| self.found.get(*index));
        next.flat_map(|found| judgement::errands(&found.text, &self.bench, memo)).collect()
    }

    /// The text of a token, and the time at which it is worth a look: when it was first rejected, or first seen.
    pub fn token(&self, token: usize) -> Option<(Rc<str>, Option<i64>)> {
        let found = self.found.get(token)?;
        Some((Rc::clone(&found.text), found.telling_time()))
    }

    /// The parts of a token that are compared with another's.
    pub fn parts(&self, token: usize, memo: &mut Verifications) -> Parts {
        self.found.get(token).map(|found| Parts::of(&found.text, &self.bench, memo)).unwrap_or_default()
    }

    fn read(&mut self, stretch: &Stretch<'_>) {
        let text = readable(stretch.bytes);
        let candidates = extract::in_line(&text);
        if candidates.is_empty() {
            return;
        }
        let above = candidates.iter().flat_map(|found| &found.occurrences).any(|place| place.time.is_none());
        let above = if above { self.time_above(stretch) } else { None };
        let mut last = None;
        for candidate in &candidates {
            for occurrence in &candidate.occurrences {
                let time = occurrence.time.map(|time| time.instant).or(above);
                self.bounds.without_zone |= occurrence.time.is_some_and(|time| !time.zone_known);
                self.see(&candidate.token, place(stretch, occurrence), time);
                last = last.max(Some((occurrence.span.start, time)));
            }
        }
        self.time = last.and_then(|(_, time)| time);
        self.last = stretch.offset;
    }

    fn see(&mut self, token: &str, place: Place, time: Option<i64>) {
        if token.len() > MAX_TOKEN {
            self.bounds.too_long += 1;
            return;
        }
        let known = self.known.get(token).copied().or_else(|| self.keep(token));
        let Some((index, found)) = known.and_then(|index| Some((index, self.found.get_mut(index)?))) else {
            self.bounds.left_out += 1;
            return;
        };
        match found.sightings.add(place, time, self.times < MAX_TIMES) {
            Kept::Time => self.times += 1,
            Kept::Dropped => self.bounds.untimed += 1,
            Kept::Nothing => {}
        }
        let at = time.unwrap_or(self.bench.now);
        let judged = found.judgement.as_ref().is_some_and(|judgement| judgement.at(at).is_some());
        if !judged && !found.waits {
            found.waits = true;
            self.waiting.push_back(index);
        }
    }

    /// A new token, if there is room for it.
    fn keep(&mut self, token: &str) -> Option<usize> {
        if self.found.len() >= MAX_TOKENS || self.text + token.len() > MAX_TEXT {
            return None;
        }
        self.text += token.len();
        let (text, index) = (Rc::<str>::from(token), self.found.len());
        self.known.insert(Rc::clone(&text), index);
        let name = judgement::name(token);
        self.found.push(Found { text, name, sightings: Sightings::default(), judgement: None, waits: false });
        Some(index)
    }

    /// The time of the record that a stretch without a time of its own belongs to: that of the nearest line above, or
    /// of the last stretch if that comes first.
    fn time_above(&mut self, stretch: &Stretch<'_>) -> Option<i64> {
        let reach = usize::try_from(stretch.offset - self.last).unwrap_or(usize::MAX);
        let from = stretch.above.len().saturating_sub(reach);
        let above = readable(stretch.above.get(from..).unwrap_or_default());
        let found = if stretch.continued {
            extract::log_times(above.rsplit('\n').next().unwrap_or_default()).pop()
        } else {
            above.lines().rev().find_map(extract::first_time)
        };
        self.bounds.without_zone |= found.is_some_and(|time| !time.zone_known);
        let inherited = if reach <= stretch.above.len() { self.time } else { None };
        found.map(|time| time.instant).or(inherited)
    }
}

fn place(stretch: &Stretch<'_>, occurrence: &Occurrence) -> Place {
    Place { offset: stretch.offset + wide(occurrence.span.start), line: stretch.line }
}

/// Bytes as text in which every character stands where it stood: each byte that is no UTF-8 becomes a question mark.
fn readable(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests;
