//! `signature-mismatch`: keys were tried, and none verifies the signature; or it is longer than its algorithm makes it,
//! and none can.
//!
//! The general finding; experiments look for what explains it. A signature that isn't there is the token's own fault.

use super::SignatureScene;
use crate::{
    case::Case,
    cause::Cause,
    evaluation::Attempt,
    finding::{Facts, Finding, Place},
    keys::Curve,
    verify,
};

/// Whether the signature does not verify.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let case = scene.case;
    let facts = match scene.attempt {
        Attempt::Mismatch => Some(tried(scene)),
        _ if case.keys.keys.is_empty() => too_long(case),
        _ => None,
    };
    let signed = case.jws.signatures.get(case.signature_index);
    let found = signed.zip(facts).map(|(signed, facts)| {
        Finding::error(Cause::SignatureMismatch, Place::Signature).at(signed.signature.span).with(facts)
    });
    found.into_iter().collect()
}

/// With what it does not verify.
fn tried(scene: &SignatureScene<'_>) -> Facts {
    let case = scene.case;
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
    facts
}

/// How long a signature is that no key makes verify, and what it looks like. Shorter ones may have been cut.
fn too_long(case: &Case) -> Option<Facts> {
    let algorithm = case.algorithm?;
    let expected = algorithm.signature_bytes.filter(|&expected| case.signature.len() > expected)?;
    let facts = Facts::new()
        .public("alg", algorithm.name)
        .public("length_bytes", case.signature.len())
        .public("expected_bytes", expected);
    let is_der = || Curve::ALL.into_iter().any(|curve| verify::der_to_raw(curve, &case.signature).is_some());
    Some(if case.signature.iter().all(u8::is_ascii_hexdigit) {
        facts.public("format", "hex")
    } else if is_der() {
        facts.public("format", "der")
    } else {
        facts
    })
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{check_signature, signature_findings, signed, words},
        check,
    };
    use crate::{finding::Facts, jose::base64url, policy::Policy};

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
    fn one_that_is_too_long_fits_no_key() {
        let der = [&[0x30, 70, 2, 33, 0][..], &[0x81; 32], &[2, 33, 0], &[0x82; 32]].concat();
        for (alg, signature, format) in [
            ("HS256", b"0123456789abcdef".repeat(4), "hex"),
            ("ES256", der, "der"),
            ("ES384", vec![7; 97], ""),
        ] {
            let header = base64url::encode(format!(r#"{{"alg":"{alg}"}}"#).as_bytes());
            let token = format!("{header}.e30.{}", base64url::encode(&signature));
            let findings = signature_findings(check, &token, &[], Policy::default());
            assert_eq!(words(&findings), "error signature-mismatch", "{alg}");
            let expected = Facts::new().public("format", format);
            let (shown, expected) = (findings[0].facts.get("format"), expected.get("format"));
            assert_eq!(shown, expected.filter(|_| !format.is_empty()), "{alg}");
        }
        for (alg, bytes) in [("HS256", 32), ("HS256", 31), ("RS256", 300), ("EdDSA", 64)] {
            let header = base64url::encode(format!(r#"{{"alg":"{alg}"}}"#).as_bytes());
            let token = format!("{header}.e30.{}", base64url::encode(&vec![7; bytes]));
            assert_eq!(
                words(&signature_findings(check, &token, &[], Policy::default())),
                "",
                "{alg} {bytes}"
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
