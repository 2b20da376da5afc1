//! The memo of what was verified: no signature is computed twice.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::{Algorithm, Outcome, VerifiedSignature};
use crate::keys::Key;

/// What was found for each key, algorithm, signing input and signature so far.
#[derive(Clone, Debug, Default)]
pub struct Verifications {
    known: HashMap<[u8; 32], bool>,
    /// How many signatures were computed, not looked up.
    pub computed: usize,
}

impl Verifications {
    /// Whether `signature` is the key's signature of `signing_input`, computed once and looked up afterwards.
    pub fn verify(
        &mut self,
        key: &Key,
        algorithm: &'static Algorithm,
        signing_input: &[u8],
        signature: &[u8],
    ) -> Outcome {
        if let Err(unfit) = algorithm.serves(key) {
            return Outcome::NotTried(unfit);
        }
        let job = job(key, algorithm, signing_input, signature);
        let computed = &mut self.computed;
        let verified = *self.known.entry(job).or_insert_with(|| {
            *computed += 1;
            (algorithm.check)(key.material(), signing_input, signature)
        });
        if verified {
            Outcome::Verified(VerifiedSignature { key: key.index, algorithm })
        } else {
            Outcome::Mismatch
        }
    }
}

/// A digest of everything that decides the outcome; each part is hashed by itself, so that none can reach into another.
fn job(key: &Key, algorithm: &Algorithm, signing_input: &[u8], signature: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(key.fingerprint());
    hash.update(Sha256::digest(algorithm.name));
    hash.update(Sha256::digest(signing_input));
    hash.update(Sha256::digest(signature));
    hash.finalize().into()
}
