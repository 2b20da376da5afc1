//! The knowledge base: entries, search, recognising error messages.
//!
//! Imports nothing of ours but `cause`, `finding` and `language`. The texts come in as JSON, so that the page can fetch them when
//! they are first needed.

pub mod format;
mod line;
mod messages;
mod pattern;
pub mod render;
mod search;

use std::{fmt, sync::OnceLock};

use crate::cause::{Cause, ExperimentId};

pub use self::messages::{Also, Recognised, Recogniser};
pub use crate::language::Language;

/// An entry, its causes and experiments known.
pub type Entry = format::Entry<Cause, ExperimentId, String>;
/// The messages of a library.
pub type Library = format::Library<Cause, String>;
/// A workaround or a dead end.
pub type Attempt = format::Attempt<ExperimentId>;
/// A case that shows an entry's fault.
pub type Example = format::Example<Cause>;

/// The knowledge base as `build.rs` made it. Not in the page's wasm: the page fetches `kb.json`.
#[cfg(any(feature = "cli", test))]
pub const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/kb.json"));

impl format::Text {
    /// The text in this language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// Why a text is no knowledge base.
#[derive(Debug)]
pub struct Unreadable(serde_json::Error);

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the knowledge base can't be read: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

/// All entries and messages.
#[derive(Clone, Debug)]
pub struct Knowledge {
    entries: Vec<Entry>,
    libraries: Vec<Library>,
    recogniser: OnceLock<Recogniser>,
}

impl Knowledge {
    /// Reads `kb.json`.
    ///
    /// # Errors
    ///
    /// When the text is not what `build.rs` of this version writes.
    pub fn from_json(json: &str) -> Result<Self, Unreadable> {
        let base: format::Base<Cause, ExperimentId, String> =
            serde_json::from_str(json).map_err(Unreadable)?;
        Ok(Self { entries: base.entries, libraries: base.libraries, recogniser: OnceLock::new() })
    }

    /// All entries, in the order of their ids.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The messages, library by library.
    pub fn libraries(&self) -> &[Library] {
        &self.libraries
    }

    /// What finds the messages in a text; prepared when it is first asked for.
    pub fn recogniser(&self) -> &Recogniser {
        self.recogniser.get_or_init(|| Recogniser::new(self))
    }

    /// The entry with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entries that explain this cause, the most specific first: those that are most about it, then those that
    /// explain the fewest causes; one product's after those of all; guides last.
    pub fn entries_for(&self, cause: Cause) -> Vec<&Entry> {
        let mut found: Vec<(usize, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| {
                let position = entry.causes.iter().position(|&other| other == cause)?;
                Some((position, entry))
            })
            .collect();
        found.sort_by_key(|&(position, entry)| {
            let marked = !entry.marks.is_empty();
            (position != 0, breadth(entry), marked, position, entry.causes.len())
        });
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// How wide an entry's net is: one product's and one fault's entries are narrower than a guide.
fn breadth(entry: &Entry) -> u8 {
    match entry.kind {
        format::Kind::Error | format::Kind::Product => u8::from(entry.causes.len() > 8),
        format::Kind::Guide => 2,
    }
}

#[cfg(test)]
mod messages_tests;
#[cfg(test)]
mod tests;
