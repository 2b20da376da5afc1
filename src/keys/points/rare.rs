//! The curves and parameter sets that hardly any key has, and the public halves of private octets. The page has none of
//! this when it starts (`xtask/src/split/gates.txt`).

use super::{
    super::material::{Curve, Material, MlDsaSet, OkpCurve},
    points_on,
};

points_on!(P521: p521, Secp256k1: k256);

/// Whether these octets are a public key on Ed448 (RFC 8032 section 5.2.5).
#[inline(never)]
pub fn is_ed448(x: &[u8]) -> bool {
    <[u8; 57]>::try_from(x).is_ok_and(|bytes| ed448_goldilocks::VerifyingKey::from_bytes(&bytes).is_ok())
}

/// The public key of an octet key pair's private octets.
#[inline(never)]
pub fn of_okp(curve: OkpCurve, d: &[u8]) -> Option<Material> {
    let x = match curve {
        OkpCurve::Ed25519 => {
            let key = ed25519_dalek::SigningKey::from_bytes(d.try_into().ok()?);
            key.verifying_key().to_bytes().to_vec()
        }
        OkpCurve::Ed448 => {
            let key = ed448_goldilocks::SigningKey::try_from(d).ok()?;
            key.verifying_key().as_bytes().to_vec()
        }
        OkpCurve::X25519 => {
            x25519_dalek::x25519(d.try_into().ok()?, x25519_dalek::X25519_BASEPOINT_BYTES).to_vec()
        }
        OkpCurve::X448 => {
            let mut base = [0; 56];
            base[0] = 5;
            x448::x448(d.try_into().ok()?, base)?.to_vec()
        }
    };
    Some(Material::Okp { curve, x })
}

/// The public key of an ML-DSA seed (FIPS 204 algorithm 6).
#[inline(never)]
pub fn of_seed(set: MlDsaSet, seed: &[u8]) -> Option<Material> {
    use ml_dsa::{MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Seed, SigningKey};
    fn public<P: MlDsaParams>(seed: &Seed) -> Vec<u8> {
        SigningKey::<P>::from_seed(seed).expanded_key().verifying_key().encode().to_vec()
    }
    let seed = Seed::try_from(seed).ok()?;
    let public = match set {
        MlDsaSet::MlDsa44 => public::<MlDsa44>(&seed),
        MlDsaSet::MlDsa65 => public::<MlDsa65>(&seed),
        MlDsaSet::MlDsa87 => public::<MlDsa87>(&seed),
    };
    Some(Material::MlDsa { set, public })
}
