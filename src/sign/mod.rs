//! Making tokens, for tests and for reproducing a fault.
//!
//! **Law.** Header and payload are signed as they are written, character by character. Nothing here is random: the salt
//! of RSASSA-PSS and the octets of a new key come from the caller, and every other signature is deterministic
//! (RFC 6979, RFC 8032, FIPS 204 algorithm 2 without randomness). A token leaves this room only if `verify` accepts its
//! signature with the public half of the key. Private octets are never a fact.

mod generate;
mod key;
mod member;
mod refusal;
mod signature;
mod task;

use serde::{Deserialize, Serialize};

pub use self::{
    generate::{Generated, generate, octets_needed},
    key::{private_jwk, public_jwk},
    member::with_member,
    refusal::{Refusal, Why},
    task::{Answer, Part, Task},
};
use crate::{
    finding::Facts,
    jose::{
        base64url,
        json::{Document, Node},
    },
    keys::{Key, SecretReading},
    verify::{self, Algorithm, Outcome, Verifications},
};

/// What is to be signed, and with what. It has no `Debug`, because of the key.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The JOSE Header as JSON, signed as it is written.
    pub header: String,
    /// The JWT Claims Set as JSON, signed as it is written.
    pub payload: String,
    /// The "alg" value of the algorithm that signs, whatever the header says.
    pub algorithm: String,
    /// A private key or a secret, in any form that `keys` reads.
    pub key: String,
    /// How a secret is read.
    pub reading: SecretReading,
}

/// A token, and what it was made with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The compact serialization (RFC 7515 section 7.1).
    pub token: String,
    /// How the key's text was read: `text`, `base64`, `pem`, `jwk` …
    pub read_as: String,
    /// What the key is: `oct`, `RSA`, `P-256`, `Ed25519` …
    pub kind: String,
    /// Its size in bits.
    pub bits: usize,
    /// The public key as a JWK of several lines, which verifies the token; none for a secret.
    pub public: Option<String>,
    /// What a verifier may stumble over.
    pub remarks: Vec<Remark>,
}

/// Something about a token that was made all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is.
    pub about: About,
    /// What a sentence about it needs.
    pub facts: Facts,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The header names another algorithm than the one that signed.
    AlgDiffers,
    /// The header names no algorithm.
    AlgMissing,
    /// The key is smaller than the standard wants.
    KeySmall,
    /// The header's "kid" is not the one of the key.
    KidDiffers,
}

impl About {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::AlgDiffers, Self::AlgMissing, Self::KeySmall, Self::KidDiffers];
}

/// Makes a token. `salt` is used by RSASSA-PSS alone, which needs as many octets as the hash has (RFC 7518
/// section 3.5): 64 are enough for every algorithm.
///
/// # Errors
/// Says what was expected and what was found where no token can be made.
pub fn sign(order: &Order, salt: &[u8]) -> Result<Made, Refusal> {
    let header = object("header", &order.header)?;
    object("payload", &order.payload)?;
    if header.root.get("b64").and_then(Node::as_bool) == Some(false) {
        return Err(Refusal::new(Why::Unencoded));
    }
    let algorithm = verify::by_name(&order.algorithm).ok_or_else(|| {
        Refusal::new(Why::UnknownAlgorithm).with(Facts::new().public("alg", order.algorithm.as_str()))
    })?;
    let kid = header.root.get("kid").and_then(Node::as_str);
    let key = key::choose(&order.key, order.reading, algorithm, kid)?;
    let input = [&order.header, &order.payload].map(|part| base64url::encode(part.as_bytes())).join(".");
    let signature = verified(&key, algorithm, input.as_bytes(), salt)?;
    Ok(Made {
        token: format!("{input}.{}", base64url::encode(&signature)),
        read_as: key.read_as.id().to_owned(),
        kind: key.material().curve().unwrap_or(key.kind().kty()).to_owned(),
        bits: key.material().bits(),
        public: public_jwk(&key).map(generate::lines),
        remarks: remarks(&header.root, &key, algorithm),
    })
}

/// A part that has to be a JSON object.
fn object(part: &'static str, text: &str) -> Result<Document, Refusal> {
    let document = refusal::json(part, text)?;
    if document.root.is_object() { Ok(document) } else { Err(refusal::not_object(part, &document)) }
}

/// The key's signature, once the public half has accepted it.
fn verified(key: &Key, algorithm: &'static Algorithm, input: &[u8], salt: &[u8]) -> Result<Vec<u8>, Refusal> {
    let signature = signature::of(key, algorithm, input, salt)?;
    match Verifications::default().verify(key, algorithm, input, &signature) {
        Outcome::Verified(_) => Ok(signature),
        Outcome::Mismatch | Outcome::NotTried(_) => Err(Refusal::new(Why::HalvesDiffer)),
    }
}

fn remarks(header: &Node, key: &Key, algorithm: &Algorithm) -> Vec<Remark> {
    let alg = header.get("alg").and_then(Node::as_str);
    let kid = header.get("kid").and_then(Node::as_str);
    let facts = Facts::new().public("alg", algorithm.name);
    let about_alg = match alg {
        None => Some(Remark { about: About::AlgMissing, facts }),
        Some(alg) if alg != algorithm.name => {
            Some(Remark { about: About::AlgDiffers, facts: facts.public("found", alg) })
        }
        Some(_) => None,
    };
    let bits = key.material().bits();
    let about_size = algorithm.least_key_bits.filter(|least| bits < *least).map(|least| {
        let facts = Facts::new().public("bits", bits).public("required_bits", least);
        Remark { about: About::KeySmall, facts: facts.public("alg", algorithm.name) }
    });
    let about_kid =
        kid.zip(key.kid.as_deref()).filter(|(wanted, found)| wanted != found).map(|(wanted, found)| {
            let facts = Facts::new().public("kid", wanted).public("found", found);
            Remark { about: About::KidDiffers, facts }
        });
    [about_alg, about_size, about_kid].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
