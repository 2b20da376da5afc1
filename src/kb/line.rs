//! What a line of text says, when several patterns are found on it.
//!
//! A sentence of a library tells more than its class, a class more than words that many libraries share, and a
//! wrapper only who passed a message on. Words inside longer words of another pattern count after those.

use std::{cmp::Reverse, collections::HashSet};

use super::{
    format::Text,
    messages::{Also, Recognised, Words, line_at},
    pattern::Normalised,
    plain::Care,
    reading::{REACH_BEFORE, Reader, Reading},
    wider,
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

/// The greatest number of different patterns that are compared on a line; no message has as many.
const MOST_HITS: usize = 256;

/// At how many places a line is read at most.
const MOST_SUBJECTS: usize = 64;

/// How far behind a message and its colon the words of its reason begin at most.
const REASON_BYTES: usize = 32;

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

/// The score below which a sentence is so short that others say it too.
const SHORT: usize = 34;

/// The score from which on a sentence is so long that nobody else says it.
const LONG: usize = 2 * SHORT;

/// Whether words say no more than that something is wrong with a token: those that many libraries share, the class of
/// an exception, and a short sentence of a library that does not show itself.
fn is_vague(hit: Hit<'_>) -> bool {
    let short = hit.score < SHORT && !hit.words.is_code();
    hit.words.meaning.name || (hit.words.generic || short) && means_little(hit)
}

/// Whether a sentence says no more than that, and its reason follows.
fn introduces(hit: Hit<'_>, text: &[u8]) -> bool {
    means_little(hit) && !hit.words.is_code() && matches!(text.get(hit.end), Some(b':' | b'.' | b'('))
}

fn means_little(hit: Hit<'_>) -> bool {
    let first = hit.words.meaning.causes.first().copied();
    first.is_some_and(|cause| is_wide(cause) || cause == Cause::IllegalCharacter)
}

/// Whether a cause is what words mean that say nothing narrower.
fn is_wide(cause: Cause) -> bool {
    matches!(cause, Cause::HeaderLost | Cause::SignatureMismatch | Cause::SegmentCount)
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

    /// What the line says, and how specific it is; nothing when there are only names of libraries on it. `names` are
    /// those of the libraries, `marked` the libraries that show themselves anywhere in the text.
    pub(super) fn summary(
        &mut self,
        names: &[String],
        marked: &HashSet<usize>,
        normalised: &Normalised,
    ) -> Option<(usize, Recognised)> {
        self.rank(&normalised.bytes);
        let best = self.best()?;
        let name = |hit: &Hit<'_>| names.get(hit.words.library).cloned();
        let mut also = self.also(best, names);
        let nobodys = self.is_nobodys(best, marked);
        let shown = self.shown(best, marked).or(self.subjects.first().filter(|_| nobodys));
        let (library, via) = match shown.and_then(name) {
            Some(library) => {
                also.retain(|other| other.library != library);
                also.insert(0, Also { library: name(&best)?, causes: best.words.meaning.causes.clone() });
                (library, None)
            }
            None => (name(&best)?, self.around(best).and_then(name)),
        };
        let meaning = &best.words.meaning;
        let message = Recognised {
            span: Span::new(normalised.source(best.start), normalised.source(best.end)),
            library,
            via,
            entry: meaning.entry.clone().filter(|_| !nobodys),
            causes: wider::with(self.causes()),
            misleading: meaning.misleading.clone().filter(|_| !nobodys).or_else(|| self.wrapped(best)),
            also,
        };
        Some((if meaning.wrapper { best.score / 8 } else { best.score }, message))
    }

    /// What the words that begin before the best ones hide, when they only wrap these.
    fn wrapped(&self, best: Hit<'_>) -> Option<Text> {
        let mut wrappers = self.hits.iter().filter(|hit| hit.words.meaning.wrapper && hit.start < best.start);
        wrappers.find_map(|hit| hit.words.meaning.misleading.clone())
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

    /// Whether a message stands on the line that says more than that something is wrong with a token.
    pub(super) fn tells(&self, text: &[u8]) -> bool {
        self.best()
            .is_some_and(|best| self.is_own(best) && !best.words.meaning.wrapper && !introduces(best, text))
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

    /// Whether a sentence is a library's own, and means something.
    fn is_own(&self, hit: Hit<'_>) -> bool {
        !hit.words.generic && !is_vague(hit) && !self.is_shared(hit)
    }

    /// Whether a sentence that means little is no more than words that many libraries share: `failed to verify JWT`.
    fn is_shared(&self, hit: Hit<'_>) -> bool {
        means_little(hit) && self.is_general(hit)
    }

    /// Whether words are no more than many libraries print.
    fn is_general(&self, hit: Hit<'_>) -> bool {
        let covers =
            |other: &Hit<'_>| other.words.generic && other.start <= hit.start && hit.end <= other.end;
        self.hits.iter().any(covers)
    }

    /// Whether words are a library's that does not show itself, and yet they may be anybody's. What is said of a message
    /// is said of the library's own sentence.
    fn is_nobodys(&self, hit: Hit<'_>, marked: &HashSet<usize>) -> bool {
        let meaning = &hit.words.meaning;
        let named = meaning.name || hit.words.is_code() || hit.score >= LONG;
        let general = || meaning.misleading.is_none() && hit.words.is_short() && self.is_general(hit);
        !named && !marked.contains(&hit.words.library) && (hit.is_odd || general())
    }

    /// What the words of a line say that no message on it tells.
    pub(super) fn read(
        &self,
        names: &[String],
        text: &str,
        normalised: &Normalised,
        reader: &Reader,
    ) -> Option<Recognised> {
        let sentence = self.best().filter(|best| self.is_own(*best));
        let reason = sentence.map(|best| normalised.source(best.end));
        let reading = self.reading(text, normalised, reader, reason)?;
        // A name is doubted only by words beside it, words that many libraries share only by more words around them.
        let known = |best: Hit<'_>| {
            let (start, end) = (normalised.source(best.start), normalised.source(best.end));
            let inside = start <= reading.place.start && reading.place.end <= end;
            let around = reading.place.start <= start && end < reading.place.end;
            best.words.meaning.name && inside || best.words.generic && !is_vague(best) && !around
        };
        if self.best().is_some_and(known) {
            return None;
        }
        // A code that others wrap their reasons in tells even less.
        let code = |best: Hit<'_>| best.words.meaning.wrapper && best.words.meaning.name;
        if self.best().is_some_and(|best| !code(best)) && reading.causes.first().copied().is_some_and(is_wide)
        {
            return None;
        }
        let shown = self.hits.iter().find(|hit| hit.words.meaning.is_mark());
        let mut causes = reading.causes;
        for cause in self.causes() {
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        Some(Recognised {
            span: Span::new(reading.place.start, reading.place.end),
            library: names.get(shown.or(self.subjects.first())?.words.library)?.clone(),
            via: None,
            entry: None,
            causes: wider::with(causes),
            misleading: None,
            also: Vec::new(),
        })
    }

    /// What the words around the first subject say, or around a later one where the line is long. A line that no message
    /// is on, and that says little when it is read closely, is read loosely too.
    fn reading(
        &self,
        text: &str,
        normalised: &Normalised,
        reader: &Reader,
        reason: Option<usize>,
    ) -> Option<Reading> {
        let read = |care| {
            let mut subjects = self.subjects.iter().map(|hit| normalised.source(hit.start));
            subjects.find_map(|at| reader.read(text.as_bytes(), at, reason, care))
        };
        let narrow = |reading: &Reading| !reading.causes.first().copied().is_some_and(is_wide);
        let said = read(Care::Close);
        if self.best().is_some() || said.as_ref().is_some_and(narrow) {
            return said;
        }
        read(Care::Loose).or(said)
    }

    /// Brings the most telling words to the front.
    fn rank(&mut self, text: &[u8]) {
        if self.hits.len() > MOST_HITS {
            order::by_key(&mut self.hits, |hit| Reverse(hit.score));
            self.hits.truncate(MOST_HITS);
        }
        let meant = |hit: &&Hit<'_>| !hit.words.meaning.is_mark() && !hit.words.meaning.wrapper;
        let telling: Vec<(usize, usize)> =
            self.hits.iter().filter(meant).map(|hit| (hit.start, hit.end)).collect();
        let own: Vec<usize> = {
            let own = self.hits.iter().filter(meant).filter(|hit| !hit.words.generic);
            own.map(|hit| hit.start).collect()
        };
        // `Invalid token: the key id is unknown`: what stands behind the colon is the reason.
        let introduces = |hit: &Hit<'_>| {
            let reason = hit.end..hit.end + REASON_BYTES;
            (text.get(hit.end) == Some(&b':') || text.get(hit.end - 1) == Some(&b':'))
                && own.iter().any(|start| reason.contains(start))
        };
        let inside = |hit: &Hit<'_>| {
            telling.iter().any(|&(start, end)| {
                start <= hit.start && hit.end <= end && end - start > 2 * (hit.end - hit.start)
            })
        };
        order::by_key(&mut self.hits, |hit| {
            let meaning = &hit.words.meaning;
            let tier = if hit.words.generic { 2 } else { u8::from(meaning.name) };
            (
                meaning.is_mark(),
                meaning.wrapper || introduces(hit),
                inside(hit),
                tier,
                Reverse(hit.score),
                hit.start,
            )
        });
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

    /// The other libraries that have words where the best ones stand.
    fn also(&self, best: Hit<'_>, names: &[String]) -> Vec<Also> {
        let mut also: Vec<Also> = Vec::new();
        for hit in self.hits.iter().filter(|hit| !hit.words.meaning.is_mark()) {
            let overlaps = hit.start < best.end && best.start < hit.end;
            let Some(library) = names.get(hit.words.library) else { continue };
            let other = hit.words.library != best.words.library;
            if overlaps && other && also.iter().all(|known| known.library != *library) {
                also.push(Also { library: library.clone(), causes: hit.words.meaning.causes.clone() });
            }
        }
        also
    }

    /// Shared words are the message of the library that shows itself beside them, unless their own does.
    fn shown(&self, best: Hit<'_>, marked: &HashSet<usize>) -> Option<&Hit<'a>> {
        if marked.contains(&best.words.library) {
            return None;
        }
        self.hits.iter().find(|hit| marked.contains(&hit.words.library) && !hit.words.meaning.wrapper)
    }

    /// The words of another library beside the best ones: who passed the message on.
    fn around(&self, best: Hit<'_>) -> Option<&Hit<'a>> {
        self.hits.iter().find(|hit| {
            (hit.words.meaning.wrapper || hit.words.meaning.is_mark())
                && hit.words.library != best.words.library
                && (hit.end <= best.start || best.end <= hit.start)
        })
    }
}
