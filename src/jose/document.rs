//! A segment that should hold a JSON object.

use super::{
    base64url,
    json::{self, Document, JsonFault, Reason},
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Span},
};

/// The greatest number of duplicate members that are reported one by one.
const MAX_DUPLICATES: usize = 32;

/// Reads a segment's bytes as a JSON object; what is wrong is added to `faults`.
///
/// # Errors
/// Where it stops being JSON; `None` if it is JSON but no object.
pub(super) fn read(
    part: Part,
    segment: &Segment,
    faults: &mut Vec<Finding>,
) -> Result<Document, Option<JsonFault>> {
    let document = json::parse(&segment.bytes).map_err(|fault| {
        faults.extend(surplus(part, segment, fault));
        faults.push(not_json(part, segment, fault));
        Some(fault)
    })?;
    if !document.root.is_object() {
        let facts =
            Facts::new().public("segment", part.id()).public("value_type", document.root.value.kind());
        let span = segment.span_in_segment(document.root.span);
        faults.push(Finding::error(not_object(part), part.place()).at(span).with(facts));
        return Err(None);
    }
    report_duplicates(part, &document, |span| segment.span_in_segment(span), faults);
    Ok(document)
}

/// Reports the members that stand twice; `span` leads from the document to the token.
pub(super) fn report_duplicates(
    part: Part,
    document: &Document,
    span: impl Fn(Span) -> Span,
    faults: &mut Vec<Finding>,
) {
    faults.extend(document.duplicates().iter().take(MAX_DUPLICATES).map(|duplicate| {
        Finding::warning(Cause::DuplicateMember, part.place())
            .at(span(duplicate.last))
            .with(Facts::new().public("segment", part.id()).public("member", duplicate.name))
    }));
}

/// The last character of a segment, if the segment is JSON without it: somebody added a character.
fn surplus(part: Part, segment: &Segment, fault: JsonFault) -> Option<Finding> {
    let trailing = fault.reason == Reason::TrailingData && fault.offset + 1 == segment.bytes.len();
    let last = segment.text.char_indices().next_back().filter(|_| trailing && !segment.raw)?.0;
    let shorter = base64url::decode(segment.text.get(..last)?);
    let complete = shorter.faults.is_empty() && json::parse(&shorter.bytes).is_ok();
    let facts = Facts::new()
        .public("segment", part.id())
        .public("surplus", segment.text.get(last..).unwrap_or_default());
    let span = segment.text_span(Span::new(last, segment.text.len()));
    complete.then(|| Finding::error(Cause::ImpossibleLength, part.place()).at(span).with(facts))
}

fn not_json(part: Part, segment: &Segment, fault: JsonFault) -> Finding {
    let cause = match (fault.reason, part) {
        (Reason::TooDeep, _) => Cause::InputTooDeep,
        (Reason::NotUtf8, Part::Header) => Cause::HeaderNotUtf8,
        (Reason::NotUtf8, _) => Cause::PayloadNotUtf8,
        (_, Part::Header) => Cause::HeaderNotJson,
        _ => Cause::PayloadNotJson,
    };
    // A text that ends too early is marked at its last character.
    let last = segment.bytes.len().saturating_sub(1);
    let start = fault.offset.min(last);
    let facts = Facts::new()
        .public("segment", part.id())
        .public("position", fault.offset)
        .public("reason", fault.reason.id())
        .public("limit", json::MAX_DEPTH);
    Finding::error(cause, part.place()).at(segment.span_in_segment(Span::new(start, start + 1))).with(facts)
}

const fn not_object(part: Part) -> Cause {
    match part {
        Part::Header => Cause::HeaderNotObject,
        _ => Cause::PayloadNotObject,
    }
}
