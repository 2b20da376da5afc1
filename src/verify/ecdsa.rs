//! ECDSA with R||S signatures (RFC 7518 section 3.4, RFC 8812).

use crate::keys::{Curve, Material};

/// A check for one curve; `normalize` maps a high S to the low one, where a crate refuses high ones (JOSE accepts both).
macro_rules! check {
    ($name:ident, $krate:ident, $curve:ident, $doc:literal, $normalize:expr) => {
        #[doc = $doc]
        pub(super) fn $name(material: &Material, input: &[u8], signature: &[u8]) -> bool {
            use $krate::ecdsa::{Signature, VerifyingKey, signature::Verifier};
            let Material::Ec { curve: Curve::$curve, point } = material else { return false };
            let Ok(key) = VerifyingKey::from_sec1_bytes(point) else { return false };
            let normalize: fn(Signature) -> Signature = $normalize;
            Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(input, &normalize(signature)).is_ok())
        }
    };
}

check!(p256, p256, P256, "ES256: P-256 with SHA-256.", |signature| signature);
check!(p384, p384, P384, "ES384: P-384 with SHA-384.", |signature| signature);
check!(p521, p521, P521, "ES512: P-521 with SHA-512.", |signature| signature);
check!(k256, k256, Secp256k1, "ES256K: secp256k1 with SHA-256.", |signature| signature.normalize_s());

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
