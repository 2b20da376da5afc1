//! Keys in settings: the JSON of products, and the names that files give to it.

use super::{EC, EC_JWK, RSA, causes, no_key, read, same_key};
use serde_json::json;

#[test]
fn a_key_in_a_member_of_settings_is_taken_out() {
    for settings in [
        json!({ "type": "RS256", "key": RSA }),
        json!({ "realm": "demo", "public_key": RSA }),
        json!({ "id": "1", "algorithm": "RS256", "key": "iss", "secret": "x", "rsa_public_key": RSA }),
        json!({ "Jwt": { "Issuer": "https://a", "Key": RSA } }),
    ] {
        same_key(RSA, &settings.to_string(), "pem", &["key-in-settings"]);
    }
}

#[test]
fn a_secret_in_a_member_of_settings_is_taken_out() {
    for (member, settings) in [
        ("key", r#"{"type":"HS256","key":"hunter2"}"#),
        ("secret", r#"{"key":"csZjOTLh","secret":"hunter2","algorithm":"HS256"}"#),
        ("client_secret", r#"{"client_id":"app","client_secret":"hunter2"}"#),
        ("SecretKey", r#"{"Jwt":{"Issuer":"https://a","SecretKey":"hunter2"}}"#),
    ] {
        same_key("hunter2", settings, "text", &["key-in-settings"]);
        let ring = read(settings);
        assert!(ring.findings[0].facts.get("member").unwrap().value == member.into());
        assert!(!ring.is_public());
    }
    let beside = json!({ "type": "RS256", "key": RSA, "admin_secret": "x" });
    assert!(!read(&beside.to_string()).is_public());
}

#[test]
fn the_name_of_a_setting_and_its_marks_are_the_files() {
    let inner = json!({ "type": "ES256", "key": EC }).to_string();
    for settings in [
        format!("HASURA_GRAPHQL_JWT_SECRET: '{inner}'"),
        format!("  - HASURA_GRAPHQL_JWT_SECRET={inner}\n"),
        format!("export JWT=\"{}\"", inner.replace('\\', r"\\").replace('"', "\\\"")),
    ] {
        let ring = read(&settings);
        assert_eq!(ring.keys[0].thumbprint(), read(EC).keys[0].thumbprint(), "{settings}");
        assert!(!causes(&ring).contains(&"pem-quoted"), "{settings}");
        assert!(causes(&ring).contains(&"key-in-settings"), "{settings}");
    }
    same_key(EC, &format!("jwk: '{EC_JWK}'"), "jwk", &[]);
}

#[test]
fn what_only_looks_like_settings_gives_no_secret() {
    no_key(r#"{"key":"/etc/keys/jwt.pem"}"#, &["jwks-not-a-set"]);
    no_key(r#"{"error":"invalid_client","secret":"x"}"#, &["jwks-not-a-set"]);
    no_key(r#"{"issuer":"https://a"}"#, &["jwks-not-a-set"]);
    no_key(r#"{"secret":""}"#, &["jwks-not-a-set"]);
    same_key("secret={", "secret={", "text", &[]);
}

#[test]
fn a_set_whose_strings_were_broken_into_lines_is_read() {
    let broken = format!("{{\"keys\":[{}]}}", EC_JWK.replace("-0o5Rgvo", "-0o5\nRgvo"));
    same_key(EC, &broken, "jwk", &["jwk-value-malformed", "jwks-not-json"]);
    no_key(&broken.replace("S6Eji", "AAAA"), &["jwks-not-json"]);
}
