//! `cargo xtask new-entry <category>/<slug>`: the file of a new entry, with everything that is to be filled in.

use std::fs;

use crate::{Failure, root};

const SKELETON: &str = include_str!("skeleton.toml");

/// Writes `kb/<id>.toml`, unless it is there already.
pub fn run(id: &str) -> Result<(), Failure> {
    if !is_id(id) {
        let reason = "expected <category>/<slug> in lower case, with hyphens: `time/exp-in-milliseconds`";
        return Err(Failure::new(format!("`{id}`: {reason}")));
    }
    let path = root().join(format!("kb/{id}.toml"));
    if path.exists() {
        return Err(Failure::at(&path, "there is such an entry already"));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::at(folder, error))?;
    }
    fs::write(&path, skeleton(id)).map_err(|error| Failure::at(&path, error))?;
    println!("kb/{id}.toml is there. Fill it in, then: cargo test --test knowledge");
    Ok(())
}

/// The text of a new entry.
pub fn skeleton(id: &str) -> String {
    SKELETON.replace("<id>", id)
}

fn is_id(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    id.split_once('/').is_some_and(|(category, slug)| word(category) && word(slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_inside_of_the_knowledge_base() {
        for (id, good) in [
            ("time/exp-in-milliseconds", true),
            ("time", false),
            ("time/", false),
            ("../time/late", false),
            ("time/../late", false),
            ("Time/Late", false),
            ("a/b/c", false),
        ] {
            assert_eq!(is_id(id), good, "{id}");
        }
    }
}
