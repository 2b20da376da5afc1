//! The fuzz targets, seeded with the vectors and the prepared faults. They want a nightly compiler.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::Row;
use crate::{
    Failure,
    process::{cargo, run},
    root, tools,
};

/// The targets, in the order in which they are run.
const TARGETS: [&str; 4] = ["extract", "jose", "keys", "diagnosis"];

/// How long an input may be, in bytes. A token with a large key set fits.
const LONGEST: &str = "16384";

/// How long one input may take, in seconds.
const PATIENCE: &str = "20";

/// Runs each target for so many minutes.
pub fn fuzz(minutes: u64) -> Result<Vec<Row>, Failure> {
    tools::cargo_fuzz()?;
    let mut rows = Vec::new();
    for target in TARGETS {
        let corpus = corpus(target)?;
        let seconds = (minutes * 60).to_string();
        let outcome = run(cargo(&["+nightly", "fuzz", "run", "--fuzz-dir", "fuzz", target])
            .arg(&corpus)
            .arg("--")
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={LONGEST}"))
            .arg(format!("-timeout={PATIENCE}")));
        let finding = if outcome.is_ok() { "no finding" } else { "a finding: see fuzz/artifacts" };
        rows.push(Row::new(outcome.is_ok(), format!("fuzz: {target}, {minutes} minutes"), finding));
    }
    Ok(rows)
}

/// A folder with the seeds of a target; what a run adds to it stays.
fn corpus(target: &str) -> Result<PathBuf, Failure> {
    let folder = root().join("target/fuzz-corpus").join(target);
    fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, error))?;
    for (index, seed) in seeds(target)?.into_iter().enumerate() {
        let path = folder.join(format!("seed-{index}"));
        fs::write(&path, seed).map_err(|error| Failure::at(&path, error))?;
    }
    Ok(folder)
}

fn seeds(target: &str) -> Result<Vec<Vec<u8>>, Failure> {
    let mut seeds = Vec::new();
    for (file, text, key) in [
        ("tests/data/cases.jsonl", "text", "keys"),
        ("tests/data/own-cases.jsonl", "text", "keys"),
        ("tests/data/vectors.jsonl", "token", "key"),
    ] {
        for row in rows(&root().join(file))? {
            let spelled =
                |member: &str| row[member].as_str().map_or_else(|| row[member].to_string(), str::to_owned);
            let (text, key) = (spelled(text).into_bytes(), spelled(key).into_bytes());
            seeds.push(match target {
                "keys" => key,
                "diagnosis" => [text, key].join(&0xff),
                _ => text,
            });
        }
    }
    Ok(seeds)
}

fn rows(path: &Path) -> Result<Vec<Value>, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::at(path, error))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|error| Failure::at(path, error))).collect()
}
