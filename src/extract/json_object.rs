//! JSON Serializations inside a text (RFC 7515 section 7.2, RFC 7516 section 7.2).

use crate::{
    finding::Span,
    jose::json::{self, Node},
    order,
};

/// Members that only a JSON Serialization has together with others.
const MARKS: [&[u8]; 3] = [b"\"signature\"", b"\"signatures\"", b"\"ciphertext\""];

/// The greatest number of brackets in front of a mark that are tried as the beginning of its object.
const MAX_TRIES: usize = 16;

/// Where JSON Serializations stand, in order.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut marks: Vec<usize> =
        MARKS.iter().flat_map(|mark| memchr::memmem::find_iter(text.as_bytes(), mark)).collect();
    order::by_key(&mut marks, |mark| *mark);
    // The text that may be read in all, so that a hostile one can't have itself read again and again.
    let mut budget = text.len().saturating_mul(4);
    let mut found: Vec<Span> = Vec::new();
    for mark in marks {
        let from = found.last().map_or(0, |last| last.end);
        if mark >= from
            && let Some(span) = object_around(text, from, mark, &mut budget)
        {
            found.push(span);
        }
    }
    found
}

/// The JSON Serialization that the member name at `mark` belongs to.
fn object_around(text: &str, from: usize, mark: usize, budget: &mut usize) -> Option<Span> {
    let before = text.get(from..mark)?;
    let brackets = memchr::memrchr_iter(b'{', before.as_bytes()).take(MAX_TRIES);
    for start in brackets.map(|found| from + found) {
        let rest = text.get(start..)?;
        let limited = rest.get(..floor(rest, *budget))?;
        let (read, node) = match json::parse_prefix(limited) {
            Ok(node) => (node.span.end, Some(node)),
            Err(fault) => (fault.offset, None),
        };
        *budget = budget.saturating_sub(read);
        if let Some(node) = node
            && start + node.span.end > mark
            && is_serialization(&node)
        {
            return Some(node.span.shifted(start));
        }
    }
    None
}

/// The greatest boundary between characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

fn is_serialization(object: &Node) -> bool {
    let string = |name: &str| object.get(name).is_some_and(|node| node.as_str().is_some());
    let has = |name: &str| object.get(name).is_some();
    let signers = object.get("signatures").and_then(Node::as_array);
    let signed = string("signature") && (string("protected") || has("header"));
    let encrypted = string("ciphertext")
        && (has("protected") || has("unprotected") || has("recipients") || has("header"));
    signed
        || encrypted
        || signers.is_some_and(|signers| signers.iter().all(|signer| signer.get("signature").is_some()))
}
