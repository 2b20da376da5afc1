//! The public key as an HMAC secret, in all the forms in which libraries have it; and another key than the chosen one.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jwt_why::{cause::Class, policy::Policy, sign};
use serde_json::{Value, json};

use crate::{CLAIMS, HEADER, diagnose, proved, signed, signed_with};

const SPKI: &str = include_str!("../data/keys/rsa-spki.pem");
const PKCS1: &str = include_str!("../data/keys/rsa-pkcs1.pem");
const EC: &str = include_str!("../data/keys/ec-spki.pem");
const OWN: [&str; 2] =
    [include_str!("../data/keys/own-rsa-0.pem"), include_str!("../data/keys/own-rsa-1.pem")];

fn body(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}

fn der(pem: &str) -> Vec<u8> {
    STANDARD.decode(body(pem)).unwrap_or_default()
}

/// The public half of a key, as its JWK.
fn jwk(key: &str) -> Value {
    let ring = jwt_why::keys::read(&[key.to_owned()]);
    let text = ring.keys.first().and_then(sign::public_jwk).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// A PEM with and without its last line end, with the line ends of Windows, escaped and bare, and its DER.
fn forms(pem: &str) -> Vec<Vec<u8>> {
    let trimmed = pem.trim_end().to_owned();
    let lines = pem.lines().filter(|line| !line.starts_with('-')).collect::<Vec<_>>().join("\n");
    let texts = [
        pem.to_owned(),
        trimmed.clone(),
        pem.replace('\n', "\r\n"),
        trimmed.replace('\n', "\r\n"),
        pem.replace('\n', "\\n"),
        trimmed.replace('\n', "\\n"),
        body(pem),
        lines.clone(),
        lines + "\n",
    ];
    texts.into_iter().map(String::into_bytes).chain([der(pem)]).collect()
}

/// The text of a JWK with its members in this order.
fn ordered(key: &Value, names: &[&str], comma: &str, colon: &str) -> Vec<u8> {
    let members = names.iter().map(|name| format!("\"{name}\"{colon}{}", key[*name]));
    format!("{{{}}}", members.collect::<Vec<_>>().join(comma)).into_bytes()
}

#[track_caller]
fn check_confusion(given: &str, secrets: &[Vec<u8>]) {
    for secret in secrets {
        let token = diagnose(signed_with(secret, HEADER, CLAIMS), given, Policy::default());
        assert_eq!(proved(&token), "algorithm-confusion", "{given}\n{}", String::from_utf8_lossy(secret));
        assert_eq!(token.proved.first().map(|proof| proof.class), Some(Class::Attack));
    }
}

#[test]
fn the_public_key_is_the_secret_in_every_form() {
    let key = jwk(SPKI);
    let mut secrets = [forms(SPKI), forms(PKCS1)].concat();
    for names in [["kty", "n", "e"], ["e", "kty", "n"], ["kty", "e", "n"], ["n", "e", "kty"]] {
        secrets.push(ordered(&key, &names, ",", ":"));
    }
    check_confusion(SPKI, &secrets);
    check_confusion(PKCS1, &secrets);
    check_confusion(&key.to_string(), &secrets);
}

#[test]
fn a_key_on_a_curve_is_the_secret_in_every_form() {
    let key = jwk(EC);
    let mut secrets = forms(EC);
    for names in [["kty", "crv", "x", "y"], ["kty", "x", "y", "crv"], ["crv", "kty", "x", "y"]] {
        secrets.push(ordered(&key, &names, ",", ":"));
    }
    let octets =
        |name: &str| URL_SAFE_NO_PAD.decode(key[name].as_str().unwrap_or_default()).unwrap_or_default();
    secrets.push([vec![4], octets("x"), octets("y")].concat());
    check_confusion(EC, &secrets);
}

#[test]
fn a_jwk_is_the_secret_as_its_set_has_it() {
    let mut key = jwk(SPKI);
    key["kid"] = json!("one");
    key["use"] = json!("sig");
    let names = ["kid", "use", "kty", "n", "e"];
    for (comma, colon) in [(",", ":"), (", ", ": ")] {
        let own = String::from_utf8(ordered(&key, &names, comma, colon)).unwrap_or_default();
        let set = format!("{{\"keys\": [\n  {own}\n]}}");
        let compact = ordered(&key, &names, ",", ":");
        check_confusion(&set, &[own.into_bytes(), compact, set.clone().into_bytes()]);
    }
}

#[test]
fn another_key_of_the_set_verifies_whatever_its_kid_use_and_alg() {
    let [own, other] = OWN.map(jwk);
    let with = |key: &Value, members: Value| {
        let mut key = key.clone();
        for (name, value) in members.as_object().into_iter().flatten() {
            key[name] = value.clone();
        }
        key
    };
    let token = |kid: &str| signed("RS256", OWN[0], &format!(r#"{{"alg":"RS256","kid":"{kid}"}}"#), CLAIMS);
    for (kid, members, cause) in [
        ("b", json!({ "kid": "a" }), "jwks-other-key-verifies"),
        ("c", json!({ "kid": "a" }), "jwks-other-key-verifies"),
        ("a", json!({ "kid": "a", "use": "enc" }), "jwk-use"),
        ("a", json!({ "kid": "a", "key_ops": ["sign"] }), "jwk-key-ops"),
        ("a", json!({ "kid": "a", "alg": "RS512" }), "jwk-alg-mismatch"),
        ("b", json!({ "kid": "a", "use": "enc" }), "jwks-other-key-verifies jwk-use"),
    ] {
        let set = json!({ "keys": [with(&other, json!({ "kid": "b" })), with(&own, members.clone())] });
        let token = diagnose(token(kid), &set.to_string(), Policy::default());
        assert_eq!(proved(&token), cause, "{kid} {members}");
    }
}

#[test]
fn a_key_in_any_form_verifies_without_an_experiment() {
    let token = || signed("RS256", OWN[0], r#"{"alg":"RS256"}"#, CLAIMS);
    let key = jwk(OWN[0]);
    for given in [OWN[0].to_owned(), key.to_string(), json!([key]).to_string(), OWN[0].replace('\n', "\\n")] {
        let token = diagnose(token(), &given, Policy::default());
        assert!(token.matched_key.is_some() && token.proved.is_empty(), "{given}");
    }
}
