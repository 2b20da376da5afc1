//! Tokens that end where a cookie is full.

use super::COOKIE_LIMIT;
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// How much may stand before a token in its cookie or in the line of the header, in bytes.
const AROUND: usize = 128;

/// A token that ends where a cookie has as many bytes as fit: something may have cut it there.
pub(super) fn full(text: &str, span: Span) -> Option<Finding> {
    let missing = COOKIE_LIMIT.checked_sub(span.len()).filter(|&missing| missing <= AROUND)?;
    measured(text, span, missing)
}

/// Counts from the token, from the cookie's name with its equals sign or without, and from the start of the line.
#[inline(never)]
fn measured(text: &str, span: Span, missing: usize) -> Option<Finding> {
    let around = text.get(text.floor_char_boundary(span.start.saturating_sub(AROUND))..span.start)?;
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let name = around.strip_suffix('=').map(|name| name.len() - name.trim_end_matches(in_name).len());
    let line = around.rfind('\n').map_or(around, |end| around.get(end + 1..).unwrap_or_default()).len();
    let fits = [0, line].contains(&missing) || name.is_some_and(|name| (name..=name + 1).contains(&missing));
    let facts = Facts::new().public("limit_bytes", COOKIE_LIMIT);
    fits.then(|| Finding::note(Cause::HeaderValueTooLong, Place::Text).at(span).with(facts))
}
