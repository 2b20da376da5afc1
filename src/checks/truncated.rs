//! `truncated-token`: the signature is shorter than its algorithm makes it, or the payload ends inside its JSON.

use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place},
    jose::json::Reason,
    keys::Material,
    verify::{self, Algorithm, Family},
};

/// The length in bytes of the shortest signature of an algorithm that leaves it open (EdDSA: Ed25519).
const SHORTEST_EDDSA: usize = 64;
/// RSA moduli are made in multiples of this many bytes; a signature of another length is a part of one.
const RSA_STEP: usize = 32;
/// How many leading zeros R and S may have had, in bytes; more of them are too rare to be spoken of.
const FEW_ZEROS: usize = 2;

/// Whether the end of the signature, or of the payload, is lost.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    payload(case).into_iter().chain(signature(case)).collect()
}

fn payload(case: &Case) -> Option<Finding> {
    case.jws.payload_fault.filter(|fault| fault.reason == Reason::UnexpectedEnd)?;
    let facts = Facts::new().public("segment", "payload");
    Some(Finding::error(Cause::TruncatedToken, Place::Payload).at(case.jws.payload.span).with(facts))
}

fn signature(case: &Case) -> Option<Finding> {
    let algorithm = case.algorithm?;
    let signed = case.jws.signatures.get(case.signature_index)?;
    let length = case.signature.len();
    // One that is as long as another algorithm makes it was made by that one.
    let anothers = verify::all().iter().any(|row| row.signature_bytes == Some(length));
    let expected = expected_bytes(case, algorithm);
    let cut = match algorithm.family {
        Family::RsaPkcs1 | Family::RsaPss => {
            expected.is_none_or(|expected| length < expected) && !length.is_multiple_of(RSA_STEP)
        }
        _ => !anothers && expected.is_some_and(|expected| length < expected),
    };
    if !cut || length == 0 {
        return None;
    }
    let facts = Facts::new().public("segment", "signature").public("length_bytes", length);
    let facts = match expected {
        Some(expected) => facts.public("alg", algorithm.name).public("expected_bytes", expected),
        None => facts,
    };
    let missing = expected.map(|expected| expected.saturating_sub(length));
    let facts = match missing.filter(|&missing| algorithm.family == Family::Ecdsa && missing <= FEW_ZEROS) {
        Some(missing) => facts.public("missing_bytes", missing),
        None => facts,
    };
    Some(Finding::error(Cause::TruncatedToken, Place::Signature).at(signed.signature.span).with(facts))
}

/// How long a signature of the algorithm is, as far as it can be known; an RSA signature is as long as its modulus.
fn expected_bytes(case: &Case, algorithm: &Algorithm) -> Option<usize> {
    let modulus_bytes = || {
        case.keys.keys.iter().find_map(|key| match key.material() {
            Material::Rsa(rsa) => Some(rsa.modulus_bits().div_ceil(8)),
            _ => None,
        })
    };
    match algorithm.family {
        Family::RsaPkcs1 | Family::RsaPss => modulus_bytes(),
        Family::EdDsa => Some(algorithm.signature_bytes.unwrap_or(SHORTEST_EDDSA)),
        _ => algorithm.signature_bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::testing, check};
    use crate::{
        jose::base64url,
        keys::{self, KeyRing},
        policy::Policy,
    };

    #[track_caller]
    fn check_length(alg: &str, bytes: usize, expected: &str) {
        let header = base64url::encode(format!(r#"{{"alg":"{alg}"}}"#).as_bytes());
        let token = format!("{header}.e30.{}", base64url::encode(&vec![7; bytes]));
        let case = testing::case_from(&token, KeyRing::default(), Policy::default());
        assert_eq!(testing::words(&check(&case)), expected, "{alg} {bytes}");
    }

    #[test]
    fn a_signature_that_is_too_short_was_cut() {
        for (alg, whole) in [("HS256", 32), ("ES256", 64), ("EdDSA", 64), ("RS256", 256), ("ES512", 132)] {
            check_length(alg, whole, "");
            check_length(alg, whole - 1, "error truncated-token");
            check_length(alg, 5, "error truncated-token");
            check_length(alg, 0, "");
        }
        check_length("ES256", 71, "");
        check_length("HS257", 5, "");
    }

    #[test]
    fn a_signature_that_is_too_long_lost_nothing() {
        let ring = keys::read(&[include_str!("../../tests/data/keys/own-rsa-0.pem").to_owned()]);
        for (bytes, expected) in [(255, "error truncated-token"), (256, ""), (257, "")] {
            let token = format!("eyJhbGciOiJSUzI1NiJ9.e30.{}", base64url::encode(&vec![7; bytes]));
            let case = testing::case_from(&token, ring.clone(), Policy::default());
            assert_eq!(testing::words(&check(&case)), expected, "{bytes}");
        }
    }

    #[test]
    fn the_length_of_another_algorithm_is_no_cut() {
        check_length("HS512", 32, "");
        check_length("ES384", 64, "");
    }

    #[test]
    fn a_payload_that_ends_inside_its_json_was_cut() {
        for (payload, expected) in [(r#"{"exp":17"#, "error truncated-token"), ("{'exp':17}", ""), ("{}", "")]
        {
            let header = base64url::encode(br#"{"alg":"HS257"}"#);
            let token = format!("{header}.{}.AAAA", base64url::encode(payload.as_bytes()));
            let case = testing::case_from(&token, KeyRing::default(), Policy::default());
            assert_eq!(testing::words(&check(&case)), expected, "{payload}");
        }
    }
}
