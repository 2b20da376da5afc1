//! Each entry as files of its own beside the page: JSON, and Markdown and a static page in each language.

mod document;
pub mod heading;
mod html;
mod markdown;
mod markup;
mod writer;

use std::rc::Rc;

use serde_json::json;

use super::{Entry, Language, Texts, woven::woven};

pub use markdown::markdown;

/// A file to be written beside the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the site's root: `kb/time/clock-skew.md`.
    pub path: String,
    /// The text.
    pub content: String,
}

/// The JSON Schema of an entry's JSON.
pub const SCHEMA: &str = include_str!("../../../kb/schema.json");

/// All files: `kb/index.json`, `kb/schema.json`, then `kb/<id>.json`, `kb/<id>.md` and `kb/<id>.zh.md` of each entry,
/// then the pages: `kb/index.html`, `kb/<id>/index.html`, and the same in Chinese in `zh/` below each.
pub fn files(texts: &Texts) -> Vec<File> {
    let mut files = vec![
        File { path: "kb/index.json".to_owned(), content: index(texts) },
        File { path: "kb/schema.json".to_owned(), content: SCHEMA.to_owned() },
    ];
    for entry in texts.entries() {
        files.push(File { path: format!("kb/{}.json", entry.id), content: json(entry) });
        files.push(File { path: format!("kb/{}.md", entry.id), content: markdown(entry, Language::En) });
        files.push(File { path: format!("kb/{}.zh.md", entry.id), content: markdown(entry, Language::Zh) });
    }
    files.extend(html::pages(texts));
    files
}

/// An entry as JSON, with the members that its file has.
pub fn json(entry: &Entry) -> String {
    serde_json::to_string_pretty(entry).unwrap_or_default() + "\n"
}

/// The entries as the page fetches them: without the examples and their messages, which nobody reads there.
pub fn texts(texts: &Texts) -> String {
    let without =
        |entry: &Rc<Entry>| Entry { examples: Vec::new(), messages: Vec::new(), ..Entry::clone(entry) };
    let entries: Vec<Entry> = texts.entries().iter().map(without).collect();
    woven(&entries)
}

/// What there is: id, title, kind, tags, causes and files of each entry.
fn index(texts: &Texts) -> String {
    let entries: Vec<_> = texts
        .entries()
        .iter()
        .map(|entry| {
            json!({
                "id": entry.id,
                "title": entry.title,
                "kind": entry.kind,
                "tags": entry.tags,
                "causes": entry.causes,
                "json": format!("kb/{}.json", entry.id),
                "markdown": format!("kb/{}.md", entry.id),
                "markdown_zh": format!("kb/{}.zh.md", entry.id),
                "page": format!("kb/{}/", entry.id),
                "page_zh": format!("kb/{}/zh/", entry.id),
            })
        })
        .collect();
    serde_json::to_string_pretty(&json!({ "schema": "kb/schema.json", "entries": entries }))
        .unwrap_or_default()
        + "\n"
}

#[cfg(test)]
mod tests;
