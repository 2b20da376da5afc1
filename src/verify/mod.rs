//! Signatures: one table of algorithms, and the only place where "verified" can be said.
//!
//! A verification answers about the mathematics and nothing else: whether the key may be used, whether the algorithm is
//! allowed and whether the token is good are questions of other rooms.

mod algorithms;
pub mod decrypt;
mod ecdsa;
mod eddsa;
mod errand;
mod hmac;
mod memo;
mod ml_dsa;
pub mod opinion;
mod rsa;
pub(crate) mod rsa_private;
mod unregistered;

pub use self::{
    algorithms::{Algorithm, Family, Hash, all, by_name, by_name_in_any_case},
    ecdsa::der_to_raw,
    errand::Errand,
    hmac::hmac,
    memo::Verifications,
    rsa::{OpenedBlock, OpenedPss, open_block, open_pss, pss_any_salt, recover_rsa},
    unregistered::{any_salt, other_hashes},
};
use crate::cause::Cause;

/// The proof that a signature was verified; only this room can make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedSignature {
    key: usize,
    algorithm: &'static Algorithm,
}

impl VerifiedSignature {
    /// The index of the key in its ring.
    pub const fn key(&self) -> usize {
        self.key
    }

    /// The algorithm under which it verified.
    pub const fn algorithm(&self) -> &'static Algorithm {
        self.algorithm
    }
}

/// Why a key can't serve an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The key is of another kind.
    AlgKeyMismatch,
    /// The key is of the right kind and on another curve.
    CurveMismatch,
}

impl Unfit {
    /// The cause to report.
    pub const fn cause(self) -> Cause {
        match self {
            Self::AlgKeyMismatch => Cause::AlgKeyMismatch,
            Self::CurveMismatch => Cause::CurveMismatch,
        }
    }
}

/// What came of one key and one signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The signature is the key's.
    Verified(VerifiedSignature),
    /// The signature is not the key's.
    Mismatch,
    /// Nothing was computed, because the key can't serve the algorithm.
    NotTried(Unfit),
}

#[cfg(test)]
mod tests;
