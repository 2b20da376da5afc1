//! The key that signs, and keys as JWKs (RFC 7517).

use super::{Refusal, Why};
use crate::{
    finding::Facts,
    jose::base64url,
    keys::{self, Key, Material, PrivateHalf, SecretReading},
    verify::{Algorithm, Unfit},
};

/// The key of a text that can sign with this algorithm; of several the one that the header's "kid" names.
pub(super) fn choose(
    text: &str,
    reading: SecretReading,
    algorithm: &Algorithm,
    kid: Option<&str>,
) -> Result<Key, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::about(Why::NoKey, algorithm).with(needed(algorithm)));
    }
    let mut ring = keys::read_as(&[text.to_owned()], reading);
    let named =
        ring.keys.iter().position(|key| kid.is_some() && key.kid.as_deref() == kid && signs(key, algorithm));
    if let Some(at) = named.or_else(|| ring.keys.iter().position(|key| signs(key, algorithm))) {
        return Ok(ring.keys.swap_remove(at));
    }
    let Some(key) = ring.keys.first() else {
        let finding = ring.findings.into_iter().next();
        return Err(Refusal { finding, ..Refusal::new(Why::KeyUnreadable).with(needed(algorithm)) });
    };
    Err(unfit(key, algorithm))
}

fn signs(key: &Key, algorithm: &Algorithm) -> bool {
    algorithm.serves(key).is_ok() && (key.secret().is_some() || key.private.is_some())
}

/// What kind of key the algorithm needs, as facts.
fn needed(algorithm: &Algorithm) -> Facts {
    let facts = Facts::new().public("alg", algorithm.name).public("key_needed", algorithm.key.kty());
    match algorithm.curves {
        [] => facts,
        curves => facts.public("expected_curve", curves.join(", ")),
    }
}

/// Why the key can't sign.
fn unfit(key: &Key, algorithm: &Algorithm) -> Refusal {
    let facts = needed(algorithm).public("key_found", key.kind().kty());
    let curve = key.material().curve().map(str::to_owned);
    let facts = if let Some(curve) = curve { facts.public("curve", curve) } else { facts };
    let why = match algorithm.serves(key) {
        Err(Unfit::AlgKeyMismatch) => Why::KeyKind,
        Err(Unfit::CurveMismatch) => Why::KeyCurve,
        Ok(()) => Why::PublicOnly,
    };
    Refusal::new(why).with(facts)
}

/// The public half as a JWK with the members that its kind requires; none for a secret.
pub fn public_jwk(key: &Key) -> Option<String> {
    key.secret().is_none().then(|| key.jwk())
}

/// The secret, or both halves of a key pair, as a JWK; none without a private half.
///
/// Of an RSA key only "d" is written, as RFC 7518 section 6.3.2 allows.
pub fn private_jwk(key: &Key) -> Option<String> {
    if let Material::Secret(_) = key.material() {
        return Some(key.jwk());
    }
    let (name, octets) = match key.private.as_ref()? {
        PrivateHalf::Rsa { d, .. } | PrivateHalf::Ec(d) | PrivateHalf::Okp(d) => ("d", d),
        PrivateHalf::MlDsa(seed) => ("priv", seed),
    };
    let public = key.jwk();
    let members = public.strip_suffix('}')?;
    Some(format!("{members},\"{name}\":\"{}\"}}", base64url::encode(octets)))
}
