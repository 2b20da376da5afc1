//! Signatures, by the families of the table of algorithms: what the row says and the key's curve decide the rest.

use rsa::{
    Pkcs1v15Sign, Pss, RsaPrivateKey,
    rand_core::{TryCryptoRng, TryRng},
    traits::{PublicKeyParts, SignatureScheme},
};
use sha2::{
    Sha256, Sha384, Sha512,
    digest::{Digest, FixedOutputReset, const_oid::AssociatedOid},
};

use super::{Refusal, Why};
use crate::{
    finding::Facts,
    keys::{Curve, Key, Material, MlDsaSet, OkpCurve, PrivateHalf},
    verify::{self, Algorithm, Family, Hash, rsa_private},
};

/// The key's signature of an input, not yet checked by anybody.
pub(super) fn of(key: &Key, algorithm: &Algorithm, input: &[u8], salt: &[u8]) -> Result<Vec<u8>, Refusal> {
    let signature = match (algorithm.family, algorithm.hash) {
        (Family::Hmac, _) => verify::hmac(algorithm, key.secret().unwrap_or_default(), input),
        (Family::RsaPkcs1 | Family::RsaPss, Some(hash)) => return rsa(key, algorithm, hash, input, salt),
        (Family::Ecdsa, _) => ecdsa(key, input),
        (Family::EdDsa, _) => eddsa(key, input),
        (Family::MlDsa, _) => ml_dsa(key, input),
        (Family::RsaPkcs1 | Family::RsaPss, None) => None,
    };
    signature.ok_or_else(|| Refusal::about(Why::PrivateHalf, algorithm))
}

fn rsa(key: &Key, algorithm: &Algorithm, hash: Hash, input: &[u8], salt: &[u8]) -> Result<Vec<u8>, Refusal> {
    let private = rsa_private::key(key).ok_or_else(|| Refusal::about(Why::HalvesDiffer, algorithm))?;
    let is_pss = algorithm.family == Family::RsaPss;
    let salt = if is_pss {
        salt.get(..hash.bytes()).ok_or_else(|| Refusal::about(Why::Salt, algorithm))?
    } else {
        &[]
    };
    let signature = match hash {
        Hash::Sha256 => rsa_with::<Sha256>(&private, is_pss, input, salt),
        Hash::Sha384 => rsa_with::<Sha384>(&private, is_pss, input, salt),
        Hash::Sha512 => rsa_with::<Sha512>(&private, is_pss, input, salt),
    };
    signature.ok_or_else(|| {
        let facts = Facts::new().public("alg", algorithm.name).public("bits", key.material().bits());
        Refusal::new(Why::ModulusSmall).with(facts)
    })
}

/// RSASSA-PKCS1-v1_5 or RSASSA-PSS (RFC 8017 section 8); `None` when the modulus has no room for the hash.
fn rsa_with<D: AssociatedOid + Digest + FixedOutputReset>(
    key: &RsaPrivateKey,
    is_pss: bool,
    input: &[u8],
    salt: &[u8],
) -> Option<Vec<u8>> {
    let digest = D::digest(input);
    let mut salt = Salt(salt);
    if !is_pss {
        return Pkcs1v15Sign::new::<D>().sign(None::<&mut Salt<'_>>, key, &digest).ok();
    }
    // The crate counts down from the length of the encoded message.
    let encoded_bytes = (key.n().bits() as usize).saturating_sub(1).div_ceil(8);
    if encoded_bytes < digest.len() + salt.0.len() + 2 {
        return None;
    }
    let scheme = Pss::<D> { blinded: false, digest: D::new(), salt_len: Some(salt.0.len()) };
    scheme.sign(Some(&mut salt), key, &digest).ok()
}

/// The octets of a salt, where the crate asks for randomness; it may ask for no more than there are.
struct Salt<'a>(&'a [u8]);

/// More octets were asked for than the salt has.
#[derive(Debug)]
struct Exhausted;

impl std::fmt::Display for Exhausted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the salt is used up")
    }
}

impl std::error::Error for Exhausted {}

impl Salt<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Exhausted> {
        let mut octets = [0; N];
        self.try_fill_bytes(&mut octets)?;
        Ok(octets)
    }
}

impl TryRng for Salt<'_> {
    type Error = Exhausted;

    fn try_next_u32(&mut self) -> Result<u32, Exhausted> {
        self.take().map(u32::from_le_bytes)
    }

    fn try_next_u64(&mut self) -> Result<u64, Exhausted> {
        self.take().map(u64::from_le_bytes)
    }

    fn try_fill_bytes(&mut self, octets: &mut [u8]) -> Result<(), Exhausted> {
        let (taken, rest) = self.0.split_at_checked(octets.len()).ok_or(Exhausted)?;
        octets.copy_from_slice(taken);
        self.0 = rest;
        Ok(())
    }
}

impl TryCryptoRng for Salt<'_> {}

/// ECDSA with the hash function of the curve, its number k from RFC 6979.
fn ecdsa(key: &Key, input: &[u8]) -> Option<Vec<u8>> {
    macro_rules! sign {
        ($krate:ident, $d:ident) => {{
            use $krate::ecdsa::{Signature, SigningKey, signature::Signer};
            let signature: Signature = SigningKey::from_slice($d).ok()?.try_sign(input).ok()?;
            Some(signature.to_bytes().to_vec())
        }};
    }
    let (Material::Ec { curve, .. }, Some(PrivateHalf::Ec(d))) = (key.material(), &key.private) else {
        return None;
    };
    match curve {
        Curve::P256 => sign!(p256, d),
        Curve::P384 => sign!(p384, d),
        Curve::P521 => sign!(p521, d),
        Curve::Secp256k1 => sign!(k256, d),
    }
}

/// EdDSA on the curve of the key (RFC 8032 sections 5.1.6 and 5.2.6).
fn eddsa(key: &Key, input: &[u8]) -> Option<Vec<u8>> {
    let (Material::Okp { curve, .. }, Some(PrivateHalf::Okp(d))) = (key.material(), &key.private) else {
        return None;
    };
    match curve {
        OkpCurve::Ed25519 => {
            use ed25519_dalek::{Signer, SigningKey};
            let key = SigningKey::from_bytes(d.as_slice().try_into().ok()?);
            Some(key.sign(input).to_bytes().to_vec())
        }
        OkpCurve::Ed448 => {
            let key = ed448_goldilocks::SigningKey::try_from(d.as_slice()).ok()?;
            Some(key.sign_raw(input).to_bytes().to_vec())
        }
        OkpCurve::X25519 | OkpCurve::X448 => None,
    }
}

/// ML-DSA without randomness and with an empty context (FIPS 204 section 5.2).
fn ml_dsa(key: &Key, input: &[u8]) -> Option<Vec<u8>> {
    use ml_dsa::{MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Seed, SigningKey};
    fn with<P: MlDsaParams>(seed: &Seed, input: &[u8]) -> Option<Vec<u8>> {
        let key = SigningKey::<P>::from_seed(seed);
        Some(key.expanded_key().sign_deterministic(input, &[]).ok()?.encode().to_vec())
    }
    let (Material::MlDsa { set, .. }, Some(PrivateHalf::MlDsa(seed))) = (key.material(), &key.private) else {
        return None;
    };
    let seed = Seed::try_from(seed.as_slice()).ok()?;
    match set {
        MlDsaSet::MlDsa44 => with::<MlDsa44>(&seed, input),
        MlDsaSet::MlDsa65 => with::<MlDsa65>(&seed, input),
        MlDsaSet::MlDsa87 => with::<MlDsa87>(&seed, input),
    }
}
