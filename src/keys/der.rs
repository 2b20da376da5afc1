//! Keys in DER: SPKI, PKCS #1, PKCS #8, SEC 1 and X.509, told apart by their structure and never by their label.

use der::{
    Decode, Reader, SliceReader, TagNumber,
    asn1::{AnyRef, BitStringRef, ContextSpecific, ObjectIdentifier, OctetStringRef},
};

use super::{
    certificate::{self, Certificate},
    material::{Curve, Material, MlDsaSet, OkpCurve, PrivateHalf},
    points,
    rsa::RsaPublic,
};

/// The structures that a key stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// SubjectPublicKeyInfo (RFC 5280 section 4.1).
    Spki,
    /// RSAPublicKey (RFC 8017 appendix A.1.1).
    Pkcs1Public,
    /// RSAPrivateKey (RFC 8017 appendix A.1.2).
    Pkcs1Private,
    /// PrivateKeyInfo (RFC 5958).
    Pkcs8,
    /// ECPrivateKey (RFC 5915).
    Sec1,
    /// An X.509 certificate.
    Certificate,
}

impl Container {
    /// The label of a PEM that holds it.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Spki => "PUBLIC KEY",
            Self::Pkcs1Public => "RSA PUBLIC KEY",
            Self::Pkcs1Private => "RSA PRIVATE KEY",
            Self::Pkcs8 => "PRIVATE KEY",
            Self::Sec1 => "EC PRIVATE KEY",
            Self::Certificate => "CERTIFICATE",
        }
    }
}

/// A key that was found in DER.
#[derive(Debug)]
pub(super) struct DerKey {
    pub container: Container,
    pub material: Material,
    pub private: Option<PrivateHalf>,
    pub certificate: Option<Certificate>,
    /// Whether the key's identifier is RSASSA-PSS.
    pub pss_only: bool,
}

/// Why DER gave no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DerFault {
    /// The text ends before the structure does.
    Truncated,
    /// The key is encrypted (RFC 5958 section 3).
    Encrypted,
    /// A known structure with an algorithm or a curve that is not known here: its object identifier.
    Unsupported(String),
    /// The numbers are no key.
    Numbers,
    /// It is no DER, or no structure that is known here.
    Unknown,
}

/// Reads a key from DER.
pub(super) fn read(bytes: &[u8]) -> Result<DerKey, DerFault> {
    match declared_length(bytes) {
        Some(length) if bytes.len() < length => Err(DerFault::Truncated),
        Some(length) => read_exactly(bytes.get(..length).unwrap_or(bytes)),
        None => Err(DerFault::Unknown),
    }
}

/// The length of the outermost SEQUENCE with its header, as it says itself.
pub(super) fn declared_length(bytes: &[u8]) -> Option<usize> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    if *tag != 0x30 {
        return None;
    }
    if *first < 0x80 {
        return Some(2 + usize::from(*first));
    }
    let count = usize::from(first & 0x7f);
    if !(1..=3).contains(&count) {
        return None;
    }
    let length = rest.get(..count)?.iter().fold(0_usize, |length, byte| (length << 8) | usize::from(*byte));
    Some(2 + count + length)
}

/// A key of which nothing more is known.
const fn bare(container: Container, material: Material) -> DerKey {
    DerKey { container, material, private: None, certificate: None, pss_only: false }
}

/// Whether the identifier restricts the key to RSASSA-PSS (RFC 4055 section 1.2).
fn is_pss(oid: ObjectIdentifier) -> bool {
    oid == RSA_PSS
}

fn read_exactly(bytes: &[u8]) -> Result<DerKey, DerFault> {
    if let Ok(spki) = spki::SubjectPublicKeyInfoRef::from_der(bytes) {
        let bits = spki.subject_public_key.as_bytes().ok_or(DerFault::Unknown)?;
        let material = public_key(spki.algorithm.oid, spki.algorithm.parameters, bits)?;
        return Ok(DerKey { pss_only: is_pss(spki.algorithm.oid), ..bare(Container::Spki, material) });
    }
    if let Some((certificate, oid, material)) = certificate::read(bytes) {
        let certificate = Some(certificate);
        let bare = bare(Container::Certificate, material?);
        return Ok(DerKey { certificate, pss_only: is_pss(oid), ..bare });
    }
    if let Ok(info) = pkcs8::PrivateKeyInfoRef::from_der(bytes) {
        return private_key(&info);
    }
    if let Ok(key) = EcPrivateKey::from_der(bytes) {
        let (material, private) = ec_private(&key, None)?;
        return Ok(DerKey { private: Some(private), ..bare(Container::Sec1, material) });
    }
    if let Ok(key) = pkcs1::RsaPrivateKeyRef::from_der(bytes) {
        let (material, private) = rsa_private(&key)?;
        return Ok(DerKey { private: Some(private), ..bare(Container::Pkcs1Private, material) });
    }
    if let Ok(key) = pkcs1::RsaPublicKeyRef::from_der(bytes) {
        let material = rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes())?;
        return Ok(bare(Container::Pkcs1Public, material));
    }
    Err(if is_encrypted(bytes) { DerFault::Encrypted } else { DerFault::Unknown })
}

/// Whether it is an EncryptedPrivateKeyInfo: an algorithm of PKCS #5 or #12, and an octet string.
fn is_encrypted(bytes: &[u8]) -> bool {
    let Ok(mut reader) = SliceReader::new(bytes) else { return false };
    reader
        .sequence(|reader| -> der::Result<bool> {
            let algorithm = spki::AlgorithmIdentifierRef::decode(reader)?;
            <&OctetStringRef>::decode(reader)?;
            let name = algorithm.oid.to_string();
            Ok(name.starts_with("1.2.840.113549.1.5.") || name.starts_with("1.2.840.113549.1.12."))
        })
        .unwrap_or(false)
}

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");

/// The curves by their object identifiers (RFC 5480 section 2.1.1.1, SEC 2).
pub(super) const CURVES: [(ObjectIdentifier, Curve); 4] = [
    (ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7"), Curve::P256),
    (ObjectIdentifier::new_unwrap("1.3.132.0.34"), Curve::P384),
    (ObjectIdentifier::new_unwrap("1.3.132.0.35"), Curve::P521),
    (ObjectIdentifier::new_unwrap("1.3.132.0.10"), Curve::Secp256k1),
];

/// The octet key pairs (RFC 8410 section 3).
pub(super) const OKP_CURVES: [(ObjectIdentifier, OkpCurve); 4] = [
    (ObjectIdentifier::new_unwrap("1.3.101.110"), OkpCurve::X25519),
    (ObjectIdentifier::new_unwrap("1.3.101.111"), OkpCurve::X448),
    (ObjectIdentifier::new_unwrap("1.3.101.112"), OkpCurve::Ed25519),
    (ObjectIdentifier::new_unwrap("1.3.101.113"), OkpCurve::Ed448),
];

/// The parameter sets of ML-DSA (RFC 9881 section 2).
pub(super) const ML_DSA_SETS: [(ObjectIdentifier, MlDsaSet); 3] = [
    (ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.3.17"), MlDsaSet::MlDsa44),
    (ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.3.18"), MlDsaSet::MlDsa65),
    (ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.3.19"), MlDsaSet::MlDsa87),
];

fn known<T: Copy>(table: &[(ObjectIdentifier, T)], oid: ObjectIdentifier) -> Option<T> {
    table.iter().find(|row| row.0 == oid).map(|row| row.1)
}

/// The key of an algorithm and the bits that belong to it.
pub(super) fn public_key(
    oid: ObjectIdentifier,
    parameters: Option<AnyRef<'_>>,
    bits: &[u8],
) -> Result<Material, DerFault> {
    if oid == RSA || is_pss(oid) {
        let key = pkcs1::RsaPublicKeyRef::from_der(bits).map_err(|_| DerFault::Numbers)?;
        return rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes());
    }
    if oid == EC {
        return points::from_sec1(named_curve(parameters)?, bits).ok_or(DerFault::Numbers);
    }
    if let Some(curve) = known(&OKP_CURVES, oid) {
        return points::from_okp(curve, bits).ok_or(DerFault::Numbers);
    }
    if let Some(set) = known(&ML_DSA_SETS, oid) {
        let public = bits.to_vec();
        return if public.len() == set.public_bytes() {
            Ok(Material::MlDsa { set, public })
        } else {
            Err(DerFault::Numbers)
        };
    }
    Err(DerFault::Unsupported(oid.to_string()))
}

fn named_curve(parameters: Option<AnyRef<'_>>) -> Result<Curve, DerFault> {
    let parameters = parameters.ok_or_else(|| DerFault::Unsupported("no curve".to_owned()))?;
    match parameters.decode_as::<ObjectIdentifier>() {
        Ok(oid) => known(&CURVES, oid).ok_or_else(|| DerFault::Unsupported(oid.to_string())),
        Err(_) => spelled_out_curve(parameters)
            .ok_or_else(|| DerFault::Unsupported("explicit curve parameters".to_owned())),
    }
}

/// The curve whose parameters stand there in place of its name, as nobody should write them (RFC 5480
/// section 2.1.1). It is told by its generator; the key must lie on the curve of that name anyway.
fn spelled_out_curve(parameters: AnyRef<'_>) -> Option<Curve> {
    let mut reader = SliceReader::new(parameters.value()).ok()?;
    u8::decode(&mut reader).ok()?;
    // The field, and the coefficients.
    AnyRef::decode(&mut reader).ok()?;
    AnyRef::decode(&mut reader).ok()?;
    let generator = <&OctetStringRef>::decode(&mut reader).ok()?.as_bytes();
    Curve::ALL.into_iter().find(|curve| {
        points::from_sec1(*curve, generator).is_some_and(|point| Some(point) == points::generator(*curve))
    })
}

fn rsa(n: &[u8], e: &[u8]) -> Result<Material, DerFault> {
    RsaPublic::new(n, e).map(Material::Rsa).map_err(|_| DerFault::Numbers)
}

fn rsa_private(key: &pkcs1::RsaPrivateKeyRef<'_>) -> Result<(Material, PrivateHalf), DerFault> {
    let material = rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes())?;
    let primes = [key.prime1, key.prime2].map(|prime| prime.as_bytes().to_vec()).to_vec();
    Ok((material, PrivateHalf::Rsa { d: key.private_exponent.as_bytes().to_vec(), primes }))
}

/// ECPrivateKey (RFC 5915 section 3), with whatever parameters it has.
struct EcPrivateKey<'a> {
    scalar: &'a [u8],
    parameters: Option<AnyRef<'a>>,
    point: Option<&'a [u8]>,
}

impl<'a> EcPrivateKey<'a> {
    fn from_der(bytes: &'a [u8]) -> der::Result<Self> {
        SliceReader::new(bytes)?.sequence(|reader| {
            u8::decode(reader)?;
            let scalar = <&OctetStringRef>::decode(reader)?.as_bytes();
            let parameters = ContextSpecific::decode_explicit(reader, TagNumber(0))?;
            let point = ContextSpecific::<BitStringRef<'a>>::decode_explicit(reader, TagNumber(1))?;
            Ok(Self {
                scalar,
                parameters: parameters.map(|field| field.value),
                point: point.and_then(|field| field.value.as_bytes()),
            })
        })
    }
}

fn ec_private(key: &EcPrivateKey<'_>, curve: Option<Curve>) -> Result<(Material, PrivateHalf), DerFault> {
    let curve = curve.map_or_else(|| named_curve(key.parameters), Ok)?;
    let public = key.point.and_then(|point| points::from_sec1(curve, point));
    let material = public.or_else(|| points::of_scalar(curve, key.scalar)).ok_or(DerFault::Numbers)?;
    Ok((material, PrivateHalf::Ec(key.scalar.to_vec())))
}

fn private_key(info: &pkcs8::PrivateKeyInfoRef<'_>) -> Result<DerKey, DerFault> {
    let oid = info.algorithm.oid;
    let bytes = info.private_key.as_bytes();
    let (material, private) = if oid == RSA || is_pss(oid) {
        rsa_private(&pkcs1::RsaPrivateKeyRef::from_der(bytes).map_err(|_| DerFault::Numbers)?)?
    } else if oid == EC {
        let curve = named_curve(info.algorithm.parameters)?;
        let key = EcPrivateKey::from_der(bytes).map_err(|_| DerFault::Numbers)?;
        ec_private(&key, Some(curve))?
    } else if let Some(curve) = known(&OKP_CURVES, oid) {
        let octets = <&OctetStringRef>::from_der(bytes).map_err(|_| DerFault::Numbers)?.as_bytes();
        let material = points::of_okp(curve, octets).ok_or(DerFault::Numbers)?;
        (material, PrivateHalf::Okp(octets.to_vec()))
    } else if let Some(set) = known(&ML_DSA_SETS, oid) {
        // The seed alone is `[0] IMPLICIT OCTET STRING` (RFC 9881 section 6).
        let seed = bytes.strip_prefix(&[0x80, 32]).unwrap_or_default();
        let material = points::of_seed(set, seed).ok_or(DerFault::Numbers)?;
        (material, PrivateHalf::MlDsa(seed.to_vec()))
    } else {
        return Err(DerFault::Unsupported(oid.to_string()));
    };
    Ok(DerKey { private: Some(private), pss_only: is_pss(oid), ..bare(Container::Pkcs8, material) })
}
