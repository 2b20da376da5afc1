//! `jwks-kid-not-found`, `jwks-key-unusable`, `kid-missing`: how the token names its key (RFC 7515 section 4.1.4).

use super::{SignatureScene, about_key};
use crate::{
    case::{Case, KeyChoice},
    cause::{Cause, Group},
    evaluation::{Attempt, selection::KidMatch},
    finding::{Facts, Finding, Place, Severity},
};

/// Whether "kid" leads to a key that serves.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let finding = match scene.selection.kid {
        KidMatch::NotInSet => unread(scene, Severity::Error).or_else(|| not_found(scene, Severity::Error)),
        KidMatch::Overridden => {
            unread(scene, Severity::Warning).or_else(|| not_found(scene, Severity::Warning))
        }
        KidMatch::NotAsked => missing(scene),
        KidMatch::Found => unfit(scene),
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

/// The key that "kid" names is there and could not be read.
fn unread(scene: &SignatureScene<'_>, severity: Severity) -> Option<Finding> {
    let kid = scene.case.kid()?;
    let names = |finding: &&Finding| finding.facts.get("kid").is_some_and(|fact| fact.value == kid.into());
    let of_jwk = |finding: &&Finding| finding.cause.group() == Group::Jwk;
    let reason = scene.case.keys.findings.iter().filter(of_jwk).rfind(names)?;
    let facts = reason
        .facts
        .get("key_text")
        .map_or_else(Facts::new, |fact| Facts::new().public("key_text", fact.value.clone()));
    let facts = facts.public("kid", kid).public("reason", reason.cause.id());
    Some(Finding::new(Cause::JwksKeyUnusable, severity, Place::Keys).maybe_at(reason.span).with(facts))
}

/// The key that "kid" names in a set is of another kind than the algorithm needs, and no other was tried.
fn unfit(scene: &SignatureScene<'_>) -> Option<Finding> {
    let case = scene.case;
    let kid = case.kid().filter(|_| case.keys.is_set && scene.selection.tried.is_empty())?;
    let named =
        scene.selection.unfit.iter().filter_map(|(index, why)| Some((case.keys.keys.get(*index)?, why)));
    let (key, why) = named.into_iter().find(|(key, _)| key.kid.as_deref() == Some(kid))?;
    let facts = Facts::new().public("kid", kid).public("reason", why.cause().id());
    let facts = algorithm_fact(case, facts);
    Some(about_key(key, Cause::JwksKeyUnusable, Severity::Error, facts))
}

fn algorithm_fact(case: &Case, facts: Facts) -> Facts {
    match case.alg() {
        Some(alg) => facts.public("alg", alg),
        None => facts,
    }
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
    const BROKEN: &str = r#"{"keys":[{"kty":"oct","k":"YQ","kid":"a"},{"kty":"oct","k":"Yg","kid":"b"},{"kty":"XYZ","kid":"c"}]}"#;
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
    fn the_key_that_kid_names_must_serve() {
        let with = |alg: &str, kid: &str| format!(r#"{{"alg":"{alg}","kid":"{kid}"}}"#);
        check_signature(check, &with("RS256", "a"), &[TWO], |_| {}, "error jwks-key-unusable");
        check_signature(check, &with("RS256", "a"), &[SINGLE], |_| {}, "");
        check_signature(check, &with("HS256", "c"), &[BROKEN], |_| {}, "error jwks-key-unusable");
        check_signature(check, &with("HS256", "d"), &[BROKEN], |_| {}, "error jwks-kid-not-found");
        let one_of_two = &TWO.replace(r#""oct","k":"Yg","kid":"b""#, r#""XYZ","kid":"b""#);
        check_signature(check, &with("HS256", "b"), &[one_of_two], |_| {}, "error jwks-key-unusable");
        check_signature(check, &with("HS256", "d"), &[one_of_two], |_| {}, "error jwks-kid-not-found");
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
