//! What the reader of one form found in a text, before it becomes a part of the ring.

use super::{
    Key, Material, ReadAs,
    der::{Container, DerKey},
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// The most keys that are read from one text of lines: the bundle of a browser's root certificates has some 150.
pub(super) const MOST_KEYS: usize = 1_000;

/// Keys and findings of one text; all spans count in that text.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub keys: Vec<Key>,
    pub findings: Vec<Finding>,
    pub is_set: bool,
}

impl Found {
    /// One key.
    pub(super) fn key(key: Key) -> Self {
        Self { keys: vec![key], ..Self::default() }
    }

    /// No key, and why.
    pub(super) fn nothing(finding: Finding) -> Self {
        Self { findings: vec![finding], ..Self::default() }
    }

    /// The same with a finding about the text.
    pub(super) fn with(mut self, finding: Finding) -> Self {
        self.findings.push(finding);
        self
    }

    /// The same, of one key among several: each finding says which, by its "kid" or else by its number.
    pub(super) fn name(&mut self, kid: Option<&str>, number: usize) {
        let of_keys = self.keys.iter_mut().flat_map(|key| &mut key.findings);
        for finding in self.findings.iter_mut().chain(of_keys) {
            let facts = std::mem::take(&mut finding.facts);
            finding.facts = match kid {
                Some(kid) => facts.public("kid", kid),
                None => facts.public("jwk_number", number),
            };
        }
    }

    /// Takes over what was found elsewhere in the same text.
    pub(super) fn append(&mut self, mut other: Self) {
        self.keys.append(&mut other.keys);
        self.findings.append(&mut other.findings);
        self.is_set |= other.is_set;
    }

    /// The same, seen from a text in which the whole stands encoded at `span`.
    pub(super) fn within(mut self, span: Span) -> Self {
        let of_keys = self.keys.iter_mut().flat_map(|key| &mut key.findings);
        for finding in self.findings.iter_mut().chain(of_keys) {
            finding.span = Some(span);
        }
        for key in &mut self.keys {
            key.span = span;
        }
        self
    }

    /// The same, seen from a text in which this one begins at `offset`.
    pub(super) fn shifted(mut self, offset: usize) -> Self {
        let of_keys = self.keys.iter_mut().flat_map(|key| &mut key.findings);
        for finding in self.findings.iter_mut().chain(of_keys) {
            finding.span = finding.span.map(|span| span.shifted(offset));
        }
        for key in &mut self.keys {
            key.span = key.span.shifted(offset);
        }
        self
    }
}

/// A warning about a key text.
pub(super) fn warning(cause: Cause, span: Span) -> Finding {
    Finding::warning(cause, Place::Keys).at(span)
}

/// A note about a key text.
pub(super) fn note(cause: Cause, span: Span) -> Finding {
    Finding::note(cause, Place::Keys).at(span)
}

/// A text in a form that gives no key, and what it is.
pub(super) fn not_recognised(span: Span, form: &str) -> Finding {
    warning(Cause::KeyNotRecognised, span).with(Facts::new().public("format", form))
}

/// A key of this material with what can be seen in the material itself.
pub(super) fn key(material: Material, read_as: ReadAs, span: Span) -> Key {
    let small = match &material {
        Material::Rsa(key) if key.modulus_bits() < 2_048 => Some(key.modulus_bits()),
        _ => None,
    };
    let roca = match &material {
        Material::Rsa(key) if key.is_roca() => Some(key.modulus_bits()),
        _ => None,
    };
    let mut key = Key::new(material, read_as, span);
    if let Some(bits) = roca {
        let facts = Facts::new().public("bits", bits);
        key.findings.push(warning(Cause::RsaKeyRoca, span).with(facts));
    }
    if let Some(bits) = small {
        let facts = Facts::new().public("bits", bits).public("least_bits", 2_048_usize);
        key.findings.push(warning(Cause::RsaKeyTooSmall, span).with(facts));
    }
    key
}

/// A key that stood in DER.
pub(super) fn der_key(found: DerKey, read_as: ReadAs, span: Span) -> Key {
    let mut key = key(found.material, read_as, span);
    key.private = found.private;
    key.pss_only = found.pss_only;
    if key.private.is_some() {
        let facts = Facts::new().public("format", found.container.label());
        key.findings.push(warning(Cause::PrivateKeyGiven, span).with(facts));
    }
    if let Some(certificate) = found.certificate {
        let facts = Facts::new()
            .public("subject", certificate.subject.as_str())
            .public("issuer", certificate.issuer.as_str())
            .public("not_before", crate::finding::Value::Instant(certificate.not_before))
            .public("not_after", crate::finding::Value::Instant(certificate.not_after));
        key.findings.push(note(Cause::CertificateGiven, span).with(facts));
        key.certificate = Some(certificate);
        key.read_as = ReadAs::Certificate;
    }
    if found.container == Container::Pkcs1Public {
        key.findings.push(note(Cause::Pkcs1PublicKey, span));
    }
    key
}
