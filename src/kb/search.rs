//! Finding entries by words, typing errors forgiven.

use super::{Entry, Knowledge, Language};

impl Knowledge {
    /// The entries in which every word of the query stands, the best first. Words are looked for in both languages;
    /// titles of `language` count most. A word of five letters or more is also found when one letter of it is wrong,
    /// missing, added, or changed places with the next. An empty query finds everything, in the order of the ids.
    pub fn search(&self, query: &str, language: Language) -> Vec<&Entry> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let mut found: Vec<(u32, &Entry)> = self
            .entries()
            .iter()
            .filter_map(|entry| {
                let fields = fields(entry, language);
                let scores: Option<Vec<u32>> = words.iter().map(|word| score(&fields, word)).collect();
                Some((scores?.iter().sum(), entry))
            })
            .collect();
        found.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// The searched texts of an entry in lower case, each with its weight.
fn fields(entry: &Entry, language: Language) -> Vec<(u32, String)> {
    let mut fields = vec![
        (16, entry.title.get(language).to_lowercase()),
        (12, entry.id.to_lowercase()),
        (8, entry.title.en.to_lowercase()),
        (8, entry.title.zh.to_lowercase()),
        (2, entry.root_cause.en.to_lowercase()),
        (2, entry.root_cause.zh.to_lowercase()),
    ];
    fields.extend(entry.causes.iter().map(|cause| (6, cause.id().to_owned())));
    fields.extend(entry.tags.iter().map(|tag| (4, tag.to_lowercase())));
    for symptom in &entry.symptoms {
        fields.extend(symptom.message.iter().map(|message| (6, message.to_lowercase())));
        fields.extend(symptom.library.iter().map(|library| (6, library.to_lowercase())));
        fields
            .extend(symptom.text.iter().flat_map(|text| [(3, text.en.to_lowercase()), (3, text.zh.clone())]));
    }
    for attempt in entry.workarounds.iter().chain(&entry.dead_ends) {
        fields.extend([(1, attempt.text.en.to_lowercase()), (1, attempt.text.zh.clone())]);
    }
    fields
}

/// The weight of the best field that holds the word: most where a word begins with it, least where it has to be
/// forgiven a letter.
fn score(fields: &[(u32, String)], word: &str) -> Option<u32> {
    let exact = fields
        .iter()
        .filter_map(|(weight, text)| {
            let at = text.find(word)?;
            let begins = text.get(..at)?.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
            Some(weight * if begins { 10 } else { 8 })
        })
        .max();
    exact.or_else(|| {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 5 || !word.is_ascii() {
            return None;
        }
        let forgiven = |text: &str| {
            text.split(|letter: char| !letter.is_alphanumeric())
                .any(|other| one_letter_apart(&letters, &other.chars().collect::<Vec<_>>()))
        };
        fields.iter().filter(|(_, text)| forgiven(text)).map(|(weight, _)| *weight).max()
    })
}

/// Whether two words differ by one letter at most: another one, one more, one less, or two that changed places.
fn one_letter_apart(one: &[char], other: &[char]) -> bool {
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
        let apart = |one: &str, other: &str| {
            one_letter_apart(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
        };
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
