//! The static site in `dist/`.

use std::{env, fs, path::PathBuf};

use crate::{
    Failure, fingerprint,
    process::{command, run},
    root, tools,
};

/// Where the site is written to.
pub fn dist_folder() -> PathBuf {
    root().join("dist")
}

/// Builds the release page, unless nothing has changed since the last time.
pub fn dist() -> Result<(), Failure> {
    let fingerprint = fingerprint::of_sources()?;
    let seen = root().join("target/dist.fingerprint");
    let index = dist_folder().join("index.html");
    if index.exists() && fs::read_to_string(&seen).is_ok_and(|seen| seen == fingerprint) {
        return Ok(());
    }
    needs()?;
    // trunk leaves it behind when a build fails, and then stumbles over it.
    let stage = dist_folder().join(".stage");
    if stage.exists() {
        fs::remove_dir_all(&stage).map_err(|error| Failure::at(&stage, error))?;
    }
    let flags = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    run(command("trunk").args(["build", "--release"]).env(flags, without_paths()))?;
    fs::write(&seen, fingerprint).map_err(|error| Failure::at(&seen, error))
}

/// Installs what a build of the page needs, as far as it is missing.
pub fn needs() -> Result<(), Failure> {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    tools::trunk()?;
    tools::crates()
}

/// Flags, beside those of `.cargo/config.toml`, by which no path of this machine gets into the module: it is the same
/// wherever it is built, and a panic's place names nobody's folders.
fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let crates = home.into_iter().flat_map(|home| {
        let sources = fs::read_dir(home.join("registry/src")).into_iter().flatten();
        sources.map_while(Result::ok).map(|registry| (registry.path(), "crates"))
    });
    // Cargo splits the flags at white space, so a path with some can't be said this way.
    [(root(), ".")]
        .into_iter()
        .chain(crates)
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .filter(|flag| !flag.contains(char::is_whitespace))
        .collect::<Vec<_>>()
        .join(" ")
}
