//! What a line says that no pattern knows: the thing that it names, and what is wrong with it.
//!
//! Only a little of a line is read, around the word that shows what it may speak of.

use std::ops::Range;

use aho_corasick::{
    Input, MatchKind,
    automaton::Automaton,
    nfa::contiguous::{Builder, NFA},
};

use super::{
    plain::{Care, Plain},
    rules::{Order, Rule, Rules, Said, Trust},
};
use crate::{cause::Cause, order};

/// How many bytes are read before the word that shows the subject.
pub(super) const REACH_BEFORE: usize = 200;

/// How many bytes are read behind it.
const REACH_BEHIND: usize = 400;

/// How many bytes of words may stand between a thing and what is said of it.
const GAP: usize = 90;

/// How many of them when they have to stand side by side: as when nothing else on the line speaks of a JOSE object.
const NARROW_GAP: usize = 12;

/// What was read of a line.
#[derive(Debug)]
pub(super) struct Reading {
    /// From the first to the last word that was understood, as byte offsets of the text.
    pub(super) place: Range<usize>,
    /// What it can mean, the likeliest first.
    pub(super) causes: Vec<Cause>,
}

/// The words of all rules, ready to be looked for at once.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    automaton: Option<NFA>,
    /// For each word, the numbers of the lists that hold it.
    lists: Vec<Vec<usize>>,
    rules: Rules,
}

/// Where the words of each list stand on a line.
struct Places(Vec<Vec<Range<usize>>>);

impl Places {
    fn of(&self, list: usize) -> &[Range<usize>] {
        self.0.get(list).map_or(&[], Vec::as_slice)
    }

    fn has(&self, list: usize) -> bool {
        !self.of(list).is_empty()
    }
}

impl Reader {
    /// Prepares the rules.
    pub(super) fn new(rules: Rules) -> Self {
        let lists = rules.lists.iter().enumerate();
        let mut holding: Vec<(&str, usize)> =
            lists.flat_map(|(list, words)| words.iter().map(move |word| (&**word, list))).collect();
        order::by_key(&mut holding, |&(word, _)| word);
        let words = || holding.chunk_by(|(one, _), (other, _)| one == other);
        let written = words().filter_map(|held| {
            let (word, _) = held.first()?;
            Some(match word.strip_suffix('*') {
                Some(beginning) => format!(" {beginning}"),
                None => format!(" {word} "),
            })
        });
        let automaton = Builder::new().match_kind(MatchKind::Standard).build(written).ok();
        let lists = words().map(|held| held.iter().map(|&(_, list)| list).collect()).collect();
        Self { automaton, lists, rules }
    }

    /// What is said around the subject at `at` of a text, on one line, and behind `reason` when that is given; none when
    /// nothing wrong is said.
    pub(super) fn read(&self, text: &[u8], at: usize, reason: Option<usize>, care: Care) -> Option<Reading> {
        let plain = around(text, at, care)?;
        let places = self.places(&plain.words);
        let certain = places.has(self.rules.certain);
        if places.has(self.rules.foreign) && !certain {
            return None;
        }
        let topics = self.rules.topics.iter().filter(|&&list| places.has(list)).count();
        let line = Shown { plain: &plain, places: &places, certain, speaks: certain || topics > 1 };
        let narrow = |from| line.first(&self.rules.all, from, |trust| trust < Trust::Last);
        let found = if let Some(reason) = reason {
            narrow(plain.at(reason))
        } else {
            // What stands behind the class of an exception tells more than its name.
            let behind = plain.reason.and_then(narrow);
            let wide = || line.first(&self.rules.all, 0, |trust| trust == Trust::Last);
            behind.or_else(|| narrow(0)).or_else(wide)
        };
        let (range, causes) = found?;
        Some(Reading { place: plain.place(range)?, causes: causes.to_vec() })
    }

    /// Whether the line at a place speaks of other tokens, signatures and keys, and of no JOSE object.
    pub(super) fn is_foreign(&self, text: &[u8], at: usize) -> bool {
        let Some(plain) = around(text, at, Care::Close) else { return false };
        let places = self.places(&plain.words);
        places.has(self.rules.foreign) && !places.has(self.rules.certain)
    }

    /// Where the words of each list stand.
    fn places(&self, line: &[u8]) -> Places {
        let mut places = vec![Vec::new(); self.rules.lists.len()];
        let found =
            self.automaton.as_ref().map(|automaton| automaton.try_find_overlapping_iter(Input::new(line)));
        for word in found.into_iter().flatten().flatten() {
            for &list in self.lists.get(word.pattern().as_usize()).into_iter().flatten() {
                if let Some(places) = places.get_mut(list) {
                    places.push(word.range());
                }
            }
        }
        let denied = places.get(self.rules.denied).cloned().unwrap_or_default();
        for places in places.iter_mut().filter(|_| !denied.is_empty()) {
            places.retain(|word| {
                denied.iter().all(|range| range == word || word.start < range.start || range.end < word.end)
            });
        }
        Places(places)
    }
}

/// What a line shows.
struct Shown<'a> {
    plain: &'a Plain,
    places: &'a Places,
    /// Whether it surely speaks of a JOSE object.
    certain: bool,
    /// Whether it seems to.
    speaks: bool,
}

impl Shown<'_> {
    /// The first rule of a trust that fits the words from a place on.
    fn first<'r>(
        &self,
        rules: &'r [Rule],
        from: usize,
        trusted: impl Fn(Trust) -> bool,
    ) -> Option<(Range<usize>, &'r [Cause])> {
        let mut rules = rules.iter().filter(|rule| trusted(rule.trust));
        rules.find_map(|rule| Some((self.fit(rule, from)?, rule.causes.as_slice())))
    }

    /// Where a rule's thing stands with all that has to be said of it, if that can be believed.
    fn fit(&self, rule: &Rule, from: usize) -> Option<Range<usize>> {
        let most = if self.speaks { GAP } else { NARROW_GAP };
        let things = self.places.of(rule.things).iter().filter(|thing| thing.start >= from);
        let fits = things.filter_map(|thing| self.around(thing, &rule.said, from));
        let whole =
            |range: &Range<usize>| !self.plain.ends.iter().any(|end| range.start < *end && *end < range.end);
        let fits = fits.filter(|(range, gap)| *gap <= most && whole(range));
        let (range, gap) = fits.min_by_key(|(_, gap)| *gap)?;
        let joined = || self.plain.joined(range.start + 1, range.end.saturating_sub(2));
        let alone = rule.trust == Trust::Alone && gap < NARROW_GAP;
        let believed = self.certain || self.speaks && rule.trust < Trust::Last || alone || joined();
        believed.then_some(range)
    }

    /// The words from a thing to all that is said of it, and how far apart they are.
    fn around(&self, thing: &Range<usize>, said: &[Said], from: usize) -> Option<(Range<usize>, usize)> {
        let (mut range, mut widest) = (thing.clone(), 0);
        for said in said {
            // Words share the blank between them.
            let before = |word: &Range<usize>| word.end <= thing.start + 1;
            let behind = |word: &Range<usize>| thing.end <= word.start + 1;
            let stands = |word: &&Range<usize>| match said.order {
                Order::Any => before(word) || behind(word),
                Order::Before => before(word),
                Order::Behind => behind(word),
            };
            let gap = |word: &Range<usize>| {
                word.start.saturating_sub(thing.end).max(thing.start.saturating_sub(word.end))
            };
            let words = self.places.of(said.words).iter().filter(|word| word.start >= from);
            let word = words.filter(stands).min_by_key(|word| gap(word))?;
            if said.near && gap(word) >= NARROW_GAP {
                return None;
            }
            widest = widest.max(gap(word));
            range = range.start.min(word.start)..range.end.max(word.end);
        }
        Some((range, widest))
    }
}

/// How many bytes before a place the beginning of its line is looked for: no line of a trace is as long, and a long line
/// is read at many places.
const LINE_BYTES: usize = 4096;

/// The words around a place of a text, on its line; none where a trace of calls shows a line of somebody's program.
fn around(text: &[u8], at: usize, care: Care) -> Option<Plain> {
    let (before, after) = text.split_at_checked(at)?;
    let far = at.saturating_sub(LINE_BYTES);
    let near = before.get(far..)?.iter().rposition(|&byte| byte == b'\n');
    let line = near.map_or(far, |end| far + end + 1);
    let (above, indented) = text.split_at_checked(line)?;
    if (near.is_some() || far == 0) && is_of_trace(above, indented) {
        return None;
    }
    let start = line.max(at.saturating_sub(REACH_BEFORE));
    let end = at + after.iter().take(REACH_BEHIND).take_while(|&&byte| byte != b'\n').count();
    Some(Plain::new(text, start..end, care))
}

/// How much of a line is read to tell whether it belongs to a trace.
const CALL_BYTES: usize = 512;

/// Whether a line belongs to a trace of calls: `at verify (/app/auth.js:9:3)`, `File "auth.py", line 9, in verify` and
/// the line of the program that Python prints below it.
fn is_of_trace(above: &[u8], line: &[u8]) -> bool {
    let words = line.trim_ascii_start();
    // What is not indented, or is the first line of all, is a sentence.
    if words.len() == line.len() || line.starts_with(b"\n") {
        return false;
    }
    let written = line.iter().take(CALL_BYTES).take_while(|&&byte| byte != b'\n').count();
    let end = line.get(..written).unwrap_or_default().trim_ascii_end().last();
    let called = words.starts_with(b"at ") && end.is_some_and(|byte| *byte == b')' || byte.is_ascii_digit());
    let mut lines = above.strip_suffix(b"\n").unwrap_or(above).rsplit(|&byte| byte == b'\n');
    let is_call = |line: &[u8]| line.trim_ascii_start().starts_with(b"File \"");
    called || is_call(words) || lines.next().is_some_and(is_call)
}
