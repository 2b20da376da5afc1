//! What is known of the entries before their texts are there, and the messages of libraries.
//!
//! `build.rs` writes it as lines of cells between tabs, the shortest form that a reader of a few lines understands.
//! First a line an entry: id, title in English, title in Chinese, kind, tags, marks, causes, the experiments of each
//! workaround, those of each dead end, libraries. After an empty line the libraries: `=name`, or `~name` for words that
//! no library owns; then its marks, `*words`, and its messages, `-pattern` or `>pattern` for a wrapper, with causes, entry,
//! and what the words hide in English and Chinese. Causes, experiments and entries are the numbers of their rows, lists of
//! them have blanks between; texts of a list have `|` between, and each attempt's experiments have one behind.

use super::{
    Library, Summary,
    format::{Kind, Pattern, Text},
};
use crate::cause::{Cause, ExperimentId};

/// The entries, or the first line that is none.
pub(super) fn entries(lines: &str) -> Result<Vec<Summary>, usize> {
    lines.lines().enumerate().map(|(index, line)| entry(line).ok_or(index)).collect()
}

fn entry(line: &str) -> Option<Summary> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    Some(Summary {
        id: cell().to_owned(),
        title: Text { en: cell().to_owned(), zh: cell().to_owned() },
        kind: match cell() {
            "error" => Kind::Error,
            "guide" => Kind::Guide,
            "product" => Kind::Product,
            _ => return None,
        },
        tags: texts(cell()),
        marks: texts(cell()),
        causes: rows(cell(), &Cause::ALL)?,
        workarounds: attempts(cell())?,
        dead_ends: attempts(cell())?,
        libraries: texts(cell()),
    })
}

/// The libraries with their messages; a line that is none is left out.
pub(super) fn libraries(lines: &str, entries: &[Summary]) -> Vec<Library> {
    let mut libraries: Vec<Library> = Vec::new();
    for line in lines.lines() {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let mut head = cell().chars();
        let (Some(sign), words) = (head.next(), head.as_str().to_owned()) else { continue };
        match (sign, libraries.last_mut()) {
            ('=' | '~', _) => libraries.push(Library {
                library: words,
                marks: Vec::new(),
                generic: sign == '~',
                messages: Vec::new(),
            }),
            ('*', Some(library)) => library.marks.push(words),
            ('-' | '>', Some(library)) => library.messages.push(Pattern {
                text: words,
                causes: rows(cell(), &Cause::ALL).unwrap_or_default(),
                entry: row(cell(), entries).map(|entry| entry.id.clone()),
                wrapper: sign == '>',
                misleading: Some(Text { en: cell().to_owned(), zh: cell().to_owned() })
                    .filter(|text| !text.en.is_empty()),
            }),
            _ => {}
        }
    }
    libraries
}

fn texts(cell: &str) -> Vec<String> {
    cell.split('|').filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The experiments of each attempt; one without any has an empty list.
fn attempts(cell: &str) -> Option<Vec<Vec<ExperimentId>>> {
    cell.split_terminator('|').map(|list| rows(list, &ExperimentId::ALL)).collect()
}

fn rows<T: Copy>(cell: &str, table: &[T]) -> Option<Vec<T>> {
    cell.split_whitespace().map(|number| row(number, table).copied()).collect()
}

fn row<'a, T>(number: &str, table: &'a [T]) -> Option<&'a T> {
    table.get(number.parse::<usize>().ok()?)
}
