//! Writes what the page needs of the knowledge base before any text of it: `src/kb/index.rs` reads it and tells the
//! form.

use std::collections::BTreeSet;

use super::{
    Entry, Library, Names,
    format::{
        Attempt,
        index::{BETWEEN, COLUMNS, FIRST_CAUSE},
    },
};

/// The index of these entries and messages.
pub fn index(entries: &[Entry], libraries: &[Library], names: &Names) -> String {
    let writer = Writer { entries, libraries, names };
    let entries: Vec<[String; COLUMNS]> = entries.iter().map(|entry| writer.entry(entry)).collect();
    let column = |column: usize| lines(entries.iter().filter_map(|cells| cells.get(column).cloned()));
    let mut lists: Vec<String> = (0..COLUMNS).map(column).collect();
    let mut messages = Vec::new();
    for library in libraries {
        messages.push(format!("{}{}", if library.generic { '~' } else { '=' }, cell(&library.library)));
        messages.extend(library.marks.iter().map(|mark| format!("*{}", cell(mark))));
        messages.extend(library.messages.iter().map(|message| writer.message(message)));
    }
    lists.push(lines(messages));
    let causes = libraries.iter().flat_map(|library| &library.messages);
    lists.push(lines(causes.map(|message| writer.characters(&message.causes))));
    lists.join(&BETWEEN.to_string())
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

struct Writer<'a> {
    entries: &'a [Entry],
    libraries: &'a [Library],
    names: &'a Names,
}

impl Writer<'_> {
    fn entry(&self, entry: &Entry) -> [String; COLUMNS] {
        let kind = format!("{:?}", entry.kind).to_lowercase();
        let attempts = |attempts: &[Attempt<String>]| {
            attempts.iter().map(|attempt| self.experiments(&attempt.experiments) + "|").collect::<String>()
        };
        [
            entry.id.clone(),
            cell(&entry.title.en),
            cell(&entry.title.zh),
            kind,
            joined(&entry.tags),
            joined(&entry.marks),
            self.causes(&entry.causes),
            attempts(&entry.workarounds),
            attempts(&entry.dead_ends),
            joined(&self.libraries_of(entry)),
        ]
    }

    fn message(&self, message: &super::format::Pattern<String, String>) -> String {
        let entry = message.entry.as_ref().map(|id| position(self.entries.iter().map(|entry| &entry.id), id));
        let misleading = message.misleading.as_ref();
        row(&[
            &format!("{}{}", if message.wrapper { '>' } else { '-' }, cell(&message.text)),
            &entry.unwrap_or_default(),
            &misleading.map(|text| cell(&text.en)).unwrap_or_default(),
            &misleading.map(|text| cell(&text.zh)).unwrap_or_default(),
        ])
    }

    fn causes(&self, causes: &[String]) -> String {
        numbers(causes, || self.names.causes.iter())
    }

    /// A character for each cause.
    fn characters(&self, causes: &[String]) -> String {
        let rows = causes.iter().filter_map(|cause| self.names.causes.iter().position(|name| name == cause));
        rows.filter_map(|row| char::from_u32(u32::from(FIRST_CAUSE) + u32::try_from(row).ok()?)).collect()
    }

    fn experiments(&self, experiments: &[String]) -> String {
        numbers(experiments, || self.names.experiments.iter().map(|(id, _)| id))
    }

    /// The libraries whose words or code stand in an entry, as `kb/messages` calls them.
    fn libraries_of(&self, entry: &Entry) -> BTreeSet<&str> {
        let symptoms = entry.symptoms.iter().filter_map(|symptom| symptom.library.as_ref());
        let messages = entry.messages.iter().map(|message| &message.library);
        let versions = entry.versions.iter().map(|version| &version.component);
        let steps = entry.confirm.iter().chain(&entry.steps).flat_map(|step| &step.code);
        let attempts = entry.workarounds.iter().chain(&entry.dead_ends).flat_map(|attempt| &attempt.code);
        let code = steps.chain(attempts).filter_map(|code| code.library.as_ref());
        let written = symptoms.chain(messages).chain(versions).chain(code);
        written.filter_map(|name| self.library(name)).collect()
    }

    /// The library that people mean by this name, whatever the version and the spelling: `PyJWT 2`, `Spring Security`,
    /// `jwx`.
    fn library(&self, written: &str) -> Option<&str> {
        let written = plain(written);
        let names = self.libraries.iter().filter(|library| !library.generic).map(|library| &*library.library);
        names.into_iter().find(|name| {
            plain(name) == written
                || name.split(" / ").any(|part| plain(part) == written)
                || name.rsplit('/').next().is_some_and(|part| plain(part) == written)
        })
    }
}

/// A name in lower case, with hyphens, without a version.
fn plain(name: &str) -> String {
    let words = name.split_whitespace();
    let words: Vec<&str> = words.take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
    words.join("-").to_lowercase()
}

fn row(cells: &[&str]) -> String {
    cells.join("\t").trim_end_matches('\t').to_owned()
}

fn joined<'a, T: AsRef<str> + ?Sized + 'a>(texts: impl IntoIterator<Item = &'a T>) -> String {
    texts.into_iter().map(|text| cell(text.as_ref())).collect::<Vec<_>>().join("|")
}

/// A text as it stands in a line of cells.
fn cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r', BETWEEN], " ")
}

/// Each id's place in its table.
fn numbers<'a, I: Iterator<Item = &'a String>>(ids: &[String], table: impl Fn() -> I) -> String {
    ids.iter().map(|id| position(table(), id)).collect::<Vec<_>>().join(" ")
}

fn position<'a>(mut table: impl Iterator<Item = &'a String>, id: &str) -> String {
    table.position(|other| other == id).map(|position| position.to_string()).unwrap_or_default()
}
