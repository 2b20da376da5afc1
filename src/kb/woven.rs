//! The texts of the entries as the page fetches them: taken apart so that they are small when they are compressed.
//!
//! A compressor makes least of what is alike and side by side. So the strings stand one a line, those of one member
//! together, a form feed between two members. The last line, the frame, is JSON with a mark in the place of each string;
//! in front of the strings it would spoil what the compressor learns of them. Members that stand together often have a
//! sign in the frame, and in front of it stand what the signs are for. What the index says of an entry is not
//! said again: the first marks stand for that. Nor is what one link says of another.

mod links;
mod loom;
mod reader;

pub(super) use self::{loom::woven, reader::read};
use super::Summary;

/// The first mark; each member has one. A frame has only ASCII beside them.
const MARK: u32 = 0x80;
/// What stands between the strings of two members.
const BETWEEN: char = '\u{c}';

/// The signs of members that stand together often.
const OFTEN: [(char, &[&str]); 4] = [
    ('!', &["en", "zh"]),
    ('#', &["code", "language", "library"]),
    ('$', &["name", "url"]),
    ('%', &["library", "message"]),
];

/// What of an entry the index has; the first marks are for these. Members of the entry itself begin with a dot.
const KNOWN: [&str; 6] = [".id", "title.en", "title.zh", ".tags", ".marks", ".causes"];

/// The strings that the index has of these entries, in the order of [`KNOWN`].
fn known(index: &[Summary]) -> [Vec<&str>; 6] {
    [
        index.iter().map(|entry| entry.id.as_str()).collect(),
        index.iter().map(|entry| entry.title.en.as_str()).collect(),
        index.iter().map(|entry| entry.title.zh.as_str()).collect(),
        index.iter().flat_map(|entry| &entry.tags).map(String::as_str).collect(),
        index.iter().flat_map(|entry| &entry.marks).map(String::as_str).collect(),
        index.iter().flat_map(|entry| &entry.causes).map(|cause| cause.id()).collect(),
    ]
}
