use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::kb::TEXTS;

fn texts() -> Texts {
    Texts::from_json(TEXTS).unwrap()
}

fn is_page(file: &File) -> bool {
    file.content.starts_with("<!doctype html>")
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The file that a relative address leads to from another file.
fn resolved(from: &str, address: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for part in address.split('/') {
        match part {
            ".." => assert!(folders.pop().is_some(), "{address} leads out of the site from {from}"),
            "." => {}
            part => folders.push(part),
        }
    }
    let path = folders.join("/");
    if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path }
}

#[test]
fn every_address_in_a_page_leads_somewhere() {
    let files = files(&texts());
    let mut known: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    known.extend(["index.html", "icon.svg"]);
    for file in files.iter().filter(|file| is_page(file)) {
        for address in values(&file.content, "href") {
            let path = address.split('#').next().unwrap_or_default();
            if !path.starts_with("https://") && !path.starts_with("http://") {
                let target = resolved(&file.path, path);
                assert!(known.contains(target.as_str()), "{}: {address} leads to {target}", file.path);
            }
        }
    }
}

#[test]
fn a_page_loads_nothing_but_its_style_and_icon() {
    for file in files(&texts()).iter().filter(|file| is_page(file)) {
        let policy = file.content.find("default-src &#39;none&#39;").unwrap();
        let first_address = file.content.find("href=").unwrap();
        assert!(policy < first_address, "{}", file.path);
        for forbidden in ["<script", "<style", " style=", " src=", " on", "javascript:"] {
            let mut tags = file.content.split('<').filter_map(|rest| rest.split('>').next());
            let found = tags.find(|tag| format!("<{tag}").contains(forbidden) && !tag.starts_with("meta"));
            assert_eq!(found, None, "{}: {forbidden}", file.path);
        }
    }
}

#[test]
fn a_page_says_in_its_language_what_the_entry_says() {
    let files = files(&texts());
    let content = |path: &str| &files.iter().find(|file| file.path == path).unwrap().content;
    let id = "api/jwt-claims-validation-failed";
    for (path, expected) in [
        (
            format!("kb/{id}/index.html"),
            [
                "<html lang=\"en\">",
                "<h1>401 Unauthorized: JWT claims validation failed</h1>",
                "<h2>Dead ends</h2>",
                "75 % (published",
                "../../../#/kb/api/jwt-claims-validation-failed\"",
            ],
        ),
        (
            format!("kb/{id}/zh/index.html"),
            [
                "<html lang=\"zh-CN\">",
                "<h1>401 未授权",
                "<h2>无效做法</h2>",
                "clockTolerance: 30",
                "../../../../#/kb/api/jwt-claims-validation-failed\"",
            ],
        ),
        ("kb/index.html".to_owned(), ["Knowledge base", "401 Unauthorized", "Time and clocks", "zh/", id]),
        ("kb/zh/index.html".to_owned(), ["知识库", "401 未授权", "时间与时钟", "../", id]),
    ] {
        for words in expected {
            assert!(content(&path).contains(words), "{words} is not in {path}");
        }
    }
}

#[test]
fn every_category_has_a_name() {
    for entry in texts().entries() {
        let category = entry.id.split('/').next().unwrap();
        assert_ne!(
            heading::category(category, Language::Zh),
            category,
            "name it in src/kb/render/heading.rs"
        );
    }
}

/// What is wrong in a value by a schema. Knows the keywords that the schema uses, and refuses others.
fn faults(schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let root: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut faults = Vec::new();
    let mut wrong = |fits: bool, what: &Value| {
        if !fits {
            faults.push(format!("{path}: expected {what}, found {value}"));
        }
    };
    let empty = serde_json::Map::new();
    let (members, items) = (value.as_object().unwrap_or(&empty), value.as_array());
    let mut inner = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let bound = rule.as_u64();
        let size = bound.and_then(|bound| usize::try_from(bound).ok());
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                inner.push((root.pointer(&rule.as_str().unwrap()[1..]).unwrap(), value, path.to_owned()));
            }
            "type" => wrong(kind(value) == rule.as_str().unwrap(), rule),
            "enum" => wrong(rule.as_array().unwrap().contains(value), rule),
            "anyOf" => {
                let choices = rule.as_array().unwrap();
                wrong(choices.iter().any(|choice| self::faults(choice, value, path).is_empty()), rule);
            }
            "required" => {
                let names = rule.as_array().unwrap().iter().filter_map(Value::as_str);
                wrong(names.into_iter().all(|name| members.contains_key(name)), rule);
            }
            "properties" => {
                let known =
                    |name| rule.get(name).map(|rule| (rule, &members[name], format!("{path}/{name}")));
                inner.extend(members.keys().filter_map(known));
            }
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                wrong(members.keys().all(|name| known.contains_key(name)), rule);
            }
            "items" => {
                inner.extend(items.into_iter().flatten().map(|item| (rule, item, format!("{path}/*"))));
            }
            "minItems" => wrong(items.map(Vec::len) >= size, rule),
            "maxItems" => wrong(items.map(Vec::len) <= size, rule),
            "minLength" => wrong(value.as_str().map(str::len) >= size, rule),
            "minimum" => wrong(value.as_u64() >= bound, rule),
            "maximum" => wrong(value.as_u64() <= bound, rule),
            "pattern" => wrong(follows(value.as_str().unwrap_or_default(), rule.as_str().unwrap()), rule),
            other => panic!("{path}: this test knows no keyword {other}"),
        }
    }
    faults.extend(inner.into_iter().flat_map(|(rule, value, path)| self::faults(rule, value, &path)));
    faults
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The few patterns of the schema.
fn follows(text: &str, pattern: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    match pattern {
        "^https?://" => text.starts_with("https://") || text.starts_with("http://"),
        "^[a-z0-9]+(-[a-z0-9]+)*$" => text.split('-').all(|word| !word.is_empty() && word.bytes().all(plain)),
        "^[a-z0-9-]+/[a-z0-9-]+$" => {
            let parts = text.split_once('/');
            parts.is_some_and(|(one, two)| {
                [one, two].iter().all(|part| !part.is_empty() && part.bytes().all(plain))
            })
        }
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            text.len() == 10 && text.split('-').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        }
        other => panic!("this test knows no pattern {other}"),
    }
}

#[test]
fn every_entry_follows_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let texts = texts();
    for entry in texts.entries() {
        let found = faults(&schema, &serde_json::to_value(&**entry).unwrap(), &entry.id);
        assert!(found.is_empty(), "{found:#?}");
    }
    assert!(texts.entries().len() > 50);
}

#[test]
fn the_schema_refuses_what_is_no_entry() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let entry = serde_json::to_value(&*texts().entries()[0]).unwrap();
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut changed = entry.clone();
        change(&mut changed);
        assert!(!faults(&schema, &changed, "entry").is_empty(), "{changed}");
    };
    for name in schema["required"].as_array().unwrap().iter().filter_map(Value::as_str) {
        refused(&|entry| drop(entry.as_object_mut().unwrap().remove(name)));
    }
    refused(&|entry| entry["colour"] = "blue".into());
    refused(&|entry| entry["kind"] = "warning".into());
    refused(&|entry| entry["id"] = "No Id".into());
    refused(&|entry| entry["causes"] = json!([]));
    refused(&|entry| entry["fix_rate"] = json!({ "measured": [1] }));
    refused(&|entry| entry["fix_rate"] = json!({ "published": 101, "source": "a page" }));
    refused(&|entry| entry["dead_ends"] = json!([{ "text": { "en": "Wait.", "zh": "等待。" } }]));
    refused(&|entry| entry["title"] = json!({ "en": "Late" }));
}
