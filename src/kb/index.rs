//! What is known of the entries before their texts are there, and the messages of libraries.
//!
//! `build.rs` writes it as lists of lines with a form feed between two lists, so that what is alike stands together and
//! is small when it is compressed. First the columns of the entries, each with a line an entry: id, title in English,
//! title in Chinese, kind, tags, marks, causes, the experiments of each workaround, those of each dead end, libraries.
//! Then the libraries: `=name`, or `~name` for words that no library owns; then its marks, `*words`, and its messages,
//! `-pattern` or `>pattern` for a wrapper, with the entry, and what the words hide in English and Chinese, between tabs.
//! Last a line of causes for each message, a character each. Elsewhere causes, experiments and entries are the numbers of
//! their rows, lists of them have blanks between; texts of a list have `|` between, and each attempt's experiments have
//! one behind.

use super::{
    Library, Summary,
    format::{
        Kind, Pattern, Text,
        index::{BETWEEN, COLUMNS, FIRST_CAUSE},
    },
};
use crate::cause::{Cause, ExperimentId};

/// The entries, or the first line that is none; and what is said of messages, for [`libraries`].
pub(super) fn read(text: &str) -> Result<(Vec<Summary>, &str), usize> {
    let mut lists = text.splitn(COLUMNS + 1, BETWEEN);
    let columns: [&str; COLUMNS] = std::array::from_fn(|_| lists.next().unwrap_or_default());
    let messages = lists.next().ok_or(0_usize)?;
    let mut columns = columns.map(|column| column.split('\n'));
    let count = columns.first().map_or(0, |ids| ids.clone().count());
    let mut cells = || columns.each_mut().map(|column| column.next().unwrap_or_default());
    let entries: Result<Vec<Summary>, usize> = (0..count).map(|index| entry(cells()).ok_or(index)).collect();
    Ok((entries?, messages))
}

fn entry(cells: [&str; COLUMNS]) -> Option<Summary> {
    let [id, en, zh, kind, tags, marks, causes, workarounds, dead_ends, libraries] = cells;
    Some(Summary {
        id: id.to_owned(),
        title: Text { en: en.to_owned(), zh: zh.to_owned() },
        kind: match kind {
            "error" => Kind::Error,
            "guide" => Kind::Guide,
            "product" => Kind::Product,
            _ => return None,
        },
        tags: texts(tags),
        marks: texts(marks),
        causes: rows(causes, &Cause::ALL)?,
        workarounds: attempts(workarounds)?,
        dead_ends: attempts(dead_ends)?,
        libraries: texts(libraries),
    })
}

/// The libraries with their messages; a line that is none is left out.
pub(super) fn libraries(messages: &str, entries: &[Summary]) -> Vec<Library> {
    let mut libraries: Vec<Library> = Vec::new();
    let (lines, causes) = messages.split_once(BETWEEN).unwrap_or_default();
    let mut causes = causes.split('\n');
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
                causes: causes.next().unwrap_or_default().chars().filter_map(cause).collect(),
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

/// The cause that a character stands for.
fn cause(character: char) -> Option<Cause> {
    let row = u32::from(character).checked_sub(FIRST_CAUSE.into())?;
    Cause::ALL.get(row as usize).copied()
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
