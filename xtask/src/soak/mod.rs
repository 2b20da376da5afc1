//! `cargo xtask soak`: what takes too long for every change. Its parts run alone, too; its table goes to `docs/soak.md`.

mod builds;
mod fuzz;

use std::process::ExitCode;

use crate::{
    Failure,
    counts::Counts,
    gate,
    process::{cargo, run},
    single,
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
            Self::Suite => suite(effort.times),
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

fn suite(times: u64) -> Result<Vec<Row>, Failure> {
    single::single_file()?;
    let mut counts = Counts::default();
    for time in 1..=times {
        counts += gate::passed(gate::end_to_end());
        println!("{time} of {times}: {counts}");
    }
    Ok(vec![Row::new(counts.failed == 0, format!("end-to-end tests, {times} times"), counts.to_string())])
}

/// The page's own table says how much; here only whether it stayed within its bounds.
fn memory() -> Result<Vec<Row>, Failure> {
    single::single_file()?;
    let outcome = run(&mut cargo(&["run", "--quiet", "--package", "e2e", "--bin", "memory"]));
    let result =
        if outcome.is_ok() { "bounded: see the table above" } else { "it grows: see the table above" };
    Ok(vec![Row::new(outcome.is_ok(), "memory over 1,000 diagnoses and three files of 100 MB", result)])
}
