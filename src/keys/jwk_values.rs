//! The values of a JWK's members, with what is wrong in how they are spelled.

use super::{
    certificate::{self, Certificate},
    found::warning,
    material::Material,
    secret::hex_octets,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Span},
    jose::{
        base64url::{self, Decoded},
        json::{Node, Value},
    },
};

/// A JWK whose members are being read.
pub(super) struct Values<'a> {
    pub node: &'a Node,
    pub findings: Vec<Finding>,
}

impl<'a> Values<'a> {
    /// The members of this object.
    pub(super) const fn new(node: &'a Node) -> Self {
        Self { node, findings: Vec::new() }
    }

    /// Where the member's value stands, or the whole JWK.
    pub(super) fn span_of(&self, name: &str) -> Span {
        self.node.get(name).map_or(self.node.span, |node| node.span)
    }

    /// A finding about the value of a member.
    pub(super) fn malformed(&self, name: &'static str, reason: &'static str) -> Finding {
        let facts = Facts::new().public("member", name).public("reason", reason);
        let facts = match self.node.get(name).filter(|_| reason == "type") {
            Some(node) => facts.public("value_type", node.value.kind()),
            None => facts,
        };
        warning(Cause::JwkValueMalformed, self.span_of(name)).with(facts)
    }

    /// The "kid" as a fact, where the JWK has one.
    pub(super) fn kid_fact(&self) -> Facts {
        match self.node.get("kid").and_then(Node::as_str) {
            Some(kid) => Facts::new().public("kid", kid),
            None => Facts::new(),
        }
    }

    fn missing(&self, name: &'static str) -> Finding {
        let kty = self.node.get("kty").and_then(Node::as_str);
        let facts = self.kid_fact().public("member", name);
        let facts = if let Some(kty) = kty { facts.public("typ", kty) } else { facts };
        warning(Cause::JwkMemberMissing, self.node.span).with(facts)
    }

    /// The octets of a required member; what is not base64url throughout can't be used.
    pub(super) fn octets(&mut self, name: &'static str) -> Result<Vec<u8>, Finding> {
        if let Some((octets, reason)) = self.node.get(name).and_then(Node::as_str).and_then(other_spelling) {
            let finding = self.malformed(name, reason);
            self.findings.push(finding);
            return Ok(octets);
        }
        let decoded = self.decoded(name)?;
        match lost(&decoded) {
            Some(reason) => Err(self.malformed(name, reason)),
            None => Ok(decoded.bytes),
        }
    }

    /// The octets of a secret, whatever of them can be read: an experiment may find that the text itself was meant.
    pub(super) fn octets_of_secret(&mut self, name: &'static str) -> Result<Vec<u8>, Finding> {
        let decoded = self.decoded(name)?;
        if let Some(reason) = lost(&decoded) {
            let finding = self.malformed(name, reason);
            self.findings.push(finding);
        }
        Ok(decoded.bytes)
    }

    /// The octets of a member that may be absent.
    pub(super) fn optional_octets(&mut self, name: &'static str) -> Option<Vec<u8>> {
        self.node.get(name).is_some().then(|| self.octets(name).ok())?
    }

    /// A big-endian number, which may stand there as a JSON number.
    pub(super) fn number(&mut self, name: &'static str) -> Result<Vec<u8>, Finding> {
        let spelled = self.node.get(name).and_then(Node::as_number);
        let number = spelled.and_then(|number| number.parse::<u32>().ok());
        let octets = match number {
            Some(number) => {
                let finding = self.malformed(name, "number");
                self.findings.push(finding);
                return Ok(number.to_be_bytes().to_vec());
            }
            None => self.octets(name)?,
        };
        // RFC 7518 section 2: Base64urlUInt has the fewest octets that can represent the value.
        if octets.len() > 1 && octets.first() == Some(&0) {
            let finding = self.malformed(name, "leading-zero");
            self.findings.push(finding);
        }
        Ok(octets)
    }

    fn decoded(&mut self, name: &'static str) -> Result<Decoded, Finding> {
        let node = self.node.get(name).ok_or_else(|| self.missing(name))?;
        let Some(text) = node.as_str() else { return Err(self.malformed(name, "type")) };
        let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
        if compact.len() < text.len() {
            let finding = self.malformed(name, "white-space");
            self.findings.push(finding);
        }
        let decoded = base64url::decode(&compact);
        for fault in &decoded.faults {
            let reason = match fault.cause {
                Cause::StandardBase64 => "standard-base64",
                Cause::Base64Padding => "base64-padding",
                Cause::NonCanonicalBase64 => "non-canonical-base64",
                _ => continue,
            };
            let finding = self.malformed(name, reason);
            self.findings.push(finding);
        }
        Ok(decoded)
    }

    /// The text of a member that is required to be a string.
    pub(super) fn required_text(&mut self, name: &'static str) -> Result<String, Finding> {
        match self.node.get(name) {
            None => Err(self.missing(name)),
            Some(node) => node.as_str().map(str::to_owned).ok_or_else(|| self.malformed(name, "type")),
        }
    }

    /// The text of a member; one that is a number is taken as it is spelled.
    pub(super) fn text(&mut self, name: &'static str) -> Option<String> {
        let node = self.node.get(name)?;
        match &node.value {
            Value::String(text) => return Some(text.clone()),
            Value::Null => return None,
            _ => {}
        }
        let finding = self.malformed(name, "type");
        self.findings.push(finding);
        node.as_number().map(str::to_owned)
    }

    /// The texts of a member that is a list; a single text stands for a list of one.
    pub(super) fn texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        let node = self.node.get(name)?;
        if let Some(items) = node.as_array() {
            return Some(items.iter().filter_map(Node::as_str).map(str::to_owned).collect());
        }
        let finding = self.malformed(name, "type");
        self.findings.push(finding);
        node.as_str().map(|text| vec![text.to_owned()])
    }

    /// The first certificate of "x5c" (RFC 7517 section 4.7), which is base64 and not base64url.
    fn first_certificate(&self) -> Option<(Certificate, Option<Material>)> {
        let chain = self.node.get("x5c")?.as_array()?;
        let lines = chain.first()?.as_str()?.lines().filter(|line| !line.starts_with("-----"));
        let text: String =
            lines.flat_map(str::chars).filter(|character| !character.is_whitespace()).collect();
        let (mut certificate, _, key) = certificate::read(&base64url::decode(&text).bytes)?;
        certificate.chain = chain.len();
        Some((certificate, key.ok()))
    }

    /// What the chain says about the key.
    pub(super) fn certificate_of_chain(&self) -> Option<Certificate> {
        self.first_certificate().map(|found| found.0)
    }

    /// The key of the chain's first certificate.
    pub(super) fn key_of_certificate(&self) -> Option<(Material, Certificate)> {
        let (certificate, material) = self.first_certificate()?;
        Some((material?, certificate))
    }
}

/// What a public value says that is no base64url at all: hexadecimal digits, which so long a text has by chance in no
/// other spelling, and the usual exponents as decimal or hexadecimal numbers.
fn other_spelling(text: &str) -> Option<(Vec<u8>, &'static str)> {
    match text {
        "65537" => Some((vec![1, 0, 1], "decimal")),
        "010001" | "10001" | "0x10001" => Some((vec![1, 0, 1], "hex")),
        _ if text.len() >= 64 => hex_octets(text).map(|octets| (octets, "hex")),
        _ => None,
    }
}

/// Why octets were lost, if some were.
fn lost(decoded: &Decoded) -> Option<&'static str> {
    decoded.faults.iter().find_map(|fault| match fault.cause {
        Cause::IllegalCharacter => Some("illegal-character"),
        Cause::ImpossibleLength => Some("impossible-length"),
        _ => None,
    })
}
