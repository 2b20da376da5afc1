//! Things that can be changed in a case, a file each, and the search for the smallest set that leads to acceptance.
//!
//! An experiment is a pure function from a case to proposals. It does not judge: [`search`] makes the edits, has the
//! case evaluated, and calls a change a proof only when the verdict says so.

mod algorithm;
mod attack;
mod claims;
mod corrected;
mod damage;
mod effort;
mod hex;
mod key;
mod mend;
pub mod search;
mod secret;
mod signature;
#[cfg(test)]
mod testing;
mod text;
pub mod trial;

use secret::reads_back;
pub use secret::{unset, well_known};

use crate::{
    case::{Case, Edit},
    cause::{Cause, ExperimentId, Stage},
    diagnosis::report::{Change, ProofKind},
    evaluation::Evaluation,
    finding::Facts,
};

/// Edits to try together, and what to say of them.
#[derive(Clone)]
pub struct Proposal {
    /// The edits, in this order.
    pub edits: Vec<Edit>,
    /// The change made visible.
    pub facts: Facts,
    /// The cause that is true if the change helps, where it is narrower than the experiment's own.
    pub cause: Option<Cause>,
    /// What the change is if it helps: a proof by acceptance, or evidence that was looked at to propose it.
    pub kind: ProofKind,
    /// Whether it stands for more of its kind than are tried: that none helps rules nothing out.
    pub is_sample: bool,
}

impl Proposal {
    /// One edit and what to say of it.
    pub fn new(edit: Edit, facts: Facts) -> Self {
        Self { edits: vec![edit], facts, cause: None, kind: ProofKind::Accepted, is_sample: false }
    }

    /// The same proposal with a narrower cause.
    #[must_use]
    pub fn because(self, cause: Cause) -> Self {
        Self { cause: Some(cause), ..self }
    }

    /// The same proposal, made because of evidence: acceptance alone would prove nothing.
    #[must_use]
    pub fn observed(self) -> Self {
        Self { kind: ProofKind::Observed, ..self }
    }

    /// The same proposal with another number of something.
    #[must_use]
    fn with(mut self, name: &'static str, number: usize) -> Self {
        self.facts = self.facts.public(name, number);
        self
    }

    /// The change that it makes when it belongs to this experiment.
    fn into_change(self, id: ExperimentId) -> Change {
        let cause = self.cause.unwrap_or_else(|| id.cause());
        Change { experiment: id, cause, class: id.class(), facts: self.facts }
    }
}

/// What a change is meant to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The text of the token.
    Text,
    /// The signature itself: with the change it verifies.
    Signature,
    /// What the verifier allows of keys and algorithms: it verifies without the change, too.
    Permission,
    /// The claims.
    Claims,
}

impl Aim {
    /// The stage of the verdict.
    pub const fn stage(self) -> Stage {
        match self {
            Self::Text => Stage::Decode,
            Self::Signature | Self::Permission => Stage::Signature,
            Self::Claims => Stage::Claims,
        }
    }
}

/// One thing that can be changed in a case.
#[derive(Clone, Copy, Debug)]
pub struct Experiment {
    /// Its name, which gives its cause and class.
    pub id: ExperimentId,
    /// What the change is meant to mend.
    pub aim: Aim,
    /// The changes that are worth trying on this case, the likeliest first; none where it does not apply.
    pub propose: fn(&Case) -> Vec<Proposal>,
    /// More changes, which are too much work to be looked for after a first change.
    pub alone: fn(&Case) -> Vec<Proposal>,
}

/// What the evidence itself shows about a signature that nothing mends.
pub type Observation = fn(&Case, &Evaluation) -> Option<Change>;

const fn row(id: ExperimentId, aim: Aim, propose: fn(&Case) -> Vec<Proposal>) -> Experiment {
    Experiment { id, aim, propose, alone: |_| Vec::new() }
}

/// The experiments that the search makes, in order of likelihood; those that verify often stand behind those that verify
/// once or twice, and leave them their time.
pub const REGISTRY: &[Experiment] = &[
    row(ExperimentId::SegmentsRespelled, Aim::Text, text::respelled::propose),
    row(ExperimentId::SpellingTolerated, Aim::Text, text::tolerated::propose),
    row(ExperimentId::SecretBase64Decoded, Aim::Signature, secret::base64_decoded::propose),
    row(ExperimentId::SecretWhitespace, Aim::Signature, secret::whitespace::propose),
    row(ExperimentId::SecretQuoted, Aim::Signature, secret::quoted::propose),
    row(ExperimentId::SecretHexDecoded, Aim::Signature, secret::hex_decoded::propose),
    row(ExperimentId::JwkKNotEncoded, Aim::Signature, secret::jwk_k::propose),
    row(ExperimentId::SecretBase64Text, Aim::Signature, secret::base64_text::propose),
    row(ExperimentId::SecretPrefix, Aim::Signature, secret::prefix::propose),
    row(ExperimentId::SecretUrlEncoded, Aim::Signature, secret::url_encoded::propose),
    row(ExperimentId::SecretShellExpanded, Aim::Signature, secret::shell_expanded::propose),
    row(ExperimentId::SecretHexText, Aim::Signature, secret::hex_text::propose),
    row(ExperimentId::SecretCharset, Aim::Signature, secret::charset::propose),
    row(ExperimentId::JwksOtherKeyVerifies, Aim::Signature, key::other_key::propose),
    row(ExperimentId::DerSignature, Aim::Signature, signature::der::propose),
    row(ExperimentId::AlgHeaderWrong, Aim::Signature, algorithm::header_wrong::propose),
    row(ExperimentId::SignatureReencoded, Aim::Signature, signature::reencoded::propose),
    row(ExperimentId::NonceHashed, Aim::Signature, signature::nonce_hashed::propose),
    row(ExperimentId::PssSaltLength, Aim::Signature, algorithm::salt_length::propose),
    row(ExperimentId::AlgorithmConfusion, Aim::Signature, key::confusion::propose),
    row(ExperimentId::SelfSignedKey, Aim::Signature, key::self_signed::propose),
    row(ExperimentId::SecretAsGiven, Aim::Signature, secret::as_given::propose),
    row(ExperimentId::SecretEmpty, Aim::Signature, secret::empty::propose),
    row(ExperimentId::SecretWellKnown, Aim::Signature, secret::well_known::propose),
    row(unset::ID, Aim::Signature, unset::propose),
    Experiment {
        alone: signature::reserialized::reordered,
        ..row(ExperimentId::ReserializedJson, Aim::Signature, signature::reserialized::propose)
    },
    row(ExperimentId::SignatureDamaged, Aim::Signature, signature::damaged::propose),
    row(ExperimentId::AlgAllowed, Aim::Permission, algorithm::allowed::propose),
    row(ExperimentId::KeyUseIgnored, Aim::Permission, key::use_ignored::propose),
    row(ExperimentId::TimeInMilliseconds, Aim::Claims, claims::milliseconds::propose),
    row(ExperimentId::TimeFromString, Aim::Claims, claims::from_string::propose),
    row(ExperimentId::TimeFromDuration, Aim::Claims, claims::from_duration::propose),
    row(ExperimentId::ClockSkew, Aim::Claims, claims::clock::skew),
    row(ExperimentId::LocalTimeAsUtc, Aim::Claims, claims::local_time::propose),
    row(ExperimentId::AudienceNearMiss, Aim::Claims, claims::audience::near_miss),
    row(ExperimentId::IssuerNearMiss, Aim::Claims, claims::issuer::near_miss),
    row(ExperimentId::AudienceRespelled, Aim::Claims, claims::audience::respelled),
    row(ExperimentId::IssuerRespelled, Aim::Claims, claims::issuer::respelled),
    row(ExperimentId::ClockMovedBack, Aim::Claims, claims::clock::moved_back),
    row(ExperimentId::ClockMovedOn, Aim::Claims, claims::clock::moved_on),
    row(ExperimentId::AudienceExpected, Aim::Claims, claims::audience::expected),
    row(ExperimentId::IssuerExpected, Aim::Claims, claims::issuer::expected),
    row(ExperimentId::ClaimExpected, Aim::Claims, claims::expectation::propose),
    row(ExperimentId::RequirementDropped, Aim::Claims, claims::requirement::propose),
    row(ExperimentId::MaxAgeRaised, Aim::Claims, claims::max_age::propose),
];

/// The experiments that are made only when an entry of the knowledge base names them.
pub const TRIALS: &[Experiment] = &[
    row(ExperimentId::SignatureCheckDropped, Aim::Signature, attack::signature_unchecked),
    row(ExperimentId::ClaimsCheckDropped, Aim::Claims, attack::claims_unchecked),
    row(ExperimentId::PayloadEdited, Aim::Claims, attack::payload_edited),
];

/// The observations, the surest first.
pub const OBSERVATIONS: &[Observation] = &[signature::content_altered::observe];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_experiment_stands_in_one_list_or_is_an_observation() {
        for id in ExperimentId::ALL {
            let rows = REGISTRY.iter().chain(TRIALS).filter(|experiment| experiment.id == id).count();
            let expected = usize::from(id != ExperimentId::ContentAltered);
            assert_eq!(rows, expected, "{}", id.id());
        }
    }
}
