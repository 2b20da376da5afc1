//! Turns the tables that people edit (causes, experiments, knowledge base) into Rust and JSON, and refuses what is
//! wrong in them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a build script stops the build with its message"
)]

#[path = "build/kb.rs"]
mod kb;
#[path = "build/tables.rs"]
mod tables;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=kb");
    println!("cargo:rerun-if-changed=src/kb/format");
    println!("cargo:rerun-if-changed=src/kb/pattern.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        // `cargo xtask seal` splits the module, and has to know which functions and constants need one another.
        println!("cargo:rustc-link-arg-bin=jwt-why-app=--emit-relocs");
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let write = |name: &str, code: String| {
        fs::write(Path::new(&out).join(name), code).expect("cargo's OUT_DIR can be written");
    };
    let causes = tables::read("src/causes.tsv", 3);
    write("cause.rs", tables::causes(&causes));
    let experiments = tables::read("src/experiments.tsv", 4);
    write("experiment.rs", tables::experiments(&experiments, &causes));

    let names = kb::Names {
        causes: causes.into_iter().map(|row| row.cells[0].clone()).collect(),
        experiments: experiments
            .into_iter()
            .map(|row| (row.cells[0].clone(), row.cells[2].clone()))
            .collect(),
    };
    match kb::compile(&toml_files("kb".into()), &names) {
        Ok(kb::Compiled { index, texts }) => {
            write("knowledge.txt", index);
            write("texts.json", texts);
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo:error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}

/// All TOML files of a directory and what lies in it, in the order of their paths.
fn toml_files(directory: PathBuf) -> Vec<kb::File> {
    let mut open = vec![directory];
    let mut files = Vec::new();
    while let Some(directory) = open.pop() {
        for item in fs::read_dir(&directory).expect("the knowledge base can be read") {
            let path = item.expect("a directory lists its files").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path).expect("an entry is UTF-8 text");
                files.push(kb::File { path: path.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
