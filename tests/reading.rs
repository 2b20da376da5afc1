//! From a paste to findings: what extract and jose see in the prepared cases, and that nothing makes them panic.

#![expect(clippy::expect_used, reason = "each line of the prepared cases is JSON")]

use jwt_why::{
    cause::{Cause, Group},
    checks,
    extract::{self, AsPasted},
    finding::{Finding, Severity},
    jose::{self, json},
};

/// A prepared case: its id, the paste, and the causes of which one must be found.
struct Case {
    id: String,
    text: String,
    any_cause: Vec<String>,
}

fn cases() -> Vec<Case> {
    let text = |node: Option<&json::Node>| node.and_then(json::Node::as_str).unwrap_or_default().to_owned();
    include_str!("data/cases.jsonl")
        .lines()
        .map(|line| {
            let case = json::parse(line.as_bytes()).expect("each line is JSON").root;
            let causes = case.get("expect").and_then(|expect| expect.get("any_cause"));
            Case {
                id: text(case.get("id")),
                text: text(case.get("text")),
                any_cause: causes
                    .and_then(json::Node::as_array)
                    .unwrap_or_default()
                    .iter()
                    .map(|cause| text(Some(cause)))
                    .collect(),
            }
        })
        .collect()
}

/// All findings of a paste that need nothing but the paste.
fn findings(text: &str) -> Vec<Finding> {
    let candidates = extract::extract(text);
    let of_token = |candidate: &extract::Candidate| jose::parse(&candidate.token).findings().to_vec();
    candidates.iter().flat_map(|candidate| [candidate.damage.clone(), of_token(candidate)].concat()).collect()
}

/// The causes that extract and jose own.
fn is_owned(cause: Cause) -> bool {
    let tokens_own =
        [Cause::AlgMissing, Cause::KidNotString, Cause::KidInjection, Cause::EmbeddedKey, Cause::B64False];
    let elsewhere = [
        Cause::HeaderLost,
        Cause::TruncatedToken,
        Cause::JweDecryptFailed,
        Cause::TypMismatch,
        Cause::TypMissing,
    ];
    let group = matches!(cause.group(), Group::Transport | Group::Structure | Group::Header);
    (group || tokens_own.contains(&cause)) && !elsewhere.contains(&cause)
}

#[test]
fn each_prepared_fault_of_a_paste_is_seen() {
    let mut seen = 0;
    for case in cases() {
        let causes: Vec<Cause> = case.any_cause.iter().filter_map(|id| Cause::from_id(id)).collect();
        if causes.is_empty() || !causes.iter().all(|cause| is_owned(*cause)) {
            continue;
        }
        let found: Vec<Cause> = findings(&case.text).iter().map(|finding| finding.cause).collect();
        assert!(causes.iter().any(|cause| found.contains(cause)), "{}: {found:?}", case.id);
        seen += 1;
    }
    assert!(seen > 60, "only {seen} cases are about the paste");
}

#[test]
fn pastes_without_a_fault_have_no_errors() {
    let mut seen = 0;
    for case in cases().iter().filter(|case| case.any_cause.is_empty()) {
        assert_eq!(findings(&case.text), [], "{}", case.id);
        assert!(extract::extract(&case.text).iter().all(|candidate| candidate.as_pasted == AsPasted::Ok));
        seen += 1;
    }
    assert!(seen > 10, "only {seen} cases are sound");
}

#[test]
fn spans_stand_on_characters_of_the_paste() {
    for case in cases() {
        for candidate in extract::extract(&case.text) {
            let places = candidate.damage.iter().filter_map(|finding| finding.span);
            let token = jose::parse(&candidate.token);
            let inside = token.findings().iter().filter_map(|finding| finding.span).map(|span| {
                assert!(candidate.token.get(span.range()).is_some(), "{}: {span:?}", case.id);
                candidate.map.span(span)
            });
            for span in places.chain(inside).chain(candidate.occurrences.iter().map(|place| place.span)) {
                assert!(case.text.get(span.range()).is_some(), "{}: {span:?}", case.id);
            }
        }
    }
}

#[test]
fn what_is_stripped_without_loss_is_a_warning() {
    let lost = [Cause::TokenElided, Cause::CaseChanged];
    for case in cases() {
        for candidate in extract::extract(&case.text) {
            for finding in &candidate.damage {
                let error = finding.severity == Severity::Error;
                assert_eq!(error, lost.contains(&finding.cause), "{}: {:?}", case.id, finding.cause);
            }
        }
    }
}

#[test]
fn the_disclosures_of_published_sd_jwts_match() {
    let mut seen = 0;
    for line in include_str!("data/vectors.jsonl").lines().filter(|line| line.contains("\"sd_jwt\"")) {
        let row = json::parse(line.as_bytes()).expect("each line is JSON").root;
        let text = row.get("extra").and_then(|extra| extra.get("sd_jwt")).and_then(json::Node::as_str);
        let text = text.expect("the row has an SD-JWT");
        let tokens: Vec<String> = extract::extract(text).into_iter().map(|found| found.token).collect();
        assert_eq!(tokens, [text]);
        let jose::Token::Jws(jws) = jose::parse(text) else { panic!("{text} is a JWS") };
        assert!(!jws.disclosures.is_empty());
        assert_eq!(
            checks::match_disclosures(&jws),
            (vec![true; jws.disclosures.len()], Vec::new()),
            "{text}"
        );
        assert_eq!(jws.key_binding.is_some(), !text.ends_with('~'));
        seen += jws.disclosures.len();
    }
    assert!(seen > 20, "only {seen} disclosures");
}
