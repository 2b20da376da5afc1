//! Hashes: of a file, as browsers check it, and of everything that the page is made of.

use std::{
    fs,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{Failure, root};

/// What the page is made of, itself and by way of the tools that make it.
const SOURCES: [&str; 12] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build",
    "build.rs",
    "index.html",
    "kb",
    "rust-toolchain.toml",
    "src",
    "www",
    "xtask/src",
];

/// The hash of a file in the form that the attribute `integrity` has.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// The hash of a text that stands in a page, in the form that a policy names it in.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A short hash of a file, for its address.
pub fn version(content: &[u8]) -> String {
    hex(&Sha256::digest(content)[..6])
}

/// A hash of all sources and their names.
pub fn of_sources() -> Result<String, Failure> {
    let sources = SOURCES.iter().map(|source| files(&root().join(source)));
    of(&sources.collect::<Result<Vec<_>, _>>()?.concat())
}

/// A hash of files and their names, which may start at the root.
pub fn of(files: &[PathBuf]) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for file in files {
        let content = fs::read(root().join(file)).map_err(|error| Failure::at(file, error))?;
        hash.update(file.as_os_str().as_encoded_bytes());
        hash.update(Sha256::digest(content));
    }
    Ok(hex(&hash.finalize()))
}

/// All files under a path, in the order of their names; none if there is nothing.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(if path.exists() { vec![path.to_owned()] } else { Vec::new() });
    }
    let mut all = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| Failure::at(path, error))? {
        let entry = entry.map_err(|error| Failure::at(path, error))?;
        all.append(&mut files(&entry.path())?);
    }
    all.sort();
    Ok(all)
}

/// Bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_integrity_of_nothing_is_that_of_the_standard() {
        let expected = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(integrity(b""), expected);
    }

    #[test]
    fn versions_are_short_and_hexadecimal() {
        assert_eq!(version(b""), "e3b0c44298fc");
    }
}
