//! The table of content encryption algorithms (RFC 7518 section 5.1).

use aes::{
    Aes128, Aes192, Aes256,
    cipher::{BlockCipherDecrypt, BlockModeDecrypt, KeyInit, KeyIvInit, block_padding::Pkcs7},
};
use aes_gcm::{
    AesGcm,
    aead::{
        Aead, Payload,
        consts::{U12, U16},
    },
};
use hmac::{EagerHash, Hmac, Mac};

use super::{Fault, Job};

/// One "enc" value.
pub struct Encryption {
    /// The value, as registered.
    pub name: &'static str,
    /// The length of the content encryption key in bytes.
    pub key_bytes: usize,
    /// The length of the initialization vector in bytes.
    pub iv_bytes: usize,
    /// The length of the authentication tag in bytes.
    pub tag_bytes: usize,
    /// Where it is defined.
    pub source: &'static str,
    decrypt: fn(&Sealed<'_>) -> Option<Vec<u8>>,
}

/// What is authenticated and decrypted, its lengths checked.
struct Sealed<'a> {
    key: &'a [u8],
    iv: &'a [u8],
    aad: &'a [u8],
    ciphertext: &'a [u8],
    tag: &'a [u8],
}

const fn cbc_row(
    name: &'static str,
    half_bytes: usize,
    decrypt: fn(&Sealed<'_>) -> Option<Vec<u8>>,
) -> Encryption {
    let source = "RFC 7518 section 5.2";
    Encryption { name, key_bytes: 2 * half_bytes, iv_bytes: 16, tag_bytes: half_bytes, source, decrypt }
}

const fn gcm_row(
    name: &'static str,
    key_bytes: usize,
    decrypt: fn(&Sealed<'_>) -> Option<Vec<u8>>,
) -> Encryption {
    Encryption { name, key_bytes, iv_bytes: 12, tag_bytes: 16, source: "RFC 7518 section 5.3", decrypt }
}

static ENCRYPTIONS: [Encryption; 6] = [
    cbc_row("A128CBC-HS256", 16, cbc_hmac::<Aes128, sha2::Sha256>),
    cbc_row("A192CBC-HS384", 24, cbc_hmac::<Aes192, sha2::Sha384>),
    cbc_row("A256CBC-HS512", 32, cbc_hmac::<Aes256, sha2::Sha512>),
    gcm_row("A128GCM", 16, gcm),
    gcm_row("A192GCM", 24, gcm),
    gcm_row("A256GCM", 32, gcm),
];

/// The content encryption with this "enc".
pub(super) fn by_name(enc: &str) -> Option<&'static Encryption> {
    ENCRYPTIONS.iter().find(|row| row.name == enc)
}

/// Decrypts the content of a JWE.
pub(super) fn decrypt(job: &Job<'_>, key: &[u8]) -> Result<Vec<u8>, Fault> {
    let row = job.encryption;
    if !is_iv_length(row, job.jwe.iv.bytes.len()) {
        return Err(Fault::Length("iv"));
    }
    if job.jwe.tag.bytes.len() != row.tag_bytes {
        return Err(Fault::Length("tag"));
    }
    // A key of another length came out of an encryption that does not authenticate it.
    if key.len() != row.key_bytes {
        return Err(Fault::NotAuthentic);
    }
    let sealed = Sealed {
        key,
        iv: &job.jwe.iv.bytes,
        aad: &job.jwe.additional_authenticated_data(),
        ciphertext: &job.jwe.ciphertext.bytes,
        tag: &job.jwe.tag.bytes,
    };
    (row.decrypt)(&sealed).ok_or(Fault::NotAuthentic)
}

/// The length that "enc" demands, or, for AES GCM, the 16 bytes that python-jose writes in place of 12.
fn is_iv_length(row: &Encryption, bytes: usize) -> bool {
    bytes == row.iv_bytes || row.iv_bytes == 12 && bytes == 16
}

/// AES in CBC mode with HMAC over everything (RFC 7518 section 5.2.2.2).
fn cbc_hmac<C, D>(sealed: &Sealed<'_>) -> Option<Vec<u8>>
where
    C: BlockCipherDecrypt + KeyInit,
    D: EagerHash,
    cbc::Decryptor<C>: KeyIvInit + BlockModeDecrypt,
{
    let (mac_key, enc_key) = sealed.key.split_at_checked(sealed.key.len() / 2)?;
    let aad_bits = u64::try_from(sealed.aad.len()).ok()?.checked_mul(8)?;
    let mut mac = <Hmac<D> as hmac::KeyInit>::new_from_slice(mac_key).ok()?;
    for part in [sealed.aad, sealed.iv, sealed.ciphertext, &aad_bits.to_be_bytes()] {
        mac.update(part);
    }
    mac.verify_truncated_left(sealed.tag).ok()?;
    let cipher = cbc::Decryptor::<C>::new_from_slices(enc_key, sealed.iv).ok()?;
    cipher.decrypt_padded_vec::<Pkcs7>(sealed.ciphertext).ok()
}

fn gcm(sealed: &Sealed<'_>) -> Option<Vec<u8>> {
    open_gcm(sealed.key, sealed.iv, sealed.aad, sealed.ciphertext, sealed.tag)
}

/// AES in GCM mode with a key of 16, 24 or 32 bytes and an initialization vector of 12 or 16.
pub(super) fn open_gcm(key: &[u8], iv: &[u8], aad: &[u8], ciphertext: &[u8], tag: &[u8]) -> Option<Vec<u8>> {
    let sealed = [ciphertext, tag].concat();
    let payload = Payload { msg: &sealed, aad };
    match (key.len(), iv.len()) {
        (16, 12) => open::<AesGcm<Aes128, U12>>(key, iv, payload),
        (24, 12) => open::<AesGcm<Aes192, U12>>(key, iv, payload),
        (32, 12) => open::<AesGcm<Aes256, U12>>(key, iv, payload),
        (16, 16) => open::<AesGcm<Aes128, U16>>(key, iv, payload),
        (24, 16) => open::<AesGcm<Aes192, U16>>(key, iv, payload),
        (32, 16) => open::<AesGcm<Aes256, U16>>(key, iv, payload),
        _ => None,
    }
}

fn open<C: Aead + KeyInit>(key: &[u8], iv: &[u8], payload: Payload<'_, '_>) -> Option<Vec<u8>> {
    C::new_from_slice(key).ok()?.decrypt(iv.try_into().ok()?, payload).ok()
}

impl std::fmt::Debug for Encryption {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

impl PartialEq for Encryption {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Encryption {}
