//! `jwk-use`, `jwk-key-ops`, `jwk-alg-mismatch`: what a JWK says about its use (RFC 7517 sections 4.2 to 4.4).
//!
//! The signature is computed all the same. Nothing is reported while another key that may be used was tried.

use super::{SignatureScene, about_key};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Severity},
    keys::Key,
};

/// What speaks against the keys that were used.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let restrictions: Vec<Vec<Finding>> =
        scene.keys().into_iter().map(|key| restrictions(scene.case, key)).collect();
    if restrictions.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    restrictions.into_iter().flatten().collect()
}

fn restrictions(case: &Case, key: &Key) -> Vec<Finding> {
    let error = |cause: Cause, facts: Facts| {
        let facts = match &key.kid {
            Some(kid) => facts.public("kid", kid.as_str()),
            None => facts,
        };
        about_key(key, cause, Severity::Error, facts)
    };
    let usage = key.usage.as_deref().filter(|usage| *usage != "sig");
    let usage = usage.map(|usage| error(Cause::JwkUse, Facts::new().public("found", usage)));
    let key_ops = key.key_ops.as_ref().filter(|ops| ops.iter().all(|op| op != "verify"));
    let key_ops = key_ops.map(|ops| error(Cause::JwkKeyOps, Facts::new().public("found", ops.clone())));
    // The algorithm that is used: the header's, unless an experiment tries another one.
    let used = case.algorithm.map(|algorithm| algorithm.name);
    let alg = key.alg.as_deref().zip(used).filter(|(of_key, used)| of_key != used);
    let alg = alg.map(|(of_key, used)| {
        error(Cause::JwkAlgMismatch, Facts::new().public("expected", of_key).public("found", used))
    });
    [usage, key_ops, alg].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    #[track_caller]
    fn check_members(keys: &[&str], expected: &str) {
        let jwk = |members: &&str| format!(r#"{{"kty":"oct","k":"c2VjcmV0"{members}}}"#);
        let set = format!(r#"{{"keys":[{}]}}"#, keys.iter().map(jwk).collect::<Vec<_>>().join(","));
        check_signature(check, r#"{"alg":"HS256"}"#, &[&set], |_| {}, expected);
    }

    #[test]
    fn a_key_may_be_used_for_what_it_says() {
        check_members(&[""], "");
        check_members(&[r#","use":"sig","key_ops":["sign","verify"],"alg":"HS256""#], "");
        check_members(&[r#","use":"enc""#], "error jwk-use");
        check_members(&[r#","key_ops":["encrypt"]"#], "error jwk-key-ops");
        check_members(&[r#","key_ops":[]"#], "error jwk-key-ops");
        check_members(&[r#","alg":"HS512""#], "error jwk-alg-mismatch");
        check_members(&[r#","use":"enc","alg":"A128KW""#], "error jwk-use, error jwk-alg-mismatch");
    }

    #[test]
    fn keys_for_other_uses_do_not_matter_beside_one_for_this() {
        check_members(&[r#","use":"enc""#, ""], "");
        check_members(&[r#","use":"enc""#, r#","key_ops":[]"#], "error jwk-use, error jwk-key-ops");
    }
}
