//! The "crit" Header Parameter (RFC 7515 section 4.1.11).

use std::collections::HashSet;

use super::{Header, Parameter};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
    jose::json::Node,
};

/// The extensions that are understood here.
const UNDERSTOOD: [&str; 1] = ["b64"];

/// The parameters that RFC 7515, RFC 7516 and RFC 7518 define themselves; "crit" must not list them.
const DEFINED: [&str; 20] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "enc", "zip", "epk",
    "apu", "apv", "iv", "tag", "p2s", "p2c",
];

/// The greatest number of listed names that are reported one by one.
const MAX_NAMES: usize = 32;

pub(super) fn check(header: &Header, faults: &mut Vec<Finding>) {
    let Some(crit) = header.parameter("crit") else { return };
    match list_fault(header, &crit) {
        Some((span, reason)) => faults.push(malformed(span, reason)),
        None => check_names(header, crit.node.as_array().unwrap_or_default(), faults),
    }
}

/// What is wrong with the list as such.
fn list_fault(header: &Header, crit: &Parameter<'_>) -> Option<(Span, &'static str)> {
    match crit.node.as_array() {
        None => Some((crit.value, "no-array")),
        Some([]) => Some((crit.value, "empty")),
        Some(_) if header.protected_member("crit").is_none() => Some((crit.name, "unprotected")),
        Some(_) => None,
    }
}

fn check_names(header: &Header, items: &[Node], faults: &mut Vec<Finding>) {
    let present: HashSet<&str> = header.names().collect();
    let mut listed = HashSet::new();
    faults.extend(
        items
            .iter()
            .filter_map(|item| {
                let span = header.protected.span_in_segment(item.span);
                let Some(name) = item.as_str() else { return Some(malformed(span, "no-string")) };
                let twice = !listed.insert(name);
                name_fault(name, twice, present.contains(name), span)
            })
            .take(MAX_NAMES),
    );
}

fn name_fault(name: &str, twice: bool, present: bool, span: Span) -> Option<Finding> {
    let fault = if twice {
        malformed(span, "twice")
    } else if DEFINED.contains(&name) {
        malformed(span, "defined")
    } else if !present {
        malformed(span, "absent")
    } else if UNDERSTOOD.contains(&name) {
        return None;
    } else {
        Finding::error(Cause::CritNotUnderstood, Place::Header).at(span)
    };
    let facts = fault.facts.clone().public("found", name);
    Some(fault.with(facts))
}

fn malformed(span: Span, reason: &'static str) -> Finding {
    Finding::error(Cause::CritMalformed, Place::Header).at(span).with(Facts::new().public("reason", reason))
}
