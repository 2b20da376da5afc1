//! The key is right and the content is another one: an RSA signature opens to the hash of what was signed.

use super::super::secret;
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
        let block = verify::open_block(&verify::recover_rsa(key, &case.signature)?)?;
        let facts = Facts::new().public("hash", block.hash).public("key_index", index);
        let facts = key.kid.iter().fold(facts, |facts, kid| facts.public("kid", kid.as_str()));
        let id = ExperimentId::ContentAltered;
        Some(Change { experiment: id, cause: Cause::ContentAltered, class: id.class(), facts })
    })
}
