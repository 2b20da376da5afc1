//! Which of the words that were found belong to a line.
//!
//! How much they tell is `telling`'s affair, and what the line says by them is `says`'s: a sentence of a library tells
//! more than its class, a class more than words that many libraries share, and a wrapper only who passed a message on.
//! Words inside longer words of another pattern count after those.

mod says;
mod telling;

use std::collections::HashSet;

use self::telling::LONG;
use super::{
    messages::{Words, line_at},
    pattern::Normalised,
    reading::{REACH_BEFORE, Reader},
};
use crate::{cause::Cause, finding::Span, order};

/// Words that were found, at offsets of the normalised text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'a> {
    /// The first byte.
    pub(super) start: usize,
    /// The byte after the last one.
    pub(super) end: usize,
    /// What was found.
    pub(super) words: &'a Words,
    /// How specific it is.
    pub(super) score: usize,
    /// Whether they are spelled, or stand in a sentence, as no message of the library does.
    pub(super) is_odd: bool,
}

/// At how many places a line is read at most.
const MOST_SUBJECTS: usize = 64;

/// The patterns that were found on one line, each once.
pub(super) struct Line<'a> {
    hits: Vec<Hit<'a>>,
    /// What shows that it speaks of a JOSE object: the first place, and others that are not read with it.
    subjects: Vec<Hit<'a>>,
}

/// The hits line by line.
pub(super) fn lines<'a>(text: &[u8], mut hits: Vec<Hit<'a>>) -> Vec<Line<'a>> {
    order::by_key(&mut hits, |hit| hit.start);
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut known: HashSet<*const Words> = HashSet::new();
    let mut previous = 0;
    for hit in hits {
        let between = text.get(previous..hit.start).unwrap_or_default();
        previous = hit.start;
        if lines.is_empty() || between.contains(&b'\n') {
            known.clear();
            lines.push(Line { hits: Vec::new(), subjects: Vec::new() });
        }
        if hit.words.meaning.is_subject() {
            if let Some(line) = lines.last_mut()
                && line.subjects.len() < MOST_SUBJECTS
                && line.subjects.last().is_none_or(|last| hit.start > last.start + REACH_BEFORE)
            {
                line.subjects.push(hit);
            }
        } else if known.insert(std::ptr::from_ref(hit.words))
            && let Some(line) = lines.last_mut()
        {
            line.hits.push(hit);
        }
    }
    lines
}

impl<'a> Line<'a> {
    /// What was found on it.
    pub(super) fn hits(&mut self) -> &mut [Hit<'a>] {
        &mut self.hits
    }

    /// The libraries that show themselves on it.
    pub(super) fn marked(&self) -> HashSet<usize> {
        self.hits.iter().filter(|hit| hit.words.meaning.is_mark()).map(|hit| hit.words.library).collect()
    }

    /// Forgets short words of libraries that do not show themselves where the line speaks of other tokens, signatures
    /// and keys.
    pub(super) fn forget_foreign(&mut self, text: &str, normalised: &Normalised, reader: &Reader) {
        let foreign = |hit: &Hit<'_>| reader.is_foreign(text.as_bytes(), normalised.source(hit.start));
        let weak = |hit: &Hit<'_>| !hit.words.meaning.is_mark() && !hit.words.is_code() && hit.score < LONG;
        if self.hits.iter().all(weak) && self.hits.first().is_some_and(foreign) {
            self.hits.clear();
        }
    }

    /// The most telling words, once they were brought to the front.
    fn best(&self) -> Option<Hit<'a>> {
        self.hits.first().copied().filter(|hit| !hit.words.meaning.is_mark())
    }

    /// The causes of all words, each once.
    fn causes(&self) -> Vec<Cause> {
        let mut causes = Vec::new();
        for &cause in self.hits.iter().flat_map(|hit| &hit.words.meaning.causes) {
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        causes
    }

    /// Whether the most telling words are a message, and do not only show who passed one on.
    pub(super) fn has_message(&self) -> bool {
        self.best().is_some_and(|best| !best.words.meaning.wrapper)
    }

    /// Where a file or a function stands in a frame of a stack, if that is all that the line has.
    pub(super) fn frame(&self, text: &str, normalised: &Normalised) -> Option<Span> {
        let best = self.best().filter(|best| best.words.meaning.wrapper)?;
        let span = Span::new(normalised.source(best.start), normalised.source(best.end));
        line_at(text, span.start).trim_start().starts_with("at ").then_some(span)
    }
}
