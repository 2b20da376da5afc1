//! What a key is made of, in the units of the algorithms: octets, numbers and points.

use std::fmt;

use super::rsa::RsaPublic;

/// The kinds of key, by the "kty" that a JWK of that kind has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// Octets that both sides know ("oct").
    Secret,
    /// An RSA key ("RSA").
    Rsa,
    /// A key on a curve of short Weierstrass form ("EC").
    Ec,
    /// An octet key pair (RFC 8037, "OKP").
    Okp,
    /// A key of the Module-Lattice-Based Digital Signature Algorithm ("AKP").
    MlDsa,
}

impl KeyKind {
    /// The "kty" of a JWK of this kind.
    pub const fn kty(self) -> &'static str {
        match self {
            Self::Secret => "oct",
            Self::Rsa => "RSA",
            Self::Ec => "EC",
            Self::Okp => "OKP",
            Self::MlDsa => "AKP",
        }
    }
}

/// A curve of an "EC" key (RFC 7518 section 6.2.1.1, RFC 8812).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Curve {
    /// secp256r1.
    P256,
    /// secp384r1.
    P384,
    /// secp521r1.
    P521,
    /// The curve of ES256K.
    Secp256k1,
}

impl Curve {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::P256, Self::P384, Self::P521, Self::Secp256k1];

    /// The value of "crv".
    pub const fn name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Secp256k1 => "secp256k1",
        }
    }

    /// The curve with this "crv".
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|curve| curve.name() == name)
    }

    /// The length of the field's prime in bits.
    pub const fn bits(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 => 256,
            Self::P384 => 384,
            Self::P521 => 521,
        }
    }

    /// The length of a coordinate in bytes.
    pub const fn field_bytes(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

/// A curve of an "OKP" key (RFC 8037 section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OkpCurve {
    /// Edwards curve for signatures.
    Ed25519,
    /// Edwards curve for signatures.
    Ed448,
    /// Montgomery curve for key agreement.
    X25519,
    /// Montgomery curve for key agreement.
    X448,
}

impl OkpCurve {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ed25519, Self::Ed448, Self::X25519, Self::X448];

    /// The value of "crv".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::Ed448 => "Ed448",
            Self::X25519 => "X25519",
            Self::X448 => "X448",
        }
    }

    /// The curve with this "crv".
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|curve| curve.name() == name)
    }

    /// The length of a public key in bytes.
    pub const fn public_bytes(self) -> usize {
        match self {
            Self::Ed25519 | Self::X25519 => 32,
            Self::Ed448 => 57,
            Self::X448 => 56,
        }
    }
}

/// A parameter set of ML-DSA (FIPS 204 section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MlDsaSet {
    /// Security category 2.
    MlDsa44,
    /// Security category 3.
    MlDsa65,
    /// Security category 5.
    MlDsa87,
}

impl MlDsaSet {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::MlDsa44, Self::MlDsa65, Self::MlDsa87];

    /// The "alg" that a key of this set is for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MlDsa44 => "ML-DSA-44",
            Self::MlDsa65 => "ML-DSA-65",
            Self::MlDsa87 => "ML-DSA-87",
        }
    }

    /// The set with this name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.name() == name)
    }

    /// The length of a public key in bytes.
    pub const fn public_bytes(self) -> usize {
        match self {
            Self::MlDsa44 => 1_312,
            Self::MlDsa65 => 1_952,
            Self::MlDsa87 => 2_592,
        }
    }
}

/// The octets of a secret. `Debug` shows their number only.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// A secret of these octets.
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The octets.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Secret({} bytes)", self.0.len())
    }
}

/// What signatures are verified with: a secret, or the public half of a key pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Material {
    /// Octets for HMAC, or for a symmetric JWE algorithm.
    Secret(Secret),
    /// An RSA public key.
    Rsa(RsaPublic),
    /// A point that lies on its curve.
    Ec {
        /// The curve.
        curve: Curve,
        /// The uncompressed point: 4, x, y (SEC 1 section 2.3.3).
        point: Vec<u8>,
    },
    /// The public key of an octet key pair, of the length that its curve has.
    Okp {
        /// The curve.
        curve: OkpCurve,
        /// The public key.
        x: Vec<u8>,
    },
    /// A public key of the length that its parameter set has.
    MlDsa {
        /// The parameter set.
        set: MlDsaSet,
        /// The encoded public key (FIPS 204 algorithm 22).
        public: Vec<u8>,
    },
}

impl Material {
    /// The kind of the key.
    pub const fn kind(&self) -> KeyKind {
        match self {
            Self::Secret(_) => KeyKind::Secret,
            Self::Rsa(_) => KeyKind::Rsa,
            Self::Ec { .. } => KeyKind::Ec,
            Self::Okp { .. } => KeyKind::Okp,
            Self::MlDsa { .. } => KeyKind::MlDsa,
        }
    }

    /// The size in bits: of a secret its length, of an RSA key its modulus, of the others a coordinate or public key.
    pub fn bits(&self) -> usize {
        match self {
            Self::Secret(secret) => secret.bytes().len() * 8,
            Self::Rsa(public) => public.modulus_bits(),
            Self::Ec { curve, .. } => curve.bits(),
            Self::Okp { x, .. } => x.len() * 8,
            Self::MlDsa { public, .. } => public.len() * 8,
        }
    }

    /// The curve or the parameter set, as "crv" or "alg" spells it.
    pub const fn curve(&self) -> Option<&'static str> {
        match self {
            Self::Secret(_) | Self::Rsa(_) => None,
            Self::Ec { curve, .. } => Some(curve.name()),
            Self::Okp { curve, .. } => Some(curve.name()),
            Self::MlDsa { set, .. } => Some(set.name()),
        }
    }
}

/// The private half of a key pair, kept aside for decryption. `Debug` shows its kind only.
#[derive(Clone, PartialEq, Eq)]
pub enum PrivateHalf {
    /// RSA: the private exponent and two primes, big-endian.
    Rsa {
        /// The private exponent.
        d: Vec<u8>,
        /// The primes, when they are known.
        primes: Vec<Vec<u8>>,
    },
    /// EC: the scalar, as long as a coordinate of the curve.
    Ec(Vec<u8>),
    /// OKP: the private octets.
    Okp(Vec<u8>),
    /// ML-DSA: the seed.
    MlDsa(Vec<u8>),
}

impl fmt::Debug for PrivateHalf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Rsa { .. } => "PrivateHalf(RSA)",
            Self::Ec(_) => "PrivateHalf(EC)",
            Self::Okp(_) => "PrivateHalf(OKP)",
            Self::MlDsa(_) => "PrivateHalf(ML-DSA)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_octet_of_a_secret() {
        assert_eq!(format!("{:?}", Secret::new(b"hunter2".to_vec())), "Secret(7 bytes)");
        assert_eq!(format!("{:?}", PrivateHalf::Okp(vec![7; 32])), "PrivateHalf(OKP)");
    }
}
