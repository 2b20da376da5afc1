//! The main job on the log excerpt that the project began with, and on tokens with keys in every common form.

#![expect(clippy::expect_used, reason = "a test ends with the message of what was expected")]

use std::rc::Rc;

use jwt_why::{
    cause::Cause,
    diagnosis::{
        Diagnosis, Input,
        report::{
            AsPasted, ClaimsState, DecodeState, Report, SignatureState, Standing, TokenReport, Verdict,
        },
    },
    jose::base64url,
    kb::{self, Knowledge},
    next,
};

const EXCERPT: &str = include_str!("data/seeds/mettleci-invalid-signature.txt");

fn diagnose(input: Input) -> Report {
    let knowledge = Knowledge::from_index(kb::INDEX).expect("the build made it");
    Diagnosis::start(input, Some(Rc::new(knowledge))).finish()
}

fn excerpt() -> Report {
    diagnose(Input { text: EXCERPT.to_owned(), now: 1_750_000_000, ..Input::default() })
}

fn only_token(report: &Report) -> &TokenReport {
    assert_eq!(report.tokens.len(), 1, "one distinct token");
    &report.tokens[0]
}

#[test]
fn both_occurrences_are_one_token_seen_twice() {
    let report = excerpt();
    let token = only_token(&report);
    assert_eq!(token.sightings.len(), 2);
    for sighting in &token.sightings {
        let text = &EXCERPT[sighting.span.range()];
        assert!(text.starts_with("eyJhbGciOiJIUzI1NiJ9.") && text.ends_with("Fdxk7-8LXSuPOPQg"), "{text}");
    }
    assert_eq!(token.as_pasted, AsPasted::Ok);
}

#[test]
fn header_and_claims_are_decoded_as_they_were_spelled() {
    let report = excerpt();
    let token = only_token(&report);
    let header = token.header.as_ref().expect("a header");
    assert_eq!(header.source, r#"{"alg":"HS256"}"#);
    let payload = token.payload.as_ref().expect("claims");
    let names: Vec<&str> = payload.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["sub", "username", "roles", "iat", "jti"]);
    assert_eq!(payload.members[3].instant, Some(1_648_212_559));
}

#[test]
fn without_a_key_the_signature_is_not_checked() {
    let report = excerpt();
    let token = only_token(&report);
    assert_eq!(token.verdict, Verdict::Undecided);
    assert_eq!(token.decode, DecodeState::Ok);
    assert_eq!(token.signature, SignatureState::NotChecked);
    assert_eq!(token.claims, ClaimsState::Ok);
    assert!(token.proved.is_empty());
}

#[test]
fn the_logs_own_time_is_offered_and_the_token_was_27_seconds_old() {
    let report = excerpt();
    let time = only_token(&report).sightings[0].time.expect("the log line has a time");
    assert_eq!(&EXCERPT[time.span.range()], "2022-03-25 12:49:46,667");
    assert_eq!(time.instant - 1_648_212_559, 27);
    assert!(report.log_times.iter().any(|offered| offered.instant == time.instant));
}

#[test]
fn the_stack_trace_is_jose4j_behind_the_jwt_auth_filter_of_dropwizard() {
    let report = excerpt();
    let message = &report.messages[0];
    assert_eq!(message.library, "jose4j");
    assert_eq!(message.via.as_deref(), Some("dropwizard-auth-jwt"));
    assert_eq!(&EXCERPT[message.span.range()], "JWT rejected due to invalid signature");
}

#[test]
fn the_entry_about_a_key_made_at_each_start_is_possible() {
    let report = excerpt();
    let entries = &only_token(&report).entries;
    let first = entries.first().expect("an entry is shown");
    assert_eq!(
        (first.id.as_str(), first.standing),
        ("operations/key-made-at-each-start", Standing::Possible)
    );
    assert!(
        entries.iter().all(|entry| entry.standing == Standing::Possible),
        "nothing is sure without a key"
    );
}

/// A token and a key that verifies it, from the prepared faults; the policy is left open.
fn verified_by(id: &str, read_as: &str) {
    let rows = include_str!("data/cases.jsonl").lines();
    let row = rows
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a row is JSON"))
        .find(|row| row["id"] == id)
        .expect("the row is there");
    let text = |member: &str| row[member].as_str().expect("a text").to_owned();
    let open = diagnose(Input { text: text("text"), now: 1_750_000_000, ..Input::default() });
    assert_eq!(only_token(&open).verdict, Verdict::Undecided, "{id} without a key");
    let keys = vec![text("keys")];
    let report = diagnose(Input { text: text("text"), keys, now: 1_750_000_000, ..Input::default() });
    let token = only_token(&report);
    assert_eq!(token.verdict, Verdict::Accepted, "{id} with its key");
    assert_eq!(token.matched_key.as_ref().expect("a key matched").read_as, read_as, "{id}");
}

#[test]
fn the_verdict_changes_from_undecided_to_accepted_with_the_key() {
    verified_by("hs/ok_hs256", "text");
    verified_by("hs/ok_rs256", "pem");
    verified_by("hs/ok_es256", "pem");
    verified_by("hs/ok_ps256", "pem");
    verified_by("hs/ok_eddsa", "pem");
    verified_by("hs/ok_es256k", "pem");
    verified_by("hs/ok_jwk", "jwk");
    verified_by("hs/ok_jwks", "jwk");
}

#[test]
fn a_base64_secret_and_an_expired_token_are_proved_together() {
    let rows = include_str!("data/cases.jsonl").lines();
    let row = rows
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a row is JSON"))
        .find(|row| row["id"] == "hs/secret_is_base64url_used_raw")
        .expect("the row is there");
    let text = row["text"].as_str().expect("a text").to_owned();
    let keys = vec![row["keys"].as_str().expect("a text").to_owned()];
    // Long after the token's exp of 2100-01-01.
    let report = diagnose(Input { text, keys, now: 4_102_531_200, ..Input::default() });
    let token = only_token(&report);
    assert_eq!(token.verdict, Verdict::Rejected);
    let causes: Vec<Cause> = token.proved[0].changes.iter().map(|change| change.cause).collect();
    assert_eq!(causes, [Cause::SecretBase64Decoded, Cause::Expired]);
}

#[test]
fn what_the_log_leaves_possible_is_named_with_what_would_decide_it() {
    let report = excerpt();
    let token = only_token(&report);
    assert_eq!(token.possible, [Cause::WrongKey, Cause::KeyChangedAtIssuer, Cause::SecretBase64Decoded]);
    let evidence: Vec<&str> =
        next::steps(token, &report.messages).into_iter().map(|step| step.evidence.id()).collect();
    assert_eq!(evidence, ["secret-digest", "fresh-token"]);
}

#[test]
fn the_entry_of_the_first_proof_comes_first() {
    let report = diagnose(Input {
        text: include_str!("../src/app/samples/base64-secret.txt").to_owned(),
        keys: vec![include_str!("../src/app/samples/base64-secret.key").to_owned()],
        now: 1_767_200_000,
        ..Input::default()
    });
    let token = only_token(&report);
    assert_eq!(token.proved[0].changes[0].cause, Cause::SecretBase64Decoded);
    assert_eq!(token.entries[0].id, "signature/secret-is-base64");
}

#[test]
fn a_signature_in_the_form_of_der_is_possible_without_a_key() {
    let numbers = [&[0x30, 70, 2, 33, 0][..], &[0x81; 32], &[2, 33, 0], &[0x82; 32]].concat();
    let token = |signature: &[u8]| {
        let [header, payload] =
            [r#"{"alg":"ES256"}"#, r#"{"sub":"a"}"#].map(|text| base64url::encode(text.as_bytes()));
        format!("{header}.{payload}.{}", base64url::encode(signature))
    };
    let report = diagnose(Input { text: token(&numbers), now: 1_750_000_000, ..Input::default() });
    assert_eq!(only_token(&report).possible, [Cause::DerSignature]);
    let ids: Vec<&str> = only_token(&report).entries.iter().map(|entry| entry.id.as_str()).collect();
    assert!(ids.contains(&"algorithms/ecdsa-der-signature"), "{ids:?}");
    for signature in [[0x81; 64], [0x30; 64]] {
        let report = diagnose(Input { text: token(&signature), now: 1_750_000_000, ..Input::default() });
        assert_eq!(only_token(&report).possible, []);
    }
}
