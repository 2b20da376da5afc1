//! The prepared faults of `tests/data/cases.jsonl`: each gets one of the verdicts that it expects, and shows its cause.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use jwt_why::{
    answer::PolicyQuestion,
    cause::Cause,
    diagnosis::{Diagnosis, Input, report::TokenReport},
    keys::SecretReading,
};
use serde::Deserialize;
use serde_json::Value;

/// A prepared fault.
#[derive(Deserialize)]
struct Row {
    id: String,
    about: String,
    text: String,
    #[serde(default)]
    keys: Value,
    #[serde(default)]
    policy: PolicyQuestion<Value>,
    now: i64,
    expect: Expectation,
}

/// What a diagnosis must say.
#[derive(Deserialize)]
struct Expectation {
    /// One of these.
    verdict: Vec<String>,
    /// At least one of these; none needs to be there when there is none.
    any_cause: Vec<String>,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("data/cases.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn every_case_gets_its_verdict_and_shows_its_cause() {
    let rows = rows();
    assert_eq!(rows.len(), 241);
    let faults: Vec<String> = rows.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{} of the cases:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn what_is_proved_first_is_what_was_expected() {
    let (mut proved, mut wrong) = (0, Vec::new());
    for row in rows() {
        let token = first_token(&row);
        let Some(proof) = token.as_ref().and_then(|token| token.proved.first()) else { continue };
        proved += 1;
        let causes: Vec<&str> = proof.changes.iter().map(|change| change.cause.id()).collect();
        let expected = &row.expect.any_cause;
        if !causes.iter().any(|cause| expected.iter().any(|expected| expected == cause)) {
            wrong.push(format!("{} ({}): {causes:?}, expected {expected:?}", row.id, row.about));
        }
    }
    println!("{proved} cases have a proof, {} of another cause than expected", wrong.len());
    assert!(proved >= 10 && wrong.len() * 20 <= proved, "{proved}:\n{}", wrong.join("\n"));
}

fn first_token(row: &Row) -> Option<TokenReport> {
    Diagnosis::start(input(row), None).finish().tokens.into_iter().next()
}

fn input(row: &Row) -> Input {
    Input {
        text: row.text.clone(),
        keys: key_texts(&row.keys),
        reading: SecretReading::default(),
        policy: row.policy.clone().policy(values),
        now: row.now,
        detached_payload: None,
    }
}

/// What a diagnosis says otherwise than expected.
fn fault(row: &Row) -> Option<String> {
    let Some(token) = first_token(row) else { return Some(format!("{}: no token", row.id)) };
    let verdict = serde_json::to_value(token.verdict).unwrap();
    let causes = causes(&token);
    let Expectation { verdict: verdicts, any_cause } = &row.expect;
    let verdict_fits = verdicts.iter().any(|expected| *expected == verdict);
    let cause_fits = any_cause.is_empty() || any_cause.iter().any(|id| causes.contains(&id.as_str()));
    (!verdict_fits || !cause_fits).then(|| {
        format!("{} ({}): {verdict} {causes:?}, expected {verdicts:?} {any_cause:?}", row.id, row.about)
    })
}

/// The causes that were found or proved.
fn causes(token: &TokenReport) -> Vec<&'static str> {
    let found = token.findings.iter().map(|finding| finding.cause);
    let proved = token.proved.iter().flat_map(|proof| &proof.changes).map(|change| change.cause);
    found.chain(proved).map(Cause::id).collect()
}

fn key_texts(keys: &Value) -> Vec<String> {
    match keys {
        Value::String(text) => vec![text.clone()],
        Value::Array(texts) => texts.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The JSON texts of the expected values.
fn values(value: Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().map(Value::to_string).collect(),
        value => vec![value.to_string()],
    }
}
