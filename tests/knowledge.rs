//! The knowledge base, executed: every example raises its entry's cause, every workaround that names an experiment
//! helps an example, and no dead end does.
#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    reason = "a test may stop, and writes a page now and then"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use jwt_why::{
    answer::Question,
    cause::{Cause, Class},
    diagnosis::{
        Diagnosis, Input,
        report::{Advice, Report, TokenReport, TrialOutcome},
    },
    kb::{Attempt, Entry, Example, Knowledge, Texts},
};

fn knowledge() -> Rc<Knowledge> {
    Rc::new(Knowledge::from_index(include_str!(concat!(env!("OUT_DIR"), "/knowledge.txt"))).unwrap())
}

fn texts() -> Texts {
    Texts::from_json(include_str!(concat!(env!("OUT_DIR"), "/texts.json"))).unwrap()
}

/// The diagnosis of an example, as the command line makes it.
fn diagnose(example: &Example, knowledge: &Rc<Knowledge>) -> Report {
    let mut json = serde_json::to_value(example).unwrap();
    json.as_object_mut().unwrap().remove("raises");
    let question: Question<serde_json::Value> = serde_json::from_value(json).unwrap();
    let texts = |value: serde_json::Value| match value {
        serde_json::Value::Array(values) => values.iter().map(ToString::to_string).collect(),
        value => vec![value.to_string()],
    };
    let input = Input {
        text: question.text,
        keys: question.keys,
        policy: question.policy.policy(texts),
        now: question.now.unwrap_or(1_750_000_000),
        ..Input::default()
    };
    Diagnosis::start(input, Some(Rc::clone(knowledge))).finish()
}

fn causes_of(token: &TokenReport) -> Vec<Cause> {
    let mut causes: Vec<Cause> = token.findings.iter().map(|finding| finding.cause).collect();
    causes.extend(token.proved.iter().flat_map(|proof| &proof.changes).map(|change| change.cause));
    causes.extend(&token.possible);
    causes.extend(token.inner.iter().flat_map(|inner| causes_of(inner)));
    causes
}

/// Everything that is wrong with an entry's examples.
fn faults(entry: &Entry, knowledge: &Rc<Knowledge>) -> Vec<String> {
    let mut faults = Vec::new();
    let reports: Vec<Report> = entry.examples.iter().map(|example| diagnose(example, knowledge)).collect();
    for (index, (example, report)) in entry.examples.iter().zip(&reports).enumerate() {
        let mut causes: Vec<Cause> = report.key_findings.iter().map(|finding| finding.cause).collect();
        causes.extend(report.tokens.iter().flat_map(causes_of));
        let raises = |cause: &Cause| causes.contains(cause);
        let missing: Vec<&Cause> = example.raises.iter().filter(|cause| !raises(cause)).collect();
        if !missing.is_empty() {
            faults.push(format!("example {index} does not raise {missing:?}, only {causes:?}"));
        }
        if !entry.causes.iter().any(raises) {
            faults.push(format!("example {index} raises no cause of the entry, only {causes:?}"));
        }
    }
    let outcomes = |advice: Advice, at: usize| -> Vec<TrialOutcome> {
        let tokens = reports.iter().flat_map(|report| &report.tokens);
        let shown = tokens.flat_map(|token| &token.entries).filter(|shown| shown.id == entry.id);
        shown
            .flat_map(|shown| &shown.trials)
            .filter(|trial| trial.advice == advice && trial.index == at)
            .map(|trial| trial.outcome)
            .collect()
    };
    let with_experiment = |list: &[Attempt]| -> Vec<usize> {
        (0..list.len())
            .filter(|&at| list.get(at).is_some_and(|attempt| !attempt.experiments.is_empty()))
            .collect()
    };
    for at in with_experiment(&entry.workarounds) {
        let outcomes = outcomes(Advice::Workaround, at);
        if !outcomes.contains(&TrialOutcome::Helps) {
            faults.push(format!("workaround {at} helps no example: {outcomes:?}"));
        }
    }
    for at in with_experiment(&entry.dead_ends) {
        let outcomes = outcomes(Advice::DeadEnd, at);
        let attack = entry.dead_ends.get(at).is_some_and(|attempt| {
            attempt.experiments.iter().all(|experiment| experiment.class() == Class::Attack)
        });
        if outcomes.contains(&TrialOutcome::Helps) {
            faults.push(format!("dead end {at} helps an example: {outcomes:?}"));
        }
        if !attack && !outcomes.contains(&TrialOutcome::DoesNotHelp) {
            faults.push(format!("dead end {at} is not tried on any example: {outcomes:?}"));
        }
    }
    faults
}

#[test]
fn examples_raise_causes_workarounds_help_and_dead_ends_do_not() {
    let knowledge = knowledge();
    let mut wrong = Vec::new();
    for entry in texts().entries() {
        wrong.extend(faults(entry, &knowledge).into_iter().map(|fault| format!("{}: {fault}", entry.id)));
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn messages_of_entries_are_recognised() {
    let knowledge = knowledge();
    for entry in texts().entries() {
        for message in &entry.messages {
            let found = knowledge.recogniser().recognise(&message.text);
            let fits = found.iter().any(|found| {
                let named = found.library == message.library || found.via.as_ref() == Some(&message.library);
                named && found.causes.iter().any(|cause| entry.causes.contains(cause))
            });
            assert!(fits, "{}: {} was recognised as {found:#?}", entry.id, message.text);
        }
    }
}

/// The messages that hide or say something wrong, each with the source that shows it.
fn misleading() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("data/misleading.tsv").lines().skip(1).map(|row| {
        let mut cells = row.split('\t');
        let (message, library) = (cells.next().unwrap(), cells.next().unwrap());
        assert!(cells.next().is_some_and(|source| source.contains('/')), "{message} has no source");
        (message, library)
    })
}

#[test]
fn messages_that_mislead_say_so_and_each_note_has_its_source() {
    let knowledge = knowledge();
    let mut notes: BTreeSet<String> =
        knowledge.libraries().into_iter().flat_map(|library| library.messages).filter_map(note).collect();
    assert!(notes.len() >= 25, "{} notes", notes.len());
    let mut wrong = Vec::new();
    for (message, library) in misleading() {
        let found = knowledge.recogniser().recognise(message);
        let first = found.first().filter(|first| first.library == library);
        match first.and_then(|first| first.misleading.as_ref()) {
            Some(text) => _ = notes.remove(&text.en),
            None => wrong.push(format!("{message} of {library}: {found:#?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(notes.is_empty(), "without a row in tests/data/misleading.tsv: {notes:#?}");
}

fn note<C, I>(message: jwt_why::kb::format::Pattern<C, I>) -> Option<String> {
    message.misleading.map(|text| text.en)
}

#[test]
fn every_cause_has_an_entry() {
    let knowledge = knowledge();
    let without = without_entry(&knowledge);
    assert!(without.is_empty(), "causes without an entry: {without:?}");
}

/// Whether the entry that a row of the topics names is there and cites one of the topic's threads.
fn is_covered(row: &str, texts: &Texts) -> bool {
    let [_, id, threads] = row.split('\t').collect::<Vec<_>>()[..] else { return false };
    let cites = |entry: &Entry| {
        entry
            .sources
            .iter()
            .filter_map(|link| link.url.as_deref())
            .any(|url| threads.split(' ').any(|thread| thread == url))
    };
    texts.entries().iter().any(|entry| entry.id == id && cites(entry))
}

#[test]
fn every_fault_that_people_report_has_an_entry() {
    let texts = texts();
    let mut topics = include_str!("data/topics.tsv").lines();
    assert_eq!(topics.next(), Some("topic\tentry\tthreads"));
    let (covered, without): (Vec<&str>, Vec<&str>) = topics.partition(|row| is_covered(row, &texts));
    assert!(
        without.is_empty(),
        "topics without an entry that cites a thread of theirs:\n{}",
        without.join("\n")
    );
    assert_eq!(covered.len(), 195);
}

/// What there is, in a page that people read.
fn figures(knowledge: &Knowledge, texts: &Texts) -> String {
    let mut categories: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in knowledge.entries() {
        *categories.entry(entry.category()).or_default() += 1;
    }
    let sum = |count: fn(&Entry) -> usize| texts.entries().iter().map(|entry| count(entry)).sum::<usize>();
    let without = without_entry(knowledge);
    let mut page = format!(
        "# The knowledge base in figures\n\n\
         Written by `UPDATE_TABLES=1 cargo test --test knowledge`. The test fails when a row is missing; counts may be \
         older than the newest entries.\n\n\
         Causes without an entry: {} (of {}).\n\n| what | count |\n|---|---:|\n",
        if without.is_empty() { "none".to_owned() } else { without.join(", ") },
        Cause::ALL.len()
    );
    for (what, count) in [
        ("entries", knowledge.entries().len()),
        ("examples, each executed", sum(|entry| entry.examples.len())),
        ("messages of entries, each recognised", sum(|entry| entry.messages.len())),
        ("workarounds", sum(|entry| entry.workarounds.len())),
        ("workarounds that an experiment tries on an example", sum(|entry| executed(&entry.workarounds))),
        ("dead ends", sum(|entry| entry.dead_ends.len())),
        ("dead ends that an experiment tries on an example", sum(|entry| executed(&entry.dead_ends))),
    ] {
        page += &format!("| {what} | {count} |\n");
    }
    page += "\n| category | entries |\n|---|---:|\n";
    for (category, count) in categories {
        page += &format!("| {category} | {count} |\n");
    }
    let libraries = knowledge.libraries();
    let patterns: usize = libraries.iter().map(|library| library.messages.len()).sum();
    let run = recognised(knowledge, include_str!("data/messages.jsonl"));
    let read = recognised(knowledge, include_str!("data/messages-from-sources.jsonl"));
    let (lines, wrong) = ordinary(knowledge);
    page + &format!(
        "\n## Messages\n\n| what | count |\n|---|---:|\n\
         | libraries and products | {} |\n| patterns | {patterns} |\n\
         | messages that mislead, each with a note and its source | {} |\n\
         | messages of libraries that were run (`tests/data/messages.jsonl`) | {} |\n\
         | … that give an expected cause as the first | {} |\n\
         | … among the first three | {} |\n\
         | messages found in sources (`tests/data/messages-from-sources.jsonl`) | {} |\n\
         | … that give an expected cause as the first | {} |\n\
         | … among the first three | {} |\n\
         | kinds of ordinary log lines | {lines} |\n| … taken for a message | {wrong} |\n",
        libraries.len(),
        misleading().count(),
        run.0,
        run.1,
        run.2,
        read.0,
        read.1,
        read.2,
    )
}

fn without_entry(knowledge: &Knowledge) -> Vec<&'static str> {
    Cause::ALL.into_iter().filter(|&cause| knowledge.entries_for(cause).is_empty()).map(Cause::id).collect()
}

fn executed(attempts: &[Attempt]) -> usize {
    attempts.iter().filter(|attempt| !attempt.experiments.is_empty()).count()
}

/// How many kinds of ordinary log lines there are, and how many of them are taken for a message.
fn ordinary(knowledge: &Knowledge) -> (usize, usize) {
    let lines = include_str!("data/ordinary-log-templates.txt").lines();
    let wrong = lines.clone().filter(|line| !knowledge.recogniser().recognise(line).is_empty());
    (lines.count(), wrong.count())
}

/// How many messages there are, and how many give an expected cause as the first and among the first three.
fn recognised(knowledge: &Knowledge, messages: &str) -> (usize, usize, usize) {
    let rows = messages.lines();
    let (mut all, mut first, mut among_three) = (0, 0, 0);
    for row in rows.map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()) {
        let expected: Vec<&str> =
            row["any_cause"].as_array().unwrap().iter().filter_map(|cause| cause.as_str()).collect();
        let found = knowledge.recogniser().recognise(row["message"].as_str().unwrap());
        let causes: Vec<&str> =
            found.iter().flat_map(|message| &message.causes).map(|cause| cause.id()).collect();
        all += 1;
        first += usize::from(causes.first().is_some_and(|cause| expected.contains(cause)));
        among_three += usize::from(causes.iter().take(3).any(|cause| expected.contains(cause)));
    }
    (all, first, among_three)
}

#[test]
fn the_page_of_figures_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/knowledge.md");
    let written = figures(&knowledge(), &texts());
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(path, &written).unwrap();
    } else {
        let page = std::fs::read_to_string(path).unwrap_or_default();
        // Every new entry changes a count; the page is written anew for a release, and its rows must be there always.
        let rows = |page: &str| page.replace(|letter: char| letter.is_ascii_digit(), "");
        assert!(
            rows(&page) == rows(&written),
            "docs/knowledge.md is out of date: run `UPDATE_TABLES=1 cargo test --test knowledge`"
        );
    }
}
