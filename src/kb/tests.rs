use super::*;

fn knowledge() -> Knowledge {
    Knowledge::from_json(EMBEDDED).unwrap()
}

#[test]
fn the_seed_entry_has_every_figure_that_its_source_prints() {
    let knowledge = knowledge();
    let entry = knowledge.entry("api/jwt-claims-validation-failed").unwrap();
    let percent = |rate: &Option<format::Rate>| match rate {
        Some(format::Rate::Published { percent, .. }) => *percent,
        other => panic!("{other:?} is not published"),
    };
    assert_eq!(entry.tags, ["api", "auth_error", "ai_generated", "partial"]);
    assert_eq!((percent(&entry.fix_rate), percent(&entry.confidence)), (80, 85));
    assert_eq!((entry.evidence, entry.first_seen.as_deref()), (Some(1), Some("2024-03-15")));
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
    let knowledge = knowledge();
    let guide = knowledge.entry("signature/jwt-signature-validation-failed").unwrap();
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

#[test]
fn entries_are_found_by_words_of_either_language() {
    let knowledge = knowledge();
    for (query, id) in [
        ("mettleci", "operations/key-made-at-each-start"),
        ("claims validation", "api/jwt-claims-validation-failed"),
        ("声明 校验", "api/jwt-claims-validation-failed"),
        ("metttleci", "operations/key-made-at-each-start"),
    ] {
        for language in [Language::En, Language::Zh] {
            let found = knowledge.search(query, language);
            assert_eq!(found.first().map(|entry| entry.id.as_str()), Some(id), "{query}");
        }
    }
    assert!(knowledge.search("no such words at all", Language::En).is_empty());
    assert_eq!(knowledge.search("", Language::En).len(), knowledge.entries().len());
}

#[test]
fn every_entry_becomes_files() {
    let knowledge = knowledge();
    let files = render::files(&knowledge);
    assert_eq!(files.len(), 5 + 5 * knowledge.entries().len());
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
    assert_eq!(Some(&entry), knowledge.entry("operations/key-made-at-each-start"));
    assert!(content("kb/index.json").contains("signature/jwt-signature-validation-failed"));
}
