//! Other programs, started in the repository's folder with the tools of `target/tools` first in the path.

use std::{env, ffi::OsStr, path::PathBuf, process::Command};

use crate::{Failure, root, tools};

/// A program that finds our tools before those of the machine.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    let ours = tools::folders().into_iter();
    let theirs = env::var_os("PATH").unwrap_or_default();
    let theirs: Vec<PathBuf> = env::split_paths(&theirs).collect();
    if let Ok(path) = env::join_paths(ours.chain(theirs)) {
        command.env("PATH", path);
    }
    // trunk takes this for a flag and dies of `1`.
    command.env_remove("NO_COLOR");
    command
}

/// `cargo` with these arguments.
pub fn cargo(arguments: &[&str]) -> Command {
    // The cargo that runs us, through the toolchain file and not around it.
    let mut command = command("cargo");
    command.args(arguments);
    command
}

/// How a command is typed.
pub fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Runs a command to its good end.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| Failure::new(format!("{}: {error}", spelled(command))))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{}: {status}", spelled(command)))) }
}
