//! HMAC with SHA-2 (RFC 7518 section 3.2).

use hmac::{EagerHash, Hmac, KeyInit, Mac};

use super::algorithms::{Algorithm, Family, Hash};
use crate::keys::Material;

/// Whether `signature` is the HMAC of `input`, compared in constant time.
pub(super) fn check<D: EagerHash>(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    let Material::Secret(secret) = material else { return false };
    Hmac::<D>::new_from_slice(secret.bytes())
        .is_ok_and(|mac| mac.chain_update(input).verify_slice(signature).is_ok())
}

/// The HMAC of `input` under the algorithm, or `None` when it is no HMAC algorithm.
///
/// For experiments that compare a part of a signature; acceptance comes from
/// [`Verifications::verify`](super::Verifications::verify) only.
pub fn hmac(algorithm: &Algorithm, secret: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    match (algorithm.family, algorithm.hash) {
        (Family::Hmac, Some(Hash::Sha256)) => tag::<sha2::Sha256>(secret, input),
        (Family::Hmac, Some(Hash::Sha384)) => tag::<sha2::Sha384>(secret, input),
        (Family::Hmac, Some(Hash::Sha512)) => tag::<sha2::Sha512>(secret, input),
        _ => None,
    }
}

fn tag<D: EagerHash>(secret: &[u8], input: &[u8]) -> Option<Vec<u8>> {
    let mac = Hmac::<D>::new_from_slice(secret).ok()?;
    Some(mac.chain_update(input).finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::by_name;

    #[test]
    fn hmac_gives_the_tags_of_rfc_4231_section_4_3() {
        for (alg, start) in [
            ("HS256", [0x5b, 0xdc, 0xc1, 0x46]),
            ("HS384", [0xaf, 0x45, 0xd2, 0xe3]),
            ("HS512", [0x16, 0x4b, 0x7a, 0x7b]),
        ] {
            let algorithm = by_name(alg).unwrap();
            let tag = hmac(algorithm, b"Jefe", b"what do ya want for nothing?").unwrap();
            assert_eq!(tag.len(), algorithm.signature_bytes.unwrap());
            assert!(tag.starts_with(&start), "{alg}");
        }
        assert_eq!(hmac(by_name("RS256").unwrap(), b"Jefe", b""), None);
    }
}
