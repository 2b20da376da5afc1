//! Header Parameters of the wrong type, and those that bring a key along.

use super::{Header, Parameter};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Severity},
};

/// The parameters in which a sender can hand over or point to a key (RFC 7515 sections 4.1.2, 4.1.3, 4.1.5, 4.1.6).
const KEY_PARAMETERS: [&str; 4] = ["jwk", "jku", "x5c", "x5u"];

pub(super) fn check(header: &Header, alg_elsewhere: bool, faults: &mut Vec<Finding>) {
    check_alg(header, alg_elsewhere, faults);
    check_string(header, "typ", Cause::TypNotString, faults);
    check_string(header, "kid", Cause::KidNotString, faults);
    check_keys(header, faults);
    check_b64(header, faults);
}

fn check_alg(header: &Header, elsewhere: bool, faults: &mut Vec<Finding>) {
    match header.parameter("alg") {
        None if elsewhere => {}
        None => faults.push(Finding::error(Cause::AlgMissing, Place::Header).at(header.protected.span)),
        Some(alg) if alg.node.as_str().is_none() => faults.push(wrong_type(Cause::AlgMissing, &alg)),
        Some(_) => {}
    }
}

fn check_string(header: &Header, name: &str, cause: Cause, faults: &mut Vec<Finding>) {
    if let Some(parameter) = header.parameter(name)
        && parameter.node.as_str().is_none()
    {
        faults.push(wrong_type(cause, &parameter));
    }
}

fn wrong_type(cause: Cause, parameter: &Parameter<'_>) -> Finding {
    Finding::error(cause, Place::Header)
        .at(parameter.value)
        .with(Facts::new().public("value_type", parameter.node.value.kind()))
}

/// A proof of possession (RFC 9449) has to bring its key along; anything else that does is worth a look.
fn check_keys(header: &Header, faults: &mut Vec<Finding>) {
    let proof = header.typ().is_some_and(|typ| typ.eq_ignore_ascii_case("dpop+jwt"));
    for name in KEY_PARAMETERS {
        if let Some(parameter) = header.parameter(name) {
            let facts = Facts::new().public("parameter", name);
            let (severity, facts) = if proof && name == "jwk" {
                (Severity::Note, facts.public("token_kind", "dpop-proof"))
            } else {
                (Severity::Warning, facts)
            };
            faults.push(
                Finding::new(Cause::EmbeddedKey, severity, Place::Header).at(parameter.name).with(facts),
            );
        }
    }
}

/// A JWT's payload is always base64url-encoded (RFC 7797 section 7).
fn check_b64(header: &Header, faults: &mut Vec<Finding>) {
    if !header.b64()
        && let Some(b64) = header.parameter("b64")
    {
        let facts = Facts::new();
        let facts = if header.lists_b64() { facts } else { facts.public("reason", "b64-not-in-crit") };
        faults.push(Finding::error(Cause::B64False, Place::Header).at(b64.value).with(facts));
    }
}
