//! Key pairs of a private half alone, and keys as JWKs.

use super::{
    Key, ReadAs,
    material::{Curve, MlDsaSet, OkpCurve, PrivateHalf},
    points, thumbprint,
};
use crate::finding::Span;

/// The length in bytes of a private half on a curve or of a parameter set, by the name that "crv" or "alg" has.
pub fn private_bytes(curve: &str) -> Option<usize> {
    let ec = Curve::by_name(curve).map(Curve::field_bytes);
    // RFC 8032 sections 5.1.5 and 5.2.5, RFC 7748 section 5: as long as a public key.
    let okp = || OkpCurve::by_name(curve).map(OkpCurve::public_bytes);
    let ml_dsa = || MlDsaSet::by_name(curve).map(|_| 32);
    ec.or_else(okp).or_else(ml_dsa)
}

impl Key {
    /// The key pair with this private half on a curve or of a parameter set, by the name that "crv" or "alg" has.
    ///
    /// `None` when there is no such curve or set, or the octets are no private half there.
    pub fn of_private(curve: &str, octets: Vec<u8>) -> Option<Self> {
        let (material, private) = if let Some(curve) = Curve::by_name(curve) {
            (points::of_scalar(curve, &octets)?, PrivateHalf::Ec(octets))
        } else if let Some(curve) = OkpCurve::by_name(curve) {
            (points::of_okp(curve, &octets)?, PrivateHalf::Okp(octets))
        } else {
            (points::of_seed(MlDsaSet::by_name(curve)?, &octets)?, PrivateHalf::MlDsa(octets))
        };
        let mut key = Self::new(material, ReadAs::Jwk, Span::default());
        key.private = Some(private);
        Some(key)
    }

    /// The public half, or the secret, as a JWK with the members that RFC 7638 section 3.2 names and no others.
    pub fn jwk(&self) -> String {
        thumbprint::required_members(&self.material)
    }
}
