//! White space or a line end belongs to the secret on one side only: a file's last line, a copied blank.

use super::given_texts;
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// What editors, `echo` and forms put behind a secret.
const ADDED: [&str; 4] = ["\n", "\r\n", " ", "\t"];
/// What a line `NAME: value` or `NAME= value` leaves before a secret.
const BEFORE: [&str; 2] = [" ", "\t"];

/// Takes white space off, first at the ends, then everywhere; puts a line end or a blank on; exchanges the kinds of line
/// ends.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        let lines = text.trim_end_matches(['\r', '\n']);
        let ends = text.trim_matches(blank);
        let everywhere: String = text.chars().filter(|character| !blank(*character)).collect();
        for kept in [lines, ends, text.trim_start_matches(blank), text.trim_end_matches(blank), &everywhere] {
            let facts = Facts::new().public("stripped", blanks(text));
            proposals.extend(given.becomes(kept.as_bytes().to_vec(), facts));
        }
        for end in ADDED {
            let facts = Facts::new().public("added", end.chars().map(escape).collect::<String>());
            proposals.extend(given.becomes(format!("{lines}{end}").into_bytes(), facts.clone()));
            proposals.extend(given.becomes(format!("{text}{end}").into_bytes(), facts));
        }
        for start in BEFORE {
            let facts = Facts::new().public("added", start.chars().map(escape).collect::<String>());
            proposals.extend(given.becomes(format!("{start}{text}").into_bytes(), facts));
        }
        let unix = text.replace("\r\n", "\n");
        let facts = |to: &str| Facts::new().public("added", to);
        proposals.extend(given.becomes(unix.replace('\n', "\r\n").into_bytes(), facts("\\r\\n")));
        proposals.extend(given.becomes(unix.into_bytes(), facts("\\n")));
    }
    proposals
}

/// White space, and what looks like none at all.
pub(super) fn blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// The blanks of a text, made visible.
pub(super) fn blanks(text: &str) -> String {
    text.chars().filter(|character| blank(*character)).map(escape).collect()
}

fn escape(character: char) -> String {
    match character {
        ' ' => "\u{2423}".to_owned(),
        other => other.escape_default().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn white_space_is_taken_off() {
        for given in ["key\n", "key\r\n", " key", "\tkey ", "ke\ny", "key\u{a0}", "\u{200b}key"] {
            check_secret(propose, given.as_bytes(), b"key");
        }
        check_secret(propose, b" key\n", b" key");
    }

    #[test]
    fn line_ends_are_put_on_and_exchanged() {
        check_secret(propose, b"key", b"key\n");
        check_secret(propose, b"key\n", b"key\r\n");
        check_secret(propose, b"one\ntwo\n", b"one\r\ntwo\r\n");
        check_secret(propose, b"one\r\ntwo", b"one\ntwo");
    }
}
