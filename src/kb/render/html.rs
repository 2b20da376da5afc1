//! Documents as static pages: they read without a script, from any address, and a search engine finds them.

use std::rc::Rc;

use super::{
    File,
    document::{Block, Document, Piece, document},
    heading::{self, Heading},
    markup::Markup,
};
use crate::kb::{Entry, Language, Texts};

/// What the pages may load: their style and their icon. They have no script that could connect to anything; what grades
/// a page asks for the site's `robots.txt` under its policy.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The pages' style: the colours and sizes of the whole site, and what these pages make of them.
const STYLE: [&str; 2] = [include_str!("../../../www/tokens.css"), include_str!("../../../www/kb.css")];

/// All pages and their style: `kb/index.html`, `kb/<id>/index.html`, and the same in Chinese in `zh/` below each.
pub fn pages(texts: &Texts) -> Vec<File> {
    let mut pages = vec![File { path: "kb/kb.css".to_owned(), content: STYLE.concat() }];
    for language in Language::ALL {
        let place = Place { language, id: None };
        pages.push(File { path: place.path(), content: index(texts, place) });
        for entry in texts.entries() {
            let place = Place { language, id: Some(&entry.id) };
            pages.push(File { path: place.path(), content: page(entry, texts, place) });
        }
    }
    pages
}

/// Which page it is; all addresses are relative to it.
#[derive(Clone, Copy)]
struct Place<'a> {
    language: Language,
    /// The entry; none for the list of all entries.
    id: Option<&'a str>,
}

impl Place<'_> {
    /// The file.
    fn path(self) -> String {
        format!("kb/{}index.html", address(self.id, self.language))
    }

    /// From here to a path below `kb/`.
    fn to(self, path: &str) -> String {
        let up = match (self.id, self.language) {
            (None, Language::En) => "",
            (None, Language::Zh) => "../",
            (Some(_), Language::En) => "../../",
            (Some(_), Language::Zh) => "../../../",
        };
        format!("{up}{path}")
    }

    /// From here to another page in the same language.
    fn to_page(self, id: Option<&str>) -> String {
        self.to(&address(id, self.language))
    }
}

/// The folder of a page below `kb/`.
fn address(id: Option<&str>, language: Language) -> String {
    let folder = id.map(|id| format!("{id}/")).unwrap_or_default();
    match language {
        Language::En => folder,
        Language::Zh => folder + "zh/",
    }
}

/// The page of an entry.
fn page(entry: &Entry, texts: &Texts, place: Place) -> String {
    let language = place.language;
    let document = document(entry, language);
    let about = heading::root_cause(entry, language);
    frame(place, document.title, about, |markup| {
        markup.element("p", &[("class", "try")], |markup| {
            let app = place.to(&format!("../#/kb/{}", document.id));
            markup.with_text("a", &[("href", &app)], Heading::TryIt.get(language));
        });
        facts(markup, &document);
        for section in &document.sections {
            markup.element("section", &[], |markup| {
                markup.with_text("h2", &[], section.heading.get(language));
                for block in &section.blocks {
                    self::block(markup, block, texts, place);
                    markup.line_end();
                }
            });
        }
    })
}

/// The list of all entries, category by category.
fn index(texts: &Texts, place: Place) -> String {
    let language = place.language;
    let category = |entry: &Rc<Entry>| entry.id.split('/').next().unwrap_or_default().to_owned();
    frame(place, Heading::KnowledgeBase.get(language), Heading::AboutAll.get(language), |markup| {
        markup.with_text("p", &[], Heading::AboutAll.get(language));
        for entries in texts.entries().chunk_by(|one, next| category(one) == category(next)) {
            let name = entries.first().map(category).unwrap_or_default();
            markup.element("section", &[], |markup| {
                markup.with_text("h2", &[("id", &name)], heading::category(&name, language));
                markup.element("ul", &[], |markup| {
                    for entry in entries {
                        markup.element("li", &[], |markup| link(markup, entry, place));
                        markup.line_end();
                    }
                });
            });
        }
    })
}

/// What every page has: its head, the way back, and the same in other forms.
fn frame(place: Place, title: &str, about: &str, content: impl FnOnce(&mut Markup)) -> String {
    let mut markup = Markup::default();
    let language = place.language;
    markup.element("html", &[("lang", language.tag())], |markup| {
        markup.element("head", &[], |markup| head(markup, place, title, about));
        markup.line_end();
        markup.element("body", &[], |markup| {
            markup.element("header", &[], |markup| header(markup, place));
            markup.line_end();
            markup.element("main", &[], |markup| {
                markup.element("h1", &[], |markup| words(markup, title));
                markup.line_end();
                content(markup);
            });
        });
    });
    markup.finish()
}

fn head(markup: &mut Markup, place: Place, title: &str, about: &str) {
    let plain = |text: &str| text.replace('`', "");
    // Search engines show about this much.
    let about: String = plain(about).chars().take(240).collect();
    markup.void("meta", &[("charset", "utf-8")]);
    markup.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    for (name, content) in [
        ("referrer", "no-referrer"),
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("description", &about),
    ] {
        markup.void("meta", &[("name", name), ("content", content)]);
    }
    markup.line_end();
    markup.with_text("title", &[], &format!("{} · jwt-why", plain(title)));
    let icon = place.to("../icon.svg");
    markup.void("link", &[("rel", "icon"), ("type", "image/svg+xml"), ("href", &icon)]);
    markup.void("link", &[("rel", "stylesheet"), ("href", &place.to("kb.css"))]);
}

/// The way back, and the page as JSON, as Markdown and in the other language.
fn header(markup: &mut Markup, place: Place) {
    let language = place.language;
    markup.element("nav", &[], |markup| {
        markup.with_text("a", &[("href", &place.to("../"))], "jwt-why");
        if let Some(id) = place.id {
            let all = place.to_page(None);
            markup.with_text("a", &[("href", &all)], Heading::KnowledgeBase.get(language));
            markup.with_text("code", &[], id);
        }
    });
    let markdown = if language == Language::En { "md" } else { "zh.md" };
    let files = match place.id {
        Some(id) => vec![("JSON", format!("{id}.json")), ("Markdown", format!("{id}.{markdown}"))],
        None => vec![("JSON", "index.json".to_owned()), ("JSON Schema", "schema.json".to_owned())],
    };
    markup.element("p", &[], |markup| {
        for (name, path) in files {
            markup.with_text("a", &[("href", &place.to(&path))], name);
        }
        for other in Language::ALL.into_iter().filter(|&other| other != language) {
            let href = place.to(&address(place.id, other));
            let attributes = [("href", href.as_str()), ("hreflang", other.tag()), ("lang", other.tag())];
            markup.with_text("a", &attributes, other.name());
        }
    });
}

fn facts(markup: &mut Markup, document: &Document) {
    markup.element("dl", &[], |markup| {
        for (name, fact) in &document.facts {
            markup.with_text("dt", &[], name.get(document.language));
            markup.element("dd", &[], |markup| {
                for piece in fact {
                    plain_piece(markup, piece);
                }
            });
        }
    });
    markup.line_end();
}

fn block(markup: &mut Markup, block: &Block, texts: &Texts, place: Place) {
    let line = |markup: &mut Markup, pieces: &[Piece]| {
        for piece in pieces {
            match piece {
                Piece::Entry(id) => match texts.entry(id) {
                    Some(entry) => link(markup, entry, place),
                    None => plain_piece(markup, piece),
                },
                piece => plain_piece(markup, piece),
            }
        }
    };
    match block {
        Block::Title(number, title) => {
            markup.element("h3", &[], |markup| words(markup, &format!("{number}. {title}")));
        }
        Block::Numbered(number, pieces) => markup.element("p", &[("class", "numbered")], |markup| {
            markup.with_text("b", &[], &format!("{number}."));
            markup.text(" ");
            line(markup, pieces);
        }),
        Block::Paragraph(pieces) => markup.element("p", &[], |markup| line(markup, pieces)),
        Block::Points(items) => markup.element("ul", &[], |markup| {
            for item in items {
                markup.element("li", &[], |markup| line(markup, item));
            }
        }),
        Block::Checklist(items) => markup.element("ul", &[("class", "checklist")], |markup| {
            for item in items {
                markup.element("li", &[], |markup| words(markup, item));
            }
        }),
        Block::Code { language, code } => markup.element("pre", &[("tabindex", "0")], |markup| {
            markup.with_text("code", &[("class", &format!("language-{language}"))], code.trim_end());
        }),
        Block::Table { head, rows } => table(markup, head, rows),
    }
}

fn table(markup: &mut Markup, head: &[&str], rows: &[Vec<&str>]) {
    markup.element("div", &[("class", "wide"), ("tabindex", "0")], |markup| {
        markup.element("table", &[], |markup| {
            markup.element("thead", &[], |markup| {
                markup.element("tr", &[], |markup| {
                    for cell in head {
                        markup.element("th", &[("scope", "col")], |markup| words(markup, cell));
                    }
                });
            });
            markup.element("tbody", &[], |markup| {
                for row in rows {
                    markup.element("tr", &[], |markup| {
                        for cell in row {
                            markup.element("td", &[], |markup| words(markup, cell));
                        }
                    });
                }
            });
        });
    });
}

/// A piece for which no other entry is needed.
fn plain_piece(markup: &mut Markup, piece: &Piece) {
    match piece {
        Piece::Words(text) => words(markup, text),
        Piece::Code(code) => markup.with_text("code", &[], code),
        Piece::Strong(text) => markup.with_text("strong", &[], text),
        Piece::Entry(id) => markup.with_text("code", &[], id),
        Piece::Outside { name, url } => {
            markup.with_text("a", &[("href", url), ("rel", "noreferrer noopener external")], name);
        }
    }
}

fn link(markup: &mut Markup, entry: &Entry, place: Place) {
    let href = place.to_page(Some(&entry.id));
    markup.element("a", &[("href", &href)], |markup| words(markup, entry.title.get(place.language)));
}

/// Words with code between back quotes.
fn words(markup: &mut Markup, text: &str) {
    for (index, piece) in text.split('`').enumerate() {
        if index % 2 == 1 {
            markup.with_text("code", &[], piece);
        } else {
            markup.text(piece);
        }
    }
}
