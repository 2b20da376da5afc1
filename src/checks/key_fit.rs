//! `alg-key-mismatch`, `curve-mismatch`: a key or a signature that is not of the algorithm's kind.
//!
//! Only when no key serves: among several keys, those of other kinds are simply not for this token.

use super::{SignatureScene, about_key};
use crate::{
    cause::Cause,
    evaluation::Attempt,
    finding::{Facts, Finding, Place, Severity},
    verify::{self, Algorithm, Family, Unfit},
};

/// Whether keys and signature are of the kind that the algorithm needs.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let Some(algorithm) = scene.case.algorithm else { return Vec::new() };
    let mut findings = keys(scene, algorithm);
    if findings.iter().all(|finding| finding.cause != Cause::CurveMismatch) {
        findings.extend(signature(scene, algorithm));
    }
    findings
}

/// One finding for each way in which no key serves, at the first key that does not serve so.
fn keys(scene: &SignatureScene<'_>, algorithm: &Algorithm) -> Vec<Finding> {
    if !scene.selection.tried.is_empty() {
        return Vec::new();
    }
    let unfit = |wanted: Unfit| {
        let (index, _) = scene.selection.unfit.iter().find(|(_, why)| *why == wanted)?;
        scene.case.keys.keys.get(*index)
    };
    let of_kind = unfit(Unfit::AlgKeyMismatch).map(|key| {
        let facts =
            Facts::new().public("key_needed", algorithm.key.kty()).public("key_found", key.kind().kty());
        about_key(key, Cause::AlgKeyMismatch, Severity::Error, facts.public("alg", algorithm.name))
    });
    let of_curve = unfit(Unfit::CurveMismatch).map(|key| {
        let facts = curves(algorithm).public("found", key.material().curve().unwrap_or_default());
        about_key(key, Cause::CurveMismatch, Severity::Error, facts)
    });
    of_curve.into_iter().chain(of_kind).collect()
}

/// An ECDSA signature that is as long as another curve makes it.
fn signature(scene: &SignatureScene<'_>, algorithm: &Algorithm) -> Option<Finding> {
    let length = scene.case.signature.len();
    let is_ecdsa = |row: &&Algorithm| row.family == Family::Ecdsa;
    if !is_ecdsa(&algorithm)
        || algorithm.signature_bytes == Some(length)
        || matches!(scene.attempt, Attempt::Verified(..))
    {
        return None;
    }
    let other = verify::all().iter().filter(is_ecdsa).find(|row| row.signature_bytes == Some(length))?;
    let span = scene.case.jws.signatures.get(scene.case.signature_index)?.signature.span;
    let facts = curves(algorithm)
        .public("found", other.curves.first().copied().unwrap_or_default())
        .public("length_bytes", length);
    Some(Finding::error(Cause::CurveMismatch, Place::Signature).at(span).with(facts))
}

fn curves(algorithm: &Algorithm) -> Facts {
    let curves: Vec<String> = algorithm.curves.iter().map(|&curve| curve.to_owned()).collect();
    Facts::new().public("alg", algorithm.name).public("expected", curves)
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{self, check_signature},
        check,
    };
    use crate::{jose::base64url, policy::Policy};

    const P256: &str = r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM"}"#;

    #[test]
    fn a_key_serves_the_algorithms_of_its_kind() {
        let check_one = |alg: &str, key: &str, expected: &str| {
            check_signature(check, &format!(r#"{{"alg":"{alg}"}}"#), &[key], |_| {}, expected);
        };
        check_one("HS256", "secret", "");
        check_one("RS256", "secret", "error alg-key-mismatch");
        check_one("HS256", P256, "error alg-key-mismatch");
        check_one("ES384", P256, "error curve-mismatch");
        check_one("HS257", P256, "");
        check_signature(check, r#"{"alg":"HS256"}"#, &[P256, "secret"], |_| {}, "");
        check_signature(check, r#"{"alg":"HS256"}"#, &[], |_| {}, "");
    }

    #[test]
    fn the_length_of_an_ecdsa_signature_belongs_to_its_curve() {
        for (alg, bytes, expected) in
            [("ES256", 64, ""), ("ES256", 96, "error curve-mismatch"), ("ES256", 71, ""), ("HS256", 64, "")]
        {
            let header = base64url::encode(format!(r#"{{"alg":"{alg}"}}"#).as_bytes());
            let token = format!("{header}.e30.{}", base64url::encode(&vec![7; bytes]));
            let found = testing::signature_findings(check, &token, &[], Policy::default());
            assert_eq!(testing::words(&found), expected, "{alg} {bytes}");
        }
    }
}
