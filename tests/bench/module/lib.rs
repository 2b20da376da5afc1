//! What the benchmark asks of the library in wasm, without the page around it: verifications and recognition in bulk.

use jwt_why::{
    jose::base64url,
    kb::Knowledge,
    keys::{self, Key},
    verify::{self, Algorithm, Outcome, Verifications},
};
use wasm_bindgen::prelude::*;

/// One key under one algorithm.
#[wasm_bindgen]
pub struct Verifier {
    key: Key,
    algorithm: &'static Algorithm,
}

#[wasm_bindgen]
impl Verifier {
    /// A verifier for an "alg" value and a JWK; none where either isn't known.
    pub fn of(alg: &str, jwk: &str) -> Option<Verifier> {
        let key = keys::read(&[jwk.to_owned()]).keys.into_iter().next()?;
        Some(Self { key, algorithm: verify::by_name(alg)? })
    }

    /// How many of the tokens verify; there is one on each line, in Compact Serialization.
    pub fn verify(&self, tokens: &str) -> usize {
        tokens.lines().filter(|token| self.verifies(token).unwrap_or(false)).count()
    }

    fn verifies(&self, token: &str) -> Option<bool> {
        let (input, signature) = token.rsplit_once('.')?;
        let signature = base64url::decode(signature).bytes;
        // A memo for each: nothing is looked up, and every token pays for its entry.
        let outcome =
            Verifications::default().verify(&self.key, self.algorithm, input.as_bytes(), &signature);
        Some(matches!(outcome, Outcome::Verified(_)))
    }
}

/// The recogniser of error messages.
#[wasm_bindgen]
pub struct Recognition(Knowledge);

#[wasm_bindgen]
impl Recognition {
    /// Reads the knowledge base from the contents of `knowledge.txt`, and prepares its recogniser; none where it is no
    /// knowledge base.
    pub fn of(knowledge: &str) -> Option<Recognition> {
        let knowledge = Knowledge::from_index(knowledge).ok()?;
        knowledge.recogniser();
        Some(Self(knowledge))
    }

    /// How many messages there are in a log.
    pub fn messages(&self, log: &str) -> usize {
        self.0.recogniser().recognise(log).len()
    }
}
