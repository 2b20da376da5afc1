//! How much words tell, compared with others on their line.

use std::{cmp::Reverse, collections::HashSet};

use super::{Hit, Line};
use crate::{cause::Cause, order};

/// The greatest number of different patterns that are compared on a line; no message has as many.
const MOST_HITS: usize = 256;

/// The score below which a sentence is so short that others say it too.
const SHORT: usize = 34;

/// The score from which on a sentence is so long that nobody else says it.
pub(super) const LONG: usize = 2 * SHORT;

/// How far behind a message and its colon the words of its reason begin at most.
const REASON_BYTES: usize = 32;

/// Whether words say no more than that something is wrong with a token: those that many libraries share, the class of
/// an exception, and a short sentence of a library that does not show itself.
pub(super) fn is_vague(hit: Hit<'_>) -> bool {
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
pub(super) fn is_wide(cause: Cause) -> bool {
    matches!(cause, Cause::HeaderLost | Cause::SignatureMismatch | Cause::SegmentCount)
}

/// Where the messages of a line stand, that others on it are held against.
struct Messages {
    /// All of them, each from its first byte to the byte after its last one.
    all: Vec<(usize, usize)>,
    /// Where those begin that are a library's own.
    own: Vec<usize>,
}

impl Messages {
    fn of(hits: &[Hit<'_>]) -> Self {
        let meant = |hit: &&Hit<'_>| !hit.words.meaning.is_mark() && !hit.words.meaning.wrapper;
        let own = hits.iter().filter(meant).filter(|hit| !hit.words.generic);
        Self {
            all: hits.iter().filter(meant).map(|hit| (hit.start, hit.end)).collect(),
            own: own.map(|hit| hit.start).collect(),
        }
    }

    /// `Invalid token: the key id is unknown`: whether one stands behind the colon of others, as their reason.
    fn give_the_reason_of(&self, hit: &Hit<'_>, text: &[u8]) -> bool {
        let reason = hit.end..hit.end + REASON_BYTES;
        (text.get(hit.end) == Some(&b':') || text.get(hit.end - 1) == Some(&b':'))
            && self.own.iter().any(|start| reason.contains(start))
    }

    /// Whether words are inside ones more than twice as long.
    fn hold(&self, hit: &Hit<'_>) -> bool {
        let length = hit.end - hit.start;
        self.all.iter().any(|&(start, end)| start <= hit.start && hit.end <= end && end - start > 2 * length)
    }
}

impl Line<'_> {
    /// Brings the most telling words to the front.
    pub(super) fn rank(&mut self, text: &[u8]) {
        if self.hits.len() > MOST_HITS {
            order::by_key(&mut self.hits, |hit| Reverse(hit.score));
            self.hits.truncate(MOST_HITS);
        }
        let messages = Messages::of(&self.hits);
        order::by_key(&mut self.hits, |hit| {
            let meaning = &hit.words.meaning;
            let tier = if hit.words.generic { 2 } else { u8::from(meaning.name) };
            (
                meaning.is_mark(),
                meaning.wrapper || messages.give_the_reason_of(hit, text),
                messages.hold(hit),
                tier,
                Reverse(hit.score),
                hit.start,
            )
        });
    }

    /// Whether a message stands on the line that says more than that something is wrong with a token.
    pub(in crate::kb) fn tells(&self, text: &[u8]) -> bool {
        self.best()
            .is_some_and(|best| self.is_own(best) && !best.words.meaning.wrapper && !introduces(best, text))
    }

    /// Whether a sentence is a library's own, and means something.
    pub(super) fn is_own(&self, hit: Hit<'_>) -> bool {
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
    pub(super) fn is_nobodys(&self, hit: Hit<'_>, marked: &HashSet<usize>) -> bool {
        let meaning = &hit.words.meaning;
        let named = meaning.name || hit.words.is_code() || hit.score >= LONG;
        let general = || meaning.misleading.is_none() && hit.words.is_short() && self.is_general(hit);
        !named && !marked.contains(&hit.words.library) && (hit.is_odd || general())
    }
}
