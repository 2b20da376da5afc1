//! The table of algorithms as the cryptography of `jsonwebtoken`.

use jsonwebtoken::{
    Algorithm as Name, DecodingKey, DecodingKeyKind,
    crypto::{CryptoProvider, JwtVerifier, KeyUtils},
    errors::{Error, ErrorKind},
    signature::{Error as Mismatch, Verifier},
};

use crate::{
    keys::{Curve, Material, OkpCurve, RsaPublic, Secret},
    verify::{Algorithm, by_name},
};

static PROVIDER: CryptoProvider = CryptoProvider {
    // Nothing is signed here.
    signer_factory: |_, _| Err(ErrorKind::UnsupportedAlgorithm.into()),
    verifier_factory,
    // Only reading the library's own JWK type would call these, and keys come from our own reader.
    key_utils: KeyUtils::new_unimplemented(),
};

/// Makes the library use the table. Only the first call of a process changes anything.
pub(super) fn install() {
    // A second call says that there is a provider already, which is this one.
    let _ = PROVIDER.install_default();
}

/// The library's name of an algorithm; `None` for what its closed list lacks.
pub(super) fn name_of(alg: &str) -> Option<Name> {
    alg.parse().ok()
}

/// The row of the table that the library's name stands for.
fn row(name: Name) -> Option<&'static Algorithm> {
    by_name(&format!("{name:?}"))
}

/// The key as the library holds it; `None` for kinds and curves that it has no name for.
pub(super) fn decoding_key(material: &Material) -> Option<DecodingKey> {
    match material {
        Material::Secret(secret) => Some(DecodingKey::from_secret(secret.bytes())),
        Material::Rsa(key) => Some(DecodingKey::from_rsa_raw_components(key.n(), key.e())),
        Material::Ec { curve: Curve::P256 | Curve::P384, point } => Some(DecodingKey::from_ec_der(point)),
        Material::Okp { curve: OkpCurve::Ed25519, x } => Some(DecodingKey::from_ed_der(x)),
        Material::Ec { .. } | Material::Okp { .. } | Material::MlDsa { .. } => None,
    }
}

/// Our material again, from the key as the library holds it.
fn material(row: &Algorithm, key: &DecodingKey) -> Option<Material> {
    use jsonwebtoken::AlgorithmFamily as Family;
    match (key.family(), key.kind()) {
        (Family::Hmac, DecodingKeyKind::SecretOrDer(octets)) => {
            Some(Material::Secret(Secret::new(octets.clone())))
        }
        (Family::Rsa, DecodingKeyKind::RsaModulusExponent { n, e }) => {
            RsaPublic::new(n, e).ok().map(Material::Rsa)
        }
        (Family::Ec, DecodingKeyKind::SecretOrDer(point)) => {
            let curve = Curve::by_name(row.curves.first()?)?;
            Some(Material::Ec { curve, point: point.clone() })
        }
        (Family::Ed, DecodingKeyKind::SecretOrDer(x)) => {
            Some(Material::Okp { curve: OkpCurve::Ed25519, x: x.clone() })
        }
        _ => None,
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the library's type of function")]
fn verifier_factory(name: &Name, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>, Error> {
    let row = row(*name).ok_or(ErrorKind::UnsupportedAlgorithm)?;
    // The library's own providers answer so for a key of another family.
    let material = (key.family() == name.family()).then(|| material(row, key)).flatten();
    let material = material.ok_or(ErrorKind::InvalidKeyFormat)?;
    Ok(Box::new(RowVerifier { name: *name, row, material }))
}

/// One row with one key.
struct RowVerifier {
    name: Name,
    row: &'static Algorithm,
    material: Material,
}

impl JwtVerifier for RowVerifier {
    fn algorithm(&self) -> Name {
        self.name
    }
}

impl Verifier<Vec<u8>> for RowVerifier {
    fn verify(&self, input: &[u8], signature: &Vec<u8>) -> Result<(), Mismatch> {
        if (self.row.check)(&self.material, input, signature) { Ok(()) } else { Err(Mismatch::new()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::all;

    #[test]
    fn every_name_of_the_library_is_a_row() {
        let names: Vec<_> = all().iter().filter_map(|row| Some((row, name_of(row.name)?))).collect();
        assert_eq!(names.len(), 12);
        for (own, name) in names {
            assert_eq!(row(name), Some(own));
        }
    }
}
