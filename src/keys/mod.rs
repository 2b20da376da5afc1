//! Keys in whatever form they are pasted.
//!
//! Reading never fails: it gives the keys that a text holds and findings about how they were read. Where only one
//! reading of a damaged text makes sense, it is taken and reported; where several do (a secret), the octets are taken as
//! they are, and experiments try the others. A finding of this room is a warning or a note: a key's text alone rejects
//! no token. Text that is recognised as a public key is never a secret.

mod armour;
mod buried;
mod certificate;
mod der;
mod elsewhere;
mod encode;
mod encoded;
mod found;
mod jwk;
mod jwk_values;
mod jwks;
mod material;
mod name;
mod pair;
mod pem;
mod points;
mod recognise;
mod rsa;
mod secret;
mod settings;
mod ssh;
mod thumbprint;

pub use self::{
    certificate::Certificate,
    material::{Curve, KeyKind, Material, MlDsaSet, OkpCurve, PrivateHalf, Secret},
    pair::private_bytes,
    rsa::{RsaFault, RsaPublic},
    secret::SecretReading,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Severity, Span},
};

/// What is found in a text that holds more than a public key; settings may name a secret beside it.
const PRIVATE: [Cause; 4] =
    [Cause::PrivateKeyGiven, Cause::EncryptedPrivateKey, Cause::JwkIsPrivate, Cause::KeyInSettings];

/// How a key's text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadAs {
    /// The text's own octets, in UTF-8.
    Text,
    /// What the text decodes to from base64.
    Base64,
    /// What the text decodes to from base64url.
    Base64url,
    /// What the text decodes to from hexadecimal digits.
    Hex,
    /// PEM (RFC 7468) of a key.
    Pem,
    /// DER, in base64 or in hexadecimal digits.
    Der,
    /// A JSON Web Key (RFC 7517).
    Jwk,
    /// An X.509 certificate.
    Certificate,
    /// A public key as OpenSSH writes it (RFC 4253 section 6.6).
    Ssh,
}

impl ReadAs {
    /// The public id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Base64 => "base64",
            Self::Base64url => "base64url",
            Self::Hex => "hex",
            Self::Pem => "pem",
            Self::Der => "der",
            Self::Jwk => "jwk",
            Self::Certificate => "certificate",
            Self::Ssh => "ssh",
        }
    }
}

/// A key, how it was read, and what its text says about its use.
#[derive(Clone)]
pub struct Key {
    /// The position in the ring.
    pub index: usize,
    /// Which of the key texts holds it.
    pub text: usize,
    /// Where it stands in that text.
    pub span: Span,
    /// How it was read.
    pub read_as: ReadAs,
    material: Material,
    fingerprint: [u8; 32],
    /// The private half, where the text held it.
    pub private: Option<PrivateHalf>,
    /// The "kid" (RFC 7517 section 4.5).
    pub kid: Option<String>,
    /// The "use" (RFC 7517 section 4.2).
    pub usage: Option<String>,
    /// The "key_ops" (RFC 7517 section 4.3).
    pub key_ops: Option<Vec<String>>,
    /// The "alg" (RFC 7517 section 4.4).
    pub alg: Option<String>,
    /// What was noticed about this key.
    pub findings: Vec<Finding>,
    /// The certificate that it came in, or that its JWK has in "x5c".
    pub certificate: Option<Certificate>,
    /// Whether its identifier restricts it to RSASSA-PSS (RFC 4055 section 1.2).
    pub pss_only: bool,
    /// The characters of "k" in its JWK, for trying whether they were meant as they stand.
    pub k_text: Option<Secret>,
}

impl Key {
    /// A key of this material that was read so, with nothing else known about it.
    pub fn new(material: Material, read_as: ReadAs, span: Span) -> Self {
        Self {
            index: 0,
            text: 0,
            span,
            read_as,
            fingerprint: thumbprint::digest(&material),
            material,
            private: None,
            kid: None,
            usage: None,
            key_ops: None,
            alg: None,
            findings: Vec::new(),
            certificate: None,
            pss_only: false,
            k_text: None,
        }
    }

    /// The same key with other octets, for trying what a change of the key would do.
    #[must_use]
    pub fn with_material(&self, material: Material) -> Self {
        Self { fingerprint: thumbprint::digest(&material), material, ..self.clone() }
    }

    /// The same key as a secret of these octets.
    #[must_use]
    pub fn with_secret(&self, octets: Vec<u8>) -> Self {
        self.with_material(Material::Secret(Secret::new(octets)))
    }

    /// What signatures are verified with.
    pub const fn material(&self) -> &Material {
        &self.material
    }

    /// The octets, if the key is a secret.
    pub fn secret(&self) -> Option<&[u8]> {
        if let Material::Secret(secret) = &self.material { Some(secret.bytes()) } else { None }
    }

    /// The kind of the key.
    pub const fn kind(&self) -> KeyKind {
        self.material.kind()
    }

    /// A digest that is equal for keys of the same material, for looking up what was verified with it.
    pub const fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// The JWK SHA-256 Thumbprint (RFC 7638), in base64url. The one of a secret is as secret as a weak secret is weak.
    pub fn thumbprint(&self) -> String {
        crate::jose::base64url::encode(&self.fingerprint)
    }

    /// The public key as a SubjectPublicKeyInfo in DER (RFC 5280 section 4.1); none for a secret.
    pub fn spki(&self) -> Option<Vec<u8>> {
        encode::spki(&self.material)
    }

    /// The SHA-256 digest of the SubjectPublicKeyInfo, which products name a public key by; none for a secret.
    pub fn spki_digest(&self) -> Option<[u8; 32]> {
        self.spki().map(thumbprint::sha256)
    }

    /// Every spelling of the public key that a verifier may have taken for an HMAC secret; none for a secret. The text
    /// that was pasted is one more.
    pub fn public_texts(&self) -> Vec<Vec<u8>> {
        encode::public_texts(&self.material)
    }
}

/// The digest of a guessable secret would give it away, so it is left out.
impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Key");
        shown.field("index", &self.index).field("text", &self.text).field("read_as", &self.read_as);
        shown.field("material", &self.material).field("private", &self.private).field("kid", &self.kid);
        shown.field("findings", &self.findings).finish_non_exhaustive()
    }
}

/// The keys that a verifier has.
#[derive(Clone, Debug, Default)]
pub struct KeyRing {
    /// The keys, in the order of the texts.
    pub keys: Vec<Key>,
    /// What was noticed about the texts, where it belongs to no key.
    pub findings: Vec<Finding>,
    /// How many key texts there were that hold more than white space.
    pub texts: usize,
    /// The key texts as they were given, for trying whether one was used as it stands.
    pub sources: Vec<Secret>,
    /// Whether a JWK Set was among them, so that "kid" selects.
    pub is_set: bool,
}

impl KeyRing {
    /// Whether there is a JWK Set with more than one key, be it that some could not be read: what is said of one among
    /// several names it.
    pub fn is_set_of_several(&self) -> bool {
        let of_one =
            |finding: &Finding| ["kid", "jwk_number"].iter().any(|name| finding.facts.get(name).is_some());
        self.is_set && (self.keys.len() > 1 || self.findings.iter().any(of_one))
    }

    /// Whether the texts hold public keys and nothing else: no secret, no private half, nothing that could not be read.
    pub fn is_public(&self) -> bool {
        let public = |key: &Key| key.kind() != KeyKind::Secret && key.private.is_none();
        let unread = self.findings.iter().any(|finding| finding.severity != Severity::Note);
        let mut told = self.findings.iter().chain(self.keys.iter().flat_map(|key| &key.findings));
        let more = told.any(|finding| PRIVATE.contains(&finding.cause));
        !self.keys.is_empty() && !unread && !more && self.keys.iter().all(public)
    }
}

/// Reads key texts in whatever form.
pub fn read(texts: &[String]) -> KeyRing {
    read_as(texts, SecretReading::Text)
}

/// Reads key texts; those that are no key in any other form are secrets and are read so.
pub fn read_as(texts: &[String], reading: SecretReading) -> KeyRing {
    let sources = texts.iter().map(|text| Secret::new(text.as_bytes().to_vec())).collect();
    let mut ring = KeyRing { sources, ..KeyRing::default() };
    for (text, content) in texts.iter().enumerate().filter(|(_, content)| !content.trim().is_empty()) {
        let found = recognise::read(content, reading);
        ring.texts += 1;
        ring.is_set |= found.is_set;
        ring.findings.extend(found.findings.into_iter().map(|finding| numbered(finding, text)));
        for mut key in found.keys {
            key.index = ring.keys.len();
            key.text = text;
            key.findings = key.findings.into_iter().map(|finding| numbered(finding, text)).collect();
            ring.keys.push(key);
        }
    }
    ring
}

/// The finding with the number of the text that it is about.
fn numbered(mut finding: Finding, text: usize) -> Finding {
    let facts = std::mem::replace(&mut finding.facts, Facts::new());
    finding.facts = facts.public("key_text", text);
    finding
}
