//! Finding entries by words, typing errors forgiven, and by the message of a library.

use super::{Entry, Knowledge, Language, Summary, Texts};
use crate::order;

/// The words of all entries in lower case, so that a search can be made at every keystroke.
#[derive(Clone, Debug)]
pub struct Searcher {
    entries: Vec<Fields>,
}

/// The words of one entry.
#[derive(Clone, Debug)]
struct Fields {
    /// The titles, in the order of [`Language::ALL`].
    titles: [String; 2],
    /// Other texts, each with its weight.
    others: Vec<(u32, String)>,
}

impl Searcher {
    /// Prepares the entries of an index, and what the texts say of them once they are there.
    pub fn new(knowledge: &Knowledge, texts: Option<&Texts>) -> Self {
        let fields = |summary: &Summary| {
            let mut others = of_summary(summary);
            if let Some(entry) = texts.and_then(|texts| texts.entry(&summary.id)) {
                others.extend(of_entry(entry));
            }
            Fields { titles: Language::ALL.map(|language| lower(summary.title.get(language))), others }
        };
        Self { entries: knowledge.entries().iter().map(fields).collect() }
    }

    /// The positions of the entries that a query finds, the best first: what the message of a library is about, when
    /// the query is or holds one; then the entries in which every word of it stands. `knowledge` is what the searcher
    /// was prepared from. An empty query finds everything, in the order of the ids.
    pub fn search(&self, knowledge: &Knowledge, query: &str, language: Language) -> Vec<usize> {
        let mut found = of_messages(knowledge, query);
        let others: Vec<usize> =
            self.of_words(query, language).into_iter().filter(|index| !found.contains(index)).collect();
        found.extend(others);
        found
    }

    /// Words are looked for in both languages; titles of `language` count most. A word of five letters or more is also
    /// found when one letter of it is wrong, missing, added, or changed places with the next.
    fn of_words(&self, query: &str, language: Language) -> Vec<usize> {
        let words: Vec<String> = query.split_whitespace().map(lower).collect();
        let mut found: Vec<(u32, usize)> = Vec::new();
        for (index, fields) in self.entries.iter().enumerate() {
            let scores: Option<Vec<u32>> = words.iter().map(|word| score(fields, word, language)).collect();
            found.extend(scores.map(|scores| (scores.iter().sum(), index)));
        }
        order::by_key(&mut found, |&(score, _)| std::cmp::Reverse(score));
        found.into_iter().map(|(_, index)| index).collect()
    }
}

/// The shortest query in which a message is looked for.
const MESSAGE_LETTERS: usize = 8;

/// How many entries a cause of a message contributes at most.
const ENTRIES_OF_A_CAUSE: usize = 4;

/// The entries that the messages in a query lead to: each message's own, then those of its causes.
fn of_messages(knowledge: &Knowledge, query: &str) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    if !may_hold_a_message(query) {
        return found;
    }
    for message in knowledge.recogniser().recognise(query) {
        let own = message.entry.as_deref().and_then(|id| knowledge.position(id));
        let causes = message.causes.iter().flat_map(|&cause| {
            knowledge.entries_for(cause).into_iter().take(ENTRIES_OF_A_CAUSE).map(|entry| &entry.id)
        });
        for index in own.into_iter().chain(causes.filter_map(|id| knowledge.position(id))) {
            if !found.contains(&index) {
                found.push(index);
            }
        }
    }
    found
}

/// A sentence, a class or a code: a single word of a few letters is none, and the patterns need not be prepared for it.
fn may_hold_a_message(query: &str) -> bool {
    let sign = |letter: char| letter.is_whitespace() || letter.is_ascii_digit() || "_.:".contains(letter);
    query.trim().len() >= MESSAGE_LETTERS && query.trim().contains(sign)
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

fn of_summary(summary: &Summary) -> Vec<(u32, String)> {
    let causes: Vec<&str> = summary.causes.iter().map(|cause| cause.id()).collect();
    vec![
        (12, summary.id.clone()),
        (6, causes.join("\n")),
        (6, lower(&summary.libraries.join("\n"))),
        (4, lower(&summary.tags.join("\n"))),
    ]
}

fn of_entry(entry: &Entry) -> Vec<(u32, String)> {
    let (mut messages, mut seen, mut advice) = (String::new(), String::new(), String::new());
    for symptom in &entry.symptoms {
        for message in symptom.message.iter().chain(&symptom.library) {
            add(&mut messages, message);
        }
        for text in symptom.text.iter().flat_map(|text| [&text.en, &text.zh]) {
            add(&mut seen, text);
        }
    }
    for attempt in entry.workarounds.iter().chain(&entry.dead_ends) {
        add(&mut advice, &attempt.text.en);
        add(&mut advice, &attempt.text.zh);
    }
    let root = format!("{}\n{}", lower(&entry.root_cause.en), entry.root_cause.zh);
    vec![(6, messages), (3, seen), (2, root), (1, advice)]
}

fn add(texts: &mut String, text: &str) {
    texts.push_str(&lower(text));
    texts.push('\n');
}

/// The weight of the best field that holds the word: most where a word begins with it, least where it has to be
/// forgiven a letter.
fn score(fields: &Fields, word: &str, language: Language) -> Option<u32> {
    let titles = Language::ALL.into_iter().zip(&fields.titles);
    let titles = titles.map(|(other, title)| (if other == language { 16 } else { 8 }, title.as_str()));
    let others = fields.others.iter().map(|(weight, text)| (*weight, text.as_str()));
    let weighted: Vec<(u32, &str)> = titles.chain(others).collect();
    let exact = weighted.iter().filter_map(|(weight, text)| {
        let at = text.find(word)?;
        let begins = text.get(..at)?.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        Some(weight * if begins { 10 } else { 8 })
    });
    exact.max().or_else(|| {
        if word.len() < 5 || !word.is_ascii() {
            return None;
        }
        let forgiven = |text: &str| {
            text.as_bytes()
                .split(|letter| !letter.is_ascii_alphanumeric())
                .any(|other| one_letter_apart(word.as_bytes(), other))
        };
        weighted.iter().filter(|(_, text)| forgiven(text)).map(|(weight, _)| *weight).max()
    })
}

/// Whether two words differ by one letter at most: another one, one more, one less, or two that changed places.
fn one_letter_apart(one: &[u8], other: &[u8]) -> bool {
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same_head = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(same_head..).unwrap_or_default(), other.get(same_head..).unwrap_or_default());
    match (one, other) {
        ([], _) | (_, []) => true,
        ([a, rest @ ..], [b, others @ ..]) => {
            rest == others
                || rest == other
                || one == others
                || matches!((rest, others), ([c, tail @ ..], [d, tails @ ..]) if a == d && b == c && tail == tails)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_forgiven() {
        let apart = |one: &str, other: &str| one_letter_apart(one.as_bytes(), other.as_bytes());
        for typo in
            ["signature", "signatuer", "signture", "signatture", "sognature", "signaturee", "ignature"]
        {
            assert!(apart(typo, "signature"), "{typo}");
        }
        for other in ["signed", "singatuer", "signatures2", "audience"] {
            assert!(!apart(other, "signature"), "{other}");
        }
    }
}
