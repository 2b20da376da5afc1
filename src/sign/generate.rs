//! New keys, from octets that the caller has from a source of randomness.

use serde::{Deserialize, Serialize};

use super::{Refusal, Why, private_jwk, public_jwk};
use crate::{
    finding::Span,
    jose::json,
    keys::{self, Curve, Key, Material, ReadAs, Secret},
    verify::{Algorithm, Family, Hash},
};

/// A new key. It has no `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generated {
    /// The secret, or both halves, as a JWK of several lines.
    pub private: String,
    /// The public half as a JWK of several lines; none for a secret.
    pub public: Option<String>,
}

impl Generated {
    /// The two texts of a key; `None` when it has no private half.
    pub fn of(key: &Key) -> Option<Self> {
        Some(Self { private: private_jwk(key).map(lines)?, public: public_jwk(key).map(lines) })
    }

    /// The private JWK that somebody else has made, and its public half.
    pub fn of_private(private: String) -> Self {
        let ring = keys::read(std::slice::from_ref(&private));
        Self { public: ring.keys.first().and_then(public_jwk).map(lines), private }
    }
}

/// The same JWK with a member a line.
pub(super) fn lines(jwk: String) -> String {
    json::parse(jwk.as_bytes()).map_or(jwk, |document| document.pretty())
}

/// How many random octets a key for the algorithm is made of; none for RSA, whose keys are searched for and not made.
pub fn octets_needed(algorithm: &Algorithm) -> Option<usize> {
    match algorithm.family {
        // As many as the hash has (RFC 7518 section 3.2).
        Family::Hmac => algorithm.hash.map(Hash::bytes),
        _ => keys::private_bytes(algorithm.curves.first()?),
    }
}

/// The key that is made of these octets.
///
/// `None` when they make no key: there are too few or too many, or they are no scalar of the curve, as happens to fewer
/// than one draw in 2^31. Then other octets are drawn.
///
/// # Errors
/// RSA keys are not made here.
pub fn generate(algorithm: &Algorithm, octets: &[u8]) -> Result<Option<Generated>, Refusal> {
    let needed = octets_needed(algorithm).ok_or_else(|| Refusal::about(Why::NotGenerated, algorithm))?;
    Ok(if octets.len() == needed { key(algorithm, octets.to_vec()) } else { None }
        .and_then(|key| Generated::of(&key)))
}

fn key(algorithm: &Algorithm, mut octets: Vec<u8>) -> Option<Key> {
    let Some(curve) = algorithm.curves.first() else {
        return Some(Key::new(Material::Secret(Secret::new(octets)), ReadAs::Jwk, Span::default()));
    };
    // The bits above the field's would make nearly every number too large.
    let above = Curve::by_name(curve).map_or(0, |curve| curve.field_bytes() * 8 - curve.bits());
    if let Some(first) = octets.first_mut() {
        *first &= 0xff >> above;
    }
    Key::of_private(curve, octets)
}
