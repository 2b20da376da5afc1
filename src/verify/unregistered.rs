//! Combinations that no "alg" stands for and that some libraries make all the same.
//!
//! They are for experiments: no header leads to them, so no token is accepted by them as it is.

use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::{
    Algorithm, Family, Hash,
    algorithms::{ecdsa_row, rsa_row},
    ecdsa, rsa,
};
use crate::keys::Curve;

const P256: &[&str] = &[Curve::P256.name()];
const P384: &[&str] = &[Curve::P384.name()];
const P521: &[&str] = &[Curve::P521.name()];
const K256: &[&str] = &[Curve::Secp256k1.name()];

/// RSASSA-PSS with any salt length.
static ANY_SALT: [Algorithm; 3] = [
    rsa_row("PS256 with any salt", Family::RsaPss, Hash::Sha256, rsa::pss_any::<Sha256>),
    rsa_row("PS384 with any salt", Family::RsaPss, Hash::Sha384, rsa::pss_any::<Sha384>),
    rsa_row("PS512 with any salt", Family::RsaPss, Hash::Sha512, rsa::pss_any::<Sha512>),
];

/// A hash function that does not belong to the curve, and hash functions that JOSE does not know.
static OTHER_HASHES: [Algorithm; 10] = [
    ecdsa_row("P-256 with SHA-384", Curve::P256, P256, Hash::Sha384, ecdsa::p256_with::<Sha384>),
    ecdsa_row("P-256 with SHA-512", Curve::P256, P256, Hash::Sha512, ecdsa::p256_with::<Sha512>),
    ecdsa_row("P-384 with SHA-256", Curve::P384, P384, Hash::Sha256, ecdsa::p384_with::<Sha256>),
    ecdsa_row("P-384 with SHA-512", Curve::P384, P384, Hash::Sha512, ecdsa::p384_with::<Sha512>),
    ecdsa_row("P-521 with SHA-256", Curve::P521, P521, Hash::Sha256, ecdsa::p521_with::<Sha256>),
    ecdsa_row("P-521 with SHA-384", Curve::P521, P521, Hash::Sha384, ecdsa::p521_with::<Sha384>),
    ecdsa_row("secp256k1 with SHA-384", Curve::Secp256k1, K256, Hash::Sha384, ecdsa::k256_with::<Sha384>),
    ecdsa_row("secp256k1 with SHA-512", Curve::Secp256k1, K256, Hash::Sha512, ecdsa::k256_with::<Sha512>),
    Algorithm { hash: None, ..rsa_row("RSA with SHA-1", Family::RsaPkcs1, Hash::Sha256, rsa::pkcs1::<Sha1>) },
    Algorithm {
        hash: None,
        ..rsa_row("RSA with SHA-224", Family::RsaPkcs1, Hash::Sha256, rsa::pkcs1::<Sha224>)
    },
];

/// The same RSASSA-PSS algorithm with salts of any length. None for other algorithms.
pub fn any_salt(algorithm: &Algorithm) -> Option<&'static Algorithm> {
    let is_pss = algorithm.family == Family::RsaPss;
    ANY_SALT.iter().find(|any| is_pss && any.hash == algorithm.hash)
}

/// ECDSA with a hash function of another curve, and RSASSA-PKCS1-v1_5 with one that JOSE does not know.
pub fn other_hashes() -> &'static [Algorithm] {
    &OTHER_HASHES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::{all, by_name, by_name_in_any_case};

    #[test]
    fn no_header_leads_to_them() {
        for algorithm in ANY_SALT.iter().chain(&OTHER_HASHES) {
            assert_eq!(by_name(algorithm.name), None);
            assert_eq!(by_name_in_any_case(algorithm.name), None);
        }
    }

    #[test]
    fn only_pss_has_a_salt() {
        let with_salt = all().iter().filter(|algorithm| any_salt(algorithm).is_some());
        assert!(with_salt.map(|algorithm| algorithm.name).eq(["PS256", "PS384", "PS512"]));
    }
}
