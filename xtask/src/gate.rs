//! `cargo xtask test`: everything that must be true before a change is.

use std::{
    io::{BufRead, BufReader},
    process::{Command, ExitCode, Stdio},
};

use crate::{
    Failure,
    browser::{Browser, Firefox},
    counts::Counts,
    process::{cargo, spelled},
    single, size, tools,
};

const WASM: &str = "wasm32-unknown-unknown";

/// Runs every step, whatever became of the one before, and ends with the counts.
pub fn run(install: bool) -> Result<ExitCode, Failure> {
    let mut counts = Counts::default();
    match every_step(install, &mut counts) {
        Ok(()) => {}
        Err(failure) => {
            eprintln!("{failure}");
            counts.failed += 1;
        }
    }
    println!("{counts}");
    Ok(if counts.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn every_step(install: bool, counts: &mut Counts) -> Result<(), Failure> {
    if install {
        Browser::install()?;
        Firefox::install()?;
    }
    // Without a browser half of the tests can't run: better said now than in ten minutes.
    let browser = Browser::find()?;
    tools::wasm_target()?;
    for step in checks() {
        *counts += passed(step);
    }
    *counts +=
        passed(cargo(&["test", "--workspace", "--exclude", "e2e", "--all-features", "--no-fail-fast"]));
    tools::wasm_bindgen()?;
    *counts += passed(in_wasm(&browser));
    single::single_file()?;
    // Too large a page is a fault, and no reason to leave its tests out.
    if let Err(failure) = size::check() {
        eprintln!("{failure}");
        counts.failed += 1;
    }
    let mut e2e = end_to_end();
    if install {
        // Where it was to be installed, none of its tests may be left out.
        e2e.env("FIREFOX_IS_NEEDED", "1");
    }
    *counts += passed(e2e);
    Ok(())
}

/// The page as it is built, in real browsers.
pub fn end_to_end() -> Command {
    let mut tests = cargo(&["test", "--package", "e2e", "--no-fail-fast"]);
    // What a page said when a test failed is worth more than fifty frames of a runtime.
    tests.env("RUST_BACKTRACE", "0");
    tests
}

/// What is looked at without being run, for this machine and for the browser.
fn checks() -> [Command; 4] {
    let clippy = ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
    let page = ["clippy", "--target", WASM, "--lib", "--bin", "jwt-why-app"];
    let mut page = cargo(&page);
    page.args(["--features", "app", "--", "-D", "warnings"]);
    [
        cargo(&["fmt", "--all", "--check"]),
        cargo(&clippy),
        page,
        cargo(&["check", "--lib", "--no-default-features"]),
    ]
}

/// The tests that run inside of the browser.
fn in_wasm(browser: &Browser) -> Command {
    let mut command = cargo(&["test", "--target", WASM, "--features", "app", "--no-fail-fast"]);
    command
        .args(["--bin", "jwt-why-app", "--test", "wasm"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    command
}

/// Runs a step, shows what it prints, and counts: its tests, and its own failure if no test explains it.
pub fn passed(mut command: Command) -> Counts {
    println!("\n$ {}", spelled(&command));
    let mut counts = Counts::default();
    let well = match command.stdout(Stdio::piped()).spawn() {
        Ok(mut child) => {
            let lines = child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines);
            for line in lines.map_while(Result::ok) {
                println!("{line}");
                counts += Counts::of_line(&line);
            }
            child.wait().is_ok_and(|status| status.success())
        }
        Err(error) => {
            eprintln!("{error}");
            false
        }
    };
    if !well && counts.failed == 0 {
        counts.failed = 1;
    }
    counts
}
