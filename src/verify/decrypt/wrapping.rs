//! Content encryption keys that are wrapped with a secret (RFC 7518 sections 4.4 and 4.7).

use aes_kw::{KeyInit, KwAes128, KwAes192, KwAes256};

use super::{Fault, Job, content::open_gcm};

/// AES Key Wrap under the secret.
pub(super) fn kw<const BYTES: usize>(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    unwrap(job.secret(BYTES)?, job.encrypted_key())
}

/// AES GCM under the secret, with "iv" and "tag" in the header.
pub(super) fn gcm_kw<const BYTES: usize>(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    let key = job.secret(BYTES)?;
    let iv = job.octets("iv")?;
    let tag = job.octets("tag")?;
    if iv.len() != 12 {
        return Err(Fault::Parameter("iv"));
    }
    if tag.len() != 16 {
        return Err(Fault::Parameter("tag"));
    }
    open_gcm(key, &iv, &[], job.encrypted_key(), &tag).ok_or(Fault::NotAuthentic)
}

/// The key that is wrapped (RFC 3394 section 2.2.2).
pub(super) fn unwrap(key: &[u8], wrapped: &[u8]) -> Result<Vec<u8>, Fault> {
    // A wrapped key has at least two blocks beside the check value.
    if wrapped.len() < 24 {
        return Err(Fault::Length("encrypted_key"));
    }
    let mut unwrapped = vec![0; wrapped.len() - 8];
    let done = match key.len() {
        16 => KwAes128::new_from_slice(key).is_ok_and(|kw| kw.unwrap_key(wrapped, &mut unwrapped).is_ok()),
        24 => KwAes192::new_from_slice(key).is_ok_and(|kw| kw.unwrap_key(wrapped, &mut unwrapped).is_ok()),
        32 => KwAes256::new_from_slice(key).is_ok_and(|kw| kw.unwrap_key(wrapped, &mut unwrapped).is_ok()),
        _ => false,
    };
    if done { Ok(unwrapped) } else { Err(Fault::NotAuthentic) }
}
