//! `cargo xtask size`: what the page costs, part by part, and whether that is within `budget.toml`.

mod inside;

use std::{fs, path::Path};

use serde::Deserialize;

use crate::{
    Failure,
    fingerprint::files,
    page::dist_folder,
    process::{command, spelled},
    root,
};

const COMPRESS: &str = include_str!("compress.js");

/// What `budget.toml` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    parts: Vec<Part>,
}

/// Files that are wanted together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    /// How many bytes they may have together, with Brotli.
    limit: usize,
    /// How many bytes they are to have one day.
    goal: usize,
    /// Names in `dist/`; one that begins with `*` stands for every name that ends so, one that ends with `*` for every
    /// name that begins so.
    files: Vec<String>,
    /// Names that do not count.
    #[serde(default)]
    except: Vec<String>,
}

/// A file and its sizes in bytes.
struct File {
    name: String,
    plain: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table of `dist/` and what the module is made of.
///
/// # Errors
///
/// When a part is larger than its budget.
pub fn size() -> Result<(), Failure> {
    let checked = check();
    inside::print()?;
    checked
}

/// Prints the table of `dist/`.
///
/// # Errors
///
/// When a part is larger than its budget, or has a file that is not there.
pub fn check() -> Result<(), Failure> {
    let path = root().join("budget.toml");
    let budget = fs::read_to_string(&path).map_err(|error| Failure::at(&path, error))?;
    let budget: Budget = toml::from_str(&budget).map_err(|error| Failure::at(&path, error))?;
    let files = measured(&dist_folder())?;
    let mut faults = Vec::new();
    for part in &budget.parts {
        let mut files: Vec<&File> = files.iter().filter(|file| part.has(&file.name)).collect();
        files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
        let sum = |size: fn(&File) -> usize| files.iter().map(|file| size(file)).sum::<usize>();
        let brotli = sum(|file| file.brotli);
        row(&part.name, ["bytes", "gzip", "brotli"]);
        for file in &files {
            row(&format!("  {}", file.name), [file.plain, file.gzip, file.brotli]);
        }
        row("  together", [sum(|file| file.plain), sum(|file| file.gzip), brotli]);
        row("  limit", ["", "", &part.limit.to_string()]);
        row("  goal", ["", "", &part.goal.to_string()]);
        println!();
        if brotli > part.limit {
            faults.push(format!("{}: {brotli} bytes, {} too many", part.name, brotli - part.limit));
        }
        let missing = part.files.iter().filter(|name| !name.contains('*'));
        let missing = missing.filter(|name| !files.iter().any(|file| file.name == **name));
        faults.extend(missing.map(|name| format!("{}: {name} is not there", part.name)));
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::at(&path, faults.join("; "))) }
}

impl Part {
    fn has(&self, name: &str) -> bool {
        let any = |patterns: &[String]| patterns.iter().any(|pattern| matches(pattern, name));
        any(&self.files) && !any(&self.except)
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => name.ends_with(end),
        (_, Some(start)) => name.starts_with(start),
        _ => name == pattern,
    }
}

/// The files of a folder, each measured; those of single entries are many, and nothing counts them.
fn measured(folder: &Path) -> Result<Vec<File>, Failure> {
    let names: Vec<String> = files(folder)?
        .iter()
        .filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/")))
        .filter(|name| !name.starts_with("kb/"))
        .collect();
    let mut node = command("node");
    node.args(["-e", COMPRESS]).args(&names).current_dir(folder);
    let output = node.output().map_err(|error| Failure::new(format!("node: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("{}: {said}", spelled(&node))));
    }
    let lines = String::from_utf8_lossy(&output.stdout);
    Ok(lines.lines().filter_map(file).collect())
}

/// A line of what `compress.js` prints.
fn file(line: &str) -> Option<File> {
    let mut cells = line.splitn(4, ' ');
    let mut size = || cells.next()?.parse().ok();
    let (plain, gzip, brotli) = (size()?, size()?, size()?);
    Some(File { plain, gzip, brotli, name: cells.next()?.to_owned() })
}

fn row<T: std::fmt::Display>(name: &str, [plain, gzip, brotli]: [T; 3]) {
    println!("{name:<32}{plain:>10}{gzip:>10}{brotli:>10}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_files_that_its_patterns_name() {
        let part = Part {
            name: "some".to_owned(),
            limit: 1,
            goal: 1,
            files: vec!["index.html".to_owned(), "*.css".to_owned(), "kb*".to_owned()],
            except: vec!["print.css".to_owned()],
        };
        for (name, has) in [
            ("index.html", true),
            ("page.css", true),
            ("kb.json", true),
            ("print.css", false),
            ("other.html", false),
        ] {
            assert_eq!(part.has(name), has, "{name}");
        }
    }

    #[test]
    fn a_line_is_three_sizes_and_a_name() {
        let read = file("30 20 10 a file.js").unwrap();
        assert_eq!((read.plain, read.gzip, read.brotli, read.name.as_str()), (30, 20, 10, "a file.js"));
        assert!(file("30 20").is_none());
    }

    #[test]
    fn the_budget_of_the_repository_can_be_read() {
        let text = fs::read_to_string(root().join("budget.toml")).unwrap();
        let budget: Budget = toml::from_str(&text).unwrap();
        assert!(budget.parts.iter().all(|part| part.goal <= part.limit && !part.files.is_empty()));
    }
}
