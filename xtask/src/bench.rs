//! `cargo xtask bench`: how long the command line takes for the inputs that are made to tire it out.
//!
//! Prints; never judges. A figure in a document is one that this printed.

use std::{
    io::Write as _,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;

use crate::{
    Failure,
    process::{cargo, run, spelled},
    root,
};

/// How often each input is diagnosed; the median counts.
const ROUNDS: usize = 5;

/// Builds the command line and prints a table.
pub fn bench() -> Result<(), Failure> {
    run(&mut cargo(&["build", "--release", "--features", "cli", "--bin", "jwt-why"]))?;
    println!("| input | bytes | seconds, the whole process |\n|---|---:|---:|");
    for (name, text) in inputs() {
        let mut times = (0..ROUNDS).map(|_| diagnosis(&text)).collect::<Result<Vec<_>, _>>()?;
        times.sort_unstable();
        let median = times.get(ROUNDS / 2).copied().unwrap_or_default();
        println!("| {name} | {} | {:.3} |", text.len(), median.as_secs_f64());
    }
    Ok(())
}

/// What is diagnosed: a small token for comparison, then one megabyte of each kind.
fn inputs() -> [(&'static str, String); 5] {
    let token = |claims: &str| {
        let parts = [r#"{"alg":"HS256"}"#, claims, "0123456789abcdef0123456789abcdef"];
        parts.map(|part| URL_SAFE_NO_PAD.encode(part)).join(".")
    };
    let small = token(r#"{"sub":"ada"}"#);
    let log = format!("2026-01-02T03:04:05Z WARN JWT rejected due to invalid signature: {small}\n");
    [
        ("a small token", small),
        ("a token of a megabyte", token(&format!(r#"{{"data":"{}"}}"#, "x".repeat(750_000)))),
        ("claims nested a hundred thousand deep", token(&"[".repeat(100_000))),
        ("bytes of all values", (0..1_000_000_u32).map(|byte| char::from(byte.to_le_bytes()[0])).collect()),
        ("a log of a megabyte", log.repeat(1_000_000 / log.len())),
    ]
}

#[expect(clippy::disallowed_methods, reason = "the time that passes is what is measured")]
fn diagnosis(text: &str) -> Result<Duration, Failure> {
    let case = json!({ "text": text, "keys": "a-secret-of-thirty-two-characters", "now": 1_750_000_000 });
    let mut command = Command::new(root().join("target/release/jwt-why"));
    command.args(["diagnose", "--json"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let failed = |error: std::io::Error| Failure::new(format!("jwt-why diagnose: {error}"));
    let started = Instant::now();
    let mut child = command.spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(case.to_string().as_bytes()).map_err(failed)?;
    }
    let status = child.wait().map_err(failed)?;
    if status.success() {
        Ok(started.elapsed())
    } else {
        Err(Failure::new(format!("{}: {status}", spelled(&command))))
    }
}
