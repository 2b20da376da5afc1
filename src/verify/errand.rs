//! A signature that may be verified elsewhere: where there are thousands, the browser's own cryptography is many times as
//! fast as ours.

use std::rc::Rc;

use super::{Algorithm, Family, memo, opinion::webcrypto::Verifier};
use crate::keys::{Key, KeyRing};

/// A question about one signature and one key that somebody else may answer.
#[derive(Clone)]
pub struct Errand {
    keys: Rc<KeyRing>,
    key: usize,
    algorithm: &'static Algorithm,
    signing_input: Rc<[u8]>,
    signature: Rc<[u8]>,
}

impl Errand {
    /// The question about the key at this position; none where ours is the fastest answer, or there is no such key.
    pub fn new(
        keys: &Rc<KeyRing>,
        key: usize,
        algorithm: &'static Algorithm,
        signing_input: &Rc<[u8]>,
        signature: &Rc<[u8]>,
    ) -> Option<Self> {
        let is_slow =
            matches!(algorithm.family, Family::RsaPkcs1 | Family::RsaPss | Family::Ecdsa | Family::EdDsa);
        (is_slow && algorithm.serves(keys.keys.get(key)?).is_ok()).then(|| Self {
            keys: Rc::clone(keys),
            key,
            algorithm,
            signing_input: Rc::clone(signing_input),
            signature: Rc::clone(signature),
        })
    }

    /// The JWS Signing Input.
    pub fn signing_input(&self) -> &[u8] {
        &self.signing_input
    }

    /// The JWS Signature.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// A name of the key under the algorithm, the same for all errands with both.
    pub fn verifier_name(&self) -> Option<([u8; 32], &'static str)> {
        Some((self.key()?.fingerprint(), self.algorithm.name))
    }

    /// The key under the algorithm; none where WebCrypto has no name for one of them.
    pub fn verifier(&self) -> Option<Verifier> {
        Verifier::new(self.key()?, self.algorithm)
    }

    pub(super) fn key(&self) -> Option<&Key> {
        self.keys.keys.get(self.key)
    }

    pub(super) const fn algorithm(&self) -> &'static Algorithm {
        self.algorithm
    }

    /// What the memo knows the answer by.
    pub(super) fn job(&self) -> Option<[u8; 32]> {
        Some(memo::job(self.key()?, self.algorithm, &self.signing_input, &self.signature))
    }
}
