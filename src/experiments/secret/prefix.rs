//! A prefix that names the secret or its encoding stands before it on one side only.

use super::{given_texts, hex_decoded};
use crate::{case::Case, experiments::Proposal, finding::Facts, jose::base64url};

/// Prefixes that name an encoding.
const ENCODINGS: [&str; 8] =
    ["base64:", "base64url:", "b64:", "hex:", "0x", "base64,", "{base64}", "data:;base64,"];
/// Other prefixes.
const LABELS: [&str; 7] = ["secret:", "key:", "text:", "plain:", "Bearer ", "sha256:", "{noop}"];

/// Takes the prefix off and reads the rest as the prefix says, then as text; puts `base64:` on.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        for (prefix, rest) in prefixes(text) {
            let behind = text.get(prefix.len() + rest.len()..).unwrap_or_default();
            let facts = |encoding: &'static str| {
                let facts = Facts::new().public("prefix", prefix).public("encoding", encoding);
                if behind.is_empty() { facts } else { facts.public("suffix", behind) }
            };
            let decoded = base64url::decode(rest);
            if decoded.faults.iter().all(|fault| fault.cause != crate::cause::Cause::IllegalCharacter) {
                proposals.extend(given.becomes(decoded.bytes, facts("base64")));
            }
            proposals.extend(hex_decoded::decode(rest).and_then(|bytes| given.becomes(bytes, facts("hex"))));
            proposals.extend(given.becomes(rest.as_bytes().to_vec(), facts("text")));
        }
        let facts = Facts::new().public("added", "base64:");
        proposals.extend(given.becomes(format!("base64:{text}").into_bytes(), facts));
    }
    proposals
}

/// The prefixes of a text, each with what follows: the known ones, and a variable's or a member's name with its sign.
fn prefixes(text: &str) -> Vec<(&str, &str)> {
    let known = ENCODINGS.iter().chain(&LABELS).filter_map(|prefix| {
        let head = text.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then(|| text.split_at(prefix.len()))
    });
    let assigned = ["=", ": ", "\":"].into_iter().filter_map(|sign| {
        let (name, value) = text.split_once(sign)?;
        let of_name = |character: char| character.is_ascii_alphanumeric() || "_-. \"".contains(character);
        let named = !name.is_empty() && !value.trim_matches('=').is_empty() && name.chars().all(of_name);
        named.then(|| text.split_at(name.len() + sign.len()))
    });
    let plain: Vec<(&str, &str)> = known.chain(assigned).collect();
    plain.iter().copied().chain(plain.iter().filter_map(|(_, rest)| without_marks(text, rest))).collect()
}

/// The rest without the blanks and quotation marks in which files write a value, and all that stands before it.
fn without_marks<'a>(text: &'a str, rest: &str) -> Option<(&'a str, &'a str)> {
    let value = rest.trim().trim_end_matches([',', ';']);
    let inner = ['"', '\'', '`'].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark));
    let value = inner.unwrap_or(value);
    let start = text.rfind(value).filter(|_| value != rest && !value.is_empty())?;
    Some((text.get(..start)?, text.get(start..start.checked_add(value.len())?)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

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
    }
}
