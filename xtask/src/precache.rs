//! What the service worker keeps: the page itself and every file that it is made of, each with its hash.
//!
//! The pages of single entries of the knowledge base are not among them: the page has all entries in one file. Nor is
//! the list of published secrets, which is large and hardly ever wanted.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    Failure,
    fingerprint::{files, integrity, version},
};

/// The service worker, which can't keep itself.
const WORKER: &str = "service-worker.js";

/// The folder with a page for each entry.
const ENTRIES: &str = "kb/";

/// What is fetched when it is wanted, and not before.
const LATER: &str = "well-known-secrets.";

/// Writes the list above the service worker of a folder whose `index.html` is sealed.
pub fn write(folder: &Path) -> Result<(), Failure> {
    let path = folder.join(WORKER);
    let script = fs::read_to_string(&path).map_err(|error| Failure::at(&path, error))?;
    // A list that is already there is written anew.
    let script = script.split_once(END).map_or(script.as_str(), |(_, script)| script);
    let release = release(folder)?;
    fs::write(&path, format!("const release = {release};{END}{script}"))
        .map_err(|error| Failure::at(&path, error))
}

/// What stands between the list and the script.
const END: &str = " // until here\n";

/// The version and the files, as JSON.
fn release(folder: &Path) -> Result<String, Failure> {
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Failure::at(&index, error))?;
    let mut kept = vec![json!(["./", integrity(html.as_bytes())])];
    for file in files(folder)? {
        let Some(name) = file.strip_prefix(folder).ok().and_then(Path::to_str) else { continue };
        let name = name.replace('\\', "/");
        if name == "index.html" || name == WORKER || name.starts_with(ENTRIES) || name.starts_with(LATER) {
            continue;
        }
        let content = fs::read(&file).map_err(|error| Failure::at(&file, error))?;
        kept.push(json!([address(&html, &name, &content), integrity(&content)]));
    }
    let files = json!(kept).to_string();
    // The list holds the hash of each file, so its own is the hash of them all.
    Ok(format!("{{\"version\":\"{}\",\"files\":{files}}}", version(files.as_bytes())))
}

/// The address by which the page asks for a file.
fn address(html: &str, name: &str, content: &[u8]) -> String {
    let versioned = format!("{name}?v={}", version(content));
    if html.contains(&format!("\"{versioned}\"")) { versioned } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_under_the_address_that_the_page_asks_for() {
        let versioned = format!("a.js?v={}", version(b"x"));
        let html = format!("<script src=\"{versioned}\"></script>");
        assert_eq!(address(&html, "a.js", b"x"), versioned);
        assert_eq!(address(&html, "b.js", b"x"), "b.js");
    }
}
