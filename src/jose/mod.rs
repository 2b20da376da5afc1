//! Tokens as the JOSE RFCs name their parts (7515, 7516, 7519, 7797).
//!
//! Parsing never fails: it gives what could be read, and findings for what couldn't. All spans count in the token's
//! text that was handed to [`parse`]. The findings made here are those that need nothing but the token: its structure,
//! its JSON, its JOSE Header. What depends on keys, algorithms, policy or time belongs to other rooms; so does
//! `truncated-token`, for which [`Jws::payload_fault`] and the signature's length are the evidence.

pub mod base64url;
mod compact;
mod decoded;
mod detached;
mod document;
mod header;
pub mod json;
mod json_serialization;
mod jwe;
mod jws;
pub mod numeric_date;
mod opaque;
mod payload;
mod sd_jwt;
mod segment;

pub(crate) use decoded::{BETWEEN as DECODED_BETWEEN, length as decoded_length};
pub use detached::{DetachedPayload, PayloadReading};
pub use header::{Header, Unprotected};
pub use jwe::{Jwe, Recipient};
pub use jws::{Jws, Signature};
pub use opaque::is_placeholder;
pub use sd_jwt::Disclosure;
pub use segment::{Part, Segment};

use crate::finding::Finding;

/// What a text turned out to be.
#[derive(Clone)]
pub enum Token {
    /// A JSON Web Signature, or what is left of one.
    Jws(Box<Jws>),
    /// A JSON Web Encryption.
    Jwe(Box<Jwe>),
    /// No JOSE object: a placeholder, an opaque token.
    Other(Vec<Finding>),
}

/// How the parts of a token are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serialization {
    /// Segments with full stops between (RFC 7515 section 7.1, RFC 7516 section 7.1).
    Compact,
    /// JSON with one signature or recipient (section 7.2.2).
    Flattened,
    /// JSON with a list of signatures or recipients (section 7.2.1).
    General,
    /// Header and payload as a program prints them, not encoded and without a signature: what was sent is not known.
    Decoded,
}

/// Reads a token.
pub fn parse(token: &str) -> Token {
    json_serialization::parse(token)
        .or_else(|| decoded::parse(token))
        .or_else(|| compact::parse(token))
        .unwrap_or_else(|| Token::Other(opaque::findings(token)))
}

impl Token {
    /// What was found in the token's own text.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Jws(jws) => &jws.faults,
            Self::Jwe(jwe) => &jwe.faults,
            Self::Other(findings) => findings,
        }
    }
}

#[cfg(test)]
mod testing;

#[cfg(test)]
mod tests;
