//! One character of a signature by a private key was lost, added or changed at an end of its text.
//!
//! The right signature can't be computed here, so the few that are one character away are verified.

use super::tried;
use crate::{
    case::Case,
    experiments::{Proposal, text},
    finding::Facts,
    jose::base64url,
    keys::{Key, Material},
    verify::Algorithm,
};

/// A longer content is not read again for each character, in bytes.
const LONGEST: usize = 32 * 1024;
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Puts a character on, or takes one off, at the end and at the start; changes the last one.
pub fn proposals(case: &Case) -> Vec<Proposal> {
    let (Some(algorithm), Some(signed)) = (case.algorithm, case.jws.signatures.get(case.signature_index))
    else {
        return Vec::new();
    };
    let found = signed.signature.text.as_str();
    if case.signing_input.len() > LONGEST {
        return Vec::new();
    }
    let mut lengths: Vec<usize> =
        tried(case).filter_map(|(_, key)| signature_bytes(algorithm, key)).collect();
    lengths.dedup();
    let spellings = lengths.into_iter().flat_map(|bytes| {
        let (reason, texts) = near(found, (bytes * 4).div_ceil(3));
        let right = texts.into_iter().filter(move |text| is_spelling(text, bytes));
        right.map(move |text| (reason, bytes, text))
    });
    spellings
        .filter_map(|(reason, bytes, spelling)| {
            let facts = Facts::new()
                .public("reason", reason)
                .public("length_bytes", signed.signature.bytes.len())
                .public("expected_bytes", bytes)
                .secret("corrected", spelling.as_str());
            let (header, payload) = (&signed.header.protected.text, &case.jws.payload.text);
            Some(Proposal::new(text::reread(case, header, payload, &spelling)?, facts))
        })
        .collect()
}

/// How long a signature by this key is; none for a MAC, which can be computed.
pub(super) fn signature_bytes(algorithm: &Algorithm, key: &Key) -> Option<usize> {
    match key.material() {
        Material::Secret(_) => None,
        Material::Rsa(public) => Some(public.modulus_bits().div_ceil(8)),
        _ => algorithm.signature_bytes.or(Some(64)),
    }
}

/// The texts of this length that are one character away at an end.
fn near(found: &str, length: usize) -> (&'static str, Vec<String>) {
    let inner = |from: usize, to: usize| found.get(from..to).unwrap_or_default();
    let each = |text: fn(char, &str) -> String, rest: &str| {
        ALPHABET.chars().map(|c| text(c, rest)).collect::<Vec<_>>()
    };
    let (behind, before) =
        (|c: char, rest: &str| format!("{rest}{c}"), |c: char, rest: &str| format!("{c}{rest}"));
    let all = found.len();
    if all + 1 == length {
        ("characters-lost", [each(behind, found), each(before, found)].concat())
    } else if all == length {
        ("characters-changed", each(behind, inner(0, all - 1)))
    } else if all == length + 1 {
        ("characters-added", vec![inner(0, all - 1).to_owned(), inner(1, all).to_owned()])
    } else {
        ("", Vec::new())
    }
}

/// Whether a text is the one spelling of so many octets.
fn is_spelling(text: &str, bytes: usize) -> bool {
    let decoded = base64url::decode(text);
    decoded.faults.is_empty() && decoded.bytes.len() == bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_text_is_among_those_one_character_away() {
        let right = "3q2-7w";
        for (found, reason) in [
            ("3q2-7", "characters-lost"),
            ("q2-7w", "characters-lost"),
            ("3q2-7A", "characters-changed"),
            ("3q2-7wQ", "characters-added"),
        ] {
            let (what, texts) = near(found, right.len());
            assert_eq!(what, reason);
            assert!(texts.iter().any(|text| text == right), "{found}");
        }
        assert!(near("3q2-", right.len()).1.is_empty());
    }

    #[test]
    fn only_base64url_of_the_right_length_is_verified() {
        assert!(is_spelling("3q2-7w", 4));
        assert!(!is_spelling("3q2-7x", 4));
        assert!(!is_spelling("3q2-7w", 5));
    }
}
