//! One JSON Web Key, and sets of them.

use jwt_why::finding::{Finding, Severity, Value};

use super::{EC, EC_JWK, causes, check_findings, no_key, read, same_key};

#[test]
fn a_jwk_is_repaired_where_one_reading_makes_sense() {
    let with = |from: &str, to: &str| EC_JWK.replace(from, to);
    same_key(EC, &with(r#""kty":"EC","#, ""), "jwk", &["jwk-kty-missing"]);
    same_key(EC, &with(r#""EC""#, r#""ec""#), "jwk", &["jwk-kty-unknown"]);
    same_key(EC, &with("4OkN-KBH", "4OkN+KBH"), "jwk", &["jwk-value-malformed"]);
    same_key(EC, &with("rD4Ro", "rD4Ro="), "jwk", &["jwk-value-malformed"]);
    same_key(EC, &with("P-256", "P-384"), "jwk", &["jwk-curve-wrong"]);
    same_key(EC, &with("P-256", "prime256v1"), "jwk", &["jwk-curve-wrong"]);
    same_key(
        EC,
        &with(r#""kty""#, r#""d":"H5ESfhkRnDUlOgt2UZEkqbzVV1pcRt-Vh6W9pwUKB4Q","kty""#),
        "jwk",
        &["jwk-is-private"],
    );
    same_key(EC, &with(r#""kty""#, r#""kid":7,"kty""#), "jwk", &["jwk-value-malformed"]);
    same_key(EC, &format!("[{EC_JWK}]"), "jwk", &["jwks-not-a-set"]);
    same_key(EC, &format!("{{\"keys\":{EC_JWK}}}"), "jwk", &["jwks-not-a-set"]);
    same_key(EC, &format!("{{\"keys\":{{\"k1\":{EC_JWK}}}}}"), "jwk", &["jwks-not-a-set"]);
    same_key(EC, &format!("{{\"jwk\":{EC_JWK}}}"), "jwk", &["jwks-not-a-set"]);
    same_key(EC, &format!("'{EC_JWK}'"), "jwk", &["pem-quoted"]);
    same_key(EC, &EC_JWK.replace('"', "\\\""), "jwk", &["pem-quoted"]);
    same_key(EC, &format!("{{\"data\":{{\"keys\":[{EC_JWK}]}}}}"), "jwk", &["jwks-not-a-set"]);
    same_key(EC, &serde_json::to_string(EC_JWK).unwrap(), "jwk", &["pem-quoted"]);
    same_key(
        r#"{"kty":"RSA","n":"vEcnvi9PMasx9T_9AiOQ-aGt2QM56ozj1v5MatN2BeJ_TgaQkQi-AoZRud9QZHqL1cEX0Y3n4h19BmsGWhu-d7o1MH4-KPcGVZ0zSNmzxxGXeUGR0lEYGwsyXtchjsStwnHIkj7GPO707E5AItg0vQ","e":"AQAB"}"#,
        r#"{"kty":"RSA","n":"AL xHJ74vTzGrMfU__QIjkPmhrdkDOeqM49b-TGrTdgXif04GkJEIvgKGUbnfUGR6i9XBF9GN5-IdfQZrBlobvne6NTB-Pij3BlWdM0jZs8cRl3lBkdJRGBsLMl7XIY7ErcJxyJI-xjzu9OxOQCLYNL0","e":65537}"#,
        "jwk",
        &["jwk-value-malformed", "jwk-value-malformed", "jwk-value-malformed", "rsa-key-too-small"],
    );
}

#[test]
fn a_curve_of_edwards_is_of_kty_okp_whatever_kty_says() {
    let okp = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    same_key(okp, &okp.replace("OKP", "EC"), "jwk", &["jwk-kty-unknown"]);
}

#[test]
fn a_jwk_that_holds_no_key_says_why() {
    for (jwk, expected) in [
        (r#"{"kty":"EC","crv":"P-256","x":"AAAA"}"#, "jwk-member-missing"),
        (r#"{"kty":"RSA","n":"AQAB"}"#, "jwk-member-missing"),
        (r#"{"kty":"oct"}"#, "jwk-member-missing"),
        (r#"{"kty":"XYZ","n":"AQAB","e":"AQAB"}"#, "jwk-kty-unknown"),
        (r#"{"kty":7}"#, "jwk-kty-unknown"),
        (r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, "jwk-value-malformed"),
        (r#"{"kty":"EC","crv":"P-256","x":"4OkN","y":"4OkN"}"#, "jwk-curve-wrong"),
        (r#"{"kty":"EC","crv":"P-192","x":"4OkN","y":"4OkN"}"#, "jwk-curve-wrong"),
        (r#"{"kty":"OKP","crv":"Ed25519","x":"4OkN"}"#, "jwk-curve-wrong"),
        (r#"{"kty":"OKP","crv":"Ed25519","x":7}"#, "jwk-value-malformed"),
        (r#"{"keys":[]}"#, "jwks-empty"),
        (r#"{"keys":{}}"#, "jwks-not-a-set"),
        ("[]", "jwks-not-a-set"),
        (r#"{"error":"not found"}"#, "jwks-not-a-set"),
        (r#"{"issuer":"https://issuer.example","jwks_uri":"https://issuer.example/jwks"}"#, "jwks-not-a-set"),
        (r#"{"kty":"RSA","n":"abc""#, "jwks-not-json"),
        (r#"{"kid": "1", }"#, "key-not-recognised"),
    ] {
        no_key(jwk, &[expected]);
    }
    let ring = read(r#"{"jwks_uri":"https://issuer.example/jwks"}"#);
    assert!(
        ring.findings[0].facts.get("jwks_uri").unwrap().value == Value::from("https://issuer.example/jwks")
    );
}

#[test]
fn a_finding_about_one_key_of_a_set_says_which() {
    let curve = |kid: &str| {
        format!(
            r#"{{"kty":"EC",{kid}"crv":"P-256K","x":"IFdnmjJbyykI2Cu9BMcWsP-Yaq8YyQCcIWdgMI2luAY","y":"vubbf-D642wBMyCZ922twlDbm9WIceerATJGrtPLij8"}}"#
        )
    };
    let broken = r#"{"kty":"RSA","n":"AQAB"}"#;
    let ring = read(&format!(r#"{{"keys":[{},{},{broken}]}}"#, curve(r#""kid":"a","#), curve("")));
    let says = |finding: &Finding, name, value: Value| {
        finding.facts.get(name).is_some_and(|fact| fact.value == value)
    };
    assert!(says(&ring.keys[0].findings[0], "kid", "a".into()));
    assert!(says(&ring.keys[1].findings[0], "jwk_number", 2_usize.into()));
    assert!(says(&ring.findings[0], "jwk_number", 3_usize.into()));
    let alone = read(&format!(r#"{{"keys":[{}]}}"#, curve("")));
    assert!(alone.keys[0].findings[0].facts.get("jwk_number").is_none());
}

#[test]
fn a_set_keeps_its_keys_and_names_its_faults() {
    let set = format!(
        r#"{{"keys":[{},{},{{"kty":"XYZ"}}]}}"#,
        EC_JWK.replace('}', r#","kid":"1"}"#),
        EC_JWK.replace('}', r#","kid":"1","use":"enc","key_ops":["encrypt"],"alg":"ES256"}"#)
    );
    let ring = read(&set);
    check_findings(&set, &ring);
    assert!(ring.is_set);
    assert_eq!(causes(&ring), ["jwk-kty-unknown", "jwks-duplicate-kid"]);
    let kinds = format!(
        r#"{{"keys":[{},{{"kty":"oct","k":"YQ","kid":"1"}}]}}"#,
        EC_JWK.replace('}', r#","kid":"1"}"#)
    );
    let shared = read(&kinds).findings;
    let shared = shared.iter().find(|finding| finding.cause.id() == "jwks-duplicate-kid");
    assert_eq!(shared.map(|finding| finding.severity), Some(Severity::Note), "their kty differ");
    let [first, second] = ring.keys.as_slice() else { panic!() };
    assert_eq!((first.kid.as_deref(), second.index), (Some("1"), 1));
    assert_eq!((second.usage.as_deref(), second.alg.as_deref()), (Some("enc"), Some("ES256")));
    assert_eq!(second.key_ops.as_deref(), Some(&["encrypt".to_owned()][..]));
    assert!(set[second.span.range()].starts_with('{') && set[second.span.range()].contains("enc"));
}

#[test]
fn a_secret_among_public_keys_is_named() {
    let secret = r#"{"kty":"oct","k":"c2VjcmV0","kid":"s"}"#;
    assert_eq!(causes(&read(&format!(r#"{{"keys":[{EC_JWK},{secret}]}}"#))), ["jwks-holds-secret"]);
    assert_eq!(causes(&read(&format!(r#"{{"keys":[{secret}]}}"#))), [""; 0]);
}

#[test]
fn a_map_of_certificates_is_a_set_by_kid() {
    let certificate = key_file!("ec-certificate.pem");
    let ring = read(&serde_json::json!({ "k1": certificate, "k2": certificate }).to_string());
    let kids: Vec<_> = ring.keys.iter().map(|key| key.kid.as_deref()).collect();
    assert_eq!(kids, [Some("k1"), Some("k2")]);
    assert!(ring.is_set);
}

#[test]
fn a_key_that_stands_only_in_x5c_is_taken_from_there() {
    let body: String =
        key_file!("ec-certificate.pem").lines().filter(|line| !line.starts_with('-')).collect();
    let jwk = serde_json::json!({ "kty": "EC", "kid": "1", "x5c": [body] }).to_string();
    same_key(EC, &jwk, "jwk", &["jwks-x5c-only"]);
    assert!(read(&jwk).keys[0].certificate.is_some());
}
