//! `signature-mismatch`: keys were tried, and none verifies the signature.
//!
//! The general finding; experiments look for what explains it. A signature that isn't there is the token's own fault.

use super::SignatureScene;
use crate::{
    cause::Cause,
    evaluation::Attempt,
    finding::{Facts, Finding, Place},
};

/// Whether the signature does not verify.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let case = scene.case;
    let signed = case.jws.signatures.get(case.signature_index);
    let Some(signed) = signed.filter(|_| matches!(scene.attempt, Attempt::Mismatch)) else {
        return Vec::new();
    };
    let mut facts = Facts::new();
    if let Some(algorithm) = case.algorithm {
        facts = facts.public("alg", algorithm.name);
    }
    if let [only] = scene.keys().as_slice() {
        facts = facts.public("key_index", only.index);
        if let Some(kid) = &only.kid {
            facts = facts.public("kid", kid.as_str());
        }
    } else {
        facts = facts.public("count", scene.selection.tried.len());
    }
    vec![Finding::error(Cause::SignatureMismatch, Place::Signature).at(signed.signature.span).with(facts)]
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{check_signature, signature_findings, signed, words},
        check,
    };
    use crate::policy::Policy;

    #[test]
    fn the_right_key_verifies_and_another_does_not() {
        let token = signed(r#"{"alg":"HS256"}"#, "{}", b"secret");
        for (keys, expected) in [
            (&["secret"][..], ""),
            (&["another", "secret"], ""),
            (&["another"], "error signature-mismatch"),
            (&["Secret", "secret "], "error signature-mismatch"),
            (&[], ""),
        ] {
            assert_eq!(
                words(&signature_findings(check, &token, keys, Policy::default())),
                expected,
                "{keys:?}"
            );
        }
    }

    #[test]
    fn what_was_not_checked_is_not_wrong() {
        let unsigned = "eyJhbGciOiJIUzI1NiJ9.e30.";
        assert_eq!(words(&signature_findings(check, unsigned, &["secret"], Policy::default())), "");
        check_signature(check, r#"{"alg":"RS256"}"#, &["secret"], |_| {}, "");
        check_signature(check, r#"{"alg":"none"}"#, &["secret"], |_| {}, "");
    }
}
