//! An entry as a document in one language: what is said, under which headings, in which order.
//!
//! Markdown and HTML are two ways to write it down; neither knows what an entry is.

use std::borrow::Cow;

use super::{heading::Heading, writer::Writer};
use crate::kb::{Entry, Language};

/// An entry, ready to be written down.
pub struct Document<'a> {
    /// The language of everything in it.
    pub language: Language,
    /// `<category>/<slug>`.
    pub id: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// What stands before the first section.
    pub facts: Vec<(Heading, Line<'a>)>,
    /// The rest.
    pub sections: Vec<Section<'a>>,
}

/// What stands under one heading.
pub struct Section<'a> {
    /// The heading.
    pub heading: Heading,
    /// What stands under it.
    pub blocks: Vec<Block<'a>>,
}

/// What has lines of its own.
pub enum Block<'a> {
    /// The title of a step, and its number.
    Title(usize, &'a str),
    /// One of several things to try, and its number.
    Numbered(usize, Line<'a>),
    /// A paragraph.
    Paragraph(Line<'a>),
    /// A list.
    Points(Vec<Line<'a>>),
    /// A list to go through.
    Checklist(Vec<&'a str>),
    /// Characters to copy, or what is printed.
    Code {
        /// As highlighters call it.
        language: &'a str,
        /// The characters.
        code: &'a str,
    },
    /// A table; each row has as many cells as the head.
    Table {
        /// The head of each column.
        head: Vec<&'a str>,
        /// The rows.
        rows: Vec<Vec<&'a str>>,
    },
}

/// What stands in a line, piece by piece.
pub type Line<'a> = Vec<Piece<'a>>;

/// A part of a line.
pub enum Piece<'a> {
    /// Words, with code between back quotes.
    Words(Cow<'a, str>),
    /// Characters as they are.
    Code(&'a str),
    /// Words that stand out.
    Strong(String),
    /// A link to the entry with this id.
    Entry(&'a str),
    /// A link to somewhere else.
    Outside {
        /// What it is called.
        name: &'a str,
        /// Where it is.
        url: &'a str,
    },
}

impl<'a> From<&'a str> for Piece<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Piece<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

/// An entry in one language.
pub fn document(entry: &Entry, language: Language) -> Document<'_> {
    let writer = Writer { language };
    let mut sections = Vec::new();
    for heading in SECTIONS {
        let blocks = writer.blocks(entry, heading);
        if !blocks.is_empty() {
            sections.push(Section { heading, blocks });
        }
    }
    Document {
        language,
        id: &entry.id,
        title: entry.title.get(language),
        facts: writer.facts(entry),
        sections,
    }
}

/// The order of the sections; one with nothing under it is left out.
const SECTIONS: [Heading; 13] = [
    Heading::Symptoms,
    Heading::RootCause,
    Heading::Ways,
    Heading::Confirm,
    Heading::Steps,
    Heading::Workarounds,
    Heading::DeadEnds,
    Heading::Versions,
    Heading::Prevention,
    Heading::Related,
    Heading::Docs,
    Heading::Sources,
    Heading::Corrections,
];
