//! How much work a search may be.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::{
    case::{Case, KeyChoice},
    verify::{Algorithm, Family},
};

/// What is left of the work of a level.
pub(super) struct Effort {
    /// How many changed cases may be tried.
    cases: usize,
    /// For how many microseconds signatures may be verified, by the table of [`cost`].
    time: usize,
}

impl Effort {
    /// For single changes: enough for all that the last character of the slowest signature may have been.
    pub const ALONE: Self = Self { cases: usize::MAX, time: 280_000 };
    /// For changes after a first one.
    pub const IN_PAIRS: Self = Self { cases: 8_000, time: 100_000 };

    /// Whether nothing is left.
    pub const fn is_spent(&self) -> bool {
        self.cases == 0 || self.time == 0
    }

    /// Takes off what trying this case was, with so many signatures computed.
    pub fn spend(&mut self, case: &Case, computed: usize) {
        let cost = case.algorithm.map_or(0, |algorithm| cost(algorithm, case.signing_input.len()));
        // A changed ring is a copy of all its keys, and what is known of each is looked up.
        let keys = case.keys.keys.len().saturating_mul(2);
        self.cases = self.cases.saturating_sub(1);
        self.time = self.time.saturating_sub(computed.saturating_mul(cost)).saturating_sub(keys);
    }
}

/// About how many microseconds a verification over so many octets takes in a browser.
fn cost(algorithm: &Algorithm, octets: usize) -> usize {
    let hashing = octets / 100;
    hashing
        + match (algorithm.family, algorithm.signature_bytes) {
            (Family::Hmac, _) => 1,
            (Family::EdDsa, _) => 100,
            (Family::RsaPkcs1 | Family::RsaPss | Family::MlDsa, _) => 300,
            (Family::Ecdsa, Some(64)) => 500,
            (Family::Ecdsa, _) => 2_500,
        }
}

/// What the signature of a case depends on, so that equal cases are tried once.
pub(super) fn fingerprint(case: &Case) -> u64 {
    let mut hasher = DefaultHasher::new();
    case.choice.hash(&mut hasher);
    case.algorithm.map(|algorithm| algorithm.name).hash(&mut hasher);
    case.signing_input.hash(&mut hasher);
    case.signature.hash(&mut hasher);
    let only = match case.choice {
        KeyChoice::Only(index) => index..index.saturating_add(1),
        KeyChoice::ByHeader => 0..case.keys.keys.len(),
    };
    for key in case.keys.keys.get(only).unwrap_or_default() {
        (key.fingerprint(), &key.kid).hash(&mut hasher);
    }
    hasher.finish()
}
