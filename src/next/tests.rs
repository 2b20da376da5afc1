//! Commands for made tokens.

use super::*;
use crate::{
    diagnosis::{Diagnosis, Input},
    jose::{base64url, json::quote},
};

fn of(header: &str, issuer: &str, keys: &[&str]) -> Vec<NextStep> {
    let segment = |text: &str| base64url::encode(text.as_bytes());
    let payload = format!(r#"{{"iss":{}}}"#, quote(issuer));
    let text = format!("{}.{}.{}", segment(header), segment(&payload), signature(header));
    let keys = keys.iter().map(ToString::to_string).collect();
    let report = Diagnosis::start(Input { text, keys, ..Input::default() }, None).finish();
    steps(&report.tokens[0], &[])
}

/// A signature that is as long as the algorithm of this header makes it.
fn signature(header: &str) -> String {
    let length = [("HS256", 32), ("ES256", 64)].into_iter().find(|(alg, _)| header.contains(alg));
    base64url::encode(&vec![7; length.map_or(256, |(_, length)| length)])
}

fn evidence(steps: &[NextStep]) -> Vec<Evidence> {
    steps.iter().map(|step| step.evidence).collect()
}

#[test]
fn an_issuer_with_an_address_is_asked_for_its_keys_and_for_the_one_of_the_kid() {
    use Evidence::{FreshToken, KeyDigest, KeyOfKid, KeySet};
    let steps = of(r#"{"alg":"RS256","kid":"it's"}"#, "https://issuer.example/realms/a/", &[]);
    assert_eq!(evidence(&steps), [KeySet, KeyOfKid, KeyDigest, FreshToken]);
    assert_eq!(
        steps[0].command.as_deref(),
        Some(
            r#"curl -sS --proto =http,https --url "$(curl -sS 'https://issuer.example/realms/a/.well-known/openid-configuration' | jq -r .jwks_uri)""#
        )
    );
    let kid = steps[1].command.as_deref().unwrap();
    assert!(kid.ends_with(r" | jq --arg kid 'it'\''s' '.keys[] | select(.kid == $kid)'"), "{kid}");
}

#[test]
fn an_issuer_that_is_no_plain_address_is_asked_nothing() {
    for issuer in ["", "issuer", "ftp://a", "file:///etc/passwd", "javascript:alert(1)", "https://a/$(id)"] {
        let steps = of(r#"{"alg":"ES256"}"#, issuer, &[]);
        assert_eq!(evidence(&steps)[0], Evidence::KeyByHand, "{issuer}");
        assert!(steps.iter().all(|step| !step.evidence.names_a_claim()), "{issuer}");
    }
}

#[test]
fn a_hostile_kid_is_quoted_or_left_out() {
    let command = |kid: &str| {
        let steps = of(&format!(r#"{{"alg":"RS256","kid":{}}}"#, quote(kid)), "http://a", &[]);
        steps.into_iter().find(|step| step.evidence == Evidence::KeyOfKid).and_then(|step| step.command)
    };
    assert!(command("$(id)`id`").unwrap().contains("'$(id)`id`'"));
    assert_eq!(command("a\nb"), None);
    assert_eq!(command("\u{202e}x"), None);
}

#[test]
fn a_secret_is_compared_by_its_length_and_the_beginning_of_its_digest() {
    let steps = of(r#"{"alg":"HS256"}"#, "https://issuer.example", &["wrong"]);
    assert_eq!(evidence(&steps), [Evidence::SecretDigest, Evidence::FreshToken]);
    assert!(steps[0].command.as_deref().unwrap().contains("wc -c"));
}

#[test]
fn a_certificate_is_compared_with_the_thumbprint_of_the_header() {
    let steps = of(r#"{"alg":"PS256","x5t":"dGh1bWI"}"#, "https://a.example", &[]);
    let certificate = steps.iter().find(|step| step.evidence == Evidence::Certificate).unwrap();
    let command = certificate.command.as_deref().unwrap();
    assert!(command.contains("-sha1 ") && command.contains(" = 'dGh1bWI' "), "{command}");
}

#[test]
fn what_is_accepted_or_explained_needs_nothing() {
    assert!(of(r#"{"alg":"none"}"#, "https://a.example", &[]).is_empty());
    // HS256 of `{"sub":"1"}` under `correct horse`.
    let text = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.IWHU4kcFHkbND8zWm8XtVHBn0Heh95sDIfFlTkv0zCU";
    for (key, expected) in [("correct horse", 0), ("\"correct horse\"", 0), ("battery staple", 2)] {
        let input = Input { text: text.to_owned(), keys: vec![key.to_owned()], ..Input::default() };
        assert_eq!(steps(&Diagnosis::start(input, None).finish().tokens[0], &[]).len(), expected, "{key}");
    }
}

#[test]
fn what_is_rejected_for_something_else_needs_no_key() {
    let segment = |text: &str| base64url::encode(text.as_bytes());
    let report = |header: &str, signed: bool, keys: Vec<String>| {
        let [first, second] = [header, r#"{"exp":1}"#].map(segment);
        let third = if signed { format!(".{}", signature(header)) } else { String::new() };
        let input =
            Input { text: format!("{first}.{second}{third}"), keys, now: 1_750_000_000, ..Input::default() };
        steps(&Diagnosis::start(input, None).finish().tokens[0], &[])
    };
    for signed in [true, false] {
        assert_eq!(report(r#"{"alg":"HS256"}"#, signed, Vec::new()), [], "{signed}");
        assert_eq!(report(r#"{"alg":"RS256"}"#, signed, Vec::new()), [], "{signed}");
    }
    // A public key that is in no set at hand is fetched, whatever else rejects.
    let keys = r#"{"keys":[{"kty":"EC","crv":"P-256","kid":"b","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"#;
    let steps = report(r#"{"alg":"ES256","kid":"a"}"#, true, vec![keys.to_owned()]);
    assert!(evidence(&steps).contains(&Evidence::KeyDigest), "{steps:?}");
}

#[test]
fn an_id_stands_once() {
    let mut ids = Evidence::ALL.map(Evidence::id);
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
}
