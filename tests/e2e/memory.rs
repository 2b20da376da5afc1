//! How much memory the page holds over a thousand diagnoses, each of another token and under another key, and then
//! over three files of 100 MB. `cargo xtask soak --only memory` runs it.

use std::{collections::BTreeSet, fs, path::Path, process::ExitCode};

use e2e::{Page, WebDriverResult, attempt};
use serde_json::json;
use xtask::bench;

/// After how many diagnoses it is looked at. The first ones fill what is filled once.
const MARKS: [u32; 5] = [100, 250, 500, 750, 1000];

/// By which share each figure may be larger at the end than at the first look.
const GROWTH: f64 = 1.5;

/// What the page holds, in bytes and in nodes.
struct Held {
    heap: f64,
    nodes: f64,
    resident: f64,
}

/// How many files are read, one after the other.
const FILES: u32 = 3;

/// What was held after so many diagnoses, or files.
type Course = Vec<(u32, Held)>;

fn main() -> ExitCode {
    let (mut diagnoses, mut files) = (Course::new(), Course::new());
    let log = match bench::many_tokens() {
        Ok(log) => log.text,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::FAILURE;
        }
    };
    let ended = attempt(async |page| {
        page.devtools("Performance.enable", json!({})).await?;
        page.open().await?;
        for done in 1..=1000 {
            diagnose(page, done).await?;
            if MARKS.contains(&done) {
                diagnoses.push((done, look(page).await?));
            }
        }
        page.click("[data-clear]").await?;
        for done in 1..=FILES {
            read(page, &log).await?;
            files.push((done, look(page).await?));
        }
        Ok(())
    });
    print("diagnoses", &diagnoses);
    print("files of 100 MB", &files);
    if let Err(failure) = ended {
        eprintln!("{failure}");
        return ExitCode::FAILURE;
    }
    if is_bounded(&diagnoses) && is_bounded(&files) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(what: &str, course: &Course) {
    println!("| {what} | JavaScript heap, MB | nodes | renderer, MB |\n|---:|---:|---:|---:|");
    for (done, Held { heap, nodes, resident }) in course {
        println!("| {done} | {:.1} | {nodes:.0} | {:.0} |", heap / 1e6, resident / 1e6);
    }
    println!();
}

fn is_bounded(course: &Course) -> bool {
    let (Some((_, first)), Some((_, last))) = (course.first(), course.last()) else { return false };
    let pairs = [(first.heap, last.heap), (first.nodes, last.nodes), (first.resident, last.resident)];
    pairs.iter().all(|(first, last)| *last <= *first * GROWTH)
}

/// Reads a file into the table, and closes it. By scripts: the driver keeps each element that it was asked for.
async fn read(page: &Page, file: &Path) -> WebDriverResult<()> {
    page.find("#file").await?.send_keys(file.to_string_lossy()).await?;
    let is_there = |css: &'static str| format!("return document.querySelector('{css}') !== null");
    page.until("the file is read", async || page.holds(&is_there("[data-census=done]")).await).await?;
    page.run("document.querySelector('[data-close-table]').click()").await?;
    page.until("the table is closed", async || page.holds(&is_there("[data-sample]")).await).await
}

/// One diagnosis: a token that nobody has seen, and a key that is not its own.
async fn diagnose(page: &Page, number: u32) -> WebDriverResult<()> {
    let token = format!(
        "const text = btoa(JSON.stringify({{ sub: 'user-{number}', exp: 1700000000 + {number} }})).replace(/=/g, '');
        const write = (field, value) => {{
            field.value = value;
            field.dispatchEvent(new Event('input', {{ bubbles: true }}));
        }};
        write(document.querySelector('#keys'), 'a-secret-of-nobody-{number}');
        write(document.querySelector('#paste'), `eyJhbGciOiJIUzI1NiJ9.${{text}}.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmE`);"
    );
    page.run(&token).await?;
    page.run("return new Promise(next => requestAnimationFrame(() => setTimeout(next)))").await?;
    page.is_diagnosed().await
}

async fn look(page: &Page) -> WebDriverResult<Held> {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let found = metrics["metrics"].as_array().into_iter().flatten().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).unwrap_or_default()
    };
    let (heap, nodes) = (metric("JSHeapUsedSize"), metric("Nodes"));
    Ok(Held { heap, nodes, resident: resident(page.driver_process()) })
}

/// What the largest process of the browser that shows pages has in memory: the page, its worker, and both instances.
fn resident(driver: u32) -> f64 {
    let mut family = BTreeSet::from([driver]);
    let mut largest = 0.0_f64;
    let mut processes: Vec<u32> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    // Children have higher numbers than their parents, but where the numbers have started anew.
    processes.sort_unstable();
    for process in processes {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let field = |name: &str| -> Option<u32> {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse().ok()
        };
        if field("PPid:").is_none_or(|parent| !family.contains(&parent)) {
            continue;
        }
        family.insert(process);
        let command = fs::read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default();
        if command.contains("--type=renderer") {
            largest = largest.max(f64::from(field("VmRSS:").unwrap_or_default()) * 1024.0);
        }
    }
    largest
}
