//! The private half of an RSA key as the crate holds it, for decrypting and for signing.

use rsa::{BoxedUint, RsaPrivateKey, RsaPublicKey, hazmat::rsa_encrypt};

use crate::keys::{Key, Material, PrivateHalf, RsaPublic};

/// The private key; `None` when the key is no RSA key, or has no private half that belongs to the public one.
pub(crate) fn key(key: &Key) -> Option<RsaPrivateKey> {
    let (Material::Rsa(public), Some(PrivateHalf::Rsa { d, primes })) = (key.material(), &key.private) else {
        return None;
    };
    let primes: Vec<BoxedUint> =
        if primes.len() == 2 { primes.iter().map(|p| number(p)).collect() } else { Vec::new() };
    if !belong_together(public, d) {
        return None;
    }
    RsaPrivateKey::from_components(number(public.n()), number(public.e()), number(d), primes).ok()
}

fn number(octets: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(octets)
}

/// Whether the private exponent undoes the public one, tried on the number 2: a pasted key may hold anything, and the
/// arithmetic behind a private key expects a pair.
fn belong_together(public: &RsaPublic, d: &[u8]) -> bool {
    let n = number(public.n());
    if d.len() > public.n().len() || d.iter().all(|octet| *octet == 0) {
        return false;
    }
    let power = |exponent: &[u8], base: &BoxedUint| {
        let key = RsaPublicKey::new_unchecked(n.clone(), number(exponent));
        rsa_encrypt(&key, base).ok()
    };
    let Ok(two) = BoxedUint::from_be_slice(&[2], n.bits_precision()) else { return false };
    let back = power(public.e(), &two).and_then(|power_of_e| power(d, &power_of_e));
    back.is_some_and(|back| back == two)
}
