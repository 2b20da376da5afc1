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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::SecretReading;

    fn hex(text: &str) -> Vec<u8> {
        SecretReading::Hex.octets(text).unwrap()
    }

    #[test]
    fn the_ciphertexts_of_rfc_7518_appendix_b_decrypt() {
        for (enc, ciphertext, tag) in [
            (
                "A128CBC-HS256",
                "c80edfa32ddf39d5ef00c0b468834279a2e46a1b8049f792f76bfe54b903a9c9a94ac9b47ad2655c5f10f9aef71427e2fc6f9b3f399a221489f16362c703233609d45ac69864e3321cf82935ac4096c86e133314c54019e8ca7980dfa4b9cf1b384c486f3a54c51078158ee5d79de59fbd34d848b3d69550a67646344427ade54b8851ffb598f7f80074b9473c82e2db",
                "652c3fa36b0a7c5b3219fab3a30bc1c4",
            ),
            (
                "A192CBC-HS384",
                "ea65da6b59e61edb419be62d19712ae5d303eeb50052d0dfd6697f77224c8edb000d279bdc14c1072654bd30944230c657bed4ca0c9f4a8466f22b226d1746214bf8cfc2400add9f5126e479663fc90b3bed787a2f0ffcbf3904be2a641d5c2105bfe591bae23b1d7449e532eef60a9ac8bb6c6b01d35d49787bcd57ef484927f280adc91ac0c4e79c7b11efc60054e3",
                "8490ac0e58949bfe51875d733f93ac2075168039ccc733d7",
            ),
            (
                "A256CBC-HS512",
                "4affaaadb78c31c5da4b1b590d10ffbd3dd8d5d302423526912da037ecbcc7bd822c301dd67c373bccb584ad3e9279c2e6d12a1374b77f077553df829410446b36ebd97066296ae6427ea75c2e0846a11a09ccf5370dc80bfecbad28c73f09b3a3b75e662a2594410ae496b2e2e6609e31e6e02cc837f053d21f37ff4f51950bbe2638d09dd7a4930930806d0703b1f6",
                "4dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5",
            ),
        ] {
            let row = by_name(enc).unwrap();
            let key: Vec<u8> = (0..=255).take(row.key_bytes).collect();
            let (ciphertext, tag) = (hex(ciphertext), hex(tag));
            let open = |tag: &[u8]| {
                (row.decrypt)(&Sealed {
                    key: &key,
                    iv: &[
                        0x1a, 0xf3, 0x8c, 0x2d, 0xc2, 0xb9, 0x6f, 0xfd, 0xd8, 0x66, 0x94, 9, 0x23, 0x41,
                        0xbc, 4,
                    ],
                    aad: b"The second principle of Auguste Kerckhoffs",
                    ciphertext: &ciphertext,
                    tag,
                })
            };
            let plaintext = open(&tag).unwrap();
            assert!(plaintext.starts_with(b"A cipher system must not be required to be secret"), "{enc}");
            for bit in 0..tag.len() * 8 {
                let mut changed = tag.clone();
                changed[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(open(&changed), None, "{enc}: bit {bit}");
            }
        }
    }
}
