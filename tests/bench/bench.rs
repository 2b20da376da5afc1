//! What the page costs in time, in one Chromium and one run: `cargo xtask bench` prepares the site and starts this.
//!
//! Prints tables and, when all were wanted, writes them to `docs/benchmarks.md`. Nothing is judged: figures are for
//! people. With arguments (the names of [`TABLES`]) only those tables are measured.

mod answers;
mod lab;
mod log;
mod rates;
mod start;
mod table;

use std::{env, error::Error, fs, process::ExitCode};

use e2e::{Page, Place, Stage, WebDriverResult, attempt_on};
use serde_json::{Value, json};
use xtask::{bench_site, root};

use crate::{lab::Lab, table::Table};

const TABLES: [&str; 7] = ["start", "strokes", "pastes", "rates", "bulk", "recognition", "log"];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let wanted: Vec<String> = env::args().skip(1).collect();
    let is_wanted = |table: &str| wanted.is_empty() || wanted.iter().any(|wanted| wanted == table);
    let vector = vector()?;
    let (mut tables, mut missing) = (Vec::new(), Vec::new());
    let mut browser = String::new();
    let stage = Stage { place: Place::Hosted(bench_site::folder(), ""), ..Stage::default() };
    attempt_on(&stage, async |page| {
        let lab = Lab(page);
        lab.prepare(answers::TOKEN).await?;
        browser = version(page).await?;
        for name in TABLES.into_iter().filter(|name| is_wanted(name)) {
            // What the others took minutes to measure is not thrown away for one that fails.
            match table(&lab, name, &vector).await {
                Ok(table) => {
                    println!("{}", table.markdown());
                    tables.push(table);
                }
                Err(failure) => {
                    eprintln!("{name}: {failure}");
                    missing.push(name);
                }
            }
        }
        Ok(())
    })?;
    if wanted.is_empty() {
        let file = root().join("docs/benchmarks.md");
        fs::write(&file, document(&tables, &missing, &browser)?)?;
    }
    if missing.is_empty() { Ok(()) } else { Err(format!("not measured: {}", missing.join(", ")).into()) }
}

async fn table(lab: &Lab<'_>, name: &str, vector: &Value) -> WebDriverResult<Table> {
    match name {
        "start" => start::measure(lab).await,
        "strokes" => answers::strokes(lab).await,
        "pastes" => answers::pastes(lab).await,
        "rates" => rates::verifications(lab, vector.clone()).await,
        "bulk" => log::in_bulk(lab).await,
        "recognition" => rates::recognition(lab).await,
        _ => log::measure(lab).await,
    }
}

async fn version(page: &Page) -> WebDriverResult<String> {
    let version = page.devtools("Browser.getVersion", json!({})).await?;
    Ok(version["product"].as_str().unwrap_or_default().replace('/', " "))
}

/// A token of an algorithm that no browser has, with its key: ES256K, from the vectors of the tests.
fn vector() -> Result<Value, Box<dyn Error>> {
    let vectors = fs::read_to_string(root().join("tests/data/vectors.jsonl"))?;
    for line in vectors.lines() {
        let vector: Value = serde_json::from_str(line)?;
        if vector["expected"] == "valid" && vector["alg_allowed"] == json!(["ES256K"]) {
            return Ok(json!({ "alg": "ES256K", "jwk": vector["key"], "token": vector["token"] }));
        }
    }
    Err("tests/data/vectors.jsonl: no valid ES256K".into())
}

/// The tables, and everything that a reader needs to weigh them.
fn document(tables: &[Table], missing: &[&str], browser: &str) -> Result<String, Box<dyn Error>> {
    let machine = bench_site::machine()?;
    let tables: Vec<String> = tables.iter().map(Table::markdown).collect();
    let missing = if missing.is_empty() {
        String::new()
    } else {
        format!("- not measured, because it failed: {}\n", missing.join(", "))
    };
    Ok(format!(
        "# Benchmarks\n\n\
         Printed by `cargo xtask bench`: one run, one Chromium, everything on one machine. Nothing is gated by these \
         figures.\n\n\
         - {machine}; a load above the number of cores means that others had a share, and all figures are worse\n\
         - {browser}, headless\n\
         - jwt-why: the release page, as `cargo xtask dist` builds it\n\
         - beside it: {}\n\
         - both sites from the same server, which sends what was compressed with Brotli beforehand\n{missing}\n{}",
        bench_site::peers()?,
        tables.join("\n")
    ))
}
