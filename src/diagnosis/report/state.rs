//! What became of each stage, and of the whole.

use serde::{Deserialize, Serialize};

/// The answer of one stage, and of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// A verifier with this policy, these keys and this clock accepts the token.
    Accepted,
    /// It rejects the token.
    Rejected,
    /// The signature was not checked, and nothing else rejects.
    Undecided,
}

impl Verdict {
    /// The public id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Undecided => "undecided",
        }
    }
}

/// What became of reading the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecodeState {
    /// The token follows the RFCs.
    Ok,
    /// It does not; the findings say where.
    Faulty,
}

/// What became of the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureState {
    /// A key at hand verifies it.
    Verified,
    /// A key was tried and does not.
    Mismatch,
    /// No key was tried.
    NotChecked,
}

/// What became of the claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimsState {
    /// Nothing in them makes the policy reject.
    Ok,
    /// Something does.
    Rejected,
    /// There are no claims to check.
    NotChecked,
}

/// What became of a JWE's ciphertext.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EncryptionState {
    /// A key at hand decrypts it. Decrypted is not signed.
    Decrypted,
    /// A key was tried and does not.
    Failed,
    /// No key was tried.
    NotTried,
}
