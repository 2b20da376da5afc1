//! What the checks of claims share: a finding that stands at a claim, and values as facts.

use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place, Severity, Value},
    jose::{json::Node, numeric_date::NumericDate},
};

/// A finding about a claim that is there.
pub(super) fn about(case: &Case, claim: &str, cause: Cause, severity: Severity) -> Finding {
    Finding::new(cause, severity, Place::Payload).maybe_at(case.claim_span(claim))
}

/// An error at a claim that is not what was expected.
pub(super) fn unexpected(case: &Case, claim: &str, cause: Cause, expected: &[String]) -> Finding {
    let facts = Facts::new().public("claim", claim).claim("expected", alternatives(expected));
    about(case, claim, cause, Severity::Error).with(match case.claim(claim) {
        Some(node) => facts.claim("found", found(case, node)),
        None => facts,
    })
}

/// An error at a registered claim whose value has the wrong JSON type.
pub(super) fn wrong_type(case: &Case, claim: &str, cause: Cause, node: &Node) -> Finding {
    let facts = Facts::new().public("claim", claim).public("value_type", node.value.kind());
    about(case, claim, cause, Severity::Error).with(facts.claim("found", found(case, node)))
}

/// The error at a claim that must be a string and isn't.
pub(super) fn not_a_string(case: &Case, claim: &str, cause: Cause) -> Vec<Finding> {
    let node = case.claim(claim).filter(|node| node.as_str().is_none());
    node.map(|node| wrong_type(case, claim, cause, node)).into_iter().collect()
}

/// The error at a string claim that is there and is not the expected one.
pub(super) fn not_the_one(case: &Case, claim: &str, cause: Cause, expected: Option<&String>) -> Vec<Finding> {
    let Some((expected, node)) = expected.zip(case.claim(claim)) else { return Vec::new() };
    if node.as_str() == Some(expected) {
        return Vec::new();
    }
    let mut finding = unexpected(case, claim, cause, std::slice::from_ref(expected));
    if node.as_str().is_none() {
        finding.facts = finding.facts.public("value_type", node.value.kind());
    }
    vec![finding]
}

/// A claim's value as a fact: a string without its quotation marks, anything else as it was spelled.
pub(super) fn found(case: &Case, node: &Node) -> Value {
    match (node.as_str(), strings(node)) {
        (Some(text), _) => text.into(),
        (None, Some(list)) if !list.is_empty() => list.into(),
        _ => spelled(case, node).into(),
    }
}

/// One expected value as it is, several as a list.
pub(super) fn alternatives(expected: &[String]) -> Value {
    match expected {
        [one] => one.as_str().into(),
        several => several.to_vec().into(),
    }
}

/// A date that is a number, or the number that a string holds: a lenient verifier would take it.
pub(super) fn lenient_date(case: &Case, claim: &str) -> Option<NumericDate> {
    let in_string = || NumericDate::from_number(case.claim(claim)?.as_str()?.trim());
    case.date(claim).or_else(in_string)
}

/// The strings of an array that holds nothing else.
fn strings(node: &Node) -> Option<Vec<String>> {
    node.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
}

/// A claim's value as the payload spells it.
pub(super) fn spelled<'a>(case: &'a Case, node: &Node) -> &'a str {
    case.claims.as_ref().and_then(|claims| claims.source.get(node.span.range())).unwrap_or_default()
}
