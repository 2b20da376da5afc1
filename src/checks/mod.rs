//! Faults that can be seen in a case, a file each, and the order in which they are reported.
//!
//! A check is a pure function. A cause that a check raises is raised by no other room. An error must be told from the
//! others of its stage by cause, span and the claim that it names: the search for proofs compares no other facts.

mod age;
mod algorithm;
mod algorithm_list;
mod at_hash;
mod aud;
mod azp;
mod certificate;
mod claim;
mod disclosure;
mod dpop;
mod exp;
mod expected;
mod iat;
mod iss;
mod jti;
mod key_fingerprint;
mod key_fit;
mod key_use;
mod kid;
mod lifetime;
mod mismatch;
mod nbf;
mod near_miss;
mod no_key;
mod nonce;
mod numeric_date;
mod pss_key;
mod required;
mod secret_length;
mod sub;
mod token_kind;
mod truncated;
mod typ;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use disclosure::{hash as disclosure_hash, match_disclosures};
pub use dpop::{against_request, is_proof, with_own_findings, with_own_key};
pub use key_use::{against_decryption, is_for};

use crate::{
    case::Case,
    cause::Cause,
    evaluation::{Attempt, selection::Selection},
    finding::{Facts, Finding, Place, Severity},
    keys::Key,
};

/// What a check of the signature's stage looks at.
#[derive(Clone, Copy)]
pub struct SignatureScene<'a> {
    /// The case.
    pub case: &'a Case,
    /// Which keys apply.
    pub selection: &'a Selection,
    /// What became of the signature.
    pub attempt: &'a Attempt,
}

/// A check of a case.
pub type Check = fn(&Case) -> Vec<Finding>;
/// A check of the signature's stage.
pub type SignatureCheck = fn(&SignatureScene<'_>) -> Vec<Finding>;
/// A check of a token beside other tokens of the paste.
pub type CompanionCheck = fn(&Case, &[&str]) -> Vec<Finding>;

/// The checks of the text, beyond what the token's own parser sees.
pub const DECODE: &[Check] = &[truncated::check, disclosure::check];

/// The checks of the signature's stage, the most telling first: the algorithm, the choice of the key, the key, and
/// only then the signature.
pub const SIGNATURE: &[SignatureCheck] = &[
    algorithm::check,
    algorithm_list::check,
    kid::check,
    key_fit::check,
    key_use::check,
    key_fingerprint::check,
    mismatch::check,
    secret_length::check,
    certificate::check,
    pss_key::check,
    no_key::check,
];

/// The checks of the claims' stage, the most telling first: the kind of the token, its times, whom it is for and from,
/// and what else was expected. What a value is as such stands before what it says.
pub const CLAIMS: &[Check] = &[
    token_kind::check,
    typ::check,
    numeric_date::check,
    exp::check,
    nbf::check,
    iat::check,
    age::check,
    lifetime::check,
    aud::check,
    iss::check,
    sub::check,
    jti::check,
    nonce::check,
    azp::check,
    required::check,
    expected::check,
];

/// The checks of a token beside the other tokens of the paste. None of them rejects: that tokens stand together does not
/// say that they belong together.
pub const COMPANIONS: &[CompanionCheck] = &[at_hash::check, dpop::check];

impl<'a> SignatureScene<'a> {
    /// The key that verifies the signature; without one, all that were tried.
    fn keys(&self) -> Vec<&'a Key> {
        let ring = &self.case.keys.keys;
        match self.attempt {
            Attempt::Verified(index, _) => ring.get(*index).into_iter().collect(),
            _ => self.selection.tried.iter().filter_map(|index| ring.get(*index)).collect(),
        }
    }
}

/// A finding about a key, at its place in its text.
fn about_key(key: &Key, cause: Cause, severity: Severity, facts: Facts) -> Finding {
    let facts = facts.public("key_index", key.index).public("key_text", key.text);
    Finding::new(cause, severity, Place::Keys).at(key.span).with(facts)
}
