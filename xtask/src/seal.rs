//! The last step of a build: adds the knowledge base, makes scripts brief, puts styles and start script into
//! `index.html` and the hash of each other file, and the list of them all into the service worker.
//!
//! The hash in an address (`worker.js?v=…`) keeps a host's cache from mixing two versions; the one in `integrity` keeps
//! the page from running a file that is not the one it was built with. trunk runs this as a hook.

use std::{env, fs, path::Path};

use crate::{
    Failure, brief,
    fingerprint::{files, integrity, version},
    page, precache,
    process::{self, cargo},
    root, split,
    standing::Standing,
};

/// What wasm-bindgen writes around the page's module.
const MODULE: &str = "jwt-why-app.js";

/// The other scripts that are files.
const SCRIPTS: [&str; 3] = ["worker.js", "offline.js", "service-worker.js"];

/// Seals the folder that trunk is about to publish.
pub fn run() -> Result<(), Failure> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map_or_else(page::dist_folder, Into::into);
    split::run_in(&folder)?;
    knowledge(&folder)?;
    rewritten(&folder.join(MODULE), brief::module)?;
    for script in SCRIPTS {
        rewritten(&folder.join(script), brief::script)?;
    }
    index(&folder)?;
    precache::write(&folder)
}

fn rewritten(file: &Path, written: fn(&str) -> Result<String, Failure>) -> Result<(), Failure> {
    let text = fs::read_to_string(file).map_err(|error| Failure::at(file, error))?;
    fs::write(file, written(&text)?).map_err(|error| Failure::at(file, error))
}

/// Puts into `index.html` what stands in it, and the hash of each other file.
fn index(folder: &Path) -> Result<(), Failure> {
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Failure::at(&index, error))?;
    let (html, standing) = Standing::taken(folder, &html)?;
    // What trunk has not turned into something else was meant for trunk alone.
    let lines = html.lines().map(str::trim);
    let lines: Vec<&str> =
        lines.filter(|line| !line.is_empty() && !line.contains("<link data-trunk")).collect();
    let mut html = lines.join("\n");
    for file in files(folder)?.into_iter().filter(|file| *file != index) {
        let content = fs::read(&file).map_err(|error| Failure::at(&file, error))?;
        if let Some(name) = file.strip_prefix(folder).ok().and_then(Path::to_str) {
            html = sealed(&html, name, &content);
            if name == MODULE {
                html = announced(&html, name, &content);
            }
        }
    }
    let html = standing.placed(&html)?;
    fs::write(&index, html).map_err(|error| Failure::at(&index, error))
}

/// Writes the knowledge base beside the page: one file for the page, and one an entry for everybody else.
fn knowledge(folder: &Path) -> Result<(), Failure> {
    if !root().join("src/bin/jwt-why.rs").exists() {
        return Ok(());
    }
    let command = ["run", "--quiet", "--features", "cli", "--bin", "jwt-why", "--", "kb", "--out"];
    process::run(cargo(&command).arg(folder))
}

/// `html` with the hashes of one file wherever an attribute names it.
fn sealed(html: &str, name: &str, content: &[u8]) -> String {
    let value = format!("=\"{name}\"");
    let address = format!("{name}?v={}", version(content));
    let hash = integrity(content);
    let mut sealed = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(&value) {
        let attribute = before.rsplit([' ', '\n']).next().unwrap_or_default();
        let checked = match attribute {
            "src" => format!(" integrity=\"{hash}\""),
            _ if attribute.starts_with("data-") => format!(" {attribute}-integrity=\"{hash}\""),
            _ => String::new(),
        };
        sealed.extend([before, "=\"", &address, "\"", &checked]);
        rest = after;
    }
    sealed + rest
}

/// `html` with a module announced by its address and hash: where it is imported it can't have a hash.
fn announced(html: &str, name: &str, content: &[u8]) -> String {
    let (address, hash) = (format!("{name}?v={}", version(content)), integrity(content));
    let link = format!("<link rel=\"modulepreload\" href=\"{address}\" integrity=\"{hash}\" />\n    <script");
    html.replacen("<script", &link, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, name: &str, expected: &str) {
        let hash = integrity(b"x");
        let expected = expected.replace('V', &version(b"x")).replace('H', &hash);
        assert_eq!(sealed(html, name, b"x"), expected);
    }

    #[test]
    fn an_address_gets_the_version_of_its_file() {
        check(r#"<link href="icon.svg">"#, "icon.svg", r#"<link href="icon.svg?v=V">"#);
    }

    #[test]
    fn what_a_browser_checks_gets_the_hash() {
        check(r#"<script src="a.js">"#, "a.js", r#"<script src="a.js?v=V" integrity="H">"#);
        check(r#"<p data-wasm="a.wasm">"#, "a.wasm", r#"<p data-wasm="a.wasm?v=V" data-wasm-integrity="H">"#);
    }

    #[test]
    fn a_module_is_announced_before_the_script_that_imports_it() {
        let html = announced("<head><script>", "a.js", b"x");
        let (link, script) = html.split_once("/>").unwrap();
        assert!(link.contains(&integrity(b"x")) && script.ends_with("<script>"), "{html}");
    }

    #[test]
    fn other_files_are_left_alone() {
        check(r#"<script src="ba.js">"#, "a.js", r#"<script src="ba.js">"#);
    }
}
