//! `EdDSA` on both Edwards curves (RFC 8037 section 3.1, RFC 9864 section 2.2).

use crate::keys::{Material, OkpCurve};

/// Whether `signature` is the key's, on the curve that the key has.
pub(super) fn either(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    ed25519(material, input, signature) || ed448(material, input, signature)
}

/// Ed25519 (RFC 8032 section 5.1).
pub(super) fn ed25519(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    use ed25519_dalek::{Signature, Verifier, VerifyingKey};
    let Material::Okp { curve: OkpCurve::Ed25519, x } = material else { return false };
    let Ok(key) = VerifyingKey::try_from(x.as_slice()) else { return false };
    Signature::from_slice(signature).is_ok_and(|signature| key.verify(input, &signature).is_ok())
}

/// Ed448 (RFC 8032 section 5.2).
pub(super) fn ed448(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    let Material::Okp { curve: OkpCurve::Ed448, x } = material else { return false };
    is_by_ed448(x, input, signature)
}

/// Hardly ever needed: the page has none of this when it starts (`xtask/src/split/gates.txt`).
#[inline(never)]
fn is_by_ed448(x: &[u8], input: &[u8], signature: &[u8]) -> bool {
    use ed448_goldilocks::{Signature, VerifyingKey};
    let Ok(bytes) = <[u8; 57]>::try_from(x) else { return false };
    let Ok(key) = VerifyingKey::from_bytes(&bytes) else { return false };
    Signature::try_from(signature).is_ok_and(|signature| key.verify_raw(&signature, input).is_ok())
}
