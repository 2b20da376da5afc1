//! ECDSA with R||S signatures (RFC 7518 section 3.4, RFC 8812).

use sha2::Digest;

use crate::keys::{Curve, Material};

/// The checks for one curve, with its own hash function and with another one; `normalize` maps a high S to the low one,
/// where a crate refuses high ones (JOSE accepts both).
macro_rules! check {
    ($name:ident, $with:ident, $krate:ident, $curve:ident, $doc:literal, $normalize:expr) => {
        #[doc = $doc]
        pub(super) fn $name(material: &Material, input: &[u8], signature: &[u8]) -> bool {
            use $krate::ecdsa::{Signature, VerifyingKey, signature::Verifier};
            let Material::Ec { curve: Curve::$curve, point } = material else { return false };
            let Ok(key) = VerifyingKey::from_sec1_bytes(point) else { return false };
            let normalize: fn(Signature) -> Signature = $normalize;
            Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(input, &normalize(signature)).is_ok())
        }

        #[doc = concat!("The curve of ", $doc, " Here with another hash function.")]
        pub(super) fn $with<D: Digest>(material: &Material, input: &[u8], signature: &[u8]) -> bool {
            use $krate::ecdsa::{Signature, VerifyingKey, signature::hazmat::PrehashVerifier};
            let Material::Ec { curve: Curve::$curve, point } = material else { return false };
            let Ok(key) = VerifyingKey::from_sec1_bytes(point) else { return false };
            let normalize: fn(Signature) -> Signature = $normalize;
            let hash = as_field(&D::digest(input), Curve::$curve);
            Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_prehash(&hash, &normalize(signature)).is_ok())
        }
    };
}

check!(p256, p256_with, p256, P256, "ES256: P-256 with SHA-256.", |signature| signature);
check!(p384, p384_with, p384, P384, "ES384: P-384 with SHA-384.", |signature| signature);
check!(p521, p521_with, p521, P521, "ES512: P-521 with SHA-512.", |signature| signature);
check!(k256, k256_with, k256, Secp256k1, "ES256K: secp256k1 with SHA-256.", |signature| signature
    .normalize_s());

/// A hash as a number of at least the field's length: a short one has zeros before it, which the crates don't add.
fn as_field(hash: &[u8], curve: Curve) -> Vec<u8> {
    let zeros = curve.field_bytes().saturating_sub(hash.len());
    [vec![0; zeros], hash.to_vec()].concat()
}

/// The R||S form of an ECDSA signature in DER, or `None` when it is no DER or its numbers are too large for the curve.
pub fn der_to_raw(curve: Curve, signature: &[u8]) -> Option<Vec<u8>> {
    match curve {
        Curve::P256 => p256::ecdsa::Signature::from_der(signature).ok().map(|s| s.to_bytes().to_vec()),
        Curve::P384 => p384::ecdsa::Signature::from_der(signature).ok().map(|s| s.to_bytes().to_vec()),
        Curve::P521 => p521::ecdsa::Signature::from_der(signature).ok().map(|s| s.to_bytes().to_vec()),
        Curve::Secp256k1 => k256::ecdsa::Signature::from_der(signature).ok().map(|s| s.to_bytes().to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_der_signature_becomes_two_numbers_of_the_curves_length() {
        for curve in Curve::ALL {
            let raw = der_to_raw(curve, &[0x30, 6, 2, 1, 5, 2, 1, 7]).unwrap();
            assert_eq!(raw.len(), 2 * curve.field_bytes());
            assert_eq!((raw[curve.field_bytes() - 1], raw.last()), (5, Some(&7)));
            assert_eq!(der_to_raw(curve, &raw), None);
            assert_eq!(der_to_raw(curve, &[]), None);
        }
    }
}
