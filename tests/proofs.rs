//! What is proved about the prepared faults of `tests/data/own-cases.jsonl`: faults alone, faults in pairs, and traps;
//! and what is found in `own-shown.jsonl` beside it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::LazyLock,
};

use jwt_why::{
    answer::PolicyQuestion,
    case::Case,
    cause::{Cause, Class, Stage},
    diagnosis::{
        Diagnosis, Input,
        report::{ClaimsState, DecodeState, Proof, ProofKind, SignatureState, TokenReport, Verdict},
    },
    evaluation::evaluate,
    experiments::REGISTRY,
    jose::{self, Token},
    kb::{Attempt, Texts, format::Rate},
    keys::SecretReading,
    verify::Verifications,
};
use serde::Deserialize;
use serde_json::Value;

/// A prepared fault.
#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
    keys: String,
    policy: PolicyQuestion<Value>,
    now: i64,
    expect: Expectation,
}

/// What must be said.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Expectation {
    /// The causes of the first proof; none: nothing may be called proved.
    proved: Vec<String>,
    /// The causes that must be found, proved or called possible.
    found: Vec<String>,
}

/// A case and what was said about it.
struct Answered {
    id: String,
    keys: String,
    expected: BTreeSet<String>,
    token: TokenReport,
    /// Every cause that was found, proved or called possible about any token or key.
    shown: BTreeSet<&'static str>,
}

fn rows() -> impl Iterator<Item = Row> {
    let files = [include_str!("data/own-cases.jsonl"), include_str!("data/own-shown.jsonl")];
    files.into_iter().flat_map(str::lines).map(|line| serde_json::from_str(line).unwrap())
}

/// All cases, each diagnosed once.
static ANSWERED: LazyLock<Vec<Answered>> = LazyLock::new(|| rows().map(answer).collect());

fn answer(row: Row) -> Answered {
    let input = Input {
        text: row.text,
        keys: vec![row.keys.clone()],
        reading: SecretReading::default(),
        policy: row.policy.policy(values),
        now: row.now,
        detached_payload: None,
    };
    let report = Diagnosis::start(input, None).finish();
    let findings = report.tokens.iter().flat_map(|token| &token.findings).chain(&report.key_findings);
    let found = findings.map(|finding| finding.cause.id());
    let proofs = report.tokens.iter().flat_map(|token| &token.proved);
    let proved = proofs.flat_map(|proof| &proof.changes).map(|change| change.cause.id());
    let possible = report.tokens.iter().flat_map(|token| &token.possible).map(|cause| cause.id());
    let shown = found.chain(proved).chain(possible).collect();
    let expected = row.expect.proved.into_iter().chain(row.expect.found).collect();
    Answered { id: row.id, keys: row.keys, expected, shown, token: report.tokens.into_iter().next().unwrap() }
}

fn answered(kind: &str) -> Vec<&'static Answered> {
    ANSWERED.iter().filter(|case| case.id.starts_with(kind)).collect()
}

fn values(value: Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().map(Value::to_string).collect(),
        value => vec![value.to_string()],
    }
}

fn causes(proof: &Proof) -> BTreeSet<String> {
    proof.changes.iter().map(|change| change.cause.id().to_owned()).collect()
}

/// Asserts that the first proof of each case has the expected causes, and that no other one is offered.
#[track_caller]
fn check(kind: &str, least: usize) -> Vec<&'static Answered> {
    let all = answered(kind);
    assert!(all.len() >= least, "{} cases", all.len());
    let faults: Vec<String> = all
        .iter()
        .filter_map(|case| {
            let offered = case.token.proved.iter().map(causes);
            let wrong: Vec<_> = offered.filter(|causes| *causes != case.expected).collect();
            let missing = case.token.proved.is_empty() && !case.expected.is_empty();
            (missing || !wrong.is_empty()).then(|| format!("{}: {:?}, not {wrong:?}", case.id, case.expected))
        })
        .collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), all.len(), faults.join("\n"));
    all
}

#[test]
fn a_fault_is_proved_and_nothing_else_is() {
    let all = check("one/", 200);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cause in all.iter().flat_map(|case| &case.expected) {
        *counts.entry(cause).or_default() += 1;
    }
    let proved_only = Cause::ALL.into_iter().filter(|cause| cause.needs_proof());
    let rare: Vec<_> =
        proved_only.filter(|cause| counts.get(cause.id()).is_none_or(|count| *count < 2)).collect();
    assert!(rare.is_empty(), "fewer than two cases: {rare:?}");
}

#[test]
fn two_faults_are_proved_together() {
    for case in check("two/", 60) {
        // Each fault alone is in the cases of one fault, and rejected: no smaller set would do.
        assert_eq!(case.expected.len(), 2, "{}", case.id);
        assert_eq!(case.token.proved.first().unwrap().changes.len(), 2, "{}", case.id);
    }
}

#[test]
fn where_two_changes_are_named_no_single_one_would_do() {
    let mut tried = 0;
    for row in rows().filter(|row| row.id.starts_with("two/")) {
        let Token::Jws(jws) = jose::parse(&row.text) else { panic!("{} is no JWS", row.id) };
        let keys = Rc::new(jwt_why::keys::read(&[row.keys]));
        let case = Case::new(Rc::from(jws), 0, keys, Rc::new(row.policy.policy(values)), row.now, None);
        let mut memo = Verifications::default();
        for experiment in REGISTRY.iter().filter(|experiment| experiment.id.class() != Class::Attack) {
            for proposal in (experiment.propose)(&case) {
                tried += 1;
                let verdict = evaluate(&case.edited(&proposal.edits), &mut memo).verdict();
                assert_ne!(verdict, Verdict::Accepted, "{}: {:?}", row.id, experiment.id);
            }
        }
    }
    assert!(tried > 3_000, "{tried} changes tried");
}

#[test]
fn a_key_that_is_simply_wrong_proves_nothing() {
    for case in check("trap/", 30) {
        assert_eq!(case.token.verdict, Verdict::Rejected, "{}", case.id);
        let told = case.token.findings.iter().any(|finding| finding.cause.needs_proof());
        assert!(!told, "{}: a finding stands for a proof", case.id);
    }
}

#[test]
fn a_cause_that_needs_no_proof_is_found() {
    let faults: Vec<String> = answered("found/")
        .into_iter()
        .chain(answered("shown/"))
        .filter(|case| !case.expected.iter().all(|cause| case.shown.contains(cause.as_str())))
        .map(|case| format!("{}: {:?}", case.id, case.shown))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The causes that no token, key or policy shows, and why.
const UNSEEN: [(&str, &str); 5] = [
    ("header-lost", "the token never arrived; only the verifier's message tells"),
    ("jwks-fetch-failed", "a failure of the verifier's network; only its message tells"),
    ("key-changed-at-issuer", "what happened at the issuer; it is called possible, and messages tell"),
    ("library-defect", "a failure of the verifier itself; only its message tells"),
    ("token-revoked", "a list that the verifier keeps; only its message tells"),
];

/// The algorithm and the keys of a case.
type MadeWith<'a> = (Option<&'a str>, &'a str);

#[test]
fn each_cause_that_a_paste_can_show_has_two_cases_with_different_algorithms_or_keys() {
    let mut cases: BTreeMap<&str, Vec<MadeWith<'_>>> = BTreeMap::new();
    for case in ANSWERED.iter() {
        for cause in case.expected.iter().filter(|cause| case.shown.contains(cause.as_str())) {
            cases.entry(cause).or_default().push((case.token.alg.as_deref(), &case.keys));
        }
    }
    let unseen = |id: &str| UNSEEN.iter().any(|(unseen, reason)| *unseen == id && !reason.is_empty());
    let faults: Vec<String> = Cause::ALL
        .into_iter()
        .map(Cause::id)
        .filter(|id| !unseen(id))
        .filter_map(|id| {
            let all = cases.get(id).map_or(&[][..], Vec::as_slice);
            let different: BTreeSet<&MadeWith<'_>> = all.iter().collect();
            (different.len() < 2).then(|| format!("{id}: {} cases, {} different", all.len(), different.len()))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_attack_is_marked_and_stands_behind_everything_else() {
    let mut attacks = 0;
    for case in answered("one/") {
        let classes: Vec<bool> = case.token.proved.iter().map(|proof| proof.class == Class::Attack).collect();
        assert!(classes.is_sorted(), "{}", case.id);
        attacks += usize::from(classes.contains(&true));
        for proof in &case.token.proved {
            let gravest = proof.changes.iter().map(|change| change.class).max();
            assert_eq!(gravest, Some(proof.class), "{}", case.id);
        }
    }
    assert!(attacks >= 10, "{attacks} attacks");
}

#[test]
fn what_was_proved_or_found_is_not_ruled_out() {
    for case in answered("one/").into_iter().chain(answered("two/")) {
        for change in case.token.proved.iter().flat_map(|proof| &proof.changes) {
            assert!(
                !case.token.ruled_out.contains(&change.experiment),
                "{}: {:?}",
                case.id,
                change.experiment
            );
        }
        for proof in case.token.proved.iter().filter(|proof| proof.kind == ProofKind::Observed) {
            let evidence = ["length_bytes", "hash", "reason"];
            let named = |fact: &&str| proof.changes.iter().any(|change| change.facts.get(fact).is_some());
            assert!(evidence.iter().any(named), "{}: no evidence is named", case.id);
        }
    }
}

/// Whether a rejected token shows the symptom that a cause has: it can't be read, its signature does not verify, its
/// time is refused, or another of its claims.
fn shows(token: &TokenReport, cause: Cause) -> bool {
    token.verdict != Verdict::Accepted
        && match cause.stage() {
            Stage::Decode => token.decode == DecodeState::Faulty,
            Stage::Signature => token.signature == SignatureState::Mismatch,
            Stage::Claims => {
                let mut found = token.findings.iter().map(|finding| finding.cause);
                token.claims == ClaimsState::Rejected && found.any(|found| found.group() == cause.group())
            }
        }
}

/// Of the prepared faults with the symptom of the advice, those that it helps, and all of them. The symptom is that of
/// the first experiment's cause; an experiment helps where it is a part of what leads to acceptance.
fn measured(attempt: &Attempt) -> [usize; 2] {
    let Some(cause) = attempt.experiments.first().map(|experiment| experiment.cause()) else {
        return [0, 0];
    };
    // Cases that only have to be found are no faults that somebody could make.
    let faults = ANSWERED.iter().filter(|case| !case.id.starts_with("shown/"));
    let same: Vec<_> = faults.filter(|case| shows(&case.token, cause)).collect();
    let helped = same.iter().filter(|case| {
        let mut changes = case.token.proved.iter().flat_map(|proof| &proof.changes);
        changes.any(|change| attempt.experiments.contains(&change.experiment))
    });
    [helped.count(), same.len()]
}

#[test]
fn rates_that_the_knowledge_base_calls_measured_are() {
    let texts = Texts::from_json(include_str!(concat!(env!("OUT_DIR"), "/texts.json"))).unwrap();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for entry in texts.entries() {
        for (helps, attempt) in entry
            .workarounds
            .iter()
            .map(|attempt| (true, attempt))
            .chain(entry.dead_ends.iter().map(|attempt| (false, attempt)))
        {
            let Some(Rate::Measured { n, m }) = attempt.rate else { continue };
            let [helped, all] = measured(attempt);
            let expected = if helps { [helped, all] } else { [all - helped, all] };
            seen += 1;
            if [n as usize, m as usize] != expected {
                wrong.push(format!(
                    "kb/{}.toml: {:?}: `rate = {{ measured = {expected:?} }}` in place of [{n}, {m}]",
                    entry.id, attempt.text.en
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 0, "no rate is measured");
}
