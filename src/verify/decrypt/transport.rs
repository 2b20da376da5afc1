//! Content encryption keys that are encrypted to an RSA key (RFC 7518 sections 4.2 and 4.3).

use rsa::{
    BoxedUint, Oaep, Pkcs1v15Encrypt, RsaPrivateKey, RsaPublicKey, hazmat::rsa_encrypt, traits::PaddingScheme,
};
use sha2::digest::{Digest, FixedOutputReset};

use super::{Fault, Job};
use crate::keys::{Material, PrivateHalf, RsaPublic};

/// RSAES-PKCS1-v1_5. A block with wrong padding gives a random key, so that only the content's tag tells
/// (RFC 7516 section 11.5).
pub(super) fn pkcs1(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    decrypt(job, Pkcs1v15Encrypt)
}

/// RSAES-OAEP with the same hash function for MGF1.
pub(super) fn oaep<D: Digest + FixedOutputReset>(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    decrypt(job, Oaep::<D>::new())
}

fn decrypt(job: &Job<'_>, padding: impl PaddingScheme) -> Result<Vec<u8>, Fault> {
    let key = private_key(job)?;
    key.decrypt(padding, job.encrypted_key()).map_err(|_| Fault::NotAuthentic)
}

fn private_key(job: &Job<'_>) -> Result<RsaPrivateKey, Fault> {
    let Material::Rsa(public) = job.key.material() else { return Err(Fault::KeyKind) };
    let Some(PrivateHalf::Rsa { d, primes }) = &job.key.private else {
        return Err(Fault::PrivateHalfMissing);
    };
    let number = |octets: &[u8]| BoxedUint::from_be_slice_vartime(octets);
    let primes: Vec<BoxedUint> =
        if primes.len() == 2 { primes.iter().map(|p| number(p)).collect() } else { Vec::new() };
    if !belong_together(public, d) {
        return Err(Fault::PrivateHalfMissing);
    }
    RsaPrivateKey::from_components(number(public.n()), number(public.e()), number(d), primes)
        .map_err(|_| Fault::PrivateHalfMissing)
}

/// Whether the private exponent undoes the public one, tried on the number 2: a pasted key may hold anything, and the
/// arithmetic behind a private key expects a pair.
fn belong_together(public: &RsaPublic, d: &[u8]) -> bool {
    let number = |octets: &[u8]| BoxedUint::from_be_slice_vartime(octets);
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
