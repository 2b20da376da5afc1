//! The words by which the entries of one product show themselves: in a token, around messages, in public keys.

use super::report::{MessageReport, TokenReport};
use crate::kb::{Knowledge, Summary};

/// How many bytes before and behind a message's words are looked at: a line of a log may be a megabyte.
const NEAR: usize = 512;

/// How many bytes of a key text are looked at.
const MOST_OF_A_KEY: usize = 4096;

/// A mark that begins so is the modulus of a key (RFC 7518 section 6.3.1.1): where it stands, that very key is given.
const MODULUS: &str = "\"n\":\"";

/// The entries of which a mark stands beside the tokens, by their ids.
#[derive(Default)]
pub(super) struct Beside {
    near: Vec<String>,
    /// Those that are about a key that is given.
    given: Vec<String>,
}

impl Beside {
    /// Seeks the marks once for all tokens.
    pub(super) fn of(text: &str, messages: &[MessageReport], keys: &[String], knowledge: &Knowledge) -> Self {
        let mut words = String::new();
        for message in messages {
            let via = message.via.as_deref().unwrap_or_default();
            words.extend([around(text, message), "\n", &message.library, "\n", via, "\n"]);
        }
        for key in keys.iter().filter(|key| is_public(key)) {
            let head = &key[..key.floor_char_boundary(MOST_OF_A_KEY)];
            words.extend(head.chars().filter(|c| !c.is_whitespace()));
        }
        words.make_ascii_lowercase();
        let has = |mark: &String| words.contains(&mark.to_ascii_lowercase());
        let mut found = Self::default();
        for entry in knowledge.entries().iter().filter(|entry| entry.marks.iter().any(has)) {
            if entry.marks.iter().any(|mark| mark.starts_with(MODULUS) && has(mark)) {
                found.given.push(entry.id.clone());
            }
            found.near.push(entry.id.clone());
        }
        found
    }

    /// Whether a message or a key has one of the entry's marks.
    pub(super) fn has(&self, entry: &Summary) -> bool {
        self.near.contains(&entry.id)
    }

    /// The entries about a key that is given.
    pub(super) fn given(&self) -> &[String] {
        &self.given
    }
}

/// Whether a key text is a JWK or a set of them without any secret member (RFC 7518 sections 6.2.2, 6.3.2 and 6.4): of
/// another text nothing may be told, not even that a word stands in it.
fn is_public(key: &str) -> bool {
    let has = |member: &str| key.contains(member);
    has("\"kty\"") && !has("\"k\"") && !has("\"d\"")
}

/// The line of a message, or what is near of it.
fn around<'a>(text: &'a str, message: &MessageReport) -> &'a str {
    let (start, end) = (message.span.start.min(text.len()), message.span.end.min(text.len()));
    let first = text.floor_char_boundary(start.saturating_sub(NEAR));
    let last = text.ceil_char_boundary(end.saturating_add(NEAR).min(text.len()));
    let before = text.get(first..start).and_then(|before| before.rfind('\n'));
    let behind = text.get(end..last).and_then(|behind| behind.find('\n'));
    let first = before.map_or(first, |at| first + at);
    text.get(first..behind.map_or(last, |at| end + at)).unwrap_or_default()
}

/// What stands in a token: header and payload as they were spelled, but for escaped slashes, and its characters.
pub(super) fn words(report: &TokenReport) -> String {
    let texts =
        [&report.header, &report.payload].into_iter().flatten().map(|text| text.source.replace("\\/", "/"));
    let segments = report.segments.iter().map(|segment| segment.text.clone());
    texts.chain(segments).collect::<Vec<_>>().join("\n")
}

/// The length of the longest of the entry's marks that stands in these words: how closely it fits.
pub(super) fn closeness(entry: &Summary, words: &str) -> Option<usize> {
    entry.marks.iter().filter(|mark| words.contains(mark.as_str())).map(String::len).max()
}
