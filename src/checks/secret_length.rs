//! `secret-too-short`: an HMAC secret with fewer bits than the hash has (RFC 7518 section 3.2).
//!
//! It verifies all the same: a debugger must see through what a verifier refuses.

use super::{SignatureScene, about_key};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Severity},
    keys::Key,
    verify::Algorithm,
};

/// The secrets that are too short for the algorithm; an empty one is no secret at all.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let Some(algorithm) = scene.case.algorithm else { return Vec::new() };
    scene.keys().into_iter().filter_map(|key| too_short(key, algorithm)).collect()
}

fn too_short(key: &Key, algorithm: &Algorithm) -> Option<Finding> {
    let bits = key.secret().map(|octets| octets.len().saturating_mul(8)).filter(|bits| *bits > 0)?;
    let required = algorithm.least_key_bits.filter(|required| bits < *required)?;
    let facts =
        Facts::new().public("alg", algorithm.name).public("bits", bits).public("required_bits", required);
    Some(about_key(key, Cause::SecretTooShort, Severity::Warning, facts))
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    #[test]
    fn a_secret_is_as_long_as_the_hash() {
        for (alg, bytes) in [("HS256", 32), ("HS384", 48), ("HS512", 64)] {
            let header = format!(r#"{{"alg":"{alg}"}}"#);
            let secret = |bytes: usize| "s~".repeat(bytes).split_off(bytes);
            check_signature(check, &header, &[&secret(bytes)], |_| {}, "");
            check_signature(check, &header, &[&secret(bytes - 1)], |_| {}, "warning secret-too-short");
        }
        check_signature(check, r#"{"alg":"HS256"}"#, &[], |_| {}, "");
    }
}
