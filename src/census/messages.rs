//! The messages of libraries in a log: what they name as a cause, on how many lines, and whose they are.
//!
//! A line is read by itself, so that the pieces in which a log comes make no difference. Most hold no message, and are
//! only sieved.

use std::rc::Rc;

use memchr::{memchr, memchr_iter, memrchr};
use serde::{Deserialize, Serialize};

use super::{few::Few, lines::wide, readable};
use crate::{
    cause::Cause,
    kb::{Knowledge, Recognised, Sieve},
    order,
};

/// The longest line in which messages are looked for, in bytes; a trace of a stack has line ends.
const MAX_LINE: usize = 64 * 1024;

/// How many libraries are named.
const MOST_LIBRARIES: usize = 6;

/// What messages of a log name as the cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The likeliest cause.
    pub cause: Cause,
    /// On how many lines.
    pub lines: u64,
    /// The first of them, counted from 1.
    pub first: u64,
    /// Who prints them, the most lines first.
    pub libraries: Vec<String>,
}

/// Looks for messages in a log that comes in pieces.
#[derive(Default)]
pub(super) struct Messages {
    knowledge: Option<(Rc<Knowledge>, Sieve)>,
    /// The beginning of a line that has not ended yet.
    unfinished: Vec<u8>,
    /// Whether the line that has not ended yet is too long already.
    too_long: bool,
    /// How many lines have ended.
    ended: u64,
    named: Few<Cause, Counted>,
}

/// The lines that name one cause.
struct Counted {
    first: u64,
    /// By library.
    lines: Few<String, u64>,
}

impl Messages {
    /// Looks for what this knowledge base knows.
    pub(super) fn of(knowledge: Rc<Knowledge>) -> Self {
        let sieve = knowledge.recogniser().sieve();
        Self { knowledge: Some((knowledge, sieve)), ..Self::default() }
    }

    /// Takes the next bytes of the log.
    pub(super) fn push(&mut self, piece: &[u8]) {
        if self.knowledge.is_none() {
            return;
        }
        let (whole, rest) = piece.split_at(memrchr(b'\n', piece).map_or(0, |last| last + 1));
        if let Some(end) = memchr(b'\n', whole) {
            let (head, whole) = whole.split_at(end + 1);
            let mut line = std::mem::take(&mut self.unfinished);
            line.extend_from_slice(head);
            if std::mem::take(&mut self.too_long) {
                // It is counted; what it says is not.
                self.ended += 1;
            } else {
                self.read(&line);
            }
            self.read(whole);
        }
        if !self.too_long {
            self.unfinished.extend_from_slice(rest);
        }
        if self.unfinished.len() > MAX_LINE {
            self.too_long = true;
            self.unfinished = Vec::new();
        }
    }

    /// The log has ended.
    pub(super) fn finish(&mut self) {
        let last = std::mem::take(&mut self.unfinished);
        self.read(&last);
    }

    /// The causes, those of most lines first.
    pub(super) fn named(&self) -> Vec<Named> {
        let mut named: Vec<Named> = self.named.iter().map(|(cause, counted)| counted.named(*cause)).collect();
        order::by_key(&mut named, |named| (std::cmp::Reverse(named.lines), named.cause));
        named
    }

    /// Reads lines, of which only the last may be without its end, and if there are no others.
    fn read(&mut self, lines: &[u8]) {
        let Some((knowledge, sieve)) = self.knowledge.take() else { return };
        let mut read = 0;
        for range in sieve.lines(lines) {
            self.ended += ends(lines.get(read..range.start));
            read = range.start;
            if let Some(line) = lines.get(range).filter(|line| line.len() <= MAX_LINE) {
                for message in knowledge.recogniser().line_by_line(&readable(line)) {
                    self.count(message);
                }
            }
        }
        self.ended += ends(lines.get(read..));
        self.knowledge = Some((knowledge, sieve));
    }

    /// Counts a message on the line that is read.
    fn count(&mut self, message: Recognised) {
        let Some(cause) = message.causes.first() else { return };
        let first = self.ended + 1;
        let new = || Counted { first, lines: Few::default() };
        self.named.change(*cause, new, |counted| counted.lines.count(message.library));
    }
}

/// How many lines end in these bytes.
fn ends(bytes: Option<&[u8]>) -> u64 {
    wide(memchr_iter(b'\n', bytes.unwrap_or_default()).count())
}

impl Counted {
    fn named(&self, cause: Cause) -> Named {
        let mut libraries: Vec<(&String, u64)> =
            self.lines.iter().map(|(name, lines)| (name, *lines)).collect();
        order::by_key(&mut libraries, |(name, lines)| (std::cmp::Reverse(*lines), *name));
        Named {
            cause,
            lines: self.lines.iter().map(|(_, lines)| lines).sum(),
            first: self.first,
            libraries: libraries.into_iter().take(MOST_LIBRARIES).map(|(name, _)| name.clone()).collect(),
        }
    }
}
