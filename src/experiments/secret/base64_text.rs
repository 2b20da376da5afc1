//! The secret was decoded from base64 here, and the issuer uses the text as it stands.

use base64::{Engine, engine::general_purpose};

use super::given;
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// Spells the secret's octets in base64, both alphabets, with and without padding, and once more on top of it.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    // A JWK's k is another mistake, with an experiment of its own.
    for given in given(case).iter().filter(|given| given.key.k_text.is_none()) {
        for (encoding, text) in spellings(given.bytes) {
            let facts = |count: usize| Facts::new().public("encoding", encoding).public("count", count);
            let twice = spellings(text.as_bytes());
            let characters = text.len();
            let proposal = given.becomes(text.into_bytes(), facts(1));
            // The octets become characters here, not the other way round.
            let counted = |proposal: Proposal| {
                proposal.with("length_bytes", given.bytes.len()).with("characters", characters)
            };
            proposals.extend(proposal.map(counted));
            proposals
                .extend(twice.into_iter().filter_map(|(_, text)| given.becomes(text.into_bytes(), facts(2))));
        }
    }
    proposals
}

/// The base64 texts of some octets, each once.
pub(super) fn spellings(bytes: &[u8]) -> Vec<(&'static str, String)> {
    let mut texts = vec![
        ("base64", general_purpose::STANDARD.encode(bytes)),
        ("base64url", general_purpose::URL_SAFE_NO_PAD.encode(bytes)),
        ("base64", general_purpose::STANDARD_NO_PAD.encode(bytes)),
        ("base64url", general_purpose::URL_SAFE.encode(bytes)),
    ];
    let mut seen = Vec::new();
    texts.retain(|(_, text)| {
        let new = !seen.contains(text);
        seen.push(text.clone());
        new
    });
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn all_spellings_of_the_octets_are_proposed() {
        for text in ["-_-_AA", "+/+/AA==", "+/+/AA", "-_-_AA=="] {
            check_secret(propose, &[0xfb, 0xff, 0xbf, 0], text.as_bytes());
        }
        check_secret(propose, b"foobar", b"Wm05dlltRnk=");
    }
}
