//! The JSON Serializations, flattened and general (RFC 7515 section 7.2, RFC 7516 section 7.2).

use super::{
    Header, Jwe, Jws, Recipient, Serialization, Signature, Token, Unprotected, document,
    json::{self, Document, Node},
    payload,
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// Reads a JSON Serialization; nothing if the text is none.
pub(super) fn parse(token: &str) -> Option<Token> {
    if !token.trim_start().starts_with('{') {
        return None;
    }
    let document = json::parse(token.as_bytes()).ok()?;
    let has = |name: &str| document.root.get(name).is_some();
    let mut faults = Vec::new();
    document::report_duplicates(Part::Header, &document, |span| span, &mut faults);
    if has("ciphertext") {
        Some(Token::Jwe(Box::new(jwe(&document, faults))))
    } else if has("signature") || has("signatures") {
        Some(Token::Jws(Box::new(jws(&document, faults))))
    } else {
        None
    }
}

fn jws(document: &Document, mut faults: Vec<Finding>) -> Jws {
    let root = &document.root;
    let signers = root.get("signatures").and_then(Node::as_array);
    let serialization = if signers.is_some() { Serialization::General } else { Serialization::Flattened };
    faults.push(no_jwt(serialization, document));
    let mut parts = Parts { document, faults };
    let signatures: Vec<Signature> =
        signers.unwrap_or(std::slice::from_ref(root)).iter().map(|signer| parts.signature(signer)).collect();
    if signatures.is_empty() {
        parts.faults.push(Finding::error(Cause::MissingSignature, Place::Signature).at(root.span));
    }
    let encoded = signatures.first().is_none_or(|first| first.header.b64());
    let payload = parts.payload(encoded);
    let mut faults = parts.faults;
    let content = match signatures.first() {
        Some(first) => payload::read(&first.header, &payload, true, &mut faults),
        None => payload::Content::default(),
    };
    Jws {
        serialization,
        payload,
        claims: content.claims,
        payload_fault: content.fault,
        nested: content.nested,
        signatures,
        disclosures: Vec::new(),
        key_binding: None,
        faults,
    }
}

fn jwe(document: &Document, mut faults: Vec<Finding>) -> Jwe {
    let root = &document.root;
    let list = root.get("recipients").and_then(Node::as_array);
    let serialization = if list.is_some() { Serialization::General } else { Serialization::Flattened };
    faults.push(no_jwt(serialization, document));
    let mut parts = Parts { document, faults };
    let header = parts.header(root, "unprotected");
    let recipients: Vec<Recipient> = list
        .unwrap_or(std::slice::from_ref(root))
        .iter()
        .map(|recipient| parts.recipient(recipient))
        .collect();
    let aad = root.get("aad").map(|_| parts.segment(root, "aad", Part::Aad));
    let [iv, ciphertext, tag] = [("iv", Part::Iv), ("ciphertext", Part::Ciphertext), ("tag", Part::Tag)]
        .map(|(name, part)| parts.segment(root, name, part));
    let mut faults = parts.faults;
    let everywhere = |recipient: &Recipient| {
        recipient.header.as_ref().is_some_and(|header| header.document.root.get("alg").is_some())
    };
    header.check(!recipients.is_empty() && recipients.iter().all(everywhere), &mut faults);
    faults.push(super::jwe::not_a_jws(&header, root.span));
    Jwe { serialization, header, recipients, iv, ciphertext, tag, aad, faults }
}

/// A JWT is always in Compact Serialization (RFC 7519 section 1).
fn no_jwt(serialization: Serialization, document: &Document) -> Finding {
    let format = if serialization == Serialization::General { "general" } else { "flattened" };
    Finding::error(Cause::JsonSerialization, Place::Text)
        .at(document.root.span)
        .with(Facts::new().public("format", format))
}

/// Takes the parts out of a document, and collects what is wrong with them.
struct Parts<'a> {
    document: &'a Document,
    faults: Vec<Finding>,
}

impl Parts<'_> {
    fn signature(&mut self, signer: &Node) -> Signature {
        let header = self.header(signer, "header");
        header.check(false, &mut self.faults);
        let signature = self.segment(signer, "signature", Part::Signature);
        let unsigned = header.alg().is_some_and(|alg| alg.eq_ignore_ascii_case("none"));
        if signature.is_empty() && !unsigned {
            self.faults.push(Finding::error(Cause::MissingSignature, Place::Signature).at(signature.span));
        }
        Signature { header, signature }
    }

    fn recipient(&mut self, recipient: &Node) -> Recipient {
        let header = self.unprotected(recipient, "header");
        Recipient { header, encrypted_key: self.segment(recipient, "encrypted_key", Part::EncryptedKey) }
    }

    fn payload(&mut self, encoded: bool) -> Segment {
        match string(&self.document.root, "payload") {
            Some((text, span)) if !encoded => Segment::read_raw(text, span),
            Some((text, span)) => Segment::read(Part::Payload, text, span, &mut self.faults),
            None => Segment::absent(self.document.root.span.end),
        }
    }

    fn segment(&mut self, object: &Node, name: &str, part: Part) -> Segment {
        match string(object, name) {
            Some((text, span)) => Segment::read(part, text, span, &mut self.faults),
            None => Segment::absent(object.span.end),
        }
    }

    /// The header of an object: its protected member, and the unprotected one of this name.
    fn header(&mut self, object: &Node, unprotected: &str) -> Header {
        let unprotected: Vec<Unprotected> = self.unprotected(object, unprotected).into_iter().collect();
        let header = match string(object, "protected") {
            None if unprotected.is_empty() => {
                Header::read("", Span::new(object.span.end, object.span.end), &mut self.faults)
            }
            None => Header::unprotected(Segment::absent(object.span.start)),
            Some((text, span)) => Header::read(text, span, &mut self.faults),
        };
        let header = Header { unprotected, ..header };
        self.faults.extend(header.repeated().map(|(name, span)| {
            Finding::error(Cause::DuplicateMember, Place::Header)
                .at(span)
                .with(Facts::new().public("segment", Part::Header.id()).public("member", name))
        }));
        header
    }

    fn unprotected(&self, object: &Node, name: &str) -> Option<Unprotected> {
        let node = object.get(name).filter(|node| node.is_object())?;
        let text = self.document.source.get(node.span.range())?;
        Some(Unprotected { document: json::parse(text.as_bytes()).ok()?, offset: node.span.start })
    }
}

/// A member that is a string, and the place of its characters without the quotation marks.
fn string<'a>(object: &'a Node, name: &str) -> Option<(&'a str, Span)> {
    let node = object.get(name)?;
    Some((node.as_str()?, Span::new(node.span.start + 1, node.span.end - 1)))
}
