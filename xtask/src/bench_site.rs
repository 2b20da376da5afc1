//! What is measured in the browser: the page as it is built, pages on `jose` beside it, and the library without a page.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::{
    Failure, compiler, page,
    process::{cargo, command, run},
    root, tools,
};

/// The crate that calls the library in wasm.
const MODULE: &str = "bench_module";

/// Where the site of the benchmark is.
pub fn folder() -> PathBuf {
    root().join("target/bench")
}

/// Builds the site and measures everything in it, or only these tables.
pub fn bench(tables: &[&str]) -> Result<(), Failure> {
    page::dist()?;
    let site = folder();
    fs::create_dir_all(site.join("rates")).map_err(|error| Failure::at(&site, error))?;
    module(&site.join("rates"))?;
    run(command("node").arg("tests/bench/site.mjs").args([&site, &tools::npm_folder()]))?;
    let log = site.join("rates/messages.log");
    fs::write(&log, messages()?).map_err(|error| Failure::at(&log, error))?;
    // The harness wants a page to be there.
    let index = site.join("index.html");
    fs::write(&index, "<!doctype html><title>Benchmark</title>")
        .map_err(|error| Failure::at(&index, error))?;
    run(cargo(&["run", "--quiet", "--package", "bench", "--"]).args(tables))
}

/// Builds the module in the way in which trunk builds the page's.
fn module(folder: &Path) -> Result<(), Failure> {
    const WASM: &str = "wasm32-unknown-unknown";
    let arguments = ["build", "--package", "bench-module", "--target", WASM, "--profile", "page"];
    run(compiler::small(&mut cargo(&arguments)))?;
    let built = root().join("target").join(WASM).join("page").join(format!("{MODULE}.wasm"));
    run(command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(folder)
        .arg(built))?;
    let module = folder.join(format!("{MODULE}_bg.wasm"));
    run(command("wasm-opt").arg("-Oz").arg(&module).arg("-o").arg(&module))
}

/// Ten megabytes of ordinary lines, one in ten with the message of a library.
fn messages() -> Result<String, Failure> {
    const BYTES: usize = 10_000_000;
    let read = |name: &str| {
        let path = root().join("tests/data").join(name);
        fs::read_to_string(&path).map_err(|error| Failure::at(&path, error))
    };
    let (ordinary, messages) = (read("ordinary-log-templates.txt")?, read("messages.jsonl")?);
    let messages: Vec<String> = messages
        .lines()
        .filter_map(|line| {
            Some(serde_json::from_str::<Value>(line).ok()?["message"].as_str()?.replace('\n', " "))
        })
        .collect();
    let mut log = String::with_capacity(BYTES + 4096);
    for (number, template) in ordinary.lines().cycle().enumerate() {
        if log.len() >= BYTES {
            break;
        }
        log.push_str(&filled(template, number));
        if number % 10 == 0
            && let Some(message) = messages.get(number / 10 % messages.len().max(1))
        {
            log.push_str(": ");
            log.push_str(message);
        }
        log.push('\n');
    }
    Ok(log)
}

/// A line of the log: what a template leaves open, filled in.
fn filled(template: &str, number: usize) -> String {
    template
        .replace("{ip}", &format!("10.0.{}.{}", number % 200, number % 250))
        .replace("{day}", &format!("{:02}", number % 28 + 1))
        .replace("{time}", &format!("{:02}:{:02}:{:02}", number / 3600 % 24, number / 60 % 60, number % 60))
        .replace("{n}", &(number % 65_536).to_string())
        .replace("{word}", ["orders", "ada", "billing", "search"][number % 4])
        .replace("{hex}", &format!("{:016x}", number.wrapping_mul(0x9e37_79b9)))
}

/// The processor, how many cores of it there are, the operating system, the date, and what else the machine did.
pub fn machine() -> Result<String, Failure> {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or(env::consts::ARCH, |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let date = command("date").args(["-u", "+%Y-%m-%d"]).output();
    let date = date.map_err(|error| Failure::new(format!("date: {error}")))?;
    let date = String::from_utf8_lossy(&date.stdout).trim().to_owned();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split(' ').take(3).collect();
    let load = load.join(", ");
    Ok(format!(
        "{date}, {model}, {cores} cores, {}; load averages {load} at the end of the run",
        env::consts::OS
    ))
}

/// What is compared with, and at which versions.
pub fn peers() -> Result<String, Failure> {
    let path = root().join("package.json");
    let package = fs::read_to_string(&path).map_err(|error| Failure::at(&path, error))?;
    let package: Value = serde_json::from_str(&package).map_err(|error| Failure::at(&path, error))?;
    let version = |name: &str| package["devDependencies"][name].as_str().unwrap_or("?").to_owned();
    Ok(format!("`jose` {} from npm, bundled and minified by esbuild {}", version("jose"), version("esbuild")))
}
