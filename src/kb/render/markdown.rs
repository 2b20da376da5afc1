//! A document as Markdown.

use std::fmt::Write as _;

use super::{
    document::{Block, Document, Piece, document},
    heading::Heading,
};
use crate::kb::{Entry, Language};

/// An entry as a Markdown document in one language.
pub fn markdown(entry: &Entry, language: Language) -> String {
    let document = document(entry, language);
    let mut page = Page { language, text: String::new() };
    page.head(&document);
    for section in &document.sections {
        page.paragraph(&format!("## {}", section.heading.get(language)));
        for block in &section.blocks {
            page.block(block);
        }
    }
    page.text
}

struct Page {
    language: Language,
    text: String,
}

impl Page {
    fn text_line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.text_line("");
        self.text_line(text);
    }

    fn head(&mut self, document: &Document) {
        let language = self.language;
        self.text_line(&format!("# {}", document.title));
        let slug = document.id.rsplit('/').next().unwrap_or_default();
        let other = if language == Language::En { format!("{slug}.zh.md") } else { format!("{slug}.md") };
        let name = Heading::OtherLanguage.get(language);
        self.paragraph(&format!("`{}` · [JSON]({slug}.json) · [{name}]({other})", document.id));
        self.text_line("");
        for (heading, fact) in &document.facts {
            let fact = self.line(fact);
            self.text_line(&format!("- {}: {fact}", heading.get(language)));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(number, title) => self.paragraph(&format!("### {number}. {title}")),
            Block::Numbered(number, line) => {
                let line = self.line(line);
                self.paragraph(&format!("{number}. {line}"));
            }
            Block::Paragraph(line) => {
                let line = self.line(line);
                self.paragraph(&line);
            }
            Block::Points(items) => {
                self.text_line("");
                for item in items {
                    let item = self.line(item);
                    self.text_line(&format!("- {item}"));
                }
            }
            Block::Checklist(items) => {
                self.text_line("");
                for item in items {
                    self.text_line(&format!("- [ ] {item}"));
                }
            }
            Block::Code { language, code } => self.paragraph(&fenced(language, code)),
            Block::Table { head, rows } => {
                self.text_line("");
                self.row(head);
                self.row(&vec!["---"; head.len()]);
                for row in rows {
                    self.row(row);
                }
            }
        }
    }

    fn line(&self, line: &[Piece]) -> String {
        let extension = if self.language == Language::En { "md" } else { "zh.md" };
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.to_string(),
            Piece::Code(code) => inline_code(code),
            Piece::Strong(words) => format!("**{words}**"),
            Piece::Entry(id) => format!("[{id}](../{id}.{extension})"),
            Piece::Outside { name, url } if name == url => format!("<{url}>"),
            Piece::Outside { name, url } => format!("[{name}]({url})"),
        };
        line.iter().map(piece).collect()
    }

    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        self.text_line(&format!("| {} |", cells.join(" | ")));
    }
}

/// A text as inline code, whatever backticks are in it.
fn inline_code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// A block of code whose fence is longer than any run of backticks in it.
fn fenced(language: &str, code: &str) -> String {
    let mut fence = "```".to_owned();
    while code.contains(&fence) {
        fence.push('`');
    }
    let mut block = String::new();
    let _ = write!(block, "{fence}{language}\n{}\n{fence}", code.trim_end());
    block
}
