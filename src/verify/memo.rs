//! The memo of what was verified: no signature is computed twice.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::{Algorithm, Errand, Family, Outcome, VerifiedSignature, rsa::Block};
use crate::keys::Key;

/// What was found for each key, algorithm, signing input and signature so far.
#[derive(Clone, Debug, Default)]
pub struct Verifications {
    known: HashMap<[u8; 32], bool>,
    /// What each RSA signature opens to under each key, once it was asked about for the second time.
    opened: HashMap<[u8; 32], Option<Block>>,
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
        let known = self.known.get(&job).copied();
        let verified = known.unwrap_or_else(|| self.compute(key, algorithm, signing_input, signature));
        self.known.insert(job, verified);
        if verified {
            Outcome::Verified(VerifiedSignature { key: key.index, algorithm })
        } else {
            Outcome::Mismatch
        }
    }

    /// Whether this was verified already, and with what result.
    pub fn knows(&self, errand: &Errand) -> Option<bool> {
        self.known.get(&errand.job()?).copied()
    }

    /// Takes what was found elsewhere; none where nothing was. The first answer of each kind (a key under an algorithm,
    /// yes or no) is computed here, too.
    ///
    /// False if one of these is another: then the others are not to be trusted, nor what was taken before.
    pub fn learn(&mut self, errands: &[Errand], answers: &[Option<bool>]) -> bool {
        let mut kinds = HashSet::new();
        errands.iter().zip(answers).all(|(errand, answer)| {
            let (Some(key), Some(job), Some(verified)) = (errand.key(), errand.job(), *answer) else {
                return true;
            };
            if kinds.insert((key.index, errand.algorithm().name, verified)) {
                let outcome =
                    self.verify(key, errand.algorithm(), errand.signing_input(), errand.signature());
                return matches!(outcome, Outcome::Verified(_)) == verified;
            }
            self.known.entry(job).or_insert(verified);
            true
        })
    }

    /// An RSA signature opens to the same block for all algorithms and contents, so experiments share what that costs.
    /// The first question pays nothing for it: most signatures are asked about once.
    fn compute(&mut self, key: &Key, algorithm: &Algorithm, signing_input: &[u8], signature: &[u8]) -> bool {
        let pair =
            matches!(algorithm.family, Family::RsaPkcs1 | Family::RsaPss).then(|| digest(key, [signature]));
        if let Some(opened) = pair.and_then(|pair| self.opened.get_mut(&pair)) {
            let block = opened.get_or_insert_with(|| {
                self.computed += 1;
                Block::of(key, signature)
            });
            if !block.may_be(algorithm.family) {
                return false;
            }
        }
        self.computed += 1;
        let verified = (algorithm.check)(key.material(), signing_input, signature);
        if let Some(pair) = pair {
            let block = verified.then(|| Block::verified_as(algorithm.family));
            self.opened.entry(pair).or_insert(block);
        }
        verified
    }
}

/// What a verification is known by.
pub(super) fn job(key: &Key, algorithm: &Algorithm, signing_input: &[u8], signature: &[u8]) -> [u8; 32] {
    digest(key, [algorithm.name.as_bytes(), signing_input, signature])
}

/// A digest of a key and of everything that is asked about it; before each part stands how long it is, so that none can
/// reach into another.
fn digest<const PARTS: usize>(key: &Key, parts: [&[u8]; PARTS]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(key.fingerprint());
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
