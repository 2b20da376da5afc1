//! What stands beside the verdict: a library's opinion, other signatures, disclosures.

use serde::{Deserialize, Serialize};

use super::{drawing::MatchedKey, state::SignatureState};
use crate::{finding::Span, jose::PayloadReading, verify::opinion::Difference};

/// What a real library makes of the same case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The library and its version.
    pub library: String,
    /// Whether it accepts; none when it could not be asked.
    pub accepts: Option<bool>,
    /// What it prints, or why it could not be asked.
    pub message: String,
    /// The known differences that explain why it answers otherwise.
    pub differences: Vec<Difference>,
    /// Whether it contradicts this diagnosis in a way that no known difference explains.
    pub disagrees: bool,
}

/// One of several signatures of a JWS in General JSON Serialization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureReport {
    /// Its "alg".
    pub alg: Option<String>,
    /// Its "kid".
    pub kid: Option<String>,
    /// What became of it.
    pub state: SignatureState,
    /// The key that verified it.
    pub matched_key: Option<MatchedKey>,
}

/// A claim or an array element that the holder of an SD-JWT chose to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureReport {
    /// Where it stands in the paste.
    pub span: Span,
    /// The claim's name; none for an element of an array.
    pub claim: Option<String>,
    /// The value as it was spelled.
    pub value: Option<String>,
    /// Whether what was signed has its digest.
    pub matched: bool,
}

/// How a payload that was sent apart was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayloadRead {
    /// As what.
    pub reading: PayloadReading,
    /// The number of its octets.
    pub bytes: usize,
}
