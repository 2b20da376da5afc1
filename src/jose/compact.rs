//! The Compact Serialization: segments with full stops between (RFC 7515 section 7.1, RFC 7516 section 7.1).

use super::{
    Header, Jwe, Jws, Serialization, Signature, Token, base64url, payload, sd_jwt,
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// The segments of a JWS.
const JWS_SEGMENTS: usize = 3;
/// The segments of a JWE.
const JWE_SEGMENTS: usize = 5;

/// Reads a compact token; nothing if the text has nothing of one.
pub(super) fn parse(token: &str) -> Option<Token> {
    // An unencoded payload (RFC 7797) may have a tilde; disclosures stand behind the signature.
    let content = token.match_indices('.').nth(1).map_or(0, |(at, _)| at);
    let signed = token.get(content..)?.find('~').map(|at| content + at);
    let segments = Segments::of(token.get(..signed.unwrap_or(token.len()))?);
    let (header_text, header_span) = segments.get(0);
    let mut faults = Vec::new();
    let header = Header::read(header_text, header_span, &mut faults);
    let encrypted =
        header.get("enc").is_some() || (header.document.is_none() && segments.count == JWE_SEGMENTS);
    if header.document.is_none() && !segments.look_like_a_token() {
        return None;
    }
    header.check(false, &mut faults);
    if encrypted {
        return Some(jwe(&segments, header, faults));
    }
    let disclosed = signed.map(|at| sd_jwt::split(token, at, &mut faults));
    Some(jws(&segments, header, disclosed, faults))
}

fn jws(
    segments: &Segments<'_>,
    header: Header,
    disclosed: Option<sd_jwt::Disclosed>,
    mut faults: Vec<Finding>,
) -> Token {
    segments.check_count(JWS_SEGMENTS, &mut faults);
    let payload = segments.payload(&header, &mut faults);
    let signature = segments.segment(2, Part::Signature, &mut faults);
    let unsigned = header.alg().is_some_and(|alg| alg.eq_ignore_ascii_case("none"));
    if signature.is_empty() && segments.count > 1 && !unsigned {
        let facts = header.alg().map_or(Facts::new(), |alg| Facts::new().public("alg", alg));
        faults.push(Finding::error(Cause::MissingSignature, Place::Signature).at(signature.span).with(facts));
    }
    let detached = payload.is_empty() && segments.count > 1;
    let content = payload::read(&header, &payload, detached, &mut faults);
    let (disclosures, key_binding) =
        disclosed.map_or((Vec::new(), None), |disclosed| (disclosed.disclosures, disclosed.key_binding));
    Token::Jws(Box::new(Jws {
        serialization: Serialization::Compact,
        payload,
        claims: content.claims,
        payload_fault: content.fault,
        nested: content.nested,
        signatures: vec![Signature { header, signature }],
        disclosures,
        key_binding,
        faults,
    }))
}

fn jwe(segments: &Segments<'_>, header: Header, mut faults: Vec<Finding>) -> Token {
    segments.check_count(JWE_SEGMENTS, &mut faults);
    let mut read = |index, part| segments.segment(index, part, &mut faults);
    let encrypted_key = read(1, Part::EncryptedKey);
    let (iv, ciphertext, tag) = (read(2, Part::Iv), read(3, Part::Ciphertext), read(4, Part::Tag));
    faults.push(super::jwe::not_a_jws(&header, Span::new(0, segments.token.len())));
    Token::Jwe(Box::new(Jwe {
        serialization: Serialization::Compact,
        header,
        recipients: vec![super::Recipient { header: None, encrypted_key }],
        iv,
        ciphertext,
        tag,
        aad: None,
        faults,
    }))
}

/// Whether bytes begin as a JSON object does, or as a notation that somebody took for JSON.
fn begins_object(bytes: &[u8]) -> bool {
    matches!(bytes.trim_ascii_start(), [b'{', b'"' | b'\'' | b'}' | b' ' | b'\t' | b'\n' | b'\r', ..])
}

/// The places of a token's segments.
struct Segments<'a> {
    token: &'a str,
    /// The first five; a token of a million full stops needs no list of them all.
    spans: [Option<Span>; JWE_SEGMENTS],
    count: usize,
}

impl<'a> Segments<'a> {
    fn of(token: &'a str) -> Self {
        let mut spans = [None; JWE_SEGMENTS];
        let mut start = 0;
        let mut count = 0;
        for text in token.split('.') {
            let span = Span::new(start, start + text.len());
            if let Some(slot) = spans.get_mut(count) {
                *slot = Some(span);
            }
            count += 1;
            start = span.end + 1;
        }
        Self { token, spans, count }
    }

    /// A segment's characters and place; an absent one stands, empty, at the end.
    fn get(&self, index: usize) -> (&'a str, Span) {
        let end = Span::new(self.token.len(), self.token.len());
        let span = self.spans.get(index).copied().flatten().unwrap_or(end);
        (self.token.get(span.range()).unwrap_or_default(), span)
    }

    fn segment(&self, index: usize, part: Part, faults: &mut Vec<Finding>) -> Segment {
        let (text, span) = self.get(index);
        Segment::read(part, text, span, faults)
    }

    /// Whether a text whose header can't be read is a token all the same: it has the segments, and one of the first
    /// two is empty or begins as encoded JSON does.
    fn look_like_a_token(&self) -> bool {
        let (header, payload) = (self.get(0).0, self.get(1).0);
        let encoded = header.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("ey"));
        let object = |segment: &str| begins_object(&base64url::decode(segment).bytes);
        let empty = header.is_empty() || payload.is_empty();
        let dots = self.token.bytes().all(|byte| byte == b'.');
        self.count >= JWS_SEGMENTS && !dots && (empty || encoded || object(header) || object(payload))
    }

    /// The payload, whose characters are its bytes if the header says "b64":false. Who says so without "crit" (RFC 7797
    /// section 6) has often encoded it all the same: so it is where it begins as an encoded object does.
    fn payload(&self, header: &Header, faults: &mut Vec<Finding>) -> Segment {
        let (text, span) = self.get(1);
        if header.b64() || !header.lists_b64() && text.starts_with("ey") {
            Segment::read(Part::Payload, text, span, faults)
        } else {
            Segment::read_raw(text, span)
        }
    }

    fn check_count(&self, expected: usize, faults: &mut Vec<Finding>) {
        if self.count == expected {
            return;
        }
        let surplus = self.spans.get(expected - 1).copied().flatten().filter(|_| self.count > expected);
        let span = Span::new(surplus.map_or(0, |last| last.end), self.token.len());
        let facts = Facts::new().public("segments", self.count);
        faults.push(Finding::error(Cause::SegmentCount, Place::Text).at(span).with(facts));
    }
}
