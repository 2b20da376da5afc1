//! No words outside of the catalogue: what the page draws is in `src/text`, and `index.html` says all twice.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// What is the same in every language: names of the RFCs.
const NAMES: [&str; 5] = ["kid", "sub", "jwt-why", "JSON", "Markdown"];
/// The attributes that people read or hear.
const READ: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The string literals that are drawn as text (`{ "…" }`), or that are the value of an attribute that people read.
fn drawn(source: &str) -> Vec<&str> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let attributes = READ.into_iter().flat_map(|attribute| {
        code.split(attribute).skip(1).filter_map(|rest| Some(rest.strip_prefix("=\"")?.split_once('"')?.0))
    });
    let texts = code.match_indices("{ \"").filter_map(|(at, start)| {
        let (before, rest) = (code.get(..at)?, code.get(at + start.len()..)?);
        let (literal, after) = rest.split_once('"')?;
        // The arms of a condition look the same, and are no text by themselves.
        let arm = before.ends_with("else ") || after.starts_with(" } else");
        (after.starts_with(" }") && !arm).then_some(literal)
    });
    texts.chain(attributes).collect()
}

/// Whether a literal has words that a translation would change.
fn has_words(literal: &str) -> bool {
    // Backslashes begin escapes; a time and a number are examples of what is typed.
    let words = literal.split(|character: char| !character.is_alphabetic());
    words.filter(|word| word.chars().count() > 1).any(|word| !NAMES.contains(&word))
}

#[test]
fn the_page_draws_no_words_of_its_own() {
    let mut files = Vec::new();
    sources(&root().join("src/app"), &mut files);
    assert!(files.len() > 40, "{}", files.len());
    let mut found = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        found.extend(
            drawn(&source)
                .into_iter()
                .filter(|literal| has_words(literal))
                .map(|literal| format!("{}: {literal:?}", file.display())),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_text_of_the_catalogue_is_said() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let code: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let is_of_names = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for name in code.split(|letter| !is_of_names(letter)) {
        *uses.entry(name).or_default() += 1;
    }
    let texts = code.lines().filter_map(|line| {
        let (name, texts) = line.trim_start().split_once(": \"")?;
        let english = texts.split_once("\", \"")?.0;
        let is_constant = name.chars().all(|letter| is_of_names(letter) && !letter.is_ascii_lowercase());
        is_constant.then_some((name, english))
    });
    let texts: Vec<_> = texts.collect();
    assert!(texts.len() > 200, "{}", texts.len());
    let unsaid: Vec<&str> = texts
        .into_iter()
        .filter(|(name, english)| uses[name] < 2 && !page.contains(&format!(">{english}<")))
        .map(|(name, _)| name)
        .collect();
    assert!(unsaid.is_empty(), "texts that nothing says: {unsaid:?}");
}

#[test]
fn the_scan_sees_words() {
    let source = r#"html! { <p title="Some words">{ "More words" }{ " · kid " }{ name("not drawn") }{ if a { "one" } else { "other" } }</p> }"#;
    let found: Vec<&str> = drawn(source).into_iter().filter(|literal| has_words(literal)).collect();
    assert_eq!(found, ["More words", "Some words"]);
}

#[test]
fn index_html_says_everything_in_both_languages() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let body = page.split_once("<body>").unwrap().1;
    let body = body.split("<noscript>").next().unwrap();
    // A link may lead each language to a place of its own.
    let inside =
        |line: &'_ str| line.starts_with("<a ").then(|| line.find('>')).flatten().map_or(0, |end| end + 1);
    let lines: Vec<&str> = body.lines().map(str::trim).map(|line| &line[inside(line)..]).collect();
    let mut said = 0;
    for (index, line) in lines.iter().enumerate() {
        let is = |line: Option<&&str>, tag: &str| line.is_some_and(|line| line.starts_with(tag));
        if line.starts_with("<span lang=\"en\">") {
            said += 1;
            assert!(is(lines.get(index + 1), "<span lang=\"zh\">"), "{line}");
            continue;
        }
        if line.starts_with("<span lang=\"zh\">") {
            let words = line.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            assert!(index > 0 && is(lines.get(index - 1), "<span lang=\"en\">") && words, "{line}");
            continue;
        }
        let text: String =
            line.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        assert!(!has_words(&text) || line.contains("<h1>"), "text in one language: {line}");
    }
    assert!(said >= 4, "{said}");
}
