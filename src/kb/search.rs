//! Finding entries by words.

use super::{Entry, Knowledge, Language};

impl Knowledge {
    /// The entries in which every word of the query stands, the best first. Words are looked for in both languages;
    /// titles of `language` count most. An empty query finds everything, in the order of the ids.
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

/// The weight of the best field that holds the word; a quarter more where a word begins with it.
fn score(fields: &[(u32, String)], word: &str) -> Option<u32> {
    fields
        .iter()
        .filter_map(|(weight, text)| {
            let at = text.find(word)?;
            let begins = text.get(..at)?.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
            Some(weight * if begins { 5 } else { 4 })
        })
        .max()
}
