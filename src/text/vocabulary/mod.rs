//! Values of facts that are words of ours, not of the token: they are ids in a fact and words in a sentence.
//!
//! Other rooms write `reason: "trailing-data"`; only this room says "something stands after its end". An id without a
//! word is shown as it is.

mod formats;
mod reasons;

use super::{Language, Text, causes};
use crate::cause::Cause;

/// An id, and its word as `[English, Chinese]`.
type Word = (&'static str, [&'static str; 2]);

/// The word for a fact's value; `None` when the value is shown as it is.
pub fn word(fact: &str, value: &str) -> Option<Text> {
    let table: &[Word] = match fact {
        "reason" => reasons::REASONS,
        "difference" => reasons::DIFFERENCES,
        "segment" => formats::SEGMENTS,
        "read_as" | "format" => formats::FORMATS,
        "encoding" => formats::ENCODINGS,
        "value_type" => formats::VALUE_TYPES,
        "token_kind" | "kind_wanted" => formats::TOKEN_KINDS,
        "library" => formats::LIBRARIES,
        "key_needed" | "key_found" => formats::KEY_KINDS,
        _ => return None,
    };
    let word = table.iter().find(|(id, _)| *id == value).map(|(_, both)| Text::of(*both));
    // One cause may be the reason for another one.
    let cause = || Cause::from_id(value).filter(|_| fact == "reason").map(|cause| causes::about(cause).title);
    word.or_else(cause)
}

/// How a key text was read, in words; an id without a word is shown as it is.
pub fn read_as(id: &str, language: Language) -> &str {
    word("read_as", id).map_or(id, |word| word.in_(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stands_once_and_has_words_in_both_languages() {
        for table in [
            reasons::REASONS,
            reasons::DIFFERENCES,
            formats::SEGMENTS,
            formats::FORMATS,
            formats::ENCODINGS,
            formats::VALUE_TYPES,
            formats::TOKEN_KINDS,
            formats::KEY_KINDS,
            formats::LIBRARIES,
        ] {
            for (index, (id, [en, zh])) in table.iter().enumerate() {
                assert!(
                    !en.is_empty() && !zh.is_empty() && !en.ends_with('.') && !zh.ends_with('。'),
                    "{id}"
                );
                assert!(!table.iter().skip(index + 1).any(|other| other.0 == *id), "{id} stands twice");
            }
        }
    }

    #[test]
    fn an_unknown_id_is_shown_as_it_is() {
        let english = |fact, value| word(fact, value).map(|word| word.in_(Language::En));
        assert_eq!(english("reason", "trailing-data"), Some("something stands after its end"));
        assert_eq!(english("reason", "no-such-reason"), None);
        assert_eq!(english("reason", "jwks-empty"), Some("The key set is empty"));
        assert_eq!(english("alg", "none"), None);
        assert_eq!(
            word("library", "golang-jwt before v5").map(|word| word.in_(Language::Zh)),
            Some("v5 之前的 golang-jwt")
        );
    }
}
