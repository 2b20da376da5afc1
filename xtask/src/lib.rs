//! What the commands are made of: the tools, the page, its server, and the gate that everything passes.

#![allow(clippy::missing_errors_doc, reason = "a `Failure` is a sentence for whoever typed the command")]

pub mod bench;
pub mod bench_site;
mod bill_of_materials;
mod brief;
pub mod browser;
pub mod compiler;
mod counts;
pub mod fingerprint;
pub mod gate;
mod html;
pub mod lighthouse;
pub mod new_entry;
pub mod page;
pub mod precache;
pub mod process;
pub mod release;
pub mod seal;
pub mod server;
pub mod single;
pub mod size;
pub mod soak;
mod split;
mod standing;
pub mod tools;

pub use tools::axe;

use std::{
    fmt,
    path::{Path, PathBuf},
};

/// Why a command stopped, in one sentence for whoever started it.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure for this reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }

    /// A failure to do something with a file.
    pub fn at(path: &Path, reason: impl fmt::Display) -> Self {
        Self(format!("{}: {reason}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// The folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A text file of the repository.
fn read_text(path: &str) -> Result<String, Failure> {
    let path = root().join(path);
    std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, error))
}
