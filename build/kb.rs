//! The knowledge base: reads the files that people write, refuses what is wrong in them, and makes the two files that
//! the page and the command line read.
//!
//! Needs no file system itself, so that tests can hand it broken files.

use std::{collections::BTreeMap, fmt};

#[path = "kb_entry.rs"]
mod entry;
#[path = "../src/kb/format/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the library uses all of it")]
pub mod format;
#[path = "kb_index.rs"]
mod index;
#[path = "kb_message.rs"]
mod message;
#[path = "../src/kb/pattern.rs"]
#[allow(dead_code, reason = "the library uses all of it")]
mod pattern;
#[path = "kb_place.rs"]
mod place;
#[path = "kb_text.rs"]
mod text;

pub use place::Place;

pub type Entry = format::Entry<String, String, String>;
pub type Library = format::Library<String, String>;

/// A file and its text.
pub struct File {
    /// As a reader of a message finds it: `kb/time/clock-skew.toml`.
    pub path: String,
    pub text: String,
}

/// What the files may name.
pub struct Names {
    pub causes: Vec<String>,
    /// Each experiment with the class of its change.
    pub experiments: Vec<(String, String)>,
}

/// Something that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// What the files become.
#[derive(Debug)]
pub struct Compiled {
    /// What is needed before any text of an entry: see `src/kb/index.rs`.
    pub index: String,
    /// The entries as JSON, in the order of their ids.
    pub texts: String,
}

/// The knowledge base, or everything that is wrong.
pub fn compile(files: &[File], names: &Names) -> Result<Compiled, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut entries: BTreeMap<String, (&File, Entry)> = BTreeMap::new();
    let mut libraries: BTreeMap<String, (&File, Library)> = BTreeMap::new();
    for file in files {
        if file.path.starts_with("kb/messages/") {
            if let Some(library) = parse::<Library>(file, &mut faults) {
                let name = library.library.clone();
                if let Some((first, _)) = libraries.insert(name, (file, library)) {
                    let message = format!("{} has the messages of this library already", first.path);
                    faults.push(place::fault(file, &["library".into()], message));
                }
            }
        } else if let Some(read) = parse::<Entry>(file, &mut faults) {
            let id = read.id.clone();
            if let Some((first, _)) = entries.insert(id, (file, read)) {
                let message = format!("{} has this id already", first.path);
                faults.push(place::fault(file, &["id".into()], message));
            }
        }
    }
    let ids: Vec<&str> = entries.keys().map(String::as_str).collect();
    for (file, read) in entries.values() {
        faults.extend(entry::check(file, read, names, &ids));
    }
    for (file, library) in libraries.values() {
        faults.extend(message::check(file, library, names, &ids));
    }
    if !faults.is_empty() {
        faults.sort();
        return Err(faults);
    }
    let entries: Vec<Entry> = entries.into_values().map(|(_, entry)| entry).collect();
    let libraries: Vec<Library> = libraries.into_values().map(|(_, library)| library).collect();
    let texts = serde_json::to_string(&entries)
        .map_err(|error| vec![Fault { path: "kb".to_owned(), line: 1, message: error.to_string() }])?;
    Ok(Compiled { index: index::index(&entries, &libraries, names), texts })
}

fn parse<'a, T: serde::Deserialize<'a>>(file: &'a File, faults: &mut Vec<Fault>) -> Option<T> {
    match toml::from_str(&file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span().map_or(1, |span| place::line(&file.text, span.start));
            let message = error.message().lines().collect::<Vec<_>>().join(" ");
            faults.push(Fault { path: file.path.clone(), line, message });
            None
        }
    }
}
