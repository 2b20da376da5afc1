//! The content and the key are right, and the signature's text was cut or changed on its way.
//!
//! An HMAC can be computed here, so the right text is known. That alone proves nothing: with any key there is a right
//! text. The evidence is how much of it the token has.

use std::cmp::Ordering;

use super::{one_character, tried};
use crate::{
    case::{Case, Edit},
    experiments::{Proposal, secret, text},
    finding::Facts,
    jose::base64url,
    verify,
};

/// How many characters of the right text must be there: ninety bits are no coincidence.
const EVIDENCE: usize = 15;
/// How many characters may be changed, lost or added; of 43 or more that is few.
const FEW: usize = 6;
/// With how many keys the right signature is computed.
const MOST_KEYS: usize = 16;
/// A longer text is no HMAC, and is not compared.
const LONGEST: usize = 1_000;

/// Puts the right signature in where enough of it is there; tries the nearest ones where it can't be computed.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if secret::is_hmac(case) { recomputed(case) } else { one_character::proposals(case) }
}

fn recomputed(case: &Case) -> Vec<Proposal> {
    let (Some(algorithm), Some(signed)) = (case.algorithm, case.jws.signatures.get(case.signature_index))
    else {
        return Vec::new();
    };
    let found = signed.signature.text.as_str();
    if found.len() > LONGEST {
        return Vec::new();
    }
    let (header, payload) = (&signed.header.protected.text, &case.jws.payload.text);
    tried(case)
        .take(MOST_KEYS)
        .filter_map(|(index, key)| {
            let tag = verify::hmac(algorithm, key.secret()?, &case.signing_input)?;
            let right = base64url::encode(&tag);
            let reason = damage(found, &right)?;
            let facts = Facts::new()
                .public("reason", reason)
                .public("length_bytes", signed.signature.bytes.len())
                .public("expected_bytes", tag.len())
                .public("key_index", index)
                .secret("corrected", right.as_str());
            let edit = text::reread(case, header, payload, &right);
            Some(Proposal::new(edit.unwrap_or_else(|| Edit::Signature(tag.into())), facts).observed())
        })
        .collect()
}

/// What happened to the right text, if enough of it is left.
fn damage(found: &str, right: &str) -> Option<&'static str> {
    let (start, end) =
        (common(found.chars(), right.chars()), common(found.chars().rev(), right.chars().rev()));
    // The last character may have lost its unused bits; one that differs there only is no other.
    let (all_but_one, shorter) = (found.len().saturating_sub(1), found.len() < right.len());
    let small = found.to_ascii_lowercase();
    if found == right || found.len() < EVIDENCE {
        None
    } else if start >= EVIDENCE && shorter && start >= all_but_one {
        Some("cut")
    } else if end >= EVIDENCE && shorter && end >= all_but_one {
        Some("start-cut")
    } else if distance(&small, &right.to_ascii_lowercase()) <= 1 && distance(found, right) > FEW {
        Some("case-changed")
    } else if start >= right.len() {
        Some("characters-added")
    } else if distance(found, right) <= FEW {
        Some(match found.len().cmp(&right.len()) {
            Ordering::Less => "characters-lost",
            Ordering::Equal => "characters-changed",
            Ordering::Greater => "characters-added",
        })
    } else {
        None
    }
}

fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// How many characters have to be changed, taken out or put in to make one text the other (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (nth, character) in one.chars().enumerate() {
        let mut diagonal = nth;
        let mut left = nth + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (above, wanted) in row.iter_mut().skip(1).zip(other.chars()) {
            let changed = diagonal + usize::from(wanted != character);
            diagonal = *above;
            left = changed.min(diagonal + 1).min(left + 1);
            *above = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = "1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";

    #[test]
    fn damage_is_told_from_another_signature() {
        for (found, reason) in [
            (RIGHT.to_owned(), None),
            (RIGHT[..30].to_owned(), Some("cut")),
            (RIGHT[..14].to_owned(), None),
            (RIGHT[12..].to_owned(), Some("start-cut")),
            (RIGHT.to_lowercase(), Some("case-changed")),
            (RIGHT.replace("5eY", "5eA"), Some("characters-changed")),
            (RIGHT.replacen("uG-", "G-", 1), Some("characters-lost")),
            (RIGHT.replacen("uG-", "uG--", 1), Some("characters-added")),
            (format!("{RIGHT}{RIGHT}"), Some("characters-added")),
            (String::new(), None),
            ("QUdlnSWQjTDetfskNWf_MQtqljV2n1eo7O1qYXLdabc".to_owned(), None),
        ] {
            assert_eq!(damage(&found, RIGHT), reason, "{found}");
        }
    }
}
