//! The styles of the page as one file: one answer of the server instead of eleven, and smaller than those together.

use std::{fs, path::Path};

use crate::Failure;

/// The file.
const FILE: &str = "style.css";

/// How a stylesheet is linked in `index.html`.
const LINK: (&str, &str) = ("<link rel=\"stylesheet\" href=\"", "\" />");

/// Puts the stylesheets that `index.html` links, in their order, into one, and links that.
///
/// # Errors
///
/// When a file can't be read, written or taken away.
pub fn join(folder: &Path) -> Result<(), Failure> {
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Failure::at(&index, error))?;
    let (html, linked) = linked(&html);
    let mut styles = String::new();
    for name in linked {
        let file = folder.join(name);
        styles += &dense(&fs::read_to_string(&file).map_err(|error| Failure::at(&file, error))?);
        fs::remove_file(&file).map_err(|error| Failure::at(&file, error))?;
    }
    let file = folder.join(FILE);
    fs::write(&file, styles).map_err(|error| Failure::at(&file, error))?;
    fs::write(&index, html).map_err(|error| Failure::at(&index, error))
}

/// `html` with one link to [`FILE`] in the place of the first stylesheet, and the names of all that were linked.
fn linked(html: &str) -> (String, Vec<&str>) {
    let mut names = Vec::new();
    let mut rest = html;
    let mut joined = String::new();
    while let Some((before, after)) = rest.split_once(LINK.0) {
        let Some((name, after)) = after.split_once(LINK.1) else { break };
        joined += before;
        if names.is_empty() {
            joined.extend([LINK.0, FILE, LINK.1]);
        }
        names.push(name);
        rest = after;
    }
    (joined + rest, names)
}

/// A stylesheet without its comments and without white space around its lines.
fn dense(styles: &str) -> String {
    let mut bare = String::new();
    let mut rest = styles;
    while let Some((before, after)) = rest.split_once("/*") {
        bare += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare += rest;
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_link_takes_the_place_of_all() {
        let html = r#"<a><link rel="stylesheet" href="a.css" /><b><link rel="stylesheet" href="b.css" /><c>"#;
        let (joined, names) = linked(html);
        assert_eq!(joined, r#"<a><link rel="stylesheet" href="style.css" /><b><c>"#);
        assert_eq!(names, ["a.css", "b.css"]);
    }

    #[test]
    fn comments_and_white_space_go() {
        assert_eq!(dense("/* a */\na {\n  b: c; /* d\n e */\n}\n\n"), "a {\nb: c;\n}\n");
    }
}
