//! `alg-none`, `alg-case`, `alg-unknown`: the name in the "alg" Header Parameter (RFC 7515 section 4.1.1).
//!
//! Names are case-sensitive. "none" is refused in any case: some verifiers compared without case and were fooled by
//! "nOnE". A header without "alg" is the header's own fault.

use super::SignatureScene;
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place},
    verify,
};

/// Whether "alg" names an algorithm that can sign.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let case = scene.case;
    let Some((alg, header)) = case.alg().zip(case.header()) else { return Vec::new() };
    let facts = Facts::new().public("found", alg);
    let (cause, facts) = if alg.eq_ignore_ascii_case("none") {
        (Cause::AlgNone, facts)
    } else if verify::by_name(alg).is_some() {
        return Vec::new();
    } else if let Some(algorithm) = verify::by_name_in_any_case(alg) {
        (Cause::AlgCase, facts.public("expected", algorithm.name))
    } else {
        (Cause::AlgUnknown, facts)
    };
    vec![Finding::error(cause, Place::Header).maybe_at(header.span("alg")).with(facts)]
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    #[test]
    fn only_registered_names_can_sign() {
        for (alg, expected) in [
            ("HS256", ""),
            ("ML-DSA-44", ""),
            ("none", "error alg-none"),
            ("nOnE", "error alg-none"),
            ("hs256", "error alg-case"),
            ("EDDSA", "error alg-case"),
            ("HS257", "error alg-unknown"),
            ("", "error alg-unknown"),
            ("HS256 ", "error alg-unknown"),
            ("RSA-OAEP", "error alg-unknown"),
        ] {
            check_signature(check, &format!(r#"{{"alg":"{alg}"}}"#), &[], |_| {}, expected);
        }
        check_signature(check, "{}", &[], |_| {}, "");
        check_signature(check, r#"{"alg":1}"#, &[], |_| {}, "");
    }
}
