//! What the module is made of, crate by crate.
//!
//! Read from what the compiler wrote, before wasm-bindgen and wasm-opt: only there functions have names. So the shares
//! are right, and the sum is more than what is published.

use std::{collections::BTreeMap, fs};

use wasmparser::BinaryReaderError;

use crate::{Failure, root, split::Module};

/// What cargo writes for the page.
const MODULE: &str = "target/wasm32-unknown-unknown/page/jwt-why-app.wasm";

/// How many crates are named; the rest is one line.
const MOST: usize = 40;

/// Prints the bytes of code of each crate, and those of the constants.
pub fn print() -> Result<(), Failure> {
    let path = root().join(MODULE);
    let module = fs::read(&path).map_err(|error| Failure::at(&path, error))?;
    let contents = read(&module).map_err(|error| Failure::at(&path, error))?;
    let code: usize = contents.crates.values().sum();
    println!("{:<32}{:>10}", "in the module, before wasm-opt", "bytes");
    println!("{:<32}{:>10}", "  constants", contents.data);
    println!("{:<32}{code:>10}", "  code");
    let mut crates: Vec<_> = contents.crates.into_iter().collect();
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    for (name, size) in crates.iter().take(MOST) {
        println!("    {name:<28}{size:>10}");
    }
    let rest: usize = crates.iter().skip(MOST).map(|(_, size)| size).sum();
    println!("    {:<28}{rest:>10}", "others");
    Ok(())
}

/// Sizes in bytes.
struct Contents {
    crates: BTreeMap<String, usize>,
    data: usize,
}

fn read(bytes: &[u8]) -> Result<Contents, BinaryReaderError> {
    let module = Module::read(bytes)?;
    let mut crates = BTreeMap::new();
    for (index, body) in (module.imported..).zip(&module.bodies) {
        let name = module.names.get(&index).copied().unwrap_or_default();
        let path = format!("{:#}", rustc_demangle::demangle(name));
        *crates.entry(crate_of(&path)).or_default() += body.range().len();
    }
    Ok(Contents { crates, data: module.data.iter().map(|(_, constants)| constants.len()).sum() })
}

/// The crate that a function's path begins with; `<A as B>::f` is A's.
fn crate_of(path: &str) -> String {
    let path = path.trim_start_matches(|character: char| !character.is_ascii_alphabetic());
    let path = ["mut ", "dyn "].iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    match path.split_once("::") {
        Some((name, _)) if name.chars().all(|letter| letter == '_' || letter.is_ascii_alphanumeric()) => {
            name.to_owned()
        }
        _ => "without a crate".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        for (path, name) in [
            ("serde_json::read::next", "serde_json"),
            ("<k256::Scalar as core::ops::Add>::add", "k256"),
            ("<&mut serde_json::de::Deserializer as serde::Deserializer>::f", "serde_json"),
            ("_<alloc::vec::Vec<T> as core::fmt::Debug>::fmt", "alloc"),
            ("receive", "without a crate"),
        ] {
            assert_eq!(crate_of(path), name, "{path}");
        }
    }

    #[test]
    fn functions_are_counted_by_their_names() {
        // (module (import "a" "b" (func)) (func nop)), its functions named: the second is `core::f`.
        let module = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01a\x01b\0\0\x03\x02\x01\0\x0a\x05\x01\x03\0\x01\x0b\
            \0\x14\x04name\x01\x0d\x02\0\x01x\x01\x07core::f";
        let contents = read(module).unwrap();
        assert_eq!(contents.crates.into_iter().collect::<Vec<_>>(), [("core".to_owned(), 3)]);
        assert_eq!(contents.data, 0);
    }
}
