//! JSON Web Signature (RFC 7515).

use super::{
    Disclosure, Header, Serialization, base64url,
    json::{Document, JsonFault},
    segment::Segment,
};
use crate::finding::{Finding, Span};

/// A JWS and what was noticed about its text.
#[derive(Clone)]
pub struct Jws {
    /// How it is written.
    pub serialization: Serialization,
    /// The JWS Payload.
    pub payload: Segment,
    /// The JWT Claims Set: the payload, if it is a JSON object.
    pub claims: Option<Document>,
    /// Where the payload stops being JSON, if it does.
    pub payload_fault: Option<JsonFault>,
    /// The token that the payload consists of (a Nested JWT, RFC 7519 section 2).
    pub nested: Option<String>,
    /// One for each signer; exactly one unless the serialization is general.
    pub signatures: Vec<Signature>,
    /// The disclosures of an SD-JWT (RFC 9901).
    pub disclosures: Vec<Disclosure>,
    /// The key-binding JWT of an SD-JWT, and its place in the token.
    pub key_binding: Option<(String, Span)>,
    /// What is wrong with the text, and what is noteworthy.
    pub faults: Vec<Finding>,
}

/// A signature and the header that goes with it.
#[derive(Clone)]
pub struct Signature {
    /// The JOSE Header; its protected part is signed.
    pub header: Header,
    /// The JWS Signature.
    pub signature: Segment,
}

impl Jws {
    /// The header of the first signature.
    pub fn header(&self) -> Option<&Header> {
        self.signatures.first().map(|signature| &signature.header)
    }

    /// The octets that were signed: the characters that were pasted (RFC 7515 section 5.2 step 8, RFC 7797 section 3).
    ///
    /// `detached` is the payload if the token carries none. Empty if there is no such signature.
    pub fn signing_input(&self, index: usize, detached: Option<&[u8]>) -> Vec<u8> {
        let Some(signature) = self.signatures.get(index) else { return Vec::new() };
        let mut input = Vec::new();
        input.extend_from_slice(signature.header.protected.text.as_bytes());
        input.push(b'.');
        match detached.filter(|_| self.payload.is_empty()) {
            None => input.extend_from_slice(self.payload.text.as_bytes()),
            Some(payload) if signature.header.b64() => {
                input.extend_from_slice(base64url::encode(payload).as_bytes());
            }
            Some(payload) => input.extend_from_slice(payload),
        }
        input
    }
}
