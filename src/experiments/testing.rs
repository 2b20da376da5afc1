//! Cases as data: tokens are made here, with a secret, and changed by an experiment.

use std::rc::Rc;

use super::Proposal;
use crate::{
    case::Case,
    evaluation::{Attempt, signature_stage},
    jose::{self, Token, base64url},
    keys,
    policy::Policy,
    verify::{self, Verifications},
};

/// The time of every test's verdict.
const NOW: i64 = 1_750_000_000;
const PAYLOAD: &str = r#"{"sub":"ada"}"#;

/// A token whose signature over `input` is made with `secret`, whatever the header says.
fn signed(header: &str, payload: &str, input: Option<&[u8]>, used: &str, secret: &[u8]) -> String {
    let content =
        format!("{}.{}", base64url::encode(header.as_bytes()), base64url::encode(payload.as_bytes()));
    let algorithm = verify::by_name(used).unwrap_or(&verify::all()[0]);
    let signature =
        verify::hmac(algorithm, secret, input.unwrap_or(content.as_bytes())).unwrap_or_else(|| vec![7; 64]);
    format!("{content}.{}", base64url::encode(&signature))
}

fn header(alg: &str) -> String {
    if alg.starts_with('{') { alg.to_owned() } else { format!(r#"{{"alg":"{alg}"}}"#) }
}

/// A token that names one algorithm and is signed with another.
pub fn token(named: &str, used: &str, secret: &[u8]) -> String {
    signed(&header(named), PAYLOAD, None, used, secret)
}

/// The case of this token and these keys, without policy.
pub fn case_of_token(token: &str, keys: &str) -> Case {
    let Token::Jws(jws) = jose::parse(token) else { panic!("{token} is a JWS") };
    Case::new(Rc::from(jws), 0, Rc::new(keys::read(&[keys.to_owned()])), Rc::default(), NOW, None)
}

/// A token with this "alg" or header, signed with `secret`, and these keys.
pub fn case_of(alg: &str, secret: &[u8], keys: &str) -> Case {
    let used = if alg.contains("HS512") { "HS512" } else { "HS256" };
    case_of_token(&token(alg, used, secret), keys)
}

/// A token that names one algorithm and is signed with another, and these keys.
pub fn case_signed_as(named: &str, used: &str, secret: &[u8], keys: &str) -> Case {
    case_of_token(&token(named, used, secret), keys)
}

/// A token with the signature of something else, and its key.
pub fn case_signed_over(header: &str, payload: &str, input: &[u8]) -> Case {
    case_of_token(&signed(header, payload, Some(input), "HS256", b"one"), "one")
}

/// A token that is signed with `signed`, and the octets `given` as its key.
pub fn hs256(given: &[u8], signed: &[u8]) -> Case {
    let mut case = case_of("HS256", signed, "any");
    let ring = Rc::make_mut(&mut case.keys);
    ring.keys = vec![ring.keys[0].with_secret(given.to_vec())];
    case
}

/// The case of a token with these claims, judged by this policy.
pub fn case_with(claims: &str, policy: &str) -> Case {
    let token = signed(r#"{"alg":"HS256"}"#, claims, None, "HS256", b"one");
    with_policy(&case_of_token(&token, "one"), policy)
}

/// The same case with a policy in the command line's JSON.
pub fn with_policy(case: &Case, policy: &str) -> Case {
    let policy: Policy = serde_json::from_str(policy).expect("a policy");
    Case { policy: Rc::new(policy), ..case.clone() }
}

/// The same case with other octets as its signature.
pub fn with_signature(case: &Case, signature: &[u8]) -> Case {
    Case { signature: signature.into(), ..case.clone() }
}

/// Whether one of the proposals makes the signature verify.
pub fn verifies_after(case: &Case, propose: fn(&Case) -> Vec<Proposal>) -> bool {
    let mut memo = Verifications::default();
    let mut verifies =
        |case: &Case| matches!(signature_stage(case, &mut memo).attempt, Attempt::Verified(..));
    propose(case).iter().any(|proposal| verifies(&case.edited(&proposal.edits)))
}

/// Asserts that an experiment finds the secret that a token was signed with, and that it is needed for that.
#[track_caller]
pub fn check_secret(propose: fn(&Case) -> Vec<Proposal>, given: &[u8], signed: &[u8]) {
    let case = hs256(given, signed);
    assert!(
        !verifies_after(&case, |_| vec![Proposal { edits: Vec::new(), ..unchanged() }]),
        "nothing to find"
    );
    assert!(verifies_after(&case, propose), "{given:?} does not lead to {signed:?}");
}

fn unchanged() -> Proposal {
    Proposal::new(crate::case::Edit::Now(NOW), crate::finding::Facts::new())
}

/// The claims as the proposals leave them.
pub fn claims_after(case: &Case, propose: fn(&Case) -> Vec<Proposal>) -> Vec<String> {
    let edited = propose(case).into_iter().map(|proposal| case.edited(&proposal.edits));
    edited.filter_map(|case| case.claims.map(|claims| claims.source.clone())).collect()
}
