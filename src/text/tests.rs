//! The wording rules, held over every text of this room.

use super::{Language, Text, causes, experiments, template, vocabulary};
use crate::{
    cause::{Cause, ExperimentId},
    finding::{Facts, Finding, Place, Value},
};

/// Words that no sentence of ours contains.
const BANNED: [&str; 7] = ["please", "!", "！", "invalid", "无效", "请您", "simply"];

/// Every text of causes and experiments, with a name for messages and whether it is a sentence.
fn texts() -> Vec<(String, Text, bool)> {
    let mut all = Vec::new();
    for cause in Cause::ALL {
        let words = causes::about(cause);
        assert_eq!(words.cause, cause);
        for (part, text, is_sentence) in [
            ("title", words.title, false),
            ("sentence", words.sentence, true),
            ("advice", words.advice, true),
        ] {
            all.push((format!("{} {part}", cause.id()), text, is_sentence));
        }
    }
    for experiment in ExperimentId::ALL {
        let words = experiments::about(experiment);
        for (part, text) in [("change", words.change), ("ruled_out", words.ruled_out)] {
            all.push((format!("{} {part}", experiment.id()), text, false));
        }
    }
    all
}

#[test]
fn sentences_end_with_a_full_stop_and_titles_do_not() {
    for (name, text, is_sentence) in texts() {
        assert_eq!(text.en.ends_with('.'), is_sentence, "{name}: {}", text.en);
        assert_eq!(text.zh.ends_with('。'), is_sentence, "{name}: {}", text.zh);
    }
}

#[test]
fn wording_is_plain() {
    for (name, text, _) in texts() {
        for words in [text.en, text.zh] {
            assert_eq!(words, words.trim(), "{name}");
            assert!(!words.is_empty() && !words.contains("  "), "{name}");
            for banned in BANNED {
                assert!(!words.to_lowercase().contains(banned), "{name}: {banned}");
            }
        }
        assert!(!text.zh.is_ascii(), "{name} is not Chinese");
        for comma in [",", ";", "?"] {
            assert!(!text.zh.contains(comma), "{name}: {comma} in Chinese");
        }
    }
}

/// Every text of the page with its name.
fn labels() -> impl Iterator<Item = &'static (&'static str, Text)> {
    use super::page;
    [
        page::input::ALL,
        page::knowledge::ALL,
        page::making::ALL,
        page::proof::ALL,
        page::shell::ALL,
        page::many::ALL,
        page::ticket::ALL,
        page::token::ALL,
        page::verdict::ALL,
        page::views::ALL,
    ]
    .into_iter()
    .flatten()
}

#[test]
fn labels_of_the_page_are_whole_in_both_languages() {
    let mut names = Vec::new();
    for (name, text) in labels() {
        names.push(*name);
        for words in [text.en, text.zh] {
            assert_eq!(words, words.trim(), "{name}");
            assert!(!words.is_empty(), "{name}");
            for banned in BANNED {
                assert!(!words.to_lowercase().contains(banned), "{name}: {banned}");
            }
        }
        assert_eq!(text.en.matches("{}").count(), text.zh.matches("{}").count(), "{name}");
        assert_eq!(text.en.ends_with('.'), text.zh.ends_with('。'), "{name}");
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn both_languages_use_the_same_facts() {
    for (name, text, _) in texts() {
        assert_eq!(template::placeholders(text.en), template::placeholders(text.zh), "{name}");
    }
}

#[test]
fn every_placeholder_stands_in_a_group_that_can_be_left_out() {
    for (name, text, _) in texts() {
        for words in [text.en, text.zh] {
            let outside: String =
                words.split('[').map(|part| part.split_once(']').map_or(part, |(_, after)| after)).collect();
            assert!(!outside.contains(['{', '}', '|']), "{name}: {words}");
            assert_eq!(words.matches('[').count(), words.matches(']').count(), "{name}");
            for group in
                words.split('[').skip(1).filter_map(|part| part.split_once(']')).map(|(group, _)| group)
            {
                let alternatives: Vec<&str> = group.split('|').collect();
                let (_, before_last) = alternatives.split_last().unwrap();
                let first = alternatives.first().unwrap();
                assert!(first.contains('{'), "{name}: the group [{group}] is always there");
                assert!(
                    before_last.iter().all(|text| text.contains('{')),
                    "{name}: an alternative of [{group}] is never reached"
                );
            }
        }
    }
}

/// The facts that a template asks for: none, each alone, and all.
fn fillings(template: &str) -> Vec<Facts> {
    let names = template::placeholders(template);
    let name = |name: &&str| -> &'static str { Box::leak((*name).to_owned().into_boxed_str()) };
    let all = names.iter().fold(Facts::new(), |facts, fact| facts.public(name(fact), "x1"));
    let alone = names.iter().map(|fact| Facts::new().public(name(fact), "x1"));
    [Facts::new()].into_iter().chain(alone).chain([all]).collect()
}

#[test]
fn sentences_have_no_holes_whatever_facts_are_there() {
    const HOLES: [&str; 24] = [
        "  ", " ()", "（）", "“”", " .", " ,", " :", " ;", "..", "::", "，，", "。。", "“ ", " ”", "( ",
        " )", "，。", "：。", "；。", " ，", " 。", " ：", " ；", "（，",
    ];
    let mut faults = Vec::new();
    for (name, text, _) in texts() {
        for (language, template) in [(Language::En, text.en), (Language::Zh, text.zh)] {
            for facts in fillings(template) {
                let words = template::render(template, &facts, language);
                if HOLES.iter().any(|hole| words.contains(hole)) || words.contains(['{', '}', '[', ']', '|'])
                {
                    faults.push(format!("{name}: {words}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_sentence_says_what_was_found_and_what_to_do() {
    let facts = Facts::new().public("exp", Value::Instant(0));
    let finding = Finding::error(Cause::Expired, Place::Payload).with(facts);
    let message = super::sentence(&finding, Language::En);
    assert!(message.contains("1970-01-01 00:00:00 UTC"), "{message}");
    assert!(message.ends_with(super::advice(Cause::Expired, Language::En)), "{message}");
    assert!(!super::sentence(&finding, Language::Zh).contains("。 "));
}

#[test]
fn titles_tell_causes_apart() {
    for language in Language::ALL {
        let mut titles: Vec<&str> = Cause::ALL.iter().map(|cause| super::title(*cause, language)).collect();
        titles.sort_unstable();
        let count = titles.len();
        titles.dedup();
        assert_eq!(titles.len(), count);
    }
}

#[test]
fn a_change_shows_its_facts() {
    let facts = Facts::new().public("characters", 24_usize).public("length_bytes", 18_usize);
    let id = ExperimentId::SecretBase64Decoded;
    assert_eq!(
        super::change(id, &facts, Language::En),
        "decode the secret from base64 (24 characters become 18 bytes)"
    );
    assert_eq!(super::experiment_title(id, Language::En), "Decode the secret from base64");
    assert_eq!(super::ruled_out(id, Language::Zh), "不是 base64 密钥");
}

#[test]
fn every_id_that_the_prepared_faults_bring_up_has_a_word() {
    /// Facts whose values are always ids of ours.
    const IDS: [&str; 7] =
        ["reason", "difference", "segment", "value_type", "token_kind", "kind_wanted", "key_found"];
    let mut seen = 0;
    for line in include_str!("../../tests/data/cases.jsonl").lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys = row.get("keys").and_then(serde_json::Value::as_str).map(str::to_owned);
        let input = crate::diagnosis::Input {
            text: row["text"].as_str().unwrap().to_owned(),
            keys: keys.into_iter().collect(),
            now: 1_750_000_000,
            ..crate::diagnosis::Input::default()
        };
        let report = crate::diagnosis::Diagnosis::start(input, None).finish();
        let changes = report.tokens.iter().flat_map(|token| &token.proved).flat_map(|proof| &proof.changes);
        let findings = report.tokens.iter().flat_map(|token| &token.findings);
        let facts = changes.map(|change| &change.facts).chain(findings.map(|finding| &finding.facts));
        for fact in facts.flatten().filter(|fact| IDS.contains(&&*fact.name)) {
            let ids = match &fact.value {
                Value::Text(id) => std::slice::from_ref(id),
                Value::List(ids) => ids.as_slice(),
                _ => &[],
            };
            for id in ids {
                assert!(vocabulary::word(&fact.name, id).is_some(), "{}: {id} has no word", fact.name);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn what_stands_in_the_page_s_file_is_of_the_catalogue() {
    let html = include_str!("../../index.html");
    let spans = |language: &str| -> Vec<&str> {
        html.split("<span lang=\"")
            .skip(1)
            .filter_map(|span| span.strip_prefix(language)?.strip_prefix("\">")?.split("</span>").next())
            .collect()
    };
    let (english, chinese) = (spans("en"), spans("zh"));
    assert_eq!(english.len(), chinese.len());
    assert!(english.len() > 10, "{english:?}");
    for (en, zh) in english.into_iter().zip(chinese) {
        assert!(labels().any(|(_, text)| text.en == en && text.zh == zh), "{en} / {zh}");
    }
    for (name, text) in super::page::shell::ALL {
        assert!(html.contains(&format!(">{}<", text.en)), "{name} is not in index.html");
    }
}
