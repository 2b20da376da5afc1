//! `cargo xtask bench`: how long the command line takes for the inputs that are made to tire it out.
//!
//! Prints; never judges. A figure in a document is one that this printed.

use std::{
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{
    Failure,
    process::{cargo, command, run, spelled},
    root,
};

/// How often each input is diagnosed; the median counts.
const ROUNDS: usize = 5;

/// The script that writes the log with many tokens; Node.js is there for wasm-opt anyway, and it signs.
const MANY_TOKENS: &str = include_str!("many_tokens.js");
const BULK_TOKENS: &str = include_str!("bulk_tokens.js");

/// Builds the command line and prints two tables.
pub fn bench() -> Result<(), Failure> {
    run(&mut cargo(&["build", "--release", "--features", "cli", "--bin", "jwt-why"]))?;
    println!("| input | bytes | seconds, the whole process |\n|---|---:|---:|");
    for (name, text) in inputs() {
        let mut times = (0..ROUNDS).map(|_| diagnosis(&text)).collect::<Result<Vec<_>, _>>()?;
        times.sort_unstable();
        let median = times.get(ROUNDS / 2).copied().unwrap_or_default();
        println!("| {name} | {} | {:.3} |", text.len(), median.as_secs_f64());
    }
    census()
}

/// How long a log with many tokens takes.
fn census() -> Result<(), Failure> {
    let log = many_tokens()?;
    let bytes = std::fs::metadata(&log.text).map_err(|error| failed(&log.text, &error))?.len();
    let mut times = (0..ROUNDS).map(|_| table(&log)).collect::<Result<Vec<_>, _>>()?;
    times.sort_unstable_by_key(|(taken, _)| *taken);
    let Some((median, view)) = times.into_iter().nth(ROUNDS / 2) else { return Ok(()) };
    let seconds = median.as_secs_f64();
    println!("\n| a log with many tokens | |\n|---|---:|");
    for member in ["bytes", "sightings", "tokens"] {
        println!("| {member} | {} |", view["summary"][member]);
    }
    for group in view["groups"].as_array().into_iter().flatten().skip(1) {
        println!("| seen and {} | {} |", group["fate"], group["sightings"]);
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate is not that precise")]
    let rate = bytes as f64 / 1e6 / seconds;
    println!("| seconds, the whole process | {seconds:.3} |\n| MB/s | {rate:.0} |");
    Ok(())
}

/// A log and the keys to its tokens, as files.
pub struct ManyTokens {
    /// The log.
    pub text: PathBuf,
    /// The JWK Set.
    pub keys: PathBuf,
}

/// Writes the log with many tokens to `target/bench`, unless it is there.
///
/// # Errors
///
/// When there is no Node.js, or no room.
pub fn many_tokens() -> Result<ManyTokens, Failure> {
    let folder = root().join("target/bench");
    let log = ManyTokens { text: folder.join("many-tokens.log"), keys: folder.join("many-tokens.jwks.json") };
    if !log.text.exists() {
        std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
        let keys = root().join("tests/data/keys");
        run(command("node").args(["-e", MANY_TOKENS]).arg(keys).arg(folder))?;
    }
    Ok(log)
}

/// Writes a log of this many tokens of each algorithm to `target/bench`, in the order of the names.
///
/// # Errors
///
/// When there is no Node.js, or no room.
pub fn tokens_of(algorithms: &[&str], tokens: u32) -> Result<Vec<ManyTokens>, Failure> {
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut node = command("node");
    node.args(["-e", BULK_TOKENS]).arg(root().join("tests/data/keys")).arg(&folder).arg(tokens.to_string());
    run(node.args(algorithms))?;
    let log = |name: &&str| ManyTokens {
        text: folder.join(format!("bulk-{name}.log")),
        keys: folder.join("bulk.jwks.json"),
    };
    Ok(algorithms.iter().map(log).collect())
}

#[expect(clippy::disallowed_methods, reason = "the time that passes is what is measured")]
fn table(log: &ManyTokens) -> Result<(Duration, Value), Failure> {
    let mut command = Command::new(root().join("target/release/jwt-why"));
    command.arg("census").arg(&log.keys);
    let text = File::open(&log.text).map_err(|error| failed(&log.text, &error))?;
    let started = Instant::now();
    let output = command.stdin(text).output();
    let taken = started.elapsed();
    let output = output.map_err(|error| Failure::new(format!("{}: {error}", spelled(&command))))?;
    let view = serde_json::from_slice(&output.stdout);
    Ok((taken, view.map_err(|error| Failure::new(format!("{}: {error}", spelled(&command))))?))
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}", path.display()))
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
