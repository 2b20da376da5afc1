//! Turns the tables that people edit (causes, experiments, knowledge base) into Rust, and refuses what is wrong in them.

#[path = "build/tables.rs"]
mod tables;

use std::{env, fs, path::Path};

#[expect(clippy::expect_used, reason = "a build script stops the build with its message")]
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let write = |name: &str, code: String| {
        fs::write(Path::new(&out).join(name), code).expect("cargo's OUT_DIR can be written");
    };
    let causes = tables::read("src/causes.tsv", 3);
    write("cause.rs", tables::causes(&causes));
    let experiments = tables::read("src/experiments.tsv", 4);
    write("experiment.rs", tables::experiments(&experiments, &causes));
}
