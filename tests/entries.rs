//! Which entries stand beside a token, and which of them comes first.

#![expect(clippy::expect_used, reason = "a test ends with the message of what was expected")]

use std::rc::Rc;

use jwt_why::{
    cause::Cause,
    diagnosis::{
        Diagnosis, Input,
        report::{Report, Standing, TokenReport, Verdict},
    },
    jose::base64url,
    kb::{self, Knowledge},
    next::{self, Evidence},
};
use serde_json::{Value, json};

const NOW: i64 = 1_750_000_000;

/// The public key of RFC 7515 appendix A.3.
const EC: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;

fn diagnose(text: &str, keys: &[&str], input: Input) -> Report {
    let knowledge = Knowledge::from_index(kb::INDEX).expect("the build made it");
    let keys = keys.iter().map(ToString::to_string).collect();
    let input =
        Input { text: text.to_owned(), keys, now: if input.now == 0 { NOW } else { input.now }, ..input };
    Diagnosis::start(input, Some(Rc::new(knowledge))).finish()
}

/// The ids of the entries that stand beside the first token.
fn ids(report: &Report) -> Vec<&str> {
    token(report).entries.iter().map(|entry| entry.id.as_str()).collect()
}

/// The ids of those that are more than possible.
fn sure(report: &Report) -> Vec<&str> {
    let entries = token(report).entries.iter();
    entries.filter(|entry| entry.standing != Standing::Possible).map(|entry| entry.id.as_str()).collect()
}

fn token(report: &Report) -> &TokenReport {
    report.tokens.first().expect("a token was read")
}

/// A prepared fault: its text and its key.
fn prepared(id: &str) -> [String; 2] {
    let mut rows = include_str!("data/cases.jsonl").lines().map(|line| {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        row
    });
    let row = rows.find(|row| row["id"] == id).expect("the row is there");
    ["text", "keys"].map(|member| row[member].as_str().expect("a text").to_owned())
}

/// A token that nobody has signed.
fn made(header: &Value, claims: &Value) -> String {
    let segment = |part: &Value| base64url::encode(part.to_string().as_bytes());
    let signature = if header["alg"] == "HS256" { 32 } else { 256 };
    format!("{}.{}.{}", segment(header), segment(claims), base64url::encode(&vec![7; signature]))
}

#[test]
fn a_message_beside_an_accepted_token_keeps_its_entry_and_says_who_may_differ() {
    let [text, key] = prepared("hs/ok_hs256");
    let report = diagnose(
        &format!("{{\"message\":\"JWSError JWSInvalidSignature\"}}\n{text}"),
        &[&key],
        Input::default(),
    );
    assert_eq!(token(&report).verdict, Verdict::Accepted);
    assert_eq!(ids(&report), ["platforms/supabase-postgrest"]);
    assert_eq!(token(&report).entries[0].standing, Standing::Possible);
    let steps = next::steps(token(&report), &report.messages);
    assert_eq!(steps.iter().map(|step| step.evidence).collect::<Vec<_>>(), [Evidence::OtherVerifier]);
    let alone = diagnose(&text, &[&key], Input::default());
    assert!(ids(&alone).is_empty());
    assert!(next::steps(token(&alone), &alone.messages).is_empty());
}

#[test]
fn what_a_message_names_comes_before_the_warnings_about_an_accepted_token() {
    let signed = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidG9kb191c2VyIn0.IF9PKgLZ_XA70Uz5vm0OxrqYTCQdXxBA0Oz4uK8lBqM";
    let report = diagnose(&format!("JWSError JWSInvalidSignature\n{signed}"), &["secret"], Input::default());
    assert_eq!(token(&report).verdict, Verdict::Accepted);
    let ids = ids(&report);
    assert_eq!(ids[0], "platforms/supabase-postgrest");
    assert!(ids.contains(&"keys/secret-too-short"), "{ids:?}");
}

#[test]
fn a_token_alone_is_shown_the_entries_of_its_product() {
    let of = |issuer: &str, audience: &str| {
        let claims = json!({ "iss": issuer, "aud": audience, "exp": NOW + 60 });
        made(&json!({ "alg": "RS256", "kid": "k" }), &claims)
    };
    for (text, entry) in [
        (of("https://dev-1.oktapreview.com", "a"), "platforms/okta-org-server"),
        (of("https://sts.windows.net/t/", "https://graph.microsoft.com"), "platforms/entra-graph-token"),
        (of("ACCOUNT.USER.SHA256:abc=", "a"), "platforms/snowflake-jwt-invalid"),
    ] {
        let report = diagnose(&text, &[], Input::default());
        assert_eq!(ids(&report), [entry]);
        assert_eq!(token(&report).entries[0].standing, Standing::Possible);
    }
    let header = json!({ "alg": "dir", "enc": "A256GCM", "iss": "https://dev-x.eu.auth0.com/" });
    let encrypted = format!(
        "{}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA",
        base64url::encode(header.to_string().as_bytes())
    );
    assert_eq!(
        sure(&diagnose(&encrypted, &[], Input::default())),
        ["platforms/auth0-token-without-audience", "jwe/given-to-jws-library"]
    );
    assert!(ids(&diagnose(&of("https://issuer.example", "a"), &[], Input::default())).is_empty());
}

#[test]
fn an_entry_about_a_key_comes_first_where_that_very_key_is_given() {
    let text = made(&json!({ "alg": "RS256", "kid": "k" }), &json!({ "exp": NOW + 60 }));
    let modulus = base64url::encode(b"Error-IstiodFailedToFetchJwksUri-https://issuer.example/jwks");
    let set = json!({ "keys": [{ "e": "AQAB", "kid": "abc", "kty": "RSA", "n": modulus }] });
    for key in [set.to_string(), serde_json::to_string_pretty(&set).expect("it is JSON")] {
        for text in [text.clone(), format!("Jwks doesn't have key to match kid or alg from Jwt\n{text}")] {
            let report = diagnose(&text, &[&key], Input::default());
            let first = &token(&report).entries[0];
            assert_eq!(
                (first.id.as_str(), first.standing),
                ("platforms/istio-placeholder-key", Standing::Found)
            );
        }
    }
    // Nothing is told of what stands in a key that is not public.
    let secret = json!({ "kty": "RSA", "n": modulus, "e": "AQAB", "d": "AQAB" }).to_string();
    assert!(
        !ids(&diagnose(&text, &[&secret], Input::default())).contains(&"platforms/istio-placeholder-key")
    );
}

#[test]
fn marks_are_sought_around_messages_and_in_the_names_of_their_libraries() {
    let text = made(&json!({ "alg": "RS256", "kid": "k" }), &json!({ "exp": NOW + 60 }));
    let set = json!({ "keys": [{ "e": "AQAB", "kid": "k", "kty": "RSA", "n": "AQAB" }] }).to_string();
    let shows = |text: &str, entry: &str| {
        let report = diagnose(text, &[&set], Input::default());
        ids(&report).contains(&entry)
    };
    let own = "platforms/envoy-key-set-refused";
    assert!(!shows(&text, own));
    assert!(shows(&format!("Jwt verification fails\n{text}"), own));
    let dotnet = "platforms/dotnet-mixed-packages";
    assert!(shows(
        &format!(
            "IDX10500: Signature validation failed. No security keys were provided to validate the signature.\n{text}"
        ),
        dotnet
    ));
    assert!(!shows(&format!("Jwt verification fails\n{text}"), dotnet));
}

#[test]
fn where_the_signature_verifies_no_entry_about_signatures_leads() {
    let [text, key] = prepared("hs/expired");
    let log = format!("Failed to authenticate since the JWT was invalid\n{text}");
    let report = diagnose(&log, &[&key], Input { now: 1_700_003_640, ..Input::default() });
    assert_eq!(token(&report).proved[0].changes[0].cause.id(), "clock-skew");
    let ids = ids(&report);
    assert_eq!(ids[0], "time/clock-skew");
    assert!(ids.contains(&"signature/jwt-signature-validation-failed"), "{ids:?}");
}

#[test]
fn what_a_message_names_leads_among_what_is_as_sure_whatever_the_token_shows() {
    let [text, key] = prepared("hs/ok_hs256");
    let mut input = Input::default();
    input.policy.algorithms = Some(vec!["RS256".to_owned()]);
    let log = format!("Signed JWT rejected: Another algorithm expected, or no matching key(s) found\n{text}");
    let report = diagnose(&log, &[&key], input);
    let first = &token(&report).entries[0];
    assert_eq!((first.id.as_str(), first.standing), ("platforms/spring-another-algorithm", Standing::Proved));
}

#[test]
fn of_several_findings_the_entry_that_explains_most_comes_first_and_none_is_crowded_out() {
    let claims = json!({ "iss": "https://a.example/realms/b", "typ": "Refresh", "exp": NOW + 60 });
    let text = made(&json!({ "alg": "HS256", "kid": "unknown" }), &claims);
    let [_, set] = prepared("hs/ok_jwks");
    let report = diagnose(&text, &[&set], Input::default());
    assert_eq!(ids(&report)[0], "claims/refresh-token-sent");
}

#[test]
fn an_encrypted_token_has_the_entry_about_verifiers_that_read_signatures_only() {
    let header = base64url::encode(br#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#);
    let part = |length: usize| base64url::encode(&vec![7; length]);
    let token = [header, part(256), part(12), part(60), part(16)].join(".");
    let alone = diagnose(&token, &[], Input::default());
    assert_eq!(ids(&alone).first(), Some(&"jwe/given-to-jws-library"));
    let refused = diagnose(&format!("Error: jwt malformed\n{token}"), &[], Input::default());
    assert_eq!(ids(&refused).first(), Some(&"jwe/given-to-jws-library"));
    let undecrypted = diagnose(&token, &["hunter2"], Input::default());
    assert_eq!(sure(&undecrypted), ["jwe/decryption-failed", "jwe/given-to-jws-library"]);
}

#[test]
fn of_the_ways_to_one_cause_only_the_entry_about_it_is_as_sure() {
    let [text, key] = prepared("hs/expired");
    let report = diagnose(&text, &[&key], Input::default());
    assert_eq!(sure(&report), ["time/expired"]);
    assert!(ids(&report).contains(&"time/dotnet-clock-skew"));
}

#[test]
fn of_two_entries_about_the_same_the_one_that_more_libraries_know_comes_first() {
    let [text, _] = prepared("hs/ok_hs256");
    let report = diagnose(&text, &[EC], Input::default());
    assert_eq!(ids(&report).first(), Some(&"keys/wrong-kind-of-key"));
    assert!(ids(&report).contains(&"keys/golang-key-type"));
}

#[test]
fn what_rejects_comes_before_what_is_odd() {
    let [text, _] = prepared("hs/ok_hs256");
    let set = format!(r#"{{"keys":[{EC},{EC}]}}"#);
    let report = diagnose(&text, &[&set], Input::default());
    assert_eq!(token(&report).findings[0].cause.id(), "alg-key-mismatch");
    assert_eq!(ids(&report).first(), Some(&"keys/wrong-kind-of-key"));
}

#[test]
fn of_two_spellings_of_an_issuer_the_entry_about_their_difference_comes_first() {
    let first = |found: &str, expected: &str| {
        let text = made(&json!({ "alg": "RS256" }), &json!({ "iss": found, "exp": NOW + 60 }));
        let mut input = Input::default();
        input.policy.issuer = vec![expected.to_owned()];
        ids(&diagnose(&text, &[], input)).first().map(ToString::to_string)
    };
    for (expected, entry) in [
        ("https://user.auth0.com", "claims/issuer-trailing-slash"),
        ("http://user.auth0.com/", "claims/issuer-http-behind-proxy"),
        ("'https://user.auth0.com/'", "claims/stray-character"),
    ] {
        assert_eq!(first("https://user.auth0.com/", expected).as_deref(), Some(entry), "{expected}");
    }
}

#[test]
fn a_damaged_signature_has_the_entry_of_its_algorithm() {
    let [text, key] = prepared("hs/ok_hs256");
    let report = diagnose(&format!("{text}x"), &[&key], Input::default());
    assert_eq!(token(&report).proved[0].changes[0].cause.id(), "signature-damaged");
    assert_eq!(ids(&report).first(), Some(&"signature/content-changed"));
    assert!(!ids(&report).contains(&"algorithms/ecdsa-leading-zeros-lost"));
}

#[test]
fn a_secret_in_hexadecimal_digits_is_no_secret_with_a_prefix() {
    let text = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3NjM5OTk5OTh9.DKH2KFW5-Is-EFgcBe7RH4s9qg9MsZdHjmn9-f6UVCY";
    let key = "0xaf85ddb4c3210b467625b957cfaa0ba5faa9c6b3b535cc0a38ae81e0e16b8c09\n";
    let report = diagnose(text, &[key], Input { now: 1_764_000_000, ..Input::default() });
    let causes: Vec<&str> = token(&report).proved[0].changes.iter().map(|change| change.cause.id()).collect();
    assert_eq!(causes, ["secret-whitespace", "secret-hex-decoded"]);
    assert!(!ids(&report).contains(&"signature/secret-changed-by-shell"));
}

#[test]
fn what_is_found_beside_a_proof_keeps_its_entry() {
    let [text, key] = prepared("hs/expired");
    let report = diagnose(&text, &[&key], Input { now: 1_700_003_640, ..Input::default() });
    assert_eq!(sure(&report), ["time/clock-skew", "time/expired"]);
}

#[test]
fn the_texts_survive_the_encoding_in_which_the_page_fetches_them() {
    let texts = kb::render::texts(&kb::Texts::from_json(kb::TEXTS).expect("the build made it"));
    let (encoded, ..) = encoding_rs::GB18030.encode(&texts);
    assert!(encoded.len() < texts.len());
    let (decoded, _) = encoding_rs::GB18030.decode_without_bom_handling(&encoded);
    assert_eq!(decoded, texts);
}

#[test]
fn beside_a_proof_a_message_about_another_stage_is_heard_first() {
    let signed = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidG9kb191c2VyIn0.IF9PKgLZ_XA70Uz5vm0OxrqYTCQdXxBA0Oz4uK8lBqM";
    for keys in [&[][..], &["another"]] {
        let said = diagnose(&format!("missing user key in JWT token\n{signed}"), keys, Input::default());
        assert_eq!(token(&said).proved[0].changes[0].cause, Cause::SecretWellKnown);
        assert_eq!(token(&said).possible, [Cause::MissingClaim]);
        assert_eq!(ids(&said)[..2], ["claims/missing-claim", "signature/debugger-default-secret"]);
    }
    // What is about the same stage is explained by the proof.
    let same = diagnose(&format!("JWSError JWSInvalidSignature\n{signed}"), &["another"], Input::default());
    assert!(token(&same).possible.is_empty());
}

#[test]
fn how_old_a_token_may_be_stays_open_whatever_is_proved() {
    let text = "403 Forbidden: stale token\neyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE3NDk5OTk3MDB9.AhS2VDXeWduBEkydgqtGjXW5gngjC9JCcLopAwWZlE8";
    let key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    let report = diagnose(text, &[key], Input::default());
    assert_eq!(token(&report).proved[0].changes[0].cause, Cause::SecretHexDecoded);
    assert_eq!(token(&report).possible, [Cause::MaxAgeExceeded]);
    assert_eq!(ids(&report)[0], "platforms/ethereum-engine-api");
    let jwk = r#"{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}"#;
    let accepted = diagnose(text, &[jwk], Input::default());
    assert_eq!(token(&accepted).verdict, Verdict::Accepted);
    assert_eq!(token(&accepted).possible, [Cause::MaxAgeExceeded]);
    assert_eq!(ids(&accepted), ["platforms/ethereum-engine-api"]);
}

#[test]
fn whoever_refuses_a_signature_that_verifies_may_decode_the_secret() {
    let claims = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3NTAwMDAwNjB9";
    for (signature, key, possible, entry) in [
        (
            "ULrt82M-9iS-dhFv_sQuSELKZhv-nZlGPIlcg5Miujk",
            "c2VjcmV0IGJ5dGVzIHRoYXQgYXJlIGxvbmcgZW5vdWdoIQ==",
            &[Cause::SecretBase64Text][..],
            "signature/secret-is-base64",
        ),
        (
            "mEbfJOm1DORUxsnne0LhnaEa2br3BJ8DHf3KiG-oFpY",
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            &[Cause::SecretHexText, Cause::SecretBase64Text],
            "signature/secret-is-hex",
        ),
    ] {
        let signed = format!("{claims}.{signature}");
        let refused = diagnose(&format!("Signature verification failed\n{signed}"), &[key], Input::default());
        assert_eq!(token(&refused).verdict, Verdict::Accepted);
        assert_eq!(token(&refused).possible, possible);
        assert!(ids(&refused).contains(&entry), "{:?}", ids(&refused));
        let alone = diagnose(&signed, &[key], Input::default());
        assert!(token(&alone).possible.is_empty() && ids(&alone).is_empty());
    }
}

#[test]
fn a_warning_does_not_hide_what_the_product_wants() {
    let claims = json!({ "iss": "https://cognito-idp.eu-west-1.amazonaws.com/p", "token_use": "access", "exp": NOW + 60 });
    let bare = format!("Authorization: {}", made(&json!({ "alg": "RS256", "kid": "k" }), &claims));
    let report = diagnose(&bare, &[], Input::default());
    assert_eq!(ids(&report)[..2], ["transport/bearer-missing", "platforms/cognito-access-token-audience"]);
    // Whatever the warning is about.
    let claims = json!({ "iss": "https://dev-1.oktapreview.com", "exp": NOW + 60 });
    let bare = format!("Authorization: {}", made(&json!({ "alg": "RS256", "kid": "k" }), &claims));
    assert!(ids(&diagnose(&bare, &[], Input::default())).contains(&"platforms/okta-org-server"));
}

#[test]
fn what_a_message_may_mean_and_the_token_shows_comes_first() {
    let token = made(&json!({ "alg": "HS256" }), &json!({ "exp": 1_750_000_060.5 }));
    let said = diagnose(&format!("invalid claim \"exp\"\n{token}"), &[], Input::default());
    assert_eq!(ids(&said)[..2], ["time/fractional-seconds", "time/expired"]);
    assert!(ids(&diagnose(&token, &[], Input::default())).is_empty());
}
