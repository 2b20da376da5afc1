//! What a line says that no pattern knows: the thing that it names, and what is wrong with it.
//!
//! Only lines that speak of a JOSE object are read, and only a little of them around the word that shows it.

use std::ops::Range;

use aho_corasick::{
    Input, MatchKind,
    automaton::Automaton,
    nfa::contiguous::{Builder, NFA},
};

use super::rules::RULES;
use crate::cause::Cause;

/// How many bytes are read on each side of the word that shows the subject.
const REACH: usize = 200;

/// What was read of a line.
#[derive(Debug)]
pub(super) struct Reading {
    /// From the first to the last word that was understood, in the normalised text.
    pub(super) place: Range<usize>,
    /// What it can mean, the likeliest first.
    pub(super) causes: &'static [Cause],
}

/// The words of all rules, ready to be looked for at once.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    automaton: Option<NFA>,
    words: Vec<&'static str>,
}

impl Reader {
    /// Prepares the rules.
    pub(super) fn new() -> Self {
        let mut words: Vec<&str> = Vec::new();
        for (things, said, _) in RULES {
            words.extend(things.iter().chain(said.iter().copied().flatten()));
        }
        words.sort_unstable();
        words.dedup();
        Self { automaton: Builder::new().match_kind(MatchKind::Standard).build(&words).ok(), words }
    }

    /// What is said around the subject at `at` of a normalised text, on one line; none when nothing wrong is said.
    pub(super) fn read(&self, text: &[u8], at: usize) -> Option<Reading> {
        let (before, after) = text.split_at_checked(at)?;
        let line = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let start = line.max(at.saturating_sub(REACH));
        let end = at + after.iter().take(REACH).take_while(|&&byte| byte != b'\n').count();
        let places = self.places(text.get(start..end)?);
        let place = |words: &&[&str]| {
            words.iter().find_map(|word| places.get(self.words.binary_search(word).ok()?)?.clone())
        };
        RULES.iter().find_map(|(things, said, causes)| {
            let mut found = vec![place(things)?];
            for words in *said {
                found.push(place(words)?);
            }
            let first = found.iter().map(|word| word.start).min()?;
            let last = found.iter().map(|word| word.end).max()?;
            Some(Reading { place: start + first..start + last, causes })
        })
    }

    /// Where each word first stands whole; an underscore parts words.
    fn places(&self, line: &[u8]) -> Vec<Option<Range<usize>>> {
        let letter =
            |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(u8::is_ascii_alphanumeric);
        let mut places = vec![None; self.words.len()];
        let found =
            self.automaton.as_ref().map(|automaton| automaton.try_find_overlapping_iter(Input::new(line)));
        for word in found.into_iter().flatten().flatten() {
            let whole = !letter(word.start().checked_sub(1)) && !letter(Some(word.end()));
            if let Some(place) =
                places.get_mut(word.pattern().as_usize()).filter(|place| whole && place.is_none())
            {
                *place = Some(word.range());
            }
        }
        places
    }
}
