//! The names that a key has by its material: the JWK thumbprint, and the digest that the memo of verifications uses.

use sha2::{Digest, Sha256};

use super::material::Material;
use crate::jose::base64url;

/// The members of the material's JWK that RFC 7638 section 3.2 requires, in lexicographic order, without white space.
pub(super) fn required_members(material: &Material) -> String {
    let text = base64url::encode;
    match material {
        Material::Secret(secret) => format!(r#"{{"k":"{}","kty":"oct"}}"#, text(secret.bytes())),
        Material::Rsa(key) => format!(r#"{{"e":"{}","kty":"RSA","n":"{}"}}"#, text(key.e()), text(key.n())),
        Material::Ec { curve, point } => {
            let (x, y) = coordinates(point, curve.field_bytes());
            format!(r#"{{"crv":"{}","kty":"EC","x":"{}","y":"{}"}}"#, curve.name(), text(x), text(y))
        }
        Material::Okp { curve, x } => {
            format!(r#"{{"crv":"{}","kty":"OKP","x":"{}"}}"#, curve.name(), text(x))
        }
        Material::MlDsa { set, public } => {
            format!(r#"{{"alg":"{}","kty":"AKP","pub":"{}"}}"#, set.name(), text(public))
        }
    }
}

/// The coordinates of an uncompressed point.
pub(super) fn coordinates(point: &[u8], field_bytes: usize) -> (&[u8], &[u8]) {
    let x_and_y = point.get(1..).unwrap_or_default();
    x_and_y.split_at_checked(field_bytes).unwrap_or_default()
}

/// The digest that stands for the material.
pub(super) fn digest(material: &Material) -> [u8; 32] {
    sha256(required_members(material))
}

/// The SHA-256 digest of octets.
pub(super) fn sha256(octets: impl AsRef<[u8]>) -> [u8; 32] {
    Sha256::digest(octets).into()
}
