//! JSON Web Encryption (RFC 7516): its parts; decrypting is another room's.

use super::{Header, Serialization, Unprotected, json::Node, segment::Segment};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// A JWE and what was noticed about its text.
#[derive(Clone)]
pub struct Jwe {
    /// How it is written.
    pub serialization: Serialization,
    /// The JWE Protected Header and the JWE Shared Unprotected Header.
    pub header: Header,
    /// One for each recipient; exactly one unless the serialization is general.
    pub recipients: Vec<Recipient>,
    /// The JWE Initialization Vector.
    pub iv: Segment,
    /// The JWE Ciphertext.
    pub ciphertext: Segment,
    /// The JWE Authentication Tag.
    pub tag: Segment,
    /// The JWE AAD; only JSON Serialization has one.
    pub aad: Option<Segment>,
    /// What is wrong with the text, and what is noteworthy.
    pub faults: Vec<Finding>,
}

/// Somebody who can decrypt.
#[derive(Clone)]
pub struct Recipient {
    /// The JWE Per-Recipient Unprotected Header; only JSON Serialization has one.
    pub header: Option<Unprotected>,
    /// The JWE Encrypted Key.
    pub encrypted_key: Segment,
}

impl Jwe {
    /// A Header Parameter as it applies to one recipient.
    pub fn get(&self, recipient: usize, name: &str) -> Option<&Node> {
        self.header
            .get(name)
            .or_else(|| self.recipients.get(recipient)?.header.as_ref()?.document.root.get(name))
    }

    /// The key management algorithm for one recipient.
    pub fn alg(&self, recipient: usize) -> Option<&str> {
        self.get(recipient, "alg").and_then(Node::as_str)
    }

    /// The content encryption algorithm for one recipient.
    pub fn enc(&self, recipient: usize) -> Option<&str> {
        self.get(recipient, "enc").and_then(Node::as_str)
    }

    /// The key's id for one recipient.
    pub fn kid(&self, recipient: usize) -> Option<&str> {
        self.get(recipient, "kid").and_then(Node::as_str)
    }

    /// The Additional Authenticated Data (RFC 7516 section 5.1 step 14).
    pub fn additional_authenticated_data(&self) -> Vec<u8> {
        let mut data = self.header.protected.text.clone().into_bytes();
        if let Some(aad) = &self.aad {
            data.push(b'.');
            data.extend_from_slice(aad.text.as_bytes());
        }
        data
    }
}

/// That a verifier of signatures can't read this.
pub(super) fn not_a_jws(header: &Header, token: Span) -> Finding {
    let facts = [("alg", header.alg()), ("encoding", header.enc())]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .fold(Facts::new(), |facts, (name, value)| facts.public(name, value));
    Finding::note(Cause::JweNotJws, Place::Text).at(token).with(facts)
}
