//! The key is right and the content is another one: an RSA signature opens to the hash of what was signed.

use super::{super::secret, reserialized};
use crate::{
    case::Case,
    cause::{Cause, ExperimentId},
    diagnosis::report::Change,
    evaluation::{Attempt, Evaluation},
    finding::Facts,
    verify,
};

/// The greatest number of keys whose signature it may be.
const MAX_KEYS: usize = 24;

/// Opens the signature with each RSA key; a wrong key opens it to noise.
pub fn observe(case: &Case, evaluation: &Evaluation) -> Option<Change> {
    if secret::is_hmac(case) || matches!(evaluation.signature.attempt, Attempt::Verified(..)) {
        return None;
    }
    case.keys.keys.iter().enumerate().take(MAX_KEYS).find_map(|(index, key)| {
        let block = verify::recover_rsa(key, &case.signature)?;
        let facts = Facts::new().public("hash", signed_hash(case, &block)?).public("key_index", index);
        let facts = key.kid.iter().fold(facts, |facts, kid| facts.public("kid", kid.as_str()));
        let facts = match reserialized::members_in_few_orders(case) {
            Some(members) => facts.public("members", members),
            None => facts,
        };
        let id = ExperimentId::ContentAltered;
        Some(Change { experiment: id, cause: Cause::ContentAltered, class: id.class(), facts })
    })
}

/// The hash function with which other content was signed; none if the block is noise, or if this content was signed.
fn signed_hash(case: &Case, block: &[u8]) -> Option<&'static str> {
    if let Some(opened) = verify::open_block(block) {
        return (opened.is_of(&case.signing_input) == Some(false)).then_some(opened.hash);
    }
    let pss = verify::all().iter().find(|algorithm| verify::open_pss(algorithm, block).is_some())?;
    pss.hash.map(verify::Hash::name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        evaluation::evaluate,
        experiments::testing::{case_of, hs256},
        verify::Verifications,
    };

    #[test]
    fn an_hmac_and_noise_open_to_nothing() {
        let rsa = include_str!("../../../tests/data/keys/rsa-spki.pem");
        for case in [hs256(b"one", b"two"), case_of("RS256", b"one", rsa)] {
            let evaluation = evaluate(&case, &mut Verifications::default());
            assert!(observe(&case, &evaluation).is_none());
        }
    }
}
