//! Splits the page's module in two: what the first verdict needs, and the rest, which joins it while the verdict is
//! already there.
//!
//! Cut is at the functions of `gates.txt`. Everything that is reached only through them goes into the second module,
//! with the constants that nothing else refers to. The page goes through a gate only when the rest is there
//! (`src/app/platform/rest.rs`), so nothing can be called that is missing; the build fails when a gate is gone.
//!
//! What joins the module and its script gets short names in both.

mod graph;
mod halves;
mod linked;
mod module;
mod names;
mod plan;
#[cfg(test)]
mod tests;

use std::{fs, path::Path};

use wasm_encoder::{Encode, NameSection, Section};

pub use self::module::Module;
use self::{halves::Halves, names::Names};
use crate::{
    Failure,
    process::{command, run},
    root,
};

/// What cargo writes for the page.
const LINKED: &str = "target/wasm32-unknown-unknown/page/jwt-why-app.wasm";

/// What wasm-bindgen makes of it, in the folder of the site.
const BOUND: &str = "jwt-why-app_bg.wasm";

/// The script that wasm-bindgen makes beside it.
const SCRIPT: &str = "jwt-why-app.js";

/// What joins it.
const REST: &str = "jwt-why-rest.wasm";

/// Where the names of the functions of each half are, by their numbers.
const SYMBOLS: &str = "target/symbols";

/// The paths of the functions behind which the rest begins, one a line.
const GATES: &str = include_str!("gates.txt");

/// Splits the module of the site in `folder`.
///
/// # Errors
///
/// When a gate is in no module, or something that stays needs something that goes.
pub fn run_in(folder: &Path) -> Result<(), Failure> {
    let read = |path: &Path| fs::read(path).map_err(|error| Failure::at(path, error));
    let linked = read(&root().join(LINKED))?;
    let bound = folder.join(BOUND);
    let bytes = read(&bound)?;
    let Halves { first, rest } = of(&linked, &bytes)?;
    let path = folder.join(SCRIPT);
    fs::write(&path, script(&bound, &path)?).map_err(|error| Failure::at(&path, error))?;
    optimised(&bound, &first, "first")?;
    optimised(&folder.join(REST), &rest, "rest")
}

/// The script of the module in `bound`, with the names that the halves have.
///
/// # Errors
///
/// When a file can't be read, or the module is none.
pub fn script(bound: &Path, script: &Path) -> Result<String, Failure> {
    let bytes = fs::read(bound).map_err(|error| Failure::at(bound, error))?;
    let text = fs::read_to_string(script).map_err(|error| Failure::at(script, error))?;
    Ok(Names::of(&Module::read(&bytes).map_err(|error| wrong(&error))?).in_script(&text))
}

fn wrong(error: &wasmparser::BinaryReaderError) -> Failure {
    Failure::new(format!("the module: {error}"))
}

fn of(linked: &[u8], bound: &[u8]) -> Result<Halves, Failure> {
    let graph = linked::graph(linked).map_err(|error| wrong(&error))?;
    let module = Module::read(bound).map_err(|error| wrong(&error))?;
    let gates: Vec<&str> = gates().collect();
    for gate in &gates {
        if !graph.has(|path| is_in(path, gate)) {
            return Err(Failure::new(format!(
                "{gate}, a gate of xtask/src/split/gates.txt, is in no function's path"
            )));
        }
    }
    halves::split(&module, &graph.behind(|path| gates.iter().any(|gate| is_in(path, gate))))
}

/// The gates, without the lines that say something about them.
fn gates() -> impl Iterator<Item = &'static str> {
    GATES.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether a path is the gate's or lies below it.
fn is_in(path: &str, gate: &str) -> bool {
    path.strip_prefix(gate).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Writes a module as small as it can be made: what a round has merged gives the next one more to do. It has a name of its
/// own, by which browsers call it where something fails; what its functions were called goes to [`SYMBOLS`].
fn optimised(path: &Path, module: &[u8], name: &str) -> Result<(), Failure> {
    let symbols = root().join(SYMBOLS);
    fs::create_dir_all(&symbols).map_err(|error| Failure::at(&symbols, error))?;
    let symbols = symbols.join(format!("{name}.txt"));
    fs::write(path, module).map_err(|error| Failure::at(path, error))?;
    run(command("wasm-opt")
        .args(["-Oz", "-Oz", "-Oz"])
        .arg(format!("--symbolmap={}", symbols.display()))
        .arg(path)
        .arg("-o")
        .arg(path))?;
    let mut module = fs::read(path).map_err(|error| Failure::at(path, error))?;
    let mut names = NameSection::new();
    names.module(name);
    module.push(names.id());
    names.encode(&mut module);
    fs::write(path, module).map_err(|error| Failure::at(path, error))
}
