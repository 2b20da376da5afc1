//! Parsed values as plain data for drawing: segments, JSON texts, keys.

use super::report::{DisclosureReport, JsonMember, JsonText, KeySummary, Segment, SegmentKind};
use crate::{
    checks,
    finding::Span,
    jose::{self, Disclosure, Header, Jwe, Jws, json::Document, numeric_date::NumericDate},
    keys::Key,
};

/// The claims that are NumericDates (RFC 7519 section 4.1, OpenID Connect Core 1.0 section 2).
const DATES: [&str; 6] = ["exp", "nbf", "iat", "auth_time", "updated_at", "rat"];

/// The stretches of a JWS.
pub fn jws_segments(jws: &Jws, index: usize, place: &dyn Fn(Span) -> Span) -> Vec<Segment> {
    let signed = jws.signatures.get(index);
    let parts = [
        signed.map(|signed| (SegmentKind::Header, &signed.header.protected)),
        Some((SegmentKind::Payload, &jws.payload)),
        signed.map(|signed| (SegmentKind::Signature, &signed.signature)),
    ];
    parts.into_iter().flatten().map(|(kind, segment)| draw(kind, segment, place)).collect()
}

/// The stretches of a JWE.
pub fn jwe_segments(jwe: &Jwe, place: &dyn Fn(Span) -> Span) -> Vec<Segment> {
    let parts = [
        Some((SegmentKind::Header, &jwe.header.protected)),
        jwe.recipients.first().map(|recipient| (SegmentKind::EncryptedKey, &recipient.encrypted_key)),
        Some((SegmentKind::InitializationVector, &jwe.iv)),
        Some((SegmentKind::Ciphertext, &jwe.ciphertext)),
        Some((SegmentKind::AuthenticationTag, &jwe.tag)),
    ];
    parts.into_iter().flatten().map(|(kind, segment)| draw(kind, segment, place)).collect()
}

/// The disclosures of an SD-JWT.
pub fn disclosures(jws: &Jws, place: &dyn Fn(Span) -> Span) -> Vec<DisclosureReport> {
    let (matched, _) = checks::match_disclosures(jws);
    let report = |(shown, matched): (&Disclosure, bool)| {
        let source = shown.document.as_ref().map(|document| document.source.as_str()).unwrap_or_default();
        DisclosureReport {
            span: place(shown.segment.span),
            claim: shown.name().map(str::to_owned),
            value: shown.value().and_then(|value| source.get(value.span.range())).map(str::to_owned),
            matched,
        }
    };
    jws.disclosures.iter().zip(matched).map(report).collect()
}

/// A text that could not be told apart, as one stretch.
pub fn unknown_segment(text: &str, place: &dyn Fn(Span) -> Span) -> Vec<Segment> {
    if text.is_empty() {
        return Vec::new();
    }
    let span = place(Span::new(0, text.len()));
    vec![Segment { kind: SegmentKind::Unknown, text: text.to_owned(), span }]
}

fn draw(kind: SegmentKind, segment: &jose::Segment, place: &dyn Fn(Span) -> Span) -> Segment {
    Segment { kind, text: segment.text.clone(), span: place(segment.span) }
}

/// The protected header, when it is JSON.
pub fn header(header: &Header, place: &dyn Fn(Span) -> Span) -> Option<JsonText> {
    header.document.as_ref().map(|document| json(document, &header.protected, place))
}

/// A JSON text and where its members stand in the paste.
pub fn json(document: &Document, segment: &jose::Segment, place: &dyn Fn(Span) -> Span) -> JsonText {
    json_at(document, &|span| place(segment.span_in_segment(span)))
}

/// A JSON text, and the way from its spans to the paste.
pub fn json_at(document: &Document, place: &dyn Fn(Span) -> Span) -> JsonText {
    let members = document.root.members().iter().map(|member| {
        let whole = Span::new(member.name_span.start, member.node.span.end);
        let date =
            DATES.contains(&member.name.as_str()).then(|| NumericDate::from_node(&member.node)).flatten();
        JsonMember {
            name: member.name.clone(),
            value: document.source.get(member.node.span.range()).unwrap_or_default().to_owned(),
            string: member.node.as_str().map(str::to_owned),
            instant: date.map(|date| date.floor),
            span: place(whole),
        }
    });
    JsonText { source: document.source.clone(), pretty: document.pretty(), members: members.collect() }
}

/// A key without anything that is secret.
pub fn key(key: &Key) -> KeySummary {
    KeySummary {
        index: key.index,
        text: key.text,
        read_as: key.read_as.id().to_owned(),
        kind: key.material().curve().unwrap_or(key.kind().kty()).to_owned(),
        bits: key.material().bits(),
        kid: key.kid.clone(),
        thumbprint: key.secret().is_none().then(|| key.thumbprint()),
    }
}
