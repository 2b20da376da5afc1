//! The fixed ids of causes and experiments, generated from `causes.tsv` and `experiments.tsv`.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

include!(concat!(env!("OUT_DIR"), "/cause.rs"));
include!(concat!(env!("OUT_DIR"), "/experiment.rs"));

/// The family of a cause; also the category of its entry in the knowledge base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// How the token came here.
    Transport,
    /// What the text of the token is made of.
    Structure,
    /// The signature itself.
    Signature,
    /// The "alg" Header Parameter.
    Algorithm,
    /// A key's text.
    Key,
    /// One JSON Web Key.
    Jwk,
    /// A set of keys and the choice among them.
    Jwks,
    /// Other Header Parameters.
    Header,
    /// Time claims.
    Time,
    /// Other claims.
    Claims,
    /// Attempts at an attack.
    Security,
    /// What happens around the verifier.
    Operations,
}

/// How grave a change to a case is; a set of changes has the gravest of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// A mistake undone.
    Repair,
    /// Something that somebody has to decide.
    Decision,
    /// Something that opens the verifier to forgery; tried and shown, never offered.
    Attack,
}

/// The part of a verdict that a cause belongs to; the stages fail independently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Reading the text.
    Decode,
    /// Text, key and algorithm.
    Signature,
    /// Payload, policy and clock.
    Claims,
}

impl Cause {
    /// The cause with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.id() == id)
    }

    /// The stage of the verdict that the cause belongs to.
    pub const fn stage(self) -> Stage {
        match self {
            Self::TypMismatch | Self::TypMissing | Self::TypNotString => Stage::Claims,
            _ => match self.group() {
                Group::Transport | Group::Structure | Group::Header => Stage::Decode,
                Group::Signature
                | Group::Algorithm
                | Group::Key
                | Group::Jwk
                | Group::Jwks
                | Group::Security
                | Group::Operations => Stage::Signature,
                Group::Time | Group::Claims => Stage::Claims,
            },
        }
    }
}

impl ExperimentId {
    /// The experiment with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|experiment| experiment.id() == id)
    }
}

/// By its id where people read it, by its number where only this very program does.
macro_rules! serialize_by_id {
    ($name:ident, $kind:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(self.id())
                } else {
                    serializer.serialize_u16(*self as u16)
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    let id = std::borrow::Cow::<str>::deserialize(deserializer)?;
                    Self::from_id(&id)
                        .ok_or_else(|| D::Error::custom(format_args!("no {} has the id `{id}`", $kind)))
                } else {
                    let number = u16::deserialize(deserializer)?;
                    let known = Self::ALL.get(usize::from(number)).copied();
                    known.ok_or_else(|| D::Error::custom(concat!("no ", $kind, " has this number")))
                }
            }
        }
    };
}

serialize_by_id!(Cause, "cause");
serialize_by_id!(ExperimentId, "experiment");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_causes() {
        for cause in Cause::ALL {
            assert_eq!(Cause::from_id(cause.id()), Some(cause));
        }
        assert_eq!(Cause::from_id("no-such-cause"), None);
    }

    #[test]
    fn proved_causes_are_known_as_such() {
        assert!(Cause::SecretBase64Decoded.needs_proof());
        assert!(!Cause::Expired.needs_proof());
    }
}
