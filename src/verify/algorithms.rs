//! The table of algorithms: everything about an "alg" is in its one row, and nobody below compares names.

use sha2::{Sha256, Sha384, Sha512};

use super::{Unfit, ecdsa, eddsa, hmac, ml_dsa, rsa};
use crate::keys::{Curve, Key, KeyKind, Material, MlDsaSet, OkpCurve};

/// The kinds of signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// A message authentication code under a shared secret.
    Hmac,
    /// RSASSA-PKCS1-v1_5.
    RsaPkcs1,
    /// RSASSA-PSS.
    RsaPss,
    /// ECDSA, with R||S as the signature.
    Ecdsa,
    /// The Edwards curve algorithms.
    EdDsa,
    /// ML-DSA.
    MlDsa,
}

/// The hash functions of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hash {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
    /// SHA-512.
    Sha512,
}

impl Hash {
    /// The name in FIPS 180-4.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// The length of a hash in bytes.
    pub const fn bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }

    /// The hash of `input`.
    pub fn digest(self, input: &[u8]) -> Vec<u8> {
        use sha2::Digest;
        match self {
            Self::Sha256 => Sha256::digest(input).to_vec(),
            Self::Sha384 => Sha384::digest(input).to_vec(),
            Self::Sha512 => Sha512::digest(input).to_vec(),
        }
    }
}

/// One "alg" value for signatures (RFC 7518 section 3.1).
pub struct Algorithm {
    /// The value, as registered.
    pub name: &'static str,
    /// The kind of signature.
    pub family: Family,
    /// The kind of key that it takes.
    pub key: KeyKind,
    /// The hash function of the content, where the algorithm leaves it open.
    pub hash: Option<Hash>,
    /// The curves or the parameter set that the key may have; empty when there is nothing to choose.
    pub curves: &'static [&'static str],
    /// The length of a signature in bytes; an RSA signature is as long as the key's modulus.
    pub signature_bytes: Option<usize>,
    /// The fewest bits that the key may have by the standard, where it says so.
    pub least_key_bits: Option<usize>,
    /// Where it is defined.
    pub source: &'static str,
    /// Computes whether a signature of an input is the key's.
    pub(super) check: fn(&Material, &[u8], &[u8]) -> bool,
}

const fn hmac_row(name: &'static str, hash: Hash, check: fn(&Material, &[u8], &[u8]) -> bool) -> Algorithm {
    Algorithm {
        name,
        family: Family::Hmac,
        key: KeyKind::Secret,
        hash: Some(hash),
        curves: &[],
        signature_bytes: Some(hash.bytes()),
        least_key_bits: Some(hash.bytes() * 8),
        source: "RFC 7518 section 3.2",
        check,
    }
}

pub(super) const fn rsa_row(
    name: &'static str,
    family: Family,
    hash: Hash,
    check: fn(&Material, &[u8], &[u8]) -> bool,
) -> Algorithm {
    Algorithm {
        name,
        family,
        key: KeyKind::Rsa,
        hash: Some(hash),
        curves: &[],
        signature_bytes: None,
        least_key_bits: Some(2_048),
        source: if matches!(family, Family::RsaPss) {
            "RFC 7518 section 3.5"
        } else {
            "RFC 7518 section 3.3"
        },
        check,
    }
}

pub(super) const fn ecdsa_row(
    name: &'static str,
    curve: Curve,
    curves: &'static [&'static str],
    hash: Hash,
    check: fn(&Material, &[u8], &[u8]) -> bool,
) -> Algorithm {
    Algorithm {
        name,
        family: Family::Ecdsa,
        key: KeyKind::Ec,
        hash: Some(hash),
        curves,
        signature_bytes: Some(2 * curve.field_bytes()),
        least_key_bits: None,
        source: if matches!(curve, Curve::Secp256k1) {
            "RFC 8812 section 3.2"
        } else {
            "RFC 7518 section 3.4"
        },
        check,
    }
}

const fn eddsa_row(
    name: &'static str,
    curves: &'static [&'static str],
    signature_bytes: Option<usize>,
    source: &'static str,
    check: fn(&Material, &[u8], &[u8]) -> bool,
) -> Algorithm {
    Algorithm {
        name,
        family: Family::EdDsa,
        key: KeyKind::Okp,
        hash: None,
        curves,
        signature_bytes,
        least_key_bits: None,
        source,
        check,
    }
}

const fn ml_dsa_row(
    set: MlDsaSet,
    curves: &'static [&'static str],
    signature_bytes: usize,
    check: fn(&Material, &[u8], &[u8]) -> bool,
) -> Algorithm {
    Algorithm {
        name: set.name(),
        family: Family::MlDsa,
        key: KeyKind::MlDsa,
        hash: None,
        curves,
        signature_bytes: Some(signature_bytes),
        least_key_bits: None,
        source: "draft-ietf-cose-dilithium",
        check,
    }
}

const ED25519: &str = OkpCurve::Ed25519.name();
const ED448: &str = OkpCurve::Ed448.name();

static ALGORITHMS: [Algorithm; 19] = [
    hmac_row("HS256", Hash::Sha256, hmac::check::<Sha256>),
    hmac_row("HS384", Hash::Sha384, hmac::check::<Sha384>),
    hmac_row("HS512", Hash::Sha512, hmac::check::<Sha512>),
    rsa_row("RS256", Family::RsaPkcs1, Hash::Sha256, rsa::pkcs1::<Sha256>),
    rsa_row("RS384", Family::RsaPkcs1, Hash::Sha384, rsa::pkcs1::<Sha384>),
    rsa_row("RS512", Family::RsaPkcs1, Hash::Sha512, rsa::pkcs1::<Sha512>),
    rsa_row("PS256", Family::RsaPss, Hash::Sha256, rsa::pss::<Sha256>),
    rsa_row("PS384", Family::RsaPss, Hash::Sha384, rsa::pss::<Sha384>),
    rsa_row("PS512", Family::RsaPss, Hash::Sha512, rsa::pss::<Sha512>),
    ecdsa_row("ES256", Curve::P256, &[Curve::P256.name()], Hash::Sha256, ecdsa::p256),
    ecdsa_row("ES384", Curve::P384, &[Curve::P384.name()], Hash::Sha384, ecdsa::p384),
    ecdsa_row("ES512", Curve::P521, &[Curve::P521.name()], Hash::Sha512, ecdsa::p521),
    ecdsa_row("ES256K", Curve::Secp256k1, &[Curve::Secp256k1.name()], Hash::Sha256, ecdsa::k256),
    eddsa_row("EdDSA", &[ED25519, ED448], None, "RFC 8037 section 3.1", eddsa::either),
    eddsa_row("Ed25519", &[ED25519], Some(64), "RFC 9864 section 2.2", eddsa::ed25519),
    eddsa_row("Ed448", &[ED448], Some(114), "RFC 9864 section 2.2", eddsa::ed448),
    ml_dsa_row(MlDsaSet::MlDsa44, &[MlDsaSet::MlDsa44.name()], 2_420, ml_dsa::ml_dsa_44),
    ml_dsa_row(MlDsaSet::MlDsa65, &[MlDsaSet::MlDsa65.name()], 3_309, ml_dsa::ml_dsa_65),
    ml_dsa_row(MlDsaSet::MlDsa87, &[MlDsaSet::MlDsa87.name()], 4_627, ml_dsa::ml_dsa_87),
];

/// All signature algorithms, in the order of the registry.
pub fn all() -> &'static [Algorithm] {
    &ALGORITHMS
}

/// The algorithm with this "alg", which is case-sensitive.
pub fn by_name(alg: &str) -> Option<&'static Algorithm> {
    ALGORITHMS.iter().find(|algorithm| algorithm.name == alg)
}

/// The algorithm whose "alg" is this one but for upper and lower case.
pub fn by_name_in_any_case(alg: &str) -> Option<&'static Algorithm> {
    ALGORITHMS.iter().find(|algorithm| algorithm.name.eq_ignore_ascii_case(alg))
}

impl Algorithm {
    /// Whether the key can serve the algorithm.
    ///
    /// # Errors
    /// Says whether the kind of the key or its curve stands against it.
    pub fn serves(&self, key: &Key) -> Result<(), Unfit> {
        if key.kind() != self.key {
            return Err(Unfit::AlgKeyMismatch);
        }
        match key.material().curve() {
            Some(curve) if !self.curves.contains(&curve) => Err(Unfit::CurveMismatch),
            _ => Ok(()),
        }
    }
}

impl std::fmt::Debug for Algorithm {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

impl PartialEq for Algorithm {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Algorithm {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_leads_to_its_row_only() {
        for algorithm in all() {
            assert_eq!(by_name(algorithm.name), Some(algorithm));
            assert_eq!(by_name_in_any_case(&algorithm.name.to_lowercase()), Some(algorithm));
        }
        assert_eq!(by_name("none"), None);
        assert_eq!(by_name("hs256"), None);
        assert_eq!(by_name("HS256 "), None);
    }
}
