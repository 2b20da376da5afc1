//! What is drawn: the token's stretches, its JSON texts, the keys, the window of time.

use serde::{Deserialize, Serialize};

use crate::finding::Span;

/// What a stretch of the token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SegmentKind {
    /// The JWS or JWE Protected Header.
    Header,
    /// The JWS Payload.
    Payload,
    /// The JWS Signature.
    Signature,
    /// The JWE Encrypted Key.
    EncryptedKey,
    /// The JWE Initialization Vector.
    InitializationVector,
    /// The JWE Ciphertext.
    Ciphertext,
    /// The JWE Authentication Tag.
    AuthenticationTag,
    /// A text that could not be told apart.
    Unknown,
}

/// A stretch of the token, for drawing it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Its characters as they were read.
    pub text: String,
    /// Where it stands in the paste.
    pub span: Span,
}

/// A decoded JSON text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonText {
    /// As it was spelled.
    pub source: String,
    /// The same with line breaks and indentation; numbers and strings as they were spelled.
    pub pretty: String,
    /// The members of the object, in the order of the text.
    pub members: Vec<JsonMember>,
}

/// A member of the top-level object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonMember {
    /// Its name, with escapes resolved.
    pub name: String,
    /// Its value as it was spelled.
    pub value: String,
    /// The string itself when the value is one, with escapes resolved.
    pub string: Option<String>,
    /// The value as a NumericDate in whole seconds (rounded down) when the member is a time claim and readable as one.
    pub instant: Option<i64>,
    /// Where name and value stand in the paste, encoded.
    pub span: Span,
}

/// The key that verified the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchedKey {
    /// Its position in the ring, counted from 0 over all key texts.
    pub index: usize,
    /// Its "kid".
    pub kid: Option<String>,
    /// How its text was read.
    pub read_as: String,
    /// Its RFC 7638 thumbprint (SHA-256, base64url); none for a secret.
    pub thumbprint: Option<String>,
}

/// A key that was read from the key texts, without anything that is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySummary {
    /// Its position in the ring.
    pub index: usize,
    /// Which key text it came from.
    pub text: usize,
    /// How it was read: `text`, `base64`, `pem`, `jwk` …
    pub read_as: String,
    /// What it is: `secret`, `RSA`, `P-256`, `Ed25519` …
    pub kind: String,
    /// Its size in bits.
    pub bits: usize,
    /// Its "kid".
    pub kid: Option<String>,
    /// Its RFC 7638 thumbprint (SHA-256, base64url); none for a secret.
    pub thumbprint: Option<String>,
}

/// The interval of time in which the claims are accepted at the leeway of the policy. `None`: no bound on that side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The first second in which the token is accepted.
    pub first: Option<i64>,
    /// The last second in which the token is accepted.
    pub last: Option<i64>,
}

impl Window {
    /// Whether the token is accepted at this second.
    pub fn holds(self, now: i64) -> bool {
        self.first.is_none_or(|first| first <= now) && self.last.is_none_or(|last| now <= last)
    }
}
