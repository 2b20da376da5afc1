//! The table of key management algorithms (RFC 7518 section 4.1): how a recipient gets at the content encryption key.

use super::{Fault, Job, agreement, password, transport, wrapping};
use crate::keys::KeyKind;

/// One "alg" value for encryption.
pub struct Management {
    /// The value, as registered.
    pub name: &'static str,
    /// The kinds of key that it takes.
    pub keys: &'static [KeyKind],
    /// Where it is defined.
    pub source: &'static str,
    /// Whether new tokens should not use it: RSAES-PKCS1-v1_5 is open to Bleichenbacher's attack (RFC 8725 section 3.2).
    pub deprecated: bool,
    /// Finds the content encryption key.
    pub(super) content_key: fn(&Job<'_>) -> Result<Vec<u8>, Fault>,
}

const fn row(
    name: &'static str,
    keys: &'static [KeyKind],
    source: &'static str,
    content_key: fn(&Job<'_>) -> Result<Vec<u8>, Fault>,
) -> Management {
    Management { name, keys, source, deprecated: false, content_key }
}

const SECRET: &[KeyKind] = &[KeyKind::Secret];
const RSA: &[KeyKind] = &[KeyKind::Rsa];
const CURVES: &[KeyKind] = &[KeyKind::Ec, KeyKind::Okp];

static MANAGEMENTS: [Management; 19] = [
    row("dir", SECRET, "RFC 7518 section 4.5", direct),
    row("A128KW", SECRET, "RFC 7518 section 4.4", wrapping::kw::<16>),
    row("A192KW", SECRET, "RFC 7518 section 4.4", wrapping::kw::<24>),
    row("A256KW", SECRET, "RFC 7518 section 4.4", wrapping::kw::<32>),
    row("A128GCMKW", SECRET, "RFC 7518 section 4.7", wrapping::gcm_kw::<16>),
    row("A192GCMKW", SECRET, "RFC 7518 section 4.7", wrapping::gcm_kw::<24>),
    row("A256GCMKW", SECRET, "RFC 7518 section 4.7", wrapping::gcm_kw::<32>),
    row("PBES2-HS256+A128KW", SECRET, "RFC 7518 section 4.8", password::pbes2::<sha2::Sha256, 16>),
    row("PBES2-HS384+A192KW", SECRET, "RFC 7518 section 4.8", password::pbes2::<sha2::Sha384, 24>),
    row("PBES2-HS512+A256KW", SECRET, "RFC 7518 section 4.8", password::pbes2::<sha2::Sha512, 32>),
    Management { deprecated: true, ..row("RSA1_5", RSA, "RFC 7518 section 4.2", transport::pkcs1) },
    row("RSA-OAEP", RSA, "RFC 7518 section 4.3", transport::oaep::<sha1::Sha1>),
    row("RSA-OAEP-256", RSA, "RFC 7518 section 4.3", transport::oaep::<sha2::Sha256>),
    row("RSA-OAEP-384", RSA, "W3C Web Cryptography", transport::oaep::<sha2::Sha384>),
    row("RSA-OAEP-512", RSA, "W3C Web Cryptography", transport::oaep::<sha2::Sha512>),
    row("ECDH-ES", CURVES, "RFC 7518 section 4.6", agreement::direct),
    row("ECDH-ES+A128KW", CURVES, "RFC 7518 section 4.6", agreement::wrapped::<16>),
    row("ECDH-ES+A192KW", CURVES, "RFC 7518 section 4.6", agreement::wrapped::<24>),
    row("ECDH-ES+A256KW", CURVES, "RFC 7518 section 4.6", agreement::wrapped::<32>),
];

/// The key management with this "alg".
pub(super) fn by_name(alg: &str) -> Option<&'static Management> {
    MANAGEMENTS.iter().find(|row| row.name == alg)
}

/// The secret itself is the content encryption key.
fn direct(job: &Job<'_>) -> Result<Vec<u8>, Fault> {
    if job.encrypted_key().is_empty() {
        job.secret(job.encryption.key_bytes).map(<[u8]>::to_vec)
    } else {
        Err(Fault::Length("encrypted_key"))
    }
}

impl std::fmt::Debug for Management {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

impl PartialEq for Management {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Management {}
