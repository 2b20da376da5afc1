//! What happens to an HMAC secret between the place where it was made and the one where it is used.
//!
//! Each experiment takes the octets that a verifier would use and proposes what they may have been for the issuer.

pub mod as_given;
pub mod base64_decoded;
pub mod base64_text;
pub mod charset;
pub mod empty;
pub mod hex_decoded;
pub mod hex_text;
pub mod jwk_k;
pub mod prefix;
pub mod quoted;
pub mod shell_expanded;
pub mod unset;
pub mod url_encoded;
pub mod well_known;
pub mod whitespace;

use super::{Proposal, hex};
use crate::{
    case::{Case, Edit},
    cause::ExperimentId,
    finding::{Facts, Span},
    keys::{Key, Material, ReadAs, Secret},
    verify::Family,
};

/// The greatest number of secrets of a ring that are read in other ways.
const MAX_SECRETS: usize = 8;
/// A longer secret is no secret; it is not copied around.
const MAX_SECRET_BYTES: usize = 16 * 1024;

/// The experiments that only read back what another one has written: what comes of both is the secret itself, or less.
const READ_BACK: [(ExperimentId, ExperimentId); 3] = [
    (ExperimentId::SecretBase64Text, ExperimentId::SecretBase64Decoded),
    (ExperimentId::SecretHexText, ExperimentId::SecretHexDecoded),
    (ExperimentId::SecretUrlEncoded, ExperimentId::SecretUrlEncoded),
];

/// Whether the second experiment would only read back what the first one has written.
pub(super) fn reads_back(first: ExperimentId, second: ExperimentId) -> bool {
    READ_BACK.contains(&(first, second))
}

/// A secret as it was given.
pub(super) struct Given<'a> {
    position: usize,
    several: bool,
    pub key: &'a Key,
    pub bytes: &'a [u8],
}

/// The secrets of a case whose signature is an HMAC.
pub(super) fn given(case: &Case) -> Vec<Given<'_>> {
    if !is_hmac(case) {
        return Vec::new();
    }
    let secrets = case.keys.keys.iter().enumerate().filter_map(|(position, key)| {
        let bytes = key.secret().filter(|bytes| bytes.len() <= MAX_SECRET_BYTES)?;
        Some(Given { position, several: case.keys.keys.len() > 1, key, bytes })
    });
    secrets.take(MAX_SECRETS).collect()
}

/// The secrets that are text, and their text.
pub(super) fn given_texts(case: &Case) -> impl Iterator<Item = (Given<'_>, &str)> {
    given(case).into_iter().filter_map(|given| {
        let text = std::str::from_utf8(given.bytes).ok()?;
        Some((given, text))
    })
}

/// Whether the case's algorithm takes a secret.
pub(super) fn is_hmac(case: &Case) -> bool {
    case.algorithm.is_some_and(|algorithm| algorithm.family == Family::Hmac)
}

impl Given<'_> {
    /// The proposal that the secret is `bytes`. An unchanged secret is no proposal.
    pub fn becomes(&self, bytes: Vec<u8>, facts: Facts) -> Option<Proposal> {
        if bytes == self.bytes || bytes.is_empty() {
            return None;
        }
        let facts = readings(facts, self.bytes, &bytes);
        let facts = if self.several { facts.public("key_index", self.position) } else { facts };
        let facts = facts
            .public("characters", String::from_utf8_lossy(self.bytes).chars().count())
            .public("length_bytes", bytes.len());
        Some(Proposal::new(Edit::Key(self.position, Box::new(self.key.with_secret(bytes))), facts))
    }
}

/// Both readings, side by side, and the one to copy when it is text.
fn readings(facts: Facts, from: &[u8], to: &[u8]) -> Facts {
    let facts = facts.secret("from", shown(from)).secret("to", shown(to));
    match printable(to) {
        Some(text) => facts.secret("corrected", text),
        None => facts,
    }
}

/// Octets as text if they are printable, else in hexadecimal digits.
fn shown(bytes: &[u8]) -> String {
    printable(bytes).map_or_else(|| hex::encode(bytes), str::to_owned)
}

/// The text that octets are, if each of its characters can be shown; line ends and tabs can.
fn printable(bytes: &[u8]) -> Option<&str> {
    let hidden = |character: char| character.is_control() && !character.is_whitespace();
    std::str::from_utf8(bytes).ok().filter(|text| !text.chars().any(hidden))
}

/// The proposal to use these octets as the only secret.
pub(super) fn own(bytes: &[u8], facts: Facts) -> Proposal {
    let material = Material::Secret(Secret::new(bytes.to_vec()));
    Proposal::new(Edit::OwnKey(Box::new(Key::new(material, ReadAs::Text, Span::new(0, 0)))), facts)
}
