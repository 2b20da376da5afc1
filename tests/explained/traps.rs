//! A key that is simply wrong, however much about it looks like a mistake that could be mended: nothing may be called
//! proved, neither by acceptance nor by evidence.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jwt_why::{cause::Cause, diagnosis::report::Verdict, keys, policy::Policy, sign};
use serde_json::{Value, json};

use crate::{CLAIMS, HEADER, diagnose, hex, signed, signed_with};

const SECRET: &[u8] = b"the-issuers-own-secret-of-many-characters";
const OTHER: &str = "another-secret-that-nobody-ever-signed-with!";
const OTHER_RSA: &str = include_str!("../data/keys/own-rsa-1.pem");
const OTHER_EC: &str = include_str!("../data/keys/own-es256-1.pem");

/// The private key of the issuer for an algorithm.
fn issuers(alg: &str) -> &'static str {
    match &alg[..2] {
        "RS" | "PS" => include_str!("../data/keys/own-rsa-0.pem"),
        "Ed" => include_str!("../data/keys/own-ed25519-0.pem"),
        _ => include_str!("../data/keys/own-es256-0.pem"),
    }
}

fn jwk(pem: &str, kid: &str) -> Value {
    let ring = keys::read(&[pem.to_owned()]);
    let text = ring.keys.first().and_then(sign::public_jwk).unwrap_or_default();
    let mut jwk: Value = serde_json::from_str(&text).unwrap_or_default();
    jwk["kid"] = json!(kid);
    jwk
}

/// Asserts that nothing explains the signature, and that what is left is said to be possible.
#[track_caller]
fn check(token: String, keys: &str, policy: Policy) {
    let report = diagnose(token, keys, policy);
    assert_eq!(report.verdict, Verdict::Rejected, "{keys}");
    assert!(report.proved.is_empty(), "{keys}: {:?}", report.proved);
    assert!(report.findings.iter().all(|finding| !finding.cause.needs_proof()), "{keys}");
    assert!(report.possible.contains(&Cause::WrongKey), "{keys}: {:?}", report.possible);
    assert!(!report.ruled_out.is_empty(), "{keys}");
}

#[test]
fn another_secret_that_looks_as_if_it_were_encoded() {
    let token = || signed_with(SECRET, HEADER, CLAIMS);
    for keys in [
        OTHER.to_owned(),
        STANDARD.encode(OTHER),
        URL_SAFE_NO_PAD.encode(OTHER),
        STANDARD.encode(STANDARD.encode(OTHER)),
        hex(OTHER.as_bytes()),
        format!("base64:{}", STANDARD.encode(OTHER)),
        format!("0x{}", hex(OTHER.as_bytes())),
        format!("\"{OTHER}\""),
        format!("'{OTHER}'\n"),
        format!("{OTHER}\r\n"),
        format!(" {OTHER}"),
        format!("\u{feff}{OTHER}"),
        format!("JWT_SECRET=\"{OTHER}\""),
        OTHER.replace('-', "%2D"),
        OTHER.replace('-', "$$"),
        OTHER.replace('-', r"\n"),
        format!("{OTHER}\u{e9}"),
        json!({ "kty": "oct", "k": OTHER }).to_string(),
        json!({ "kty": "oct", "k": URL_SAFE_NO_PAD.encode(OTHER) }).to_string(),
        json!({ "keys": [{ "kty": "oct", "kid": "a", "k": URL_SAFE_NO_PAD.encode(OTHER) }] }).to_string(),
        include_str!("../data/keys/rsa-spki.pem").to_owned(),
    ] {
        if keys.starts_with("-----") {
            // No key serves the algorithm, so none was tried; the public key as a secret is an attack that fails.
            assert!(diagnose(token(), &keys, Policy::default()).proved.is_empty());
            continue;
        }
        check(token(), &keys, Policy::default());
    }
}

#[test]
fn the_right_secret_but_for_something_no_program_does() {
    let own = String::from_utf8_lossy(SECRET).into_owned();
    let token = || signed_with(SECRET, HEADER, CLAIMS);
    for keys in [
        own[1..].to_owned(),
        own[..own.len() - 1].to_owned(),
        own.to_uppercase(),
        own.chars().rev().collect(),
        format!("{own}{own}"),
        own.replace("own", "0wn"),
        STANDARD.encode(&own[1..]),
        own.replacen('-', "_", 1),
    ] {
        check(token(), &keys, Policy::default());
    }
}

#[test]
fn another_key_whatever_its_form() {
    for (alg, other) in [("RS256", OTHER_RSA), ("PS384", OTHER_RSA), ("ES256", OTHER_EC)] {
        let token = || signed(alg, issuers(alg), &format!(r#"{{"alg":"{alg}","kid":"a"}}"#), CLAIMS);
        let (one, two) = (jwk(other, "a"), jwk(other, "b"));
        for keys in [
            other.to_owned(),
            other.replace('\n', "\\n"),
            format!("\"{other}\""),
            one.to_string(),
            json!([one]).to_string(),
            json!({ "keys": [one] }).to_string(),
            json!({ "keys": [one, two] }).to_string(),
            json!({ "keys": [two] }).to_string(),
        ] {
            check(token(), &keys, Policy::default());
        }
        let policy = || Policy { algorithms: Some(vec![alg.to_owned()]), ..Policy::default() };
        check(token(), other, Policy { audience: vec!["web".to_owned()], ..policy() });
        check(token(), other, Policy { issuer: vec!["https://issuer.example/".to_owned()], ..policy() });
    }
}

/// The token with another signature.
fn resigned(token: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> String {
    let (input, signature) = token.rsplit_once('.').unwrap_or_default();
    let octets = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(change(octets)))
}

#[test]
fn a_signature_of_something_else() {
    let changed = CLAIMS.replace("user-1", "admin");
    for (alg, key) in [("ES256", issuers("ES256")), ("EdDSA", issuers("EdDSA"))] {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        let (honest, forged) = (signed(alg, key, &header, CLAIMS), signed(alg, key, &header, &changed));
        let signature = honest.rsplit('.').next().unwrap_or_default();
        let (input, _) = forged.rsplit_once('.').unwrap_or_default();
        check(format!("{input}.{signature}"), key, Policy::default());
        check(
            resigned(&honest, |mut octets| {
                octets[20] ^= 1;
                octets
            }),
            key,
            Policy::default(),
        );
    }
    let (honest, forged) = (signed_with(SECRET, HEADER, CLAIMS), signed_with(SECRET, HEADER, &changed));
    let signature = honest.rsplit('.').next().unwrap_or_default();
    let (input, _) = forged.rsplit_once('.').unwrap_or_default();
    check(format!("{input}.{signature}"), &String::from_utf8_lossy(SECRET), Policy::default());
    // Fifteen characters that are right would be evidence; these are fewer.
    let few = format!("{}AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &signature[..11]);
    let (input, _) = honest.rsplit_once('.').unwrap_or_default();
    check(format!("{input}.{few}"), &String::from_utf8_lossy(SECRET), Policy::default());
}

#[test]
fn a_token_of_another_kind_is_not_to_be_expected() {
    for (header, claims) in [
        (r#"{"alg":"RS256","typ":"JWT"}"#, r#"{"aud":"client","nonce":"n"}"#),
        (r#"{"alg":"RS256","typ":"logout+jwt"}"#, r#"{"aud":"api"}"#),
    ] {
        let policy = Policy { audience: vec!["api".into()], typ: Some("at+jwt".into()), ..Policy::default() };
        let report = diagnose(signed("RS256", issuers("RS256"), header, claims), issuers("RS256"), policy);
        assert_eq!((report.verdict, report.proved.len()), (Verdict::Rejected, 0), "{:?}", report.proved);
    }
}
