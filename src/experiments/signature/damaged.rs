//! The content and the key are right, and the signature's text was cut or changed on its way.
//!
//! An HMAC can be computed here, so the right text is known. That alone proves nothing: with any key there is a right
//! text. The evidence is how much of it the token has.

use super::tried;
use crate::{
    case::Case,
    experiments::{Proposal, text},
    finding::Facts,
    jose::base64url,
    verify,
};

/// How many characters of the right text must be there: ninety bits are no coincidence.
const EVIDENCE: usize = 15;

/// Puts the right signature in where enough of it is there.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let (Some(algorithm), Some(signed)) = (case.algorithm, case.jws.signatures.get(case.signature_index))
    else {
        return Vec::new();
    };
    let found = signed.signature.text.as_str();
    let (header, payload) = (&signed.header.protected.text, &case.jws.payload.text);
    tried(case)
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
            Some(Proposal::new(text::reread(case, header, payload, &right)?, facts).observed())
        })
        .collect()
}

/// What happened to the right text, if enough of it is left.
fn damage(found: &str, right: &str) -> Option<&'static str> {
    if found == right {
        return None;
    }
    let (start, end) =
        (common(found.chars(), right.chars()), common(found.chars().rev(), right.chars().rev()));
    let shorter = found.len() < right.len();
    if start >= EVIDENCE && shorter && start >= found.len().saturating_sub(1) {
        return Some("cut");
    }
    if end >= EVIDENCE && shorter && end >= found.len().saturating_sub(1) {
        return Some("start-cut");
    }
    if found.eq_ignore_ascii_case(right) {
        return Some("case-changed");
    }
    let agreeing = found.chars().zip(right.chars()).filter(|(found, right)| found == right).count();
    if found.len() == right.len() && agreeing + 8 >= right.len() {
        return Some("characters-changed");
    }
    (start + end >= EVIDENCE.max(right.len().saturating_sub(8))).then_some(if shorter {
        "characters-lost"
    } else {
        "characters-added"
    })
}

fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
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
