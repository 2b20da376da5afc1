//! Recognising the messages of libraries in whatever text they stand.
//!
//! One automaton looks for the longest words of every pattern; the rest of a pattern is compared where they stand, on
//! the same line. So the work is linear in the text. All that is found on a line belongs together: the longest and
//! most specific words name the library and the causes, wrappers only add who passed the message on.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use aho_corasick::{
    Input, MatchKind,
    automaton::Automaton,
    nfa::contiguous::{Builder, NFA},
};

use super::{
    Knowledge, Library, Summary,
    format::Text,
    line::{self, Hit, Line},
    pattern::{self, Normalised, Spelling},
    reading::Reader,
    rules::{self, Rules},
    sieve::Sieve,
    unwrap::unwrapped,
    wider,
};
use crate::{cause::Cause, finding::Span, order};

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
    /// Of this kind, and not of whichever is fastest, so that the page carries one kind only.
    automaton: Option<NFA>,
    /// For each literal of the automaton, the words that have it as their anchor.
    anchors: Vec<Vec<Words>>,
    /// The names of the libraries.
    names: Vec<String>,
    /// Reads lines that hold no message of a pattern.
    reader: Reader,
    /// The entry to show for a cause that a message names no entry for.
    general: HashMap<Cause, Option<String>>,
}

/// One spelling of a pattern or of a mark.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// The position of the library's name.
    pub(super) library: usize,
    /// Whether many libraries share the words.
    pub(super) generic: bool,
    spelling: Spelling,
    /// The pattern as it is written, when nothing in it varies.
    written: Option<String>,
    /// What they mean.
    pub(super) meaning: Meaning,
}

impl Words {
    /// Whether a number tells the message from all others.
    pub(super) fn is_code(&self) -> bool {
        self.spelling.literals.iter().flatten().any(u8::is_ascii_digit)
    }

    /// Whether others may say as little in the same words.
    pub(super) fn is_short(&self) -> bool {
        self.spelling.weight() < FEW
    }

    /// Whether no message of the library stands here so: its letters are others in case, or a few words go on a sentence.
    fn is_odd(&self, found: &str, before: &str) -> bool {
        let written = self.written.as_deref().unwrap_or(found);
        let recased = written != found && written.eq_ignore_ascii_case(found);
        let goes_on = before.trim_end_matches(' ').ends_with(|letter: char| letter.is_ascii_alphanumeric());
        recased || goes_on && self.is_short()
    }
}

/// What words mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    /// The likeliest first.
    pub(super) causes: Vec<Cause>,
    /// The entry that is most about it.
    pub(super) entry: Option<String>,
    /// It only wraps another message.
    pub(super) wrapper: bool,
    /// What they show, when they are no message.
    pub(super) shows: Option<Shows>,
    /// A class or a code without a number: a sentence beside it tells more.
    pub(super) name: bool,
    /// What the words hide.
    pub(super) misleading: Option<Text>,
}

/// What words show that are no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// A library is at work; a longer word may begin with them.
    Library,
    /// The line may speak of a JOSE object, wherever in a word they stand.
    Subject,
}

impl Meaning {
    /// Whether the words only show that a library is at work.
    pub(super) fn is_mark(&self) -> bool {
        self.shows == Some(Shows::Library)
    }

    /// Whether the words only show that the line may speak of a JOSE object.
    pub(super) fn is_subject(&self) -> bool {
        self.shows == Some(Shows::Subject)
    }
}

/// Below how many characters words may be anybody's.
const FEW: usize = 21;

/// How much more a library's words count when its name, package or prefix stands in the text.
const MARKED: usize = 24;

impl Recogniser {
    /// Prepares the patterns of a knowledge base.
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut literals: Vec<Vec<u8>> = Vec::new();
        let mut places = HashMap::new();
        let mut anchors: Vec<Vec<Words>> = Vec::new();
        let libraries = knowledge.libraries();
        let rules = Rules::new();
        let mut general = rules
            .first_causes()
            .chain([Cause::AlgCase])
            .map(|cause| (cause, most_general(knowledge, cause)))
            .collect();
        for words in all_words(&libraries, knowledge, &rules.subjects, &mut general) {
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
        let automaton = Builder::new().match_kind(MatchKind::Standard).build(&literals).ok();
        let names = libraries.into_iter().map(|library| library.library).collect();
        Self { automaton, anchors, names, reader: Reader::new(rules), general }
    }

    /// The messages of a text, the most specific first. The same message on several lines is reported once, where it
    /// stands first.
    pub fn recognise(&self, text: &str) -> Vec<Recognised> {
        let (messages, tells) = self.recognise_lines(text);
        // Lines that say something are never put together: what belongs to which could not be told any more.
        let joined = if tells { None } else { unwrapped(text) };
        match joined.map(|joined| self.recognise_lines(&joined)) {
            Some((more, tells)) if tells || messages.is_empty() => more,
            _ => messages,
        }
    }

    /// The messages of the lines of a text, and whether one of them says more than that something is wrong with a token.
    fn recognise_lines(&self, text: &str) -> (Vec<Recognised>, bool) {
        let normalised = Normalised::new(text);
        let mut hits = self.hits(&normalised.bytes);
        let marked: HashSet<usize> =
            hits.iter().filter(|hit| hit.words.meaning.is_mark()).map(|hit| hit.words.library).collect();
        for hit in &mut hits {
            let (start, end) = (normalised.source(hit.start), normalised.source(hit.end));
            let found = text.get(start..end).unwrap_or_default();
            let as_written = hit.words.written.as_deref() == Some(found);
            hit.score = score(hit.words, &marked) + usize::from(as_written);
            hit.is_odd = hit.words.is_odd(found, text.get(..start).unwrap_or_default());
        }
        let mut lines = line::lines(&normalised.bytes, hits);
        let told = lines.iter_mut().filter_map(|line| {
            line.forget_foreign(text, &normalised, &self.reader);
            line.summary(&self.names, &marked, &normalised)
        });
        let mut found: Vec<(usize, Recognised)> = told.collect();
        // A frame of a stack means something only where the message that was printed above it is lost.
        if lines.iter().any(Line::has_message) {
            let frames: Vec<Span> = lines.iter().filter_map(|line| line.frame(text, &normalised)).collect();
            found.retain(|(_, message)| !frames.contains(&message.span));
        }
        // Words are read only where no library's message tells more.
        let tells = lines.iter().any(|line| line.tells(&normalised.bytes));
        if !tells {
            let read =
                lines.iter().filter_map(|line| line.read(&self.names, text, &normalised, &self.reader));
            found.extend(read.map(|message| (usize::MAX, self.with_entry(message))));
        }
        order::by_key(&mut found, |(score, _)| Reverse(*score));
        let mut messages: Vec<Recognised> = Vec::new();
        for (_, message) in found {
            let message = self.with_case(message, text);
            let same = |other: &&mut Recognised| {
                other.library == message.library && other.causes.first() == message.causes.first()
            };
            match messages.iter_mut().find(same) {
                // Another line may show who passed the same message on.
                Some(known) => known.via = known.via.take().or(message.via),
                None => messages.push(message),
            }
        }
        (messages, tells)
    }

    /// What each line of a text says by itself, in their order: what other lines hold makes no difference.
    pub fn line_by_line(&self, text: &str) -> Vec<Recognised> {
        let normalised = Normalised::new(text);
        let lines = line::lines(&normalised.bytes, self.hits(&normalised.bytes)).into_iter();
        lines
            .filter_map(|mut line| {
                let marked = line.marked();
                for hit in line.hits() {
                    hit.score = score(hit.words, &marked);
                }
                line.forget_foreign(text, &normalised, &self.reader);
                let (_, message) = line.summary(&self.names, &marked, &normalised)?;
                Some(self.with_case(message, text))
            })
            .collect()
    }

    /// What tells which lines of a log [`Recogniser::line_by_line`] has to read.
    pub fn sieve(&self) -> Sieve {
        let messages = self.anchors.iter().flatten().filter(|words| words.meaning.shows.is_none());
        Sieve::new(messages.map(|words| words.spelling.bordered()).collect())
    }

    /// A message that no pattern knows with the entry on its first cause.
    fn with_entry(&self, message: Recognised) -> Recognised {
        let entry = message.causes.first().and_then(|cause| self.general.get(cause)?.clone());
        Recognised { entry, ..message }
    }

    /// A message in whose line the case of an algorithm's name is wrong, with that as its first cause; any message with
    /// an entry.
    fn with_case(&self, mut message: Recognised, text: &str) -> Recognised {
        let sees = wider::with_case(&mut message.causes, line_at(text, message.span.start));
        if sees || message.entry.is_none() { self.with_entry(message) } else { message }
    }

    fn hits<'a>(&'a self, text: &[u8]) -> Vec<Hit<'a>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut hits = Vec::new();
        let found = automaton.try_find_overlapping_iter(Input::new(text));
        for found in found.into_iter().flatten() {
            for words in self.anchors.get(found.pattern().as_usize()).into_iter().flatten() {
                let place = if words.meaning.is_subject() {
                    Some((found.start(), found.end()))
                } else {
                    words.spelling.matches_at(text, found.start(), words.meaning.is_mark())
                };
                if let Some((start, end)) = place.filter(|&(start, _)| !rules::of_another_kind(text, start)) {
                    hits.push(Hit { start, end, words, score: 0, is_odd: false });
                }
            }
        }
        hits
    }
}

/// The line of a text that an offset lies on.
pub(super) fn line_at(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// How specific words are: their length, less for words that many share, more for a library that shows itself.
fn score(words: &Words, marked: &HashSet<usize>) -> usize {
    let weight = words.spelling.weight() * if words.generic { 1 } else { 2 };
    weight + if marked.contains(&words.library) { MARKED } else { 0 }
}

/// The words of all patterns and marks; the entry of a pattern is the most general one of its first cause, unless
/// the pattern names one.
fn all_words(
    libraries: &[Library],
    knowledge: &Knowledge,
    subjects: &[&str],
    general: &mut HashMap<Cause, Option<String>>,
) -> Vec<Words> {
    let mut all = Vec::new();
    for (index, library) in libraries.iter().enumerate() {
        let mut add = |text: &str, meaning: Meaning| {
            for spelling in pattern::read(text).unwrap_or_default() {
                let written = (!text.contains('{')).then(|| text.to_owned());
                all.push(Words {
                    library: index,
                    generic: library.generic,
                    spelling,
                    written,
                    meaning: meaning.clone(),
                });
            }
        };
        for mark in &library.marks {
            add(mark, Meaning { shows: Some(Shows::Library), ..Meaning::default() });
        }
        for message in &library.messages {
            let entry = message.entry.clone().or_else(|| {
                let cause = *message.causes.first()?;
                general.entry(cause).or_insert_with(|| most_general(knowledge, cause)).clone()
            });
            let meaning = Meaning {
                causes: message.causes.clone(),
                entry,
                wrapper: message.wrapper,
                shows: None,
                name: is_name(&message.text),
                misleading: message.misleading.clone(),
            };
            add(&message.text, meaning);
        }
        if library.generic && library.marks.is_empty() {
            all.extend(subjects.iter().map(|word| Words {
                library: index,
                generic: true,
                spelling: Spelling { literals: vec![word.as_bytes().to_vec()], anchor: 0, ends_line: false },
                written: None,
                meaning: Meaning { shows: Some(Shows::Subject), ..Meaning::default() },
            }));
        }
    }
    all
}

/// The entry on a cause that serves most libraries, and no single product: a message tells the cause and no more.
fn most_general(knowledge: &Knowledge, cause: Cause) -> Option<String> {
    let entries = knowledge.entries_for(cause).into_iter().filter(|entry| entry.marks.is_empty());
    let mut found: Vec<&Summary> = entries.collect();
    order::by_key(&mut found, |entry| (entry.causes.first() != Some(&cause), Reverse(entry.libraries.len())));
    found.first().map(|entry| entry.id.clone())
}

fn is_name(pattern: &str) -> bool {
    !pattern.contains(|letter: char| letter.is_whitespace() || letter.is_ascii_digit())
}
