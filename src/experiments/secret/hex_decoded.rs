//! The secret is hexadecimal digits, and the issuer decodes them before use.

use super::given_texts;
use crate::{case::Case, experiments::Proposal, finding::Facts, keys::SecretReading};

/// Decodes the digits, whatever stands between and before them.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let decoded = given_texts(case).filter_map(|(given, text)| {
        let octets = decode(text)?;
        let digits = octets.len() * 2;
        let proposal = given.becomes(octets, Facts::new().public("encoding", "hex"))?;
        Some(proposal.with("characters", digits))
    });
    decoded.collect()
}

/// The octets that hexadecimal digits spell; colons, blanks and a `0x` are no digits and do no harm.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    // White space around the digits is a mistake of its own, and has an experiment of its own.
    if text.trim() != text {
        return None;
    }
    let text = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let digits: String = text.chars().filter(|character| !matches!(character, ':' | ' ' | '-')).collect();
    SecretReading::Hex.octets(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{check_secret, hs256};

    #[test]
    fn digits_of_both_cases_with_and_without_marks_are_decoded() {
        for text in ["deadbeef", "DEADBEEF", "0xdeadbeef", "de:ad:be:ef"] {
            check_secret(propose, text.as_bytes(), &[0xde, 0xad, 0xbe, 0xef]);
        }
    }

    #[test]
    fn what_is_no_even_number_of_digits_gives_no_proposal() {
        for text in ["deadbee", "deadbeeg", "x"] {
            assert!(propose(&hs256(text.as_bytes(), b"x")).is_empty(), "{text}");
        }
    }
}
