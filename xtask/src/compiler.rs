//! How the page's module is compiled: as small as this compiler can make it, and the same on every machine.
//!
//! The standard library that comes with Rust is made for speed and has the words of every panic in it. The page is some
//! four percent smaller when it is built from its source, for size, and with panics that are nothing but a trap. Rust
//! calls that unstable, which means that another version may do it otherwise; `rust-toolchain.toml` names the one version
//! that is used here.

use std::{env, path::PathBuf, process::Command};

use crate::{
    Failure,
    process::{cargo, command, run},
    root,
};

/// What the environment of cargo has for it. The hook in `Trunk.toml` takes these away again: what is built there runs
/// on this machine.
const SMALL: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_PAGE_PANIC", "immediate-abort"),
];

/// Has a command that runs cargo compile for the page.
pub fn small(command: &mut Command) -> &mut Command {
    command.envs(SMALL).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags())
}

/// Brings the crates of `Cargo.lock`, and the standard library with its own, because trunk builds without a network.
pub fn crates() -> Result<(), Failure> {
    if source().is_none() {
        run(command("rustup").args(["component", "add", "rust-src"]))?;
    }
    run(small(&mut cargo(&["fetch", "--locked", "--quiet"])))
}

/// Flags, beside those of `.cargo/config.toml`. No path of this machine gets into the module: it is the same wherever it
/// is built. The names of functions are those that `split/gates.txt` has; without a word the unstable compiler writes
/// others.
fn flags() -> String {
    const NAMES: [&str; 2] = ["-Zunstable-options", "-Csymbol-mangling-version=legacy"];
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let crates = home.into_iter().flat_map(|home| {
        let sources = std::fs::read_dir(home.join("registry/src")).into_iter().flatten();
        sources.map_while(Result::ok).map(|registry| (registry.path(), "crates"))
    });
    let standard = source().map(|source| (source, "standard"));
    // Cargo splits the flags at white space, so a path with some can't be said this way.
    let paths = [(root(), ".")]
        .into_iter()
        .chain(crates)
        .chain(standard)
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .filter(|flag| !flag.contains(char::is_whitespace));
    NAMES.map(str::to_owned).into_iter().chain(paths).collect::<Vec<_>>().join(" ")
}

/// Where the source of the standard library is, if it is installed.
fn source() -> Option<PathBuf> {
    let sysroot = command("rustc").args(["--print", "sysroot"]).output().ok()?;
    let sysroot = PathBuf::from(String::from_utf8(sysroot.stdout).ok()?.trim());
    let library = sysroot.join("lib/rustlib/src/rust/library").canonicalize().ok()?;
    library.join("std/Cargo.toml").is_file().then_some(library)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_text;

    #[test]
    fn what_trunk_runs_at_the_end_is_compiled_for_this_machine() -> Result<(), Failure> {
        let trunk = read_text("Trunk.toml")?;
        for (name, _) in SMALL {
            assert!(trunk.contains(&format!("\"{name}\"")), "{name} is left to the hook");
        }
        Ok(())
    }
}
