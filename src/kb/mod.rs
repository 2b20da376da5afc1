//! The knowledge base: entries, search, recognising error messages.
//!
//! Imports nothing of ours but `cause`, `finding`, `language` and `order`. It comes in as two texts, so that the page
//! can fetch the second one when it is first needed: the index with what a diagnosis asks for, and the texts that people read.

pub mod format;
mod index;
mod line;
mod messages;
mod pattern;
mod plain;
mod reading;
pub mod render;
mod rules;
mod search;
mod sieve;
mod unwrap;
mod wider;
mod woven;

use std::{fmt, rc::Rc, sync::OnceLock};

use crate::{
    cause::{Cause, ExperimentId},
    order,
};

pub use self::{
    messages::{Also, Recognised, Recogniser},
    search::Searcher,
    sieve::Sieve,
};
pub use crate::language::Language;

/// An entry, its causes and experiments known.
pub type Entry = format::Entry<Cause, ExperimentId, String>;
/// The messages of a library.
pub type Library = format::Library<Cause, String>;
/// A workaround or a dead end.
pub type Attempt = format::Attempt<ExperimentId>;
/// A case that shows an entry's fault.
pub type Example = format::Example<Cause>;

/// The index as `build.rs` made it. Not in the page's wasm: the page fetches `knowledge.txt`.
#[cfg(any(feature = "cli", test))]
pub const INDEX: &str = include_str!(concat!(env!("OUT_DIR"), "/knowledge.txt"));

/// The entries as `build.rs` made them. Not in the page's wasm: the page fetches `texts.txt`.
#[cfg(any(feature = "cli", test))]
pub const TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.json"));

impl format::Text {
    /// The text in this language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

impl format::Cell {
    /// The characters in this language.
    pub fn get(&self, language: Language) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Text(text) => text.get(language),
        }
    }
}

/// Why a text is not what `build.rs` of this version writes.
#[derive(Debug)]
pub struct Unreadable {
    /// Counted from 1.
    line: usize,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the knowledge base can't be read: line {}", self.line)
    }
}

impl std::error::Error for Unreadable {}

/// What is known of an entry before its texts are there: enough to say where it belongs and to try its advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `<category>/<slug>`.
    pub id: String,
    /// What it is about.
    pub title: format::Text,
    /// What it is.
    pub kind: format::Kind,
    /// Words to filter by.
    pub tags: Vec<String>,
    /// Words of which the product's tokens, messages or public keys have one.
    pub marks: Vec<String>,
    /// The causes that it explains, the one it is most about first.
    pub causes: Vec<Cause>,
    /// The experiments of each workaround.
    pub workarounds: Vec<Vec<ExperimentId>>,
    /// The experiments of each dead end.
    pub dead_ends: Vec<Vec<ExperimentId>>,
    /// The libraries whose words or code stand in it, as their messages' files call them.
    pub libraries: Vec<String>,
}

impl Summary {
    /// The folder in which the entry is.
    pub fn category(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }
}

/// What a diagnosis needs: what each entry is about, and the messages of libraries.
#[derive(Clone, Debug)]
pub struct Knowledge {
    entries: Vec<Summary>,
    /// The second part of the index, read when a message is first looked for.
    messages: String,
    recogniser: OnceLock<Recogniser>,
}

impl Knowledge {
    /// Reads the index.
    ///
    /// # Errors
    ///
    /// When the text is not what `build.rs` of this version writes.
    pub fn from_index(text: &str) -> Result<Self, Unreadable> {
        let (entries, messages) = index::read(text).map_err(|index| Unreadable { line: index + 1 })?;
        Ok(Self { entries, messages: messages.to_owned(), recogniser: OnceLock::new() })
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> &[Summary] {
        &self.entries
    }

    /// The messages, library by library.
    pub fn libraries(&self) -> Vec<Library> {
        index::libraries(&self.messages, &self.entries)
    }

    /// What finds the messages in a text; prepared when it is first asked for.
    pub fn recogniser(&self) -> &Recogniser {
        self.recogniser.get_or_init(|| Recogniser::new(self))
    }

    /// The entry with this id.
    pub fn entry(&self, id: &str) -> Option<&Summary> {
        self.entries.get(self.position(id)?)
    }

    /// The position of the entry with this id among [`Knowledge::entries`].
    fn position(&self, id: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()
    }

    /// The entries that explain this cause, the most specific first: those that are most about it, then those that
    /// explain the fewest causes; one product's after those of all; guides last.
    pub fn entries_for(&self, cause: Cause) -> Vec<&Summary> {
        let mut found: Vec<(usize, &Summary)> = self
            .entries
            .iter()
            .filter_map(|entry| {
                let position = entry.causes.iter().position(|&other| other == cause)?;
                Some((position, entry))
            })
            .collect();
        order::by_key(&mut found, |&(position, entry)| {
            let marked = !entry.marks.is_empty();
            (position != 0, breadth(entry), marked, position, entry.causes.len())
        });
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// How wide an entry's net is: one product's and one fault's entries are narrower than a guide.
fn breadth(entry: &Summary) -> u8 {
    match entry.kind {
        format::Kind::Error | format::Kind::Product => u8::from(entry.causes.len() > 8),
        format::Kind::Guide => 2,
    }
}

/// What people read: the entries in full.
#[derive(Clone, Debug)]
pub struct Texts(Vec<Rc<Entry>>);

impl Texts {
    /// Reads `texts.txt`, beside the index that was written with it.
    ///
    /// # Errors
    ///
    /// When the text is not what `jwt-why kb` of this version writes.
    pub fn from_woven(woven: &str, knowledge: &Knowledge) -> Result<Self, Unreadable> {
        let entries = woven::read(woven, knowledge.entries()).ok_or(Unreadable { line: 1 })?;
        Ok(Self(entries.into_iter().map(Rc::new).collect()))
    }

    /// Reads the entries as `build.rs` made them.
    ///
    /// # Errors
    ///
    /// When the text is not what `build.rs` of this version writes.
    pub fn from_json(json: &str) -> Result<Self, Unreadable> {
        let entries: Vec<Entry> =
            serde_json::from_str(json).map_err(|error| Unreadable { line: error.line() })?;
        Ok(Self(entries.into_iter().map(Rc::new).collect()))
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> &[Rc<Entry>] {
        &self.0
    }

    /// The entry with this id.
    pub fn entry(&self, id: &str) -> Option<&Rc<Entry>> {
        let found = self.0.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()?;
        self.0.get(found)
    }
}

#[cfg(test)]
mod messages_tests;
#[cfg(test)]
mod naming_tests;
#[cfg(test)]
mod tests;
