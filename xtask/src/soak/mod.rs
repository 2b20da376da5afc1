//! `cargo xtask soak`: what takes too long for every change. Its parts run alone, too; its table is printed, and kept in `docs/soak.md`.

mod builds;
mod fuzz;
mod suite;

use std::{path::PathBuf, process::ExitCode};

use crate::{
    Failure,
    process::{cargo, command, run},
    root, single,
};

/// How much of what has no end of its own.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// How long each fuzz target runs, in minutes.
    pub minutes: u64,
    /// How often the end-to-end tests run in a row.
    pub times: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { minutes: 15, times: 20 }
    }
}

/// A part of the soak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The fuzz targets.
    Fuzz,
    /// The end-to-end tests, many times.
    Suite,
    /// Two clean builds.
    Builds,
    /// The memory of the page.
    Memory,
}

impl Part {
    const ALL: [(&str, Self); 4] =
        [("fuzz", Self::Fuzz), ("suite", Self::Suite), ("builds", Self::Builds), ("memory", Self::Memory)];

    /// The part with this name.
    pub fn named(name: &str) -> Result<Self, Failure> {
        let part = Self::ALL.iter().find(|(known, _)| *known == name);
        part.map(|(_, part)| *part).ok_or_else(|| {
            Failure::new(format!("--only: expected fuzz, suite, builds or memory, found `{name}`"))
        })
    }

    fn run(self, effort: Effort) -> Result<Vec<Row>, Failure> {
        match self {
            Self::Fuzz => fuzz::fuzz(effort.minutes),
            Self::Suite => suite::suite(effort.times),
            Self::Builds => builds::builds(),
            Self::Memory => memory(),
        }
    }
}

/// A line of the table.
struct Row {
    is_well: bool,
    what: String,
    result: String,
}

impl Row {
    fn new(is_well: bool, what: impl Into<String>, result: impl Into<String>) -> Self {
        Self { is_well, what: what.into(), result: result.into() }
    }
}

/// Runs one part, or all of them whatever becomes of the one before, and prints the table.
pub fn soak(effort: Effort, only: Option<Part>) -> Result<ExitCode, Failure> {
    let mut rows = Vec::new();
    for (name, part) in Part::ALL.into_iter().filter(|(_, part)| only.is_none_or(|only| only == *part)) {
        match part.run(effort) {
            Ok(more) => rows.extend(more),
            Err(failure) => rows.push(Row::new(false, name, failure.to_string())),
        }
    }
    println!("\n| what | result |\n|---|---|");
    for row in &rows {
        println!("| {} | {} |", row.what, row.result);
    }
    Ok(if rows.iter().all(|row| row.is_well) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The page's own table says how much; here only whether it stayed within its bounds.
fn memory() -> Result<Vec<Row>, Failure> {
    single::single_file()?;
    let outcome = run(&mut cargo(&["run", "--quiet", "--package", "e2e", "--bin", "memory"]));
    let result =
        if outcome.is_ok() { "bounded: see the table above" } else { "it grows: see the table above" };
    Ok(vec![Row::new(outcome.is_ok(), "memory over 1,000 diagnoses and three files of 100 MB", result)])
}

/// The files that git knows, and those that it would take, from the root.
fn sources() -> Result<Vec<PathBuf>, Failure> {
    let mut list = command("git");
    list.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let output = list.output().map_err(|error| Failure::new(format!("git: {error}")))?;
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = names.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from);
    // What is deleted is still listed until it is committed.
    Ok(names.filter(|name| root().join(name).exists()).collect())
}
