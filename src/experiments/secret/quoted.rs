//! Quotation marks belong to the secret on one side only, as when an env file keeps them.

use super::{
    given_texts,
    whitespace::{blank, blanks},
};
use crate::{case::Case, experiments::Proposal, finding::Facts};

const MARKS: [(&str, &str); 7] = [
    ("\"", "\""),
    ("'", "'"),
    ("`", "`"),
    ("\u{201c}", "\u{201d}"),
    ("\u{2018}", "\u{2019}"),
    ("\\\"", "\\\""),
    ("b'", "'"),
];

/// Takes a pair of marks off, then a single one, and with them the white space of the file around them; puts a pair on.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        let trimmed = text.trim_matches(blank);
        let around = text.replacen(trimmed, "", 1);
        for (open, close) in MARKS {
            let facts = || Facts::new().public("stripped", format!("{open}{close}"));
            let inner = |text: &str| Some(text.strip_prefix(open)?.strip_suffix(close)?.as_bytes().to_vec());
            let single = text.strip_prefix(open).or_else(|| text.strip_suffix(close));
            let single = single.map(|kept| kept.as_bytes().to_vec());
            for kept in [inner(text), single].into_iter().flatten() {
                proposals.extend(given.becomes(kept, facts()));
            }
            // In a file a line end stands behind the marks.
            let kept = inner(trimmed).filter(|_| !around.is_empty());
            let facts = facts().public("around", blanks(&around));
            proposals.extend(kept.and_then(|kept| given.becomes(kept, facts)));
        }
        for (open, close) in MARKS.into_iter().take(2) {
            let facts = Facts::new().public("added", format!("{open}{close}"));
            proposals.extend(given.becomes(format!("{open}{text}{close}").into_bytes(), facts));
        }
    }
    proposals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn marks_are_taken_off_and_put_on() {
        for given in ["\"key\"", "'key'", "\u{201c}key\u{201d}", "\"key", "key'", "b'key'"] {
            check_secret(propose, given.as_bytes(), b"key");
        }
        for given in ["\"key\"\n", " 'key'", "\t`key`\r\n"] {
            check_secret(propose, given.as_bytes(), b"key");
        }
        check_secret(propose, b"key", b"\"key\"");
        check_secret(propose, b"key", b"'key'");
    }
}
