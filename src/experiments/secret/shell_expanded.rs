//! A shell, a compose file or an env file read the secret and changed `$`, `#` and backslashes in it.

use super::given_texts;
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// A rewriting of a text, and the id of what it does.
type Rewriting = (&'static str, fn(&str) -> String);

const REWRITINGS: [Rewriting; 13] = [
    ("escapes-resolved", resolve_escapes),
    ("dollar-halved", |text| text.replace("$$", "$")),
    ("variable-expanded", |text| without_variables(text, true)),
    ("backslash-removed", |text| without_backslashes(text)),
    ("comment-cut", |text| text.split('#').next().unwrap_or_default().trim_end().to_owned()),
    ("dollar-doubled", |text| text.replace('$', "$$")),
    ("variable-expanded", |text| without_variables(text, false)),
    ("line-end-escaped", |text| text.replace("\r\n", "\n").replace('\n', "\\n")),
    ("backslash-doubled", |text| text.replace('\\', "\\\\")),
    ("dollar-escaped", |text| text.replace('$', "\\$")),
    ("percent-halved", |text| text.replace("%%", "%")),
    ("percent-doubled", |text| text.replace('%', "%%")),
    ("dollar-removed", |text| text.replace('$', "")),
];

/// Redoes what was done to the text, and undoes it.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case).filter(|(_, text)| text.contains(['$', '\\', '#', '%', '\n'])) {
        proposals.extend(REWRITINGS.into_iter().filter_map(|(what, rewrite)| {
            given.becomes(rewrite(text).into_bytes(), Facts::new().public("reason", what))
        }));
    }
    proposals
}

/// `\n`, `\r`, `\t` and `\\` as the characters that they stand for.
fn resolve_escapes(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            resolved.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => resolved.push('\n'),
            Some('r') => resolved.push('\r'),
            Some('t') => resolved.push('\t'),
            Some(other @ ('\\' | '"' | '\'' | '$')) => resolved.push(other),
            Some(other) => resolved.extend(['\\', other]),
            None => resolved.push('\\'),
        }
    }
    resolved
}

/// Each backslash gone, and the character behind it kept.
fn without_backslashes(text: &str) -> String {
    let mut characters = text.chars();
    std::iter::from_fn(|| match characters.next() {
        Some('\\') => characters.next(),
        other => other,
    })
    .collect()
}

/// `$name` and `${name}` as empty: no such variable was set. A shell also knows `$1`, which is one digit long.
fn without_variables(text: &str, positional: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('$') {
        kept.push_str(before);
        let braced = behind.strip_prefix('{').and_then(|name| name.split_once('}'));
        let name = behind
            .trim_start_matches(|character: char| character.is_ascii_alphanumeric() || character == '_');
        rest = match (braced, behind.chars().next()) {
            (Some((_, behind)), _) => behind,
            (None, Some('0'..='9')) if positional => behind.get(1..).unwrap_or_default(),
            (None, Some('A'..='Z' | 'a'..='z' | '_')) => name,
            _ => {
                kept.push('$');
                behind
            }
        };
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{check_secret, hs256};

    #[test]
    fn what_shells_and_files_do_is_redone_and_undone() {
        for (given, signed) in [
            (r"one\ntwo", "one\ntwo"),
            ("one\ntwo", r"one\ntwo"),
            ("pa$$word", "pa$word"),
            ("pa$word", "pa$$word"),
            ("pa$word", "pa"),
            ("pa${word}!", "pa!"),
            ("pa$1word", "paword"),
            ("a$1$b", "a$1"),
            (r"pa\ssword", "password"),
            (r"pa\ssword", r"pa\\ssword"),
            ("pa#word", "pa"),
            ("pa%%word", "pa%word"),
            ("pa%word", "pa%%word"),
            ("pa$word", r"pa\$word"),
        ] {
            check_secret(propose, given.as_bytes(), signed.as_bytes());
        }
    }

    #[test]
    fn a_secret_without_special_characters_is_left_alone() {
        assert!(propose(&hs256(b"plain", b"x")).is_empty());
    }
}
