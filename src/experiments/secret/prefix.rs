//! A prefix that names the secret or its encoding stands before it on one side only.

use super::{given_texts, hex_decoded};
use crate::{case::Case, experiments::Proposal, finding::Facts, jose::base64url};

/// Prefixes that name an encoding.
const ENCODINGS: [&str; 7] =
    ["base64:", "base64url:", "b64:", "hex:", "base64,", "{base64}", "data:;base64,"];
/// Other prefixes.
const LABELS: [&str; 7] = ["secret:", "key:", "text:", "plain:", "Bearer ", "sha256:", "{noop}"];

/// The marks in which files write a value.
const MARKS: [char; 3] = ['"', '\'', '`'];
/// The most lines that are looked at; who pastes a file has the secret near its start.
const MOST_LINES: usize = 32;

/// Takes the prefix off and reads the rest as the prefix says, then as text; puts `base64:` on.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        for part in parts(text, case.kid()) {
            let rest = part.rest();
            let decoded = base64url::decode(rest);
            if decoded.faults.iter().all(|fault| fault.cause != crate::cause::Cause::IllegalCharacter) {
                proposals.extend(given.becomes(decoded.bytes, part.facts("base64")));
            }
            let octets = hex_decoded::decode(rest);
            proposals.extend(octets.and_then(|bytes| given.becomes(bytes, part.facts("hex"))));
            proposals.extend(given.becomes(rest.as_bytes().to_vec(), part.facts("text")));
        }
        let facts = Facts::new().public("added", "base64:");
        proposals.extend(given.becomes(format!("base64:{text}").into_bytes(), facts));
    }
    proposals
}

/// A part of a line that may be the secret.
struct Part<'a> {
    line: &'a str,
    range: std::ops::Range<usize>,
    /// How many other lines there are.
    others: usize,
}

impl<'a> Part<'a> {
    fn rest(&self) -> &'a str {
        self.line.get(self.range.clone()).unwrap_or_default()
    }

    /// What is taken off, and how the rest is read; the marks around it by themselves, for some programs keep them.
    fn facts(&self, encoding: &'static str) -> Facts {
        let prefix = self.line.get(..self.range.start).unwrap_or_default();
        let behind = self.line.get(self.range.end..).unwrap_or_default();
        let mark = behind.chars().next().filter(|mark| MARKS.contains(mark));
        let name = mark.and_then(|mark| prefix.strip_suffix(mark));
        let facts = Facts::new().public("prefix", name.unwrap_or(prefix)).public("encoding", encoding);
        let facts = if behind.is_empty() { facts } else { facts.public("suffix", behind) };
        let facts = match mark {
            Some(mark) => facts.public("stripped", format!("{mark}{mark}")),
            None => facts,
        };
        if self.others > 0 { facts.public("lines", self.others) } else { facts }
    }

    /// The same without the blanks and marks in which files write a value.
    fn without_marks(&self) -> Option<Self> {
        let rest = self.rest();
        let value = rest.trim().trim_end_matches([',', ';']);
        let inner = MARKS.into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark));
        let value = inner.unwrap_or(value);
        let start = rest.find(value).filter(|_| value != rest && !value.is_empty())? + self.range.start;
        Some(Self { range: start..start + value.len(), ..*self })
    }
}

/// What stands behind a known prefix, behind the token's "kid" and a colon (`id:secret`), and behind a variable's or a
/// member's name with its sign in each line; first as it is, then without the file's own marks.
fn parts<'a>(text: &'a str, kid: Option<&str>) -> Vec<Part<'a>> {
    let behind = |line: &'a str, start: usize, others: usize| Part { line, range: start..line.len(), others };
    let known = ENCODINGS.iter().chain(&LABELS).filter_map(|prefix| {
        let head = text.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then(|| behind(text, prefix.len(), 0))
    });
    let of_kid = kid.and_then(|kid| text.strip_prefix(kid)?.strip_prefix(':'));
    let of_kid = of_kid.map(|rest| behind(text, text.len() - rest.len(), 0));
    let others = text.lines().filter(|line| !line.trim().is_empty()).count().saturating_sub(1);
    let assigned = text.lines().take(MOST_LINES).filter_map(|line| {
        let line = if others > 0 { line.trim_start() } else { line };
        Some(behind(line, name_length(line)?, others))
    });
    let plain: Vec<Part<'_>> = known.chain(of_kid).chain(assigned).collect();
    let bare: Vec<Part<'_>> = plain.iter().filter_map(Part::without_marks).collect();
    plain.into_iter().chain(bare).collect()
}

/// The length of a variable's or a member's name with its sign.
fn name_length(line: &str) -> Option<usize> {
    ["=", ": ", "\":"].into_iter().find_map(|sign| {
        let (name, value) = line.split_once(sign)?;
        let of_name = |character: char| character.is_ascii_alphanumeric() || "_-. \"".contains(character);
        let named = !name.is_empty() && !value.trim_matches('=').is_empty() && name.chars().all(of_name);
        named.then(|| name.len() + sign.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::ExperimentId as Id,
        experiments::testing::{case_of, check_secret, hs256, verifies_after},
        text::{self, Language::En},
    };

    #[test]
    fn the_prefix_says_how_to_read_the_rest() {
        check_secret(propose, b"base64:Zm9vYmFy", b"foobar");
        check_secret(propose, b"hex:deadbeef", &[0xde, 0xad, 0xbe, 0xef]);
        check_secret(propose, b"base64:Zm9vYmFy", b"Zm9vYmFy");
        check_secret(propose, b"Zm9vYmFy", b"base64:Zm9vYmFy");
    }

    #[test]
    fn a_variables_name_is_taken_off() {
        check_secret(propose, b"JWT_SECRET=hunter2", b"hunter2");
        check_secret(propose, b"jwt.secret = hunter2", b"hunter2");
        check_secret(propose, b"export JWT_SECRET='hunter2'", b"hunter2");
        check_secret(propose, b"jwt-secret: hunter2", b"hunter2");
        check_secret(propose, br#""Secret": "hunter2","#, b"hunter2");
        check_secret(propose, b"JWT_KEY=\"Zm9vYmFy\"", b"foobar");
        check_secret(propose, b"  environment:\n    - JWT_KEY=hunter2\n    - DEMO=1", b"hunter2");
    }

    #[test]
    fn name_and_marks_are_told_apart_and_other_lines_counted() {
        for (given, expected) in [
            ("K='hunter2'", "take the prefix “K=” and the quotation marks ('') off the secret and read"),
            ("k = hunter2", "take the prefix “k = ” off the secret and read"),
            (
                "env:\n  - K=\"hunter2\"\n  - A=1",
                "take the prefix “- K=” and the quotation marks (\"\") off the secret and read",
            ),
        ] {
            let changes = propose(&hs256(given.as_bytes(), b"hunter2"));
            let mut read = changes.iter().map(|p| text::change(Id::SecretPrefix, &p.facts, En));
            let others = if given.contains('\n') { "; 2 other lines left out" } else { "" };
            let expected = format!("{expected} the rest as plain text{others}");
            assert!(read.any(|change| change == expected), "{expected}");
        }
    }

    #[test]
    fn an_id_that_the_token_names_is_taken_off() {
        for (given, signed) in
            [("id-7:deadbeef", &[0xde, 0xad, 0xbe, 0xef][..]), ("id-7:hunter2", b"hunter2")]
        {
            let named = case_of(r#"{"alg":"HS256","kid":"id-7"}"#, signed, given);
            assert!(verifies_after(&named, propose));
            assert!(!verifies_after(&case_of("HS256", signed, given), propose));
        }
    }
}
