//! Decrypting a JWE (RFC 7516 section 5.2) with the keys at hand.
//!
//! Decrypted is not signed: that somebody could encrypt to a public key proves nothing about them. Everything that an
//! attacker may blow up is bounded before it is computed: rounds, sizes, and what comes out of a decompression.

mod agreement;
mod content;
mod inflate;
mod management;
mod password;
mod transport;
mod wrapping;

pub use self::{content::Encryption, inflate::MOST_BYTES, management::Management, password::MOST_ROUNDS};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place},
    jose::{
        Jwe, base64url,
        json::{Node, Value},
    },
    keys::{Key, KeyRing},
};

/// What came out of a JWE. `Debug` shows the length of the plaintext only.
#[derive(Clone, PartialEq, Eq)]
pub struct Decrypted {
    /// The plaintext, decompressed where "zip" says so.
    pub plaintext: Vec<u8>,
    /// The index in its ring of the key that decrypted it.
    pub key: usize,
    /// Which of the recipients the key is.
    pub recipient: usize,
    /// How the content encryption key came to the recipient.
    pub management: &'static Management,
    /// How the content is encrypted.
    pub encryption: &'static Encryption,
}

impl std::fmt::Debug for Decrypted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "Decrypted({:?}, {:?}, {} bytes)",
            self.management,
            self.encryption,
            self.plaintext.len()
        )
    }
}

/// Why a JWE did not decrypt with one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// "alg" is missing or names no key management that is known here.
    AlgUnknown,
    /// "enc" is missing or names no content encryption that is known here.
    EncUnknown,
    /// "zip" names another compression than DEFLATE.
    ZipUnknown,
    /// The key is of another kind than "alg" needs.
    KeyKind,
    /// The key is a public one, and the private half decrypts.
    PrivateHalfMissing,
    /// The secret has another length than the algorithm has.
    KeyBits {
        /// What it has.
        bits: usize,
        /// What the algorithm demands.
        required: usize,
    },
    /// A Header Parameter that the algorithm needs is missing or malformed.
    Parameter(&'static str),
    /// A part of the token has a length that the algorithm doesn't have.
    Length(&'static str),
    /// "p2c" asks for more than [`MOST_ROUNDS`] rounds.
    TooManyRounds(String),
    /// The key is another one, or the token was altered: these can't be told apart.
    NotAuthentic,
    /// The decrypted content is no DEFLATE data.
    NotCompressed,
    /// The decrypted content is longer than [`MOST_BYTES`] once it is decompressed.
    TooLong,
}

impl Fault {
    /// The name that facts carry.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::AlgUnknown => "alg-unknown",
            Self::EncUnknown => "enc-unknown",
            Self::ZipUnknown => "zip-unknown",
            Self::KeyKind => "key-kind",
            Self::PrivateHalfMissing => "private-half-missing",
            Self::KeyBits { .. } => "key-bits",
            Self::Parameter(_) => "parameter",
            Self::Length(_) => "length",
            Self::TooManyRounds(_) => "too-many-rounds",
            Self::NotAuthentic => "not-authentic",
            Self::NotCompressed => "not-compressed",
            Self::TooLong => "too-long",
        }
    }

    /// Whether nothing was computed, because the key at hand is not one for this token.
    pub const fn is_about_the_key(&self) -> bool {
        matches!(
            self,
            Self::KeyKind
                | Self::PrivateHalfMissing
                | Self::KeyBits { .. }
                | Self::AlgUnknown
                | Self::EncUnknown
        )
    }

    /// How much a fault of one key says about the token, beside those of other keys: the key that came farthest counts.
    const fn depth(&self) -> u8 {
        match self {
            Self::KeyKind => 0,
            Self::PrivateHalfMissing | Self::KeyBits { .. } => 1,
            Self::NotAuthentic => 2,
            _ => 3,
        }
    }

    /// The finding to report about a token with this "alg".
    pub fn finding(&self, jwe: &Jwe, key: Option<usize>) -> Finding {
        if let Self::TooManyRounds(count) = self {
            let facts = Facts::new().public("p2c", count.as_str()).public("limit", MOST_ROUNDS.to_string());
            return at_header(jwe, "p2c", Finding::error(Cause::Pbes2CountTooHigh, Place::Header))
                .with(facts);
        }
        let mut facts = Facts::new().public("reason", self.id());
        if let Some(alg) = jwe.alg(0) {
            facts = facts.public("alg", alg);
        }
        if let Some(index) = key {
            facts = facts.public("key_index", index);
        }
        facts = match self {
            Self::Parameter(member) | Self::Length(member) => facts.public("member", *member),
            Self::KeyBits { bits, required } => {
                facts.public("bits", *bits).public("required_bits", *required)
            }
            _ => facts,
        };
        Finding::error(Cause::JweDecryptFailed, Place::Text).with(facts)
    }
}

fn at_header(jwe: &Jwe, name: &str, finding: Finding) -> Finding {
    match jwe.header.span(name) {
        Some(span) => finding.at(span),
        None => finding,
    }
}

/// One attempt: a recipient's share of the token and a key.
struct Job<'a> {
    jwe: &'a Jwe,
    recipient: usize,
    key: &'a Key,
    encryption: &'static Encryption,
}

impl<'a> Job<'a> {
    fn parameter(&self, name: &str) -> Option<&'a Node> {
        self.jwe.get(self.recipient, name)
    }

    /// The octets of a Header Parameter in base64url.
    fn octets(&self, name: &'static str) -> Result<Vec<u8>, Fault> {
        octets(self.parameter(name)).ok_or(Fault::Parameter(name))
    }

    fn encrypted_key(&self) -> &'a [u8] {
        self.jwe.recipients.get(self.recipient).map_or(&[], |recipient| &recipient.encrypted_key.bytes)
    }

    /// The octets of a secret of exactly so many bytes.
    fn secret(&self, bytes: usize) -> Result<&'a [u8], Fault> {
        let secret = self.key.secret().ok_or(Fault::KeyKind)?;
        if secret.len() == bytes {
            Ok(secret)
        } else {
            Err(Fault::KeyBits { bits: secret.len() * 8, required: bytes * 8 })
        }
    }
}

/// The octets of a JSON string in base64url without faults.
fn octets(node: Option<&Node>) -> Option<Vec<u8>> {
    let decoded = base64url::decode(node?.as_str()?);
    decoded.faults.is_empty().then_some(decoded.bytes)
}

/// Decrypts a JWE with the first key of the ring that does.
///
/// # Errors
/// The fault that says most, and the index of the key that it is about; `None` when there is no key at all.
pub fn decrypt(jwe: &Jwe, ring: &KeyRing) -> Result<Decrypted, Option<(usize, Fault)>> {
    let mut best: Option<(usize, Fault)> = None;
    let mut rounds_left = MOST_ROUNDS;
    let attempts = (0..jwe.recipients.len())
        .flat_map(|recipient| candidates(jwe, recipient, ring).into_iter().map(move |key| (recipient, key)));
    for (recipient, key) in attempts.take(MOST_ATTEMPTS) {
        let outcome = match rounds_left.checked_sub(rounds(jwe, recipient).unwrap_or(0)) {
            Some(left) => {
                rounds_left = left;
                attempt(jwe, recipient, key)
            }
            None => break,
        };
        match outcome {
            Ok(decrypted) => return Ok(decrypted),
            Err(fault) if best.as_ref().is_some_and(|(_, best)| best.depth() >= fault.depth()) => {}
            Err(fault) => best = Some((key.index, fault)),
        }
    }
    Err(best)
}

/// How many pairs of recipient and key are tried: a token with a thousand recipients is made to tire a receiver out.
const MOST_ATTEMPTS: usize = 64;

/// The rounds of key derivation that an attempt costs; `None` where there are none.
fn rounds(jwe: &Jwe, recipient: usize) -> Option<u32> {
    let by_password = jwe.alg(recipient).is_some_and(|alg| alg.starts_with("PBES2-"));
    by_password.then(|| password::rounds(jwe.get(recipient, "p2c")).ok())?
}

/// The fault of a token that asks for more rounds than anybody should compute, which needs no key to be seen.
pub fn excess(jwe: &Jwe) -> Option<Fault> {
    let faults = (0..jwe.recipients.len()).map(|recipient| {
        let by_password = jwe.alg(recipient).is_some_and(|alg| alg.starts_with("PBES2-"));
        by_password.then(|| password::rounds(jwe.get(recipient, "p2c")).err())?
    });
    faults.flatten().find(|fault| matches!(fault, Fault::TooManyRounds(_)))
}

/// The warning about a key management that new tokens should not use.
pub fn deprecation(jwe: &Jwe) -> Option<Finding> {
    let deprecated = |recipient| management::by_name(jwe.alg(recipient)?).filter(|row| row.deprecated);
    let row = (0..jwe.recipients.len()).find_map(deprecated)?;
    let finding = Finding::warning(Cause::Rsa15Encryption, Place::Header);
    Some(at_header(jwe, "alg", finding).with(Facts::new().public("alg", row.name)))
}

/// The keys with the recipient's "kid", or all where none has it.
fn candidates<'a>(jwe: &Jwe, recipient: usize, ring: &'a KeyRing) -> Vec<&'a Key> {
    let kid = jwe.kid(recipient);
    let named: Vec<&Key> =
        ring.keys.iter().filter(|key| kid.is_some() && key.kid.as_deref() == kid).collect();
    if named.is_empty() { ring.keys.iter().collect() } else { named }
}

fn attempt(jwe: &Jwe, recipient: usize, key: &Key) -> Result<Decrypted, Fault> {
    let management = jwe.alg(recipient).and_then(management::by_name).ok_or(Fault::AlgUnknown)?;
    let encryption = jwe.enc(recipient).and_then(content::by_name).ok_or(Fault::EncUnknown)?;
    let compressed = match jwe.get(recipient, "zip").map(|node| &node.value) {
        None => false,
        Some(Value::String(zip)) if zip == "DEF" => true,
        Some(_) => return Err(Fault::ZipUnknown),
    };
    if !management.keys.contains(&key.kind()) {
        return Err(Fault::KeyKind);
    }
    let job = Job { jwe, recipient, key, encryption };
    let content_key = (management.content_key)(&job)?;
    let plaintext = content::decrypt(&job, &content_key)?;
    let plaintext = if compressed { inflate::inflate(&plaintext)? } else { plaintext };
    Ok(Decrypted { plaintext, key: key.index, recipient, management, encryption })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{jose, keys};

    #[test]
    fn many_recipients_with_many_rounds_each_do_not_tire_the_receiver_out() {
        let recipient = r#"{"header":{"alg":"PBES2-HS256+A128KW","p2c":500000,"p2s":"AAAA"},"encrypted_key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"#;
        let recipients = vec![recipient; 2_000].join(",");
        let token = format!(
            r#"{{"protected":"eyJlbmMiOiJBMTI4R0NNIn0","recipients":[{recipients}],"iv":"AAAAAAAAAAAAAAAA","ciphertext":"AA","tag":"AAAAAAAAAAAAAAAAAAAAAA"}}"#
        );
        let jose::Token::Jwe(jwe) = jose::parse(&token) else { panic!() };
        assert_eq!(jwe.recipients.len(), 2_000);
        let ring = keys::read(&["a password".to_owned(), "another".to_owned()]);
        assert_eq!(decrypt(&jwe, &ring), Err(Some((0, Fault::NotAuthentic))));
    }
}
