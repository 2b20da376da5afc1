//! The library's answers to made tokens.

use super::*;
use crate::{
    keys,
    verify::{by_name, hmac},
};

const NOW: i64 = 1_750_000_000;
const SECRET: &str = "a-string-secret-at-least-256-bits-long!";

fn token(header: &str, claims: &str) -> String {
    let input = format!("{}.{}", base64url::encode(header.as_bytes()), base64url::encode(claims.as_bytes()));
    let tag = hmac(by_name("HS256").unwrap(), SECRET.as_bytes(), input.as_bytes()).unwrap();
    format!("{input}.{}", base64url::encode(&tag))
}

struct Expectations {
    algorithms: Option<Vec<String>>,
    issuers: Vec<String>,
    audiences: Vec<String>,
}

fn opinion(token: &str, key: &str, expect: &Expectations) -> Opinion {
    let ring = keys::read(&[key.to_owned()]);
    ask(&Question {
        token,
        key: &ring.keys[0],
        algorithms: expect.algorithms.as_deref(),
        issuers: &expect.issuers,
        audiences: &expect.audiences,
        subject: None,
        required: &[],
        leeway: 10,
        now: NOW,
    })
}

const NOTHING: Expectations = Expectations { algorithms: None, issuers: Vec::new(), audiences: Vec::new() };

#[track_caller]
fn check(header: &str, claims: &str, error: Option<&str>, differences: &[&str]) {
    check_with(header, claims, &NOTHING, error, differences);
}

#[track_caller]
fn check_with(header: &str, claims: &str, expect: &Expectations, error: Option<&str>, differences: &[&str]) {
    let opinion = opinion(&token(header, claims), SECRET, expect);
    match (&opinion.answer, error) {
        (Answer::Accepted, None) => {}
        (Answer::Rejected(found), Some(error)) => assert!(found.starts_with(error), "{found}"),
        (answer, _) => panic!("{answer:?}"),
    }
    let found: Vec<_> = opinion.differences.iter().map(|difference| difference.id()).collect();
    assert_eq!(found, differences);
}

const HS256: &str = r#"{"alg":"HS256"}"#;
const FRESH: &str = r#"{"exp":1750000000}"#;

#[test]
fn a_good_token_is_accepted_without_a_look_at_the_clock() {
    check(HS256, FRESH, None, &[]);
}

#[test]
fn its_rule_for_the_dates_is_applied_to_the_time_of_the_question() {
    check(HS256, r#"{"exp":1749999990}"#, None, &[]);
    check(HS256, r#"{"exp":1749999989}"#, Some("ExpiredSignature"), &[]);
    check(HS256, r#"{"exp":1749999989.5}"#, None, &["date-rounded"]);
    check(HS256, r#"{"exp":1760000000,"nbf":1750000010}"#, None, &[]);
    check(HS256, r#"{"exp":1760000000,"nbf":1750000011}"#, Some("ImmatureSignature"), &[]);
    check(HS256, r#"{"exp":1760000000,"nbf":"1"}"#, Some("Invalid format for claim: nbf"), &[]);
    let opinion = opinion(&token(HS256, r#"{"exp":1,"aud":"a"}"#), SECRET, &NOTHING);
    assert!(opinion.by_rule && opinion.answer == Answer::Rejected("ExpiredSignature".to_owned()));
}

#[test]
fn its_known_differences_are_named() {
    check(HS256, "{}", Some("Missing required claim: exp"), &["exp-required"]);
    check(HS256, r#"{"exp":"1"}"#, Some("Missing required claim: exp"), &["wrong-type-is-missing"]);
    check(HS256, r#"{"exp":1750000000,"aud":"a"}"#, Some("InvalidAudience"), &["audience-unexpected"]);
    check(r#"{"alg":"HS256","crit":["x"],"x":1}"#, FRESH, None, &["crit-ignored"]);
    check(r#"{"alg":"HS256","typ":1}"#, FRESH, Some("JSON error"), &["header-refused-as-a-whole"]);
    check(r#"{"alg":"ES512"}"#, FRESH, Some("JSON error: unknown variant"), &["closed-algorithm-list"]);
    check(r#"{"alg":"none"}"#, FRESH, Some("JSON error: unknown variant"), &[]);
    let issuer = Expectations { issuers: vec!["i".to_owned()], ..NOTHING };
    check_with(HS256, FRESH, &issuer, None, &["absent-is-accepted"]);
    check_with(HS256, r#"{"exp":1750000000,"iss":"j"}"#, &issuer, Some("InvalidIssuer"), &[]);
    let mixed = Expectations { algorithms: Some(vec!["HS256".into(), "RS256".into()]), ..NOTHING };
    check_with(HS256, FRESH, &mixed, Some("InvalidAlgorithm"), &["mixed-families-refused"]);
    let other = Expectations { algorithms: Some(vec!["HS512".into()]), ..NOTHING };
    check_with(HS256, FRESH, &other, Some("InvalidAlgorithm"), &[]);
    let none = Expectations { algorithms: Some(Vec::new()), ..NOTHING };
    check_with(HS256, FRESH, &none, Some("InvalidAlgorithm"), &[]);
}

#[test]
fn whatever_stands_in_a_token_it_answers() {
    let good = token(HS256, FRESH);
    for token in ["", ".", "..", "...", "a.b.c", "é.é.é", &good[1..], &good[..good.len() - 1]] {
        assert!(matches!(opinion(token, SECRET, &NOTHING).answer, Answer::Rejected(_)), "{token}");
    }
}

#[test]
fn keys_without_a_place_in_its_types_are_named() {
    let ed448 = r#"{"kty":"OKP","crv":"Ed448","x":"X9dEm1m0Yf0s54fsYWrUah2hNCSFpw4fig6nXYDpZ3jt8SR2m0bHBhvWeD3x5Q9s0foavq_oJWGA"}"#;
    assert_eq!(opinion(&token(HS256, FRESH), ed448, &NOTHING).answer, Answer::KeyUnknown);
}

#[test]
fn a_key_of_another_kind_is_refused_before_anything_is_computed() {
    let ed25519 = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    let expect = Expectations { algorithms: Some(vec!["HS256".into()]), ..NOTHING };
    assert_eq!(
        opinion(&token(HS256, FRESH), ed25519, &expect).answer,
        Answer::Rejected("InvalidKeyFormat".to_owned())
    );
}
