//! Points on curves: whether they lie there, and which public key a private one has.

mod rare;

pub(super) use self::rare::{of_okp, of_seed};
use super::material::{Curve, Material, OkpCurve};

/// What is computed on curves of one kind of crate.
macro_rules! points_on {
    ($($curve:ident: $krate:ident),+) => {
        /// A point spelled as in SEC 1 section 2.3.3, compressed or not; given uncompressed.
        #[inline(never)]
        pub fn decoded(curve: Curve, encoded: &[u8]) -> Option<Vec<u8>> {
            match curve {
                $(Curve::$curve => {
                    use $krate::elliptic_curve::sec1::ToSec1Point;
                    let key = $krate::PublicKey::from_sec1_bytes(encoded).ok()?;
                    Some(key.to_sec1_point(false).as_bytes().to_vec())
                })+
                _ => None,
            }
        }

        /// The point of a scalar, uncompressed.
        #[inline(never)]
        pub fn of_scalar(curve: Curve, d: &[u8]) -> Option<Vec<u8>> {
            match curve {
                $(Curve::$curve => {
                    use $krate::elliptic_curve::sec1::ToSec1Point;
                    let key = $krate::SecretKey::from_slice(d).ok()?;
                    Some(key.public_key().to_sec1_point(false).as_bytes().to_vec())
                })+
                _ => None,
            }
        }
    };
}

use points_on;

mod frequent {
    //! The curves that most tokens are signed on.

    use super::super::material::Curve;

    points_on!(P256: p256, P384: p384);
}

/// Whether a curve is one that hardly any key is on.
const fn is_rare(curve: Curve) -> bool {
    matches!(curve, Curve::P521 | Curve::Secp256k1)
}

/// The key whose point is spelled so (SEC 1 section 2.3.3, compressed or not), or `None` when it is not on the curve.
pub(super) fn from_sec1(curve: Curve, encoded: &[u8]) -> Option<Material> {
    let decoded = if is_rare(curve) { rare::decoded } else { frequent::decoded };
    Some(Material::Ec { curve, point: decoded(curve, encoded)? })
}

/// The key with these coordinates, as long as the curve's field, or `None` when they are not on the curve.
pub(super) fn from_coordinates(curve: Curve, x: &[u8], y: &[u8]) -> Option<Material> {
    let encoded = [&[4], x, y].concat();
    (x.len() == curve.field_bytes() && y.len() == x.len()).then(|| from_sec1(curve, &encoded))?
}

/// The public key of a scalar, or `None` when it is zero or too large.
pub(super) fn of_scalar(curve: Curve, d: &[u8]) -> Option<Material> {
    let of_scalar = if is_rare(curve) { rare::of_scalar } else { frequent::of_scalar };
    Some(Material::Ec { curve, point: of_scalar(curve, d)? })
}

/// The generator: the public key of the scalar 1.
pub(super) fn generator(curve: Curve) -> Option<Material> {
    let mut one = vec![0; curve.field_bytes()];
    *one.last_mut()? = 1;
    of_scalar(curve, &one)
}

/// The key of an octet key pair's public octets, or `None` when they are not as many as the curve has, or no point.
pub(super) fn from_okp(curve: OkpCurve, x: &[u8]) -> Option<Material> {
    let known = match curve {
        OkpCurve::Ed25519 => ed25519_dalek::VerifyingKey::try_from(x).is_ok(),
        OkpCurve::Ed448 => rare::is_ed448(x),
        OkpCurve::X25519 | OkpCurve::X448 => x.len() == curve.public_bytes(),
    };
    known.then(|| Material::Okp { curve, x: x.to_vec() })
}
