//! The JWS Payload: claims, or what stands in their place.

use super::{
    Header, document,
    json::{Document, JsonFault},
    opaque,
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place},
};

/// The first bytes of compressed data, with the format's name.
const COMPRESSED: [(&[u8], &str); 5] = [
    (b"\x1f\x8b\x08", "gzip"),
    (b"\x78\x01", "zlib"),
    (b"\x78\x5e", "zlib"),
    (b"\x78\x9c", "zlib"),
    (b"\x78\xda", "zlib"),
];

/// What a payload holds.
#[derive(Default)]
pub(super) struct Content {
    pub claims: Option<Document>,
    pub fault: Option<JsonFault>,
    pub nested: Option<String>,
}

/// Reads a payload; what is wrong with it as the payload of a JWT is added to `faults`.
pub(super) fn read(header: &Header, payload: &Segment, detached: bool, faults: &mut Vec<Finding>) -> Content {
    if payload.is_empty() {
        if detached {
            faults.push(Finding::error(Cause::DetachedPayload, Place::Payload).at(payload.span));
        }
        return Content::default();
    }
    if let Some(format) = compression(header, &payload.bytes) {
        let facts = Facts::new().public("format", format);
        faults.push(Finding::error(Cause::PayloadCompressed, Place::Payload).at(payload.span).with(facts));
        return Content::default();
    }
    if let Some(token) = nested(&payload.bytes) {
        let facts = header.cty().map_or(Facts::new(), |cty| Facts::new().public("value", cty));
        faults.push(Finding::note(Cause::NestedJwt, Place::Payload).at(payload.span).with(facts));
        return Content { nested: Some(token), ..Content::default() };
    }
    match document::read(Part::Payload, payload, faults) {
        Ok(claims) => Content { claims: Some(claims), ..Content::default() },
        Err(fault) => Content { fault, ..Content::default() },
    }
}

/// The compression that the header names or the bytes show; JSON that is readable all the same is not compressed.
fn compression(header: &Header, bytes: &[u8]) -> Option<&'static str> {
    let shown = COMPRESSED.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, format)| *format);
    let named = header.get("zip").is_some() && !bytes.trim_ascii_start().starts_with(b"{");
    shown.or(named.then_some("deflate"))
}

/// The token that a payload consists of, a string's quotation marks taken off.
fn nested(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?.trim();
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    opaque::is_compact(text).then(|| text.to_owned())
}
