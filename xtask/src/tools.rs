//! The tools that a build needs, each at one version, kept under `target/tools`.
//!
//! They come from the registries of Rust and npm, never from where their code is hosted. What is there is not built
//! again.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Failure,
    process::{cargo, command, run},
    read_text, root,
};

const TRUNK: &str = "0.21.14";
const FUZZ: &str = "0.13.2";
const GECKODRIVER: &str = "0.37.1";
const DENY: &str = "0.20.2";

/// Where the packages of `package.json` are.
pub fn npm_folder() -> PathBuf {
    folder().join("npm")
}

/// Where everything is kept.
fn folder() -> PathBuf {
    root().join("target/tools")
}

/// Where the programs are.
pub fn folders() -> [PathBuf; 3] {
    ["bin", "npm/node_modules/.bin", "lighthouse/node_modules/.bin"].map(|tools| folder().join(tools))
}

/// The target of the page.
pub fn wasm_target() -> Result<(), Failure> {
    let installed = command("rustup").args(["target", "list", "--installed"]).output();
    let installed = installed.map_err(|error| Failure::new(format!("rustup: {error}")))?;
    if String::from_utf8_lossy(&installed.stdout).lines().any(|line| line == "wasm32-unknown-unknown") {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

/// trunk, which puts the page together. 0.22 wants a newer Rust than ours.
pub fn trunk() -> Result<(), Failure> {
    let flags = ["--locked", "--no-default-features", "--features", "rustls"];
    install("trunk", TRUNK, &flags)
}

/// wasm-bindgen and its test runner, at the version of `Cargo.lock`; they understand no other.
pub fn wasm_bindgen() -> Result<(), Failure> {
    // Not `--locked`: its lock file wants a crate that the index no longer has.
    install("wasm-bindgen-cli", &locked_version("wasm-bindgen")?, &["--no-default-features"])
}

/// The packages of `package.json`: wasm-opt, because Debian's and that of crates.io are too old for what this Rust
/// writes, and what the benchmark compares with.
pub fn npm() -> Result<(), Failure> {
    packages("", &npm_folder(), "wasm-opt")
}

/// Lighthouse, which grades the page; it is large, and brought when it is asked for.
pub fn lighthouse() -> Result<(), Failure> {
    packages("xtask/lighthouse/", &folder().join("lighthouse"), "lighthouse")
}

/// Installs the packages whose lists lie in a folder of the repository, unless they are there; `program` is one of them.
fn packages(lists: &str, folder: &Path, program: &str) -> Result<(), Failure> {
    let wanted = read_text(&format!("{lists}package-lock.json"))?;
    if fs::read_to_string(folder.join("package-lock.json")).is_ok_and(|there| there == wanted)
        && folder.join("node_modules/.bin").join(program).exists()
    {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| Failure::at(folder, error))?;
    let package = folder.join("package.json");
    let listed = read_text(&format!("{lists}package.json"))?;
    fs::write(&package, listed).map_err(|error| Failure::at(&package, error))?;
    let lock = folder.join("package-lock.json");
    fs::write(&lock, &wanted).map_err(|error| Failure::at(&lock, error))?;
    let installed = run(command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder));
    installed.map_err(|failure| Failure::new(format!("{failure} (Node.js with npm brings {program})")))
}

/// cargo-deny, which holds the dependencies against `deny.toml`. What it can fetch from where code is hosted stays out.
pub fn cargo_deny() -> Result<(), Failure> {
    install("cargo-deny", DENY, &["--locked", "--no-default-features"])
}

/// geckodriver, which drives Firefox and is no package of Debian's.
pub fn geckodriver() -> Result<(), Failure> {
    install("geckodriver", GECKODRIVER, &["--locked"])
}

/// The geckodriver that was built here.
pub fn built_geckodriver() -> Option<PathBuf> {
    Some(folder().join("bin/geckodriver")).filter(|path| path.is_file())
}

/// The script of axe-core, which looks for barriers in a page.
pub fn axe() -> Result<String, Failure> {
    npm()?;
    read_text("target/tools/npm/node_modules/axe-core/axe.min.js")
}

/// cargo-fuzz, for the soak.
pub fn cargo_fuzz() -> Result<(), Failure> {
    install("cargo-fuzz", FUZZ, &["--locked"])
}

/// Builds a program from crates.io once, quickly rather than well.
fn install(package: &str, version: &str, flags: &[&str]) -> Result<(), Failure> {
    let list = fs::read_to_string(folder().join(".crates.toml")).unwrap_or_default();
    if list.contains(&format!("\"{package} {version} ")) {
        return Ok(());
    }
    eprintln!("building {package} {version} into target/tools, once");
    let folder = folder();
    run(cargo(&["install", package, "--version", version, "--quiet"])
        .args(flags)
        .arg("--root")
        .arg(&folder)
        .arg("--target-dir")
        .arg(folder.join("build"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))?;
    let build = folder.join("build");
    // What is left of the build is half a gigabyte that nobody needs again.
    fs::remove_dir_all(&build).map_err(|error| Failure::at(&build, error))
}

/// The version of a crate in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String, Failure> {
    let lock = read_text("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock: no {package}")))
}
