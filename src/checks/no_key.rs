//! `no-key`: nothing to check the signature with.
//!
//! What was not checked is never called wrong. Why a key text that was given holds no key is said by the reader of keys.

use super::SignatureScene;
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place},
};

/// Whether there is no usable key; a token that nobody signed needs none.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let alg = scene.case.alg().unwrap_or_default();
    if !scene.case.keys.keys.is_empty() || alg.eq_ignore_ascii_case("none") {
        return Vec::new();
    }
    let facts = if alg.is_empty() { Facts::new() } else { Facts::new().public("alg", alg) };
    vec![Finding::note(Cause::NoKey, Place::Keys).with(facts)]
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    #[test]
    fn without_a_key_nothing_is_checked() {
        check_signature(check, r#"{"alg":"HS256"}"#, &[], |_| {}, "note no-key");
        check_signature(check, r#"{"alg":"HS256"}"#, &[""], |_| {}, "note no-key");
        check_signature(check, r#"{"alg":"HS256"}"#, &["secret"], |_| {}, "");
        check_signature(check, r#"{"alg":"none"}"#, &[], |_| {}, "");
    }
}
