//! `jwk-use`, `jwk-key-ops`, `jwk-alg-mismatch`: what a JWK says about its use (RFC 7517 sections 4.2 to 4.4).
//!
//! The signature is computed, and a JWE decrypted, all the same. Nothing is reported while another key that may be used
//! was tried.

use super::{SignatureScene, about_key};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Severity},
    keys::Key,
    verify::{Algorithm, decrypt::Decrypted},
};

/// What a key is to do, as the members of its JWK name it.
struct Service<'a> {
    /// The "use" that allows it.
    usage: &'static str,
    /// The "key_ops" of which one allows it, the usual one first.
    key_ops: &'static [&'static str],
    /// The "alg" values that allow it; none: any does.
    algs: &'a [&'a str],
}

/// What speaks against the keys that were used.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    // The algorithm that is used: the header's, unless an experiment tries another one.
    let used = scene.case.algorithm;
    let restrictions: Vec<Vec<Finding>> =
        scene.keys().into_iter().map(|key| against_verifying(used, key)).collect();
    if restrictions.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    restrictions.into_iter().flatten().collect()
}

/// Whether nothing that the key says speaks against verifying with it under this algorithm.
pub fn is_for(algorithm: &Algorithm, key: &Key) -> bool {
    against_verifying(Some(algorithm), key).is_empty()
}

fn against_verifying(algorithm: Option<&Algorithm>, key: &Key) -> Vec<Finding> {
    let used = algorithm.map(|algorithm| algorithm.name);
    restrictions(&Service { usage: "sig", key_ops: &["verify"], algs: used.as_slice() }, key)
}

/// What speaks against the key that has decrypted a JWE.
pub fn against_decryption(key: &Key, decrypted: &Decrypted) -> Vec<Finding> {
    // A key for direct encryption may name the one or the other (RFC 7518 section 4.5).
    let algs = [decrypted.management.name, decrypted.encryption.name];
    let algs = if decrypted.management.name == "dir" { &algs[..] } else { &algs[..1] };
    let key_ops = &["decrypt", "unwrapKey", "deriveKey", "deriveBits"];
    restrictions(&Service { usage: "enc", key_ops, algs }, key)
}

fn restrictions(service: &Service<'_>, key: &Key) -> Vec<Finding> {
    let error = |cause: Cause, facts: Facts| {
        let facts = match &key.kid {
            Some(kid) => facts.public("kid", kid.as_str()),
            None => facts,
        };
        about_key(key, cause, Severity::Error, facts)
    };
    let usage = key.usage.as_deref().filter(|usage| *usage != service.usage);
    let usage = usage.map(|usage| {
        error(Cause::JwkUse, Facts::new().public("found", usage).public("expected", service.usage))
    });
    let allows = |ops: &&Vec<String>| ops.iter().any(|op| service.key_ops.contains(&op.as_str()));
    let key_ops = key.key_ops.as_ref().filter(|ops| !allows(ops)).map(|ops| {
        let expected = service.key_ops.first().copied().unwrap_or_default();
        error(Cause::JwkKeyOps, Facts::new().public("found", ops.clone()).public("expected", expected))
    });
    let used = service.algs.first();
    let alg = key.alg.as_deref().zip(used).filter(|(of_key, _)| !service.algs.contains(of_key));
    let alg = alg.map(|(of_key, used)| {
        error(Cause::JwkAlgMismatch, Facts::new().public("expected", of_key).public("found", *used))
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
