//! Points on curves: whether they lie there, and which public key a private one has.

use super::material::{Curve, Material, MlDsaSet, OkpCurve};

/// Runs an expression with the crate of a curve.
macro_rules! on_curve {
    ($curve:expr, $krate:ident => $expression:expr) => {
        match $curve {
            Curve::P256 => {
                use p256 as $krate;
                $expression
            }
            Curve::P384 => {
                use p384 as $krate;
                $expression
            }
            Curve::P521 => {
                use p521 as $krate;
                $expression
            }
            Curve::Secp256k1 => {
                use k256 as $krate;
                $expression
            }
        }
    };
}

/// The key whose point is spelled so (SEC 1 section 2.3.3, compressed or not), or `None` when it is not on the curve.
pub(super) fn from_sec1(curve: Curve, encoded: &[u8]) -> Option<Material> {
    let point = on_curve!(curve, krate => {
        use krate::elliptic_curve::sec1::ToSec1Point;
        let key = krate::PublicKey::from_sec1_bytes(encoded).ok()?;
        key.to_sec1_point(false).as_bytes().to_vec()
    });
    Some(Material::Ec { curve, point })
}

/// The key with these coordinates, as long as the curve's field, or `None` when they are not on the curve.
pub(super) fn from_coordinates(curve: Curve, x: &[u8], y: &[u8]) -> Option<Material> {
    let encoded = [&[4], x, y].concat();
    (x.len() == curve.field_bytes() && y.len() == x.len()).then(|| from_sec1(curve, &encoded))?
}

/// The public key of a scalar, or `None` when it is zero or too large.
pub(super) fn of_scalar(curve: Curve, d: &[u8]) -> Option<Material> {
    let point = on_curve!(curve, krate => {
        use krate::elliptic_curve::sec1::ToSec1Point;
        let key = krate::SecretKey::from_slice(d).ok()?;
        key.public_key().to_sec1_point(false).as_bytes().to_vec()
    });
    Some(Material::Ec { curve, point })
}

/// The generator: the public key of the scalar 1.
pub(super) fn generator(curve: Curve) -> Option<Material> {
    let mut one = vec![0; curve.field_bytes()];
    *one.last_mut()? = 1;
    of_scalar(curve, &one)
}

/// The public key of an octet key pair's private octets.
pub(super) fn of_okp(curve: OkpCurve, d: &[u8]) -> Option<Material> {
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
pub(super) fn of_seed(set: MlDsaSet, seed: &[u8]) -> Option<Material> {
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

/// The key of an octet key pair's public octets, or `None` when they are not as many as the curve has, or no point.
pub(super) fn from_okp(curve: OkpCurve, x: &[u8]) -> Option<Material> {
    let known = match curve {
        OkpCurve::Ed25519 => ed25519_dalek::VerifyingKey::try_from(x).is_ok(),
        OkpCurve::Ed448 => <[u8; 57]>::try_from(x)
            .is_ok_and(|bytes| ed448_goldilocks::VerifyingKey::from_bytes(&bytes).is_ok()),
        OkpCurve::X25519 | OkpCurve::X448 => x.len() == curve.public_bytes(),
    };
    known.then(|| Material::Okp { curve, x: x.to_vec() })
}
