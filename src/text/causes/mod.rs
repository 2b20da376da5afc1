//! The words about each cause: a title, a sentence that takes the finding's facts, and what to do next.
//!
//! A cause without words does not compile.

mod claims;
mod header;
mod jwk;
mod key;
mod secret;
mod signature;
mod structure;
mod time;
mod transport;

use super::{Language, Text, template};
use crate::{cause::Cause, finding::Finding};

/// What is said about a cause.
pub struct Words {
    /// Whom the words are about.
    pub cause: Cause,
    /// The heading, without a full stop.
    pub title: Text,
    /// A template: what was expected, what was found and where; see [`template`].
    pub sentence: Text,
    /// What to do next.
    pub advice: Text,
}

/// A row of the tables; each text as `[English, Chinese]`.
const fn words(
    cause: Cause,
    title: [&'static str; 2],
    sentence: [&'static str; 2],
    advice: [&'static str; 2],
) -> Words {
    Words { cause, title: Text::of(title), sentence: Text::of(sentence), advice: Text::of(advice) }
}

/// The tables, in reading order.
const TABLES: [&[Words]; 9] = [
    transport::WORDS,
    structure::WORDS,
    signature::WORDS,
    secret::WORDS,
    key::WORDS,
    jwk::WORDS,
    header::WORDS,
    time::WORDS,
    claims::WORDS,
];

/// The words of each cause, at the cause's own number.
static ALL: [&Words; Cause::ALL.len()] = by_cause();

/// Puts the rows in the order of the causes; a second row stops the build, and so does a missing one,
/// with the id of its cause.
const fn by_cause() -> [&'static Words; Cause::ALL.len()] {
    let mut all: [Option<&'static Words>; Cause::ALL.len()] = [None; Cause::ALL.len()];
    let mut table = 0;
    while table < TABLES.len() {
        let mut row = 0;
        while row < TABLES[table].len() {
            let words = &TABLES[table][row];
            assert!(all[words.cause as usize].is_none(), "src/text/causes: a cause has two rows of words");
            all[words.cause as usize] = Some(words);
            row += 1;
        }
        table += 1;
    }
    let mut ordered = [&TABLES[0][0]; Cause::ALL.len()];
    let mut index = 0;
    while index < all.len() {
        match all[index] {
            Some(words) => ordered[index] = words,
            None => panic!("{}", Cause::ALL[index].id()),
        }
        index += 1;
    }
    ordered
}

/// The words about a cause.
pub fn about(cause: Cause) -> &'static Words {
    ALL[cause as usize]
}

/// The cause's short name, shown as a heading.
pub fn title(cause: Cause, language: Language) -> &'static str {
    about(cause).title.in_(language)
}

/// What to do next about the cause, one sentence.
pub fn advice(cause: Cause, language: Language) -> &'static str {
    about(cause).advice.in_(language)
}

/// What was expected, what was found, and where: the sentence without the advice.
pub fn statement(finding: &Finding, language: Language) -> String {
    template::render(about(finding.cause).sentence.in_(language), &finding.facts, language)
}

/// The whole message: what was expected, what was found and where, and what to do next.
pub fn sentence(finding: &Finding, language: Language) -> String {
    let blank = match language {
        Language::En => " ",
        Language::Zh => "",
    };
    statement(finding, language) + blank + advice(finding.cause, language)
}
