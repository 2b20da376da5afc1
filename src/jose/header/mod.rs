//! The JOSE Header (RFC 7515 section 4): the protected part, and in JSON Serialization the unprotected ones.

mod crit;
mod faults;
mod kid;

use super::{
    document,
    json::{Document, Member, Node},
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Finding, Place, Span},
};

/// The Header Parameters of one signature or of one encryption.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    /// The protected part as it was sent; it enters the signing input with these characters.
    pub protected: Segment,
    /// The protected part, if it is a JSON object.
    pub document: Option<Document>,
    /// The parts that nothing protects. Only JSON Serialization has them.
    pub unprotected: Vec<Unprotected>,
}

/// A JSON object of Header Parameters in a JSON Serialization.
#[derive(Clone, PartialEq, Eq)]
pub struct Unprotected {
    /// The object.
    pub document: Document,
    /// Where its text begins in the token.
    pub offset: usize,
}

/// A Header Parameter and its places in the token.
pub(super) struct Parameter<'a> {
    pub node: &'a Node,
    pub name: Span,
    pub value: Span,
}

impl Header {
    /// Reads the protected part.
    pub(super) fn read(text: &str, span: Span, faults: &mut Vec<Finding>) -> Self {
        let mut spelling = Vec::new();
        let protected = Segment::read(Part::Header, text, span, &mut spelling);
        faults.append(&mut spelling);
        if text.is_empty() {
            faults.push(Finding::error(Cause::HeaderEmpty, Place::Header).at(span));
            return Self { protected, document: None, unprotected: Vec::new() };
        }
        let document = document::read(Part::Header, &protected, faults).ok();
        if document.as_ref().is_some_and(|document| document.root.members().is_empty()) {
            faults.push(Finding::error(Cause::HeaderEmpty, Place::Header).at(span));
        }
        Self { protected, document, unprotected: Vec::new() }
    }

    /// A header without a protected part.
    pub(super) const fn unprotected(protected: Segment) -> Self {
        Self { protected, document: None, unprotected: Vec::new() }
    }

    /// The unprotected parameters that are protected ones too, with their places; the two must be disjoint.
    pub(super) fn repeated(&self) -> impl Iterator<Item = (&str, Span)> {
        self.unprotected.iter().flat_map(|part| {
            let members = part.document.root.members().iter();
            members
                .filter(|member| self.protected_member(&member.name).is_some())
                .map(|member| (member.name.as_str(), member.name_span.shifted(part.offset)))
        })
    }

    /// The value of a Header Parameter: the protected one, else an unprotected one.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.parameter(name).map(|parameter| parameter.node)
    }

    /// Where in the token the value of a Header Parameter stands.
    pub fn span(&self, name: &str) -> Option<Span> {
        self.parameter(name).map(|parameter| parameter.value)
    }

    /// The signature or key management algorithm.
    pub fn alg(&self) -> Option<&str> {
        self.get("alg").and_then(Node::as_str)
    }

    /// The key's id.
    pub fn kid(&self) -> Option<&str> {
        self.get("kid").and_then(Node::as_str)
    }

    /// The type of the whole object.
    pub fn typ(&self) -> Option<&str> {
        self.get("typ").and_then(Node::as_str)
    }

    /// The type of the content.
    pub fn cty(&self) -> Option<&str> {
        self.get("cty").and_then(Node::as_str)
    }

    /// The content encryption algorithm of a JWE.
    pub fn enc(&self) -> Option<&str> {
        self.get("enc").and_then(Node::as_str)
    }

    /// Whether the payload is base64url-encoded (RFC 7797 section 3); it has to be protected to count.
    pub fn b64(&self) -> bool {
        self.protected_member("b64").and_then(|member| member.node.as_bool()).unwrap_or(true)
    }

    /// Whether "crit" lists "b64", as it must where that is false (RFC 7797 section 6).
    pub fn lists_b64(&self) -> bool {
        let listed = self.get("crit").and_then(Node::as_array).unwrap_or_default();
        listed.iter().any(|item| item.as_str() == Some("b64"))
    }

    /// The names of all Header Parameters, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.document
            .iter()
            .chain(self.unprotected.iter().map(|part| &part.document))
            .flat_map(|document| document.root.members())
            .map(|member| member.name.as_str())
    }

    fn protected_member(&self, name: &str) -> Option<&Member> {
        self.document.as_ref()?.root.member(name)
    }

    pub(super) fn parameter(&self, name: &str) -> Option<Parameter<'_>> {
        if let Some(member) = self.protected_member(name) {
            let span = |span| self.protected.span_in_segment(span);
            return Some(Parameter {
                node: &member.node,
                name: span(member.name_span),
                value: span(member.node.span),
            });
        }
        self.unprotected.iter().find_map(|part| {
            let member = part.document.root.member(name)?;
            Some(Parameter {
                node: &member.node,
                name: member.name_span.shifted(part.offset),
                value: member.node.span.shifted(part.offset),
            })
        })
    }

    /// What is wrong with the parameters as such.
    ///
    /// `alg_elsewhere` says that the alg stands in headers of the recipients.
    pub(super) fn check(&self, alg_elsewhere: bool, faults: &mut Vec<Finding>) {
        if self.document.is_some() || !self.unprotected.is_empty() {
            faults::check(self, alg_elsewhere, faults);
            crit::check(self, faults);
            kid::check(self, faults);
        }
    }
}
