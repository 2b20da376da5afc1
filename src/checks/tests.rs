//! What holds for all checks together.

use super::{CLAIMS, testing::case_of};
use crate::{
    case::Case,
    finding::{Finding, Place, Severity},
    policy::Policy,
};

/// A payload and a policy in which everything is wrong that can be wrong at once.
const PAYLOAD: &str = r#"{"iss":"https://a.example/","sub":"ada","aud":["web","x"],"exp":3600,"nbf":1900000000000,
    "iat":1600000000,"jti":7,"nonce":"n","azp":"app","tid":1,"at_hash":"a"}"#;

fn everything(policy: &mut Policy) {
    policy.issuer = vec!["https://a.example".to_owned()];
    policy.audience = vec!["api".to_owned()];
    policy.subject = Some("bob".to_owned());
    policy.nonce = Some("m".to_owned());
    policy.azp = Some("other".to_owned());
    policy.typ = Some("at+jwt".to_owned());
    policy.required = vec!["scope".to_owned(), "roles".to_owned()];
    policy.claims.insert("tid".to_owned(), vec!["2".to_owned()]);
    policy.max_age = Some(60);
}

fn found(case: &Case) -> Vec<Finding> {
    CLAIMS.iter().flat_map(|check| check(case)).collect()
}

#[test]
fn a_finding_stands_at_the_claim_that_it_is_about() {
    let case = case_of(r#"{"typ":"JWT"}"#, PAYLOAD, everything);
    let findings = found(&case);
    let spans = findings.iter().filter(|finding| finding.place == Place::Payload && finding.span.is_some());
    let members = case.claims.as_ref().unwrap().root.members();
    for finding in spans.clone() {
        let holder = members.iter().find(|member| case.claim_span(&member.name) == finding.span);
        let name = holder.unwrap_or_else(|| panic!("{} stands at a claim", finding.cause.id())).name.as_str();
        let named = finding.facts.get("claim").is_none_or(|fact| fact.value == name.into());
        assert!(named, "{} at {name}", finding.cause.id());
    }
    assert!(spans.count() > 10);
}

#[test]
fn errors_are_told_apart_by_cause_span_and_claim() {
    let errors: Vec<Finding> = found(&case_of(r#"{"typ":"JWT"}"#, PAYLOAD, everything))
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect();
    assert!(errors.len() > 12, "{}", errors.len());
    for (index, error) in errors.iter().enumerate() {
        let key = |error: &Finding| (error.cause, error.span, error.facts.get("claim").cloned());
        assert!(errors[..index].iter().all(|other| key(other) != key(error)), "{}", error.cause.id());
    }
}

#[test]
fn a_payload_without_claims_has_no_claims_to_be_wrong() {
    for payload in ["[]", "\"\"", "nothing", ""] {
        let case = case_of(r#"{"typ":"at+jwt"}"#, payload, everything);
        assert_eq!(found(&case), [], "{payload}");
    }
}
