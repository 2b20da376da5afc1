//! Recognising the messages of libraries in whatever text they stand.
//!
//! One automaton looks for the longest words of every pattern; the rest of a pattern is compared where they stand, on
//! the same line. So the work is linear in the text. All that is found on a line belongs together: the longest and
//! most specific words name the library and the causes, wrappers only add who passed the message on.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{
    Knowledge,
    format::Text,
    pattern::{self, Normalised, Spelling},
};
use crate::{cause::Cause, finding::Span};

/// A message that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Where it stands, as UTF-8 byte offsets.
    pub span: Span,
    /// Who prints it.
    pub library: String,
    /// Who passed it on, when the same line shows that.
    pub via: Option<String>,
    /// The entry of the knowledge base that is most about it.
    pub entry: Option<String>,
    /// What it can mean, the likeliest first.
    pub causes: Vec<Cause>,
    /// What its words hide or say wrongly.
    pub misleading: Option<Text>,
    /// Other libraries that print the same words.
    pub also: Vec<Also>,
}

/// Another library that prints the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Who.
    pub library: String,
    /// What it means there.
    pub causes: Vec<Cause>,
}

/// All patterns, ready to be looked for.
#[derive(Clone, Debug)]
pub struct Recogniser {
    automaton: Option<AhoCorasick>,
    /// For each literal of the automaton, the words that have it as their anchor.
    anchors: Vec<Vec<Words>>,
    libraries: Vec<LibraryFacts>,
}

#[derive(Clone, Debug)]
struct LibraryFacts {
    name: String,
    generic: bool,
}

/// One spelling of a pattern or of a mark.
#[derive(Clone, Debug)]
struct Words {
    library: usize,
    spelling: Spelling,
    /// The pattern as it is written, when nothing in it varies.
    written: Option<String>,
    meaning: Meaning,
}

#[derive(Clone, Debug, Default)]
struct Meaning {
    causes: Vec<Cause>,
    entry: Option<String>,
    wrapper: bool,
    mark: bool,
    /// A class or a code without a number: a sentence beside it tells more.
    name: bool,
    misleading: Option<Text>,
}

/// Words that were found, at offsets of the normalised text.
#[derive(Clone, Copy, Debug)]
struct Hit<'a> {
    start: usize,
    end: usize,
    words: &'a Words,
    score: usize,
}

/// How much more a library's words count when its name, package or prefix stands in the text.
const MARKED: usize = 24;

impl Recogniser {
    /// Prepares the patterns of a knowledge base.
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut literals: Vec<Vec<u8>> = Vec::new();
        let mut places = std::collections::HashMap::new();
        let mut anchors: Vec<Vec<Words>> = Vec::new();
        for words in all_words(knowledge) {
            let Some(anchor) = words.spelling.literals.get(words.spelling.anchor).cloned() else { continue };
            let place = *places.entry(anchor.clone()).or_insert_with(|| {
                literals.push(anchor);
                anchors.push(Vec::new());
                literals.len() - 1
            });
            if let Some(list) = anchors.get_mut(place) {
                list.push(words);
            }
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&literals).ok();
        let libraries = knowledge
            .libraries()
            .iter()
            .map(|library| LibraryFacts { name: library.library.clone(), generic: library.generic })
            .collect();
        Self { automaton, anchors, libraries }
    }

    /// The messages of a text, the most specific first. The same message on several lines is reported once, where it
    /// stands first.
    pub fn recognise(&self, text: &str) -> Vec<Recognised> {
        let normalised = Normalised::new(text);
        let mut hits = self.hits(&normalised.bytes);
        let marked: BTreeSet<usize> =
            hits.iter().filter(|hit| hit.words.meaning.mark).map(|hit| hit.words.library).collect();
        for hit in &mut hits {
            let range = normalised.source(hit.start)..normalised.source(hit.end);
            let as_written = hit.words.written.as_deref() == text.get(range);
            hit.score = self.score(hit, &marked) + usize::from(as_written);
        }
        let mut found: Vec<(usize, Recognised)> = lines(&normalised.bytes, hits)
            .into_iter()
            .filter_map(|line| self.summary(line, &normalised, &marked))
            .collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let mut messages: Vec<Recognised> = Vec::new();
        for (_, message) in found {
            let same = |other: &&mut Recognised| {
                other.library == message.library && other.causes.first() == message.causes.first()
            };
            match messages.iter_mut().find(same) {
                // Another line may show who passed the same message on.
                Some(known) => known.via = known.via.take().or(message.via),
                None => messages.push(message),
            }
        }
        messages
    }

    fn hits<'a>(&'a self, text: &[u8]) -> Vec<Hit<'a>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut hits = Vec::new();
        for found in automaton.find_overlapping_iter(text) {
            for words in self.anchors.get(found.pattern().as_usize()).into_iter().flatten() {
                let place = words.spelling.matches_at(text, found.start(), words.meaning.mark);
                if let Some((start, end)) = place {
                    hits.push(Hit { start, end, words, score: 0 });
                }
            }
        }
        hits
    }

    fn score(&self, hit: &Hit<'_>, marked: &BTreeSet<usize>) -> usize {
        let weight = hit.words.spelling.weight() * 2;
        let weight = if self.is_generic(hit) { weight / 2 } else { weight };
        weight + if marked.contains(&hit.words.library) { MARKED } else { 0 }
    }

    fn is_generic(&self, hit: &Hit<'_>) -> bool {
        self.libraries.get(hit.words.library).is_some_and(|library| library.generic)
    }

    /// What one line says, and how specific it is.
    fn summary(
        &self,
        mut line: Vec<Hit<'_>>,
        normalised: &Normalised,
        marked: &BTreeSet<usize>,
    ) -> Option<(usize, Recognised)> {
        let nested: Vec<(usize, usize)> = line
            .iter()
            .filter(|hit| !hit.words.meaning.mark && !hit.words.meaning.wrapper)
            .map(|hit| (hit.start, hit.end))
            .collect();
        let inside = |hit: &Hit<'_>| {
            nested.iter().any(|&(start, end)| {
                start <= hit.start && hit.end <= end && end - start > 2 * (hit.end - hit.start)
            })
        };
        line.sort_by_key(|hit| {
            let meaning = &hit.words.meaning;
            let tier = if self.is_generic(hit) { 2 } else { u8::from(meaning.name) };
            (meaning.mark, meaning.wrapper, inside(hit), tier, std::cmp::Reverse(hit.score), hit.start)
        });
        let best = *line.first().filter(|hit| !hit.words.meaning.mark)?;
        let name = |hit: &Hit<'_>| self.libraries.get(hit.words.library).map(|library| library.name.clone());
        let mut causes: Vec<Cause> = Vec::new();
        let mut also: Vec<Also> = Vec::new();
        for hit in line.iter().filter(|hit| !hit.words.meaning.mark) {
            causes.extend(
                hit.words
                    .meaning
                    .causes
                    .iter()
                    .filter(|cause| !causes.contains(cause))
                    .copied()
                    .collect::<Vec<_>>(),
            );
            let same_words = hit.start < best.end && best.start < hit.end;
            let other = name(hit)?;
            if same_words
                && hit.words.library != best.words.library
                && also.iter().all(|known| known.library != other)
            {
                also.push(Also { library: other, causes: hit.words.meaning.causes.clone() });
            }
        }
        let via = line
            .iter()
            .find(|hit| {
                (hit.words.meaning.wrapper || hit.words.meaning.mark)
                    && hit.words.library != best.words.library
                    && (hit.end <= best.start || best.end <= hit.start)
            })
            .and_then(name);
        let own = marked.contains(&best.words.library);
        let shown = line.iter().find(|hit| marked.contains(&hit.words.library) && !is_wrapper(hit));
        // Shared words are the message of the library that shows itself beside them.
        let (library, via) = match shown.filter(|_| !own).and_then(name) {
            Some(library) => {
                also.retain(|other| other.library != library);
                also.insert(0, Also { library: name(&best)?, causes: best.words.meaning.causes.clone() });
                (library, None)
            }
            None => (name(&best)?, via),
        };
        let span = Span::new(normalised.source(best.start), normalised.source(best.end));
        let meaning = &best.words.meaning;
        let message = Recognised {
            span,
            library,
            via,
            entry: meaning.entry.clone(),
            causes,
            misleading: meaning.misleading.clone(),
            also,
        };
        let score = if meaning.wrapper { best.score / 8 } else { best.score };
        Some((score, message))
    }
}

/// The words of all patterns and marks; the entry of a pattern is the most specific one of its first cause, unless
/// the pattern names one.
fn all_words(knowledge: &Knowledge) -> Vec<Words> {
    let mut all = Vec::new();
    for (index, library) in knowledge.libraries().iter().enumerate() {
        let mut add = |text: &str, meaning: Meaning| {
            for spelling in pattern::read(text).unwrap_or_default() {
                let written = (!text.contains('{')).then(|| text.to_owned());
                all.push(Words { library: index, spelling, written, meaning: meaning.clone() });
            }
        };
        for mark in &library.marks {
            add(mark, Meaning { mark: true, ..Meaning::default() });
        }
        for message in &library.messages {
            let entry = message.entry.clone().or_else(|| {
                let entries = knowledge.entries_for(*message.causes.first()?);
                entries.iter().find(|entry| entry.marks.is_empty()).map(|entry| entry.id.clone())
            });
            let meaning = Meaning {
                causes: message.causes.clone(),
                entry,
                wrapper: message.wrapper,
                mark: false,
                name: is_name(&message.text),
                misleading: message.misleading.clone(),
            };
            add(&message.text, meaning);
        }
    }
    all
}

fn is_wrapper(hit: &Hit<'_>) -> bool {
    hit.words.meaning.wrapper
}

fn is_name(pattern: &str) -> bool {
    !pattern.contains(|letter: char| letter.is_whitespace() || letter.is_ascii_digit())
}

/// The hits line by line.
fn lines<'a>(text: &[u8], mut hits: Vec<Hit<'a>>) -> Vec<Vec<Hit<'a>>> {
    hits.sort_by_key(|hit| hit.start);
    let mut lines: Vec<Vec<Hit<'a>>> = Vec::new();
    let mut previous = 0;
    for hit in hits {
        let between = text.get(previous..hit.start).unwrap_or_default();
        match lines.last_mut() {
            Some(line) if !between.contains(&b'\n') => line.push(hit),
            _ => lines.push(vec![hit]),
        }
        previous = hit.start;
    }
    lines
}
