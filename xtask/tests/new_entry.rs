//! The skeleton of an entry against the build that checks entries.

#[path = "../../build/kb.rs"]
mod kb;

use kb::{File, Names};
use xtask::new_entry::skeleton;

/// The index and the texts, or what is wrong.
fn compile(text: String) -> Result<(String, String), Vec<kb::Fault>> {
    let names = Names { causes: vec!["expired".to_owned()], experiments: Vec::new() };
    kb::compile(&[File { path: "kb/time/late.toml".to_owned(), text }], &names)
        .map(|kb::Compiled { index, texts }| (index, texts))
}

#[test]
fn the_build_asks_for_nothing_but_the_gaps() {
    let text = skeleton("time/late");
    let faults = compile(text.clone()).unwrap_err();
    let mut named: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
    named.dedup();
    let lines: Vec<&str> = text.lines().collect();
    for fault in &faults {
        let near = &lines[fault.line - 1..lines.len().min(fault.line + 1)];
        assert!(near.iter().any(|line| line.contains("\"\"")), "{fault}");
    }
    // A gap is a line, but for the root cause with its two languages.
    let is_gap = |line: &&&str| !line.starts_with('#') && line.contains("\"\"");
    assert_eq!(named.len(), lines.iter().filter(is_gap).count() - 1, "{faults:#?}");
}

#[test]
fn with_the_gaps_filled_in_it_is_an_entry() {
    let text = skeleton("time/late")
        .replace("first_seen = \"\"", "first_seen = \"2024-03-15\"")
        .replace("en = \"\"", "en = \"Late.\"")
        .replace("zh = \"\"", "zh = \"迟到。\"")
        .replace("causes = [\"\"]", "causes = [\"expired\"]")
        .replace("url = \"\"", "url = \"https://example.com\"")
        .replace("text = \"\"", "text = \"eyJ\"");
    assert_eq!(compile(text.clone()).err(), None);
}

#[test]
fn it_names_every_field_of_an_entry() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../kb/schema.json")).unwrap();
    let text = skeleton("time/late");
    let names: Vec<&str> = text.lines().map(|line| line.trim_start_matches(['#', ' ', '['])).collect();
    let fields = schema["properties"].as_object().unwrap();
    for field in fields.keys() {
        let ends = |rest: &str| rest.starts_with([' ', ']']);
        let named = names.iter().any(|line| line.strip_prefix(field.as_str()).is_some_and(ends));
        assert!(named, "{field} is not in the skeleton");
    }
    assert!(fields.len() > 20);
}
