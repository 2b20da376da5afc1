use super::*;

fn knowledge() -> Knowledge {
    Knowledge::from_index(INDEX).unwrap()
}

fn texts() -> Texts {
    Texts::from_json(TEXTS).unwrap()
}

#[test]
fn the_index_says_what_the_texts_say() {
    let (knowledge, texts) = (knowledge(), texts());
    assert_eq!(knowledge.entries().len(), texts.entries().len());
    let libraries: Vec<String> = knowledge.libraries().into_iter().map(|library| library.library).collect();
    let tried = |attempts: &[Attempt]| -> Vec<Vec<ExperimentId>> {
        attempts.iter().map(|attempt| attempt.experiments.clone()).collect()
    };
    for (summary, entry) in knowledge.entries().iter().zip(texts.entries()) {
        let Summary { id, title, kind, tags, marks, causes, workarounds, dead_ends, libraries: shown } =
            summary;
        assert_eq!((id, title, kind), (&entry.id, &entry.title, &entry.kind));
        assert_eq!((tags, marks, causes), (&entry.tags, &entry.marks, &entry.causes), "{id}");
        assert_eq!(*workarounds, tried(&entry.workarounds), "{id}");
        assert_eq!(*dead_ends, tried(&entry.dead_ends), "{id}");
        assert!(shown.iter().all(|library| libraries.contains(library)), "{id}: {shown:?}");
    }
}

#[test]
fn the_index_has_every_message_as_it_was_written() {
    let libraries = knowledge().libraries();
    let read: Vec<Library> =
        messages_files().iter().map(|text| toml::from_str::<Library>(text).unwrap()).collect();
    assert_eq!(libraries.len(), read.len());
    for written in read {
        let found = libraries.iter().find(|library| library.library == written.library);
        assert_eq!(found, Some(&written));
    }
}

/// The texts of the files in `kb/messages`.
fn messages_files() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/kb/messages");
    let files = std::fs::read_dir(folder).unwrap();
    files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_broken_index_names_its_line() {
    let broken = INDEX.replacen("\u{c}error\nerror\n", "\u{c}error\nno kind\n", 1);
    let error = Knowledge::from_index(&broken).unwrap_err();
    assert_eq!(error.to_string(), "the knowledge base can't be read: line 2");
    assert!(Knowledge::from_index("").is_err());
}

#[test]
fn the_seed_entry_has_every_figure_that_its_source_prints() {
    let texts = texts();
    let entry = texts.entry("api/jwt-claims-validation-failed").unwrap();
    let percent = |rate: &Option<format::Rate>| match rate {
        Some(format::Rate::Published { percent, .. }) => *percent,
        other => panic!("{other:?} is not published"),
    };
    assert_eq!(entry.tags, ["api", "auth_error", "ai_generated", "partial"]);
    assert_eq!((percent(&entry.fix_rate), percent(&entry.confidence)), (80, 85));
    assert_eq!((entry.evidence, entry.first_seen.as_str()), (Some(1), "2024-03-15"));
    assert_eq!(
        entry.workarounds.iter().map(|attempt| percent(&attempt.rate)).collect::<Vec<_>>(),
        [75, 85, 90]
    );
    assert_eq!(
        entry.dead_ends.iter().map(|attempt| percent(&attempt.rate)).collect::<Vec<_>>(),
        [70, 90, 80]
    );
    assert_eq!(entry.versions.len(), 4);
    assert!(
        entry
            .docs
            .iter()
            .any(|link| link.url.as_deref() == Some("https://tools.ietf.org/html/rfc7519#section-4.1"))
    );
}

#[test]
fn the_guide_has_its_symptoms_steps_table_and_checklist() {
    let texts = texts();
    let guide = texts.entry("signature/jwt-signature-validation-failed").unwrap();
    assert_eq!((guide.symptoms.len(), guide.ways.len(), guide.steps.len()), (6, 7, 10));
    assert!(guide.steps.iter().all(|step| !step.code.is_empty()));
    assert!(guide.steps.iter().any(|step| step.table.as_ref().is_some_and(|table| table.rows.len() == 9)));
    assert!(guide.steps.iter().any(|step| step.checklist.len() == 5));
    assert_eq!((guide.prevention.len(), guide.related_errors.len()), (7, 4));
}

#[test]
fn a_specific_entry_comes_before_a_guide() {
    let knowledge = knowledge();
    let ids: Vec<&str> =
        knowledge.entries_for(Cause::KeyChangedAtIssuer).iter().map(|entry| entry.id.as_str()).collect();
    assert!(ids.contains(&"operations/key-made-at-each-start"), "{ids:?}");
    assert_eq!(ids.last(), Some(&"signature/jwt-signature-validation-failed"));
}

/// The ids that a search finds, the best first.
fn found(query: &str, language: Language, texts: Option<&Texts>) -> Vec<String> {
    let knowledge = knowledge();
    let found = Searcher::new(&knowledge, texts).search(&knowledge, query, language);
    found.into_iter().map(|index| knowledge.entries()[index].id.clone()).collect()
}

#[test]
fn entries_are_found_by_words_of_either_language() {
    let texts = texts();
    for (query, id) in [
        ("mettleci", "operations/key-made-at-each-start"),
        ("claims validation", "api/jwt-claims-validation-failed"),
        ("声明 校验", "api/jwt-claims-validation-failed"),
        ("metttleci", "operations/key-made-at-each-start"),
    ] {
        for language in Language::ALL {
            for texts in [None, Some(&texts)] {
                let found = found(query, language, texts);
                assert_eq!(found.first().map(String::as_str), Some(id), "{query}");
            }
        }
    }
    assert!(found("zebra okapi quagga", Language::En, Some(&texts)).is_empty());
    assert_eq!(found("", Language::En, None).len(), texts.entries().len());
}

#[test]
fn entries_are_found_by_the_message_of_a_library() {
    for (query, id) in [
        (r#"{"level":"error","msg":"JWTExpired: \"exp\" claim timestamp check failed"}"#, "time/expired"),
        ("JWT rejected due to invalid signature", "operations/key-made-at-each-start"),
        ("signing method RS256 is invalid", "algorithms/algorithm-not-allowed"),
        ("No credentials found for given 'iss'", "platforms/kong-credential"),
        ("IDX10500", "platforms/dotnet-idx10500"),
    ] {
        for language in Language::ALL {
            let found = found(query, language, None);
            assert_eq!(found.first().map(String::as_str), Some(id), "{query}: {found:?}");
        }
    }
}

#[test]
fn words_of_a_text_are_found_once_the_texts_are_there() {
    let texts = texts();
    let message = "signature verification failed";
    assert!(found(message, Language::En, None).len() < found(message, Language::Zh, Some(&texts)).len());
}

#[test]
fn every_entry_becomes_files() {
    let texts = texts();
    let files = render::files(&texts);
    assert_eq!(files.len(), 5 + 5 * texts.entries().len());
    let content = |path: &str| &files.iter().find(|file| file.path == path).unwrap().content;
    let english = content("kb/api/jwt-claims-validation-failed.md");
    for words in
        ["# 401 Unauthorized", "## Dead ends", "75 % (published", "`clock-skew`", "PyJWT | 2.8.0 | active"]
    {
        assert!(english.contains(words), "{words} is not in\n{english}");
    }
    let chinese = content("kb/api/jwt-claims-validation-failed.zh.md");
    for words in ["# 401 未授权", "## 无效做法", "使用中", "clockTolerance: 30"] {
        assert!(chinese.contains(words), "{words} is not in\n{chinese}");
    }
    let entry: Entry = serde_json::from_str(content("kb/operations/key-made-at-each-start.json")).unwrap();
    assert_eq!(Some(&entry), texts.entry("operations/key-made-at-each-start").map(|entry| &**entry));
    assert!(content("kb/index.json").contains("signature/jwt-signature-validation-failed"));
}

#[test]
fn the_page_fetches_every_entry_without_what_is_for_tests() {
    let texts = texts();
    let fetched = Texts::from_woven(&render::texts(&texts), &knowledge()).unwrap();
    for (entry, fetched) in texts.entries().iter().zip(fetched.entries()) {
        let without = Entry { examples: Vec::new(), messages: Vec::new(), ..Entry::clone(entry) };
        assert_eq!(**fetched, without);
    }
    assert_eq!(texts.entries().len(), fetched.entries().len());
}

#[test]
fn texts_of_another_index_are_refused() {
    for woven in
        ["", "[]", "[]\n", "[\u{80}]\n", "[{\"id\":\u{80}}]\n", &format!("{}\n", "[".repeat(100_000))]
    {
        assert!(Texts::from_woven(woven, &knowledge()).is_err(), "{woven}");
    }
}
