//! `jwks-kid-not-found`, `kid-missing`: how the token names its key (RFC 7515 section 4.1.4).

use super::SignatureScene;
use crate::{
    case::KeyChoice,
    cause::Cause,
    evaluation::{Attempt, selection::KidMatch},
    finding::{Facts, Finding, Place, Severity},
};

/// Whether "kid" leads to a key.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let finding = match scene.selection.kid {
        KidMatch::NotInSet => not_found(scene, Severity::Error),
        KidMatch::Overridden => not_found(scene, Severity::Warning),
        KidMatch::NotAsked => missing(scene),
        KidMatch::Found => None,
    };
    finding.into_iter().collect()
}

/// In a set a verifier stops here; a single key is tried whatever it is called.
fn not_found(scene: &SignatureScene<'_>, severity: Severity) -> Option<Finding> {
    let case = scene.case;
    let kids: Vec<String> = case.keys.keys.iter().filter_map(|key| key.kid.clone()).collect();
    let facts = Facts::new().public("kid", case.kid()?).public("kids", kids);
    let span = case.header()?.span("kid")?;
    Some(Finding::new(Cause::JwksKidNotFound, severity, Place::Header).at(span).with(facts))
}

/// All keys of the set were tried; many verifiers refuse to.
fn missing(scene: &SignatureScene<'_>) -> Option<Finding> {
    let case = scene.case;
    let header = case.header().filter(|header| header.get("kid").is_none())?;
    let several = case.keys.is_set && case.keys.keys.len() > 1 && case.choice == KeyChoice::ByHeader;
    if !several || case.algorithm.is_none() {
        return None;
    }
    let facts = Facts::new().public("count", case.keys.keys.len());
    let facts = match scene.attempt {
        Attempt::Verified(index, _) => facts.public("key_index", *index),
        _ => facts,
    };
    Some(Finding::warning(Cause::KidMissing, Place::Header).at(header.protected.span).with(facts))
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    const TWO: &str = r#"{"keys":[{"kty":"oct","k":"YQ","kid":"a"},{"kty":"oct","k":"Yg","kid":"b"}]}"#;
    const ONE: &str = r#"{"keys":[{"kty":"oct","k":"YQ","kid":"a"}]}"#;
    const SINGLE: &str = r#"{"kty":"oct","k":"YQ","kid":"a"}"#;

    #[test]
    fn kid_leads_to_a_key_of_the_set() {
        let with = |kid: &str| format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#);
        check_signature(check, &with("a"), &[TWO], |_| {}, "");
        check_signature(check, &with("c"), &[TWO], |_| {}, "error jwks-kid-not-found");
        check_signature(check, &with("c"), &[ONE], |_| {}, "warning jwks-kid-not-found");
        check_signature(check, &with("c"), &[SINGLE], |_| {}, "warning jwks-kid-not-found");
        check_signature(check, &with("c"), &["secret"], |_| {}, "");
        check_signature(check, &with("c"), &[], |_| {}, "");
    }

    #[test]
    fn several_keys_need_a_kid() {
        let header = r#"{"alg":"HS256"}"#;
        check_signature(check, header, &[TWO], |_| {}, "warning kid-missing");
        check_signature(check, header, &[ONE], |_| {}, "");
        check_signature(check, header, &["secret", "another"], |_| {}, "");
        check_signature(check, r#"{"alg":"HS256","kid":1}"#, &[TWO], |_| {}, "");
    }
}
