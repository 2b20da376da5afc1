//! Two clean builds of everything that is released, in different folders: is every file the same?

use std::{fs, path::Path};

use super::{Row, sources};
use crate::{
    Failure, page,
    process::{command, run},
    root,
};

/// Where the two builds are; one is deeper than the other, so that no length of a path is the same.
const FOLDERS: [&str; 2] = ["target/soak/one", "target/soak/the/other/one"];

/// What a release says about its files.
const SUMS: [&str; 2] = ["release/SHA256SUMS", "release/SHA256SUMS.site"];

/// Builds twice and compares.
pub fn builds() -> Result<Vec<Row>, Failure> {
    page::needs()?;
    let folders = FOLDERS.map(|folder| root().join(folder));
    // Both before the first build: somebody may go on working meanwhile.
    for folder in &folders {
        copy_sources(folder)?;
    }
    let [one, other] = folders.map(|folder| build(&folder));
    let (one, other) = (one?, other?);
    let mut different = Vec::new();
    for line in one.lines().filter(|line| !other.contains(line)) {
        different.push(line.split_whitespace().last().unwrap_or(line));
    }
    let files = one.lines().count();
    let is_same = one == other;
    let result = if is_same { "every file is the same".to_owned() } else { different.join(", ") + " differ" };
    Ok(vec![Row::new(is_same, format!("two clean builds, {files} files"), result)])
}

/// Copies the sources, and nothing that was built from them.
fn copy_sources(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::at(folder, error))?;
    }
    for file in sources()? {
        let (from, to) = (root().join(&file), folder.join(&file));
        let parent = to.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| Failure::at(parent, error))?;
        fs::copy(&from, &to).map_err(|error| Failure::at(&from, error))?;
    }
    Ok(())
}

/// Builds the release from nothing, and gives the hash of each file.
fn build(folder: &Path) -> Result<String, Failure> {
    tools(folder)?;
    run(command("cargo").args(["xtask", "release"]).current_dir(folder).env_remove("CARGO_TARGET_DIR"))?;
    let sums: Result<Vec<String>, Failure> = SUMS
        .iter()
        .map(|sums| {
            let path = folder.join(sums);
            fs::read_to_string(&path).map_err(|error| Failure::at(&path, error))
        })
        .collect();
    let sums = sums?.concat();
    // Two builds are some gigabytes, and nobody needs what lies between.
    let built = folder.join("target");
    fs::remove_dir_all(&built).map_err(|error| Failure::at(&built, error))?;
    Ok(sums)
}

/// The tools are pinned, and no part of what is compared.
fn tools(folder: &Path) -> Result<(), Failure> {
    let target = folder.join("target");
    fs::create_dir_all(&target).map_err(|error| Failure::at(&target, error))?;
    run(command("cp").args(["-R", "-L"]).arg(root().join("target/tools")).arg(target.join("tools")))
}
