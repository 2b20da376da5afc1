//! The static site in `dist/`.

use std::{fs, path::PathBuf};

use crate::{
    Failure, compiler, fingerprint,
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
    run(compiler::small(command("trunk").args(["build", "--release"])))?;
    fs::write(&seen, fingerprint).map_err(|error| Failure::at(&seen, error))
}

/// Installs what a build of the page needs, as far as it is missing.
pub fn needs() -> Result<(), Failure> {
    tools::wasm_target()?;
    tools::wasm_bindgen()?;
    tools::npm()?;
    tools::trunk()?;
    compiler::crates()
}
