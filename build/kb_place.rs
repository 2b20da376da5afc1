//! Where in a file something stands.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Fault, File};

/// One step on the way from a file's top to a value.
#[derive(Clone, Debug)]
pub enum Place {
    Key(&'static str),
    Index(usize),
}

impl From<&'static str> for Place {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Place {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The number, counted from 1, of the line that holds the byte at `offset`.
pub fn line(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|&&byte| byte == b'\n').count() + 1
}

/// A fault at the value that the places lead to, or at the last of them that is there.
pub fn fault(file: &File, places: &[Place], message: String) -> Fault {
    let document = DeTable::parse(&file.text).ok();
    let offset = document.as_ref().and_then(|table| {
        let mut offset = None;
        let mut value: Option<&DeValue<'_>> = None;
        for place in places {
            let found: Option<&Spanned<DeValue<'_>>> = match (place, value) {
                (Place::Key(key), None) => table.get_ref().get(*key),
                (Place::Key(key), Some(DeValue::Table(table))) => table.get(*key),
                (Place::Index(index), Some(DeValue::Array(array))) => array.get(*index),
                _ => None,
            };
            let Some(found) = found else { break };
            offset = Some(found.span().start);
            value = Some(found.get_ref());
        }
        offset
    });
    Fault { path: file.path.clone(), line: offset.map_or(1, |offset| line(&file.text, offset)), message }
}

/// Calls `visit` with every table of the file and the offset at which it begins.
pub fn each_table<'a>(table: &DeTable<'a>, offset: usize, visit: &mut impl FnMut(&DeTable<'a>, usize)) {
    visit(table, offset);
    for value in table.values() {
        each_value(value, visit);
    }
}

fn each_value<'a>(value: &Spanned<DeValue<'a>>, visit: &mut impl FnMut(&DeTable<'a>, usize)) {
    match value.get_ref() {
        DeValue::Table(table) => each_table(table, value.span().start, visit),
        DeValue::Array(values) => values.iter().for_each(|value| each_value(value, visit)),
        _ => {}
    }
}
