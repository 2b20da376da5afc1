//! Content encryption keys that are encrypted to an RSA key (RFC 7518 sections 4.2 and 4.3).

use rsa::{Oaep, Pkcs1v15Encrypt, RsaPrivateKey, traits::PaddingScheme};
use sha2::digest::{Digest, FixedOutputReset};

use super::{Fault, Job};
use crate::{keys::Material, verify::rsa_private};

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
    if !matches!(job.key.material(), Material::Rsa(_)) {
        return Err(Fault::KeyKind);
    }
    rsa_private::key(job.key).ok_or(Fault::PrivateHalfMissing)
}
