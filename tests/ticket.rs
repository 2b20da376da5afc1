//! What never gets into a report for a ticket, over all prepared faults.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use jwt_why::{
    answer::Question,
    diagnosis::{
        Diagnosis, Input,
        report::{Report, SegmentKind, TokenReport},
    },
    policy::Policy,
    text::Language,
    ticket::Ticket,
};
use serde_json::Value;

/// A prepared fault and what is said of it.
struct Case {
    id: String,
    keys: Vec<String>,
    policy: Policy,
    now: i64,
    report: Report,
}

fn cases() -> impl Iterator<Item = Case> {
    include_str!("data/cases.jsonl").lines().map(|line| {
        let mut row: Value = serde_json::from_str(line).unwrap();
        for member in ["about", "expect"] {
            row.as_object_mut().unwrap().remove(member);
        }
        let question: Question<Value> = serde_json::from_value(row).unwrap();
        let id = question.id.unwrap().to_string();
        let (keys, now) = (question.keys, question.now.unwrap());
        let policy = question.policy.policy(|value| vec![value.to_string()]);
        let input = Input {
            text: question.text,
            keys: keys.clone(),
            policy: policy.clone(),
            now,
            ..Input::default()
        };
        Case { id, keys, policy, now, report: Diagnosis::start(input, None).finish() }
    })
}

impl Case {
    /// The tickets about each of its tokens in each language.
    fn tickets(&self, shown: &[String]) -> Vec<String> {
        let tokens = 0..self.report.tokens.len();
        let ticket = |token, language| Ticket {
            report: &self.report,
            token,
            policy: &self.policy,
            now: self.now,
            shown,
            language,
            version: "0",
        };
        tokens.flat_map(|token| Language::ALL.map(|language| ticket(token, language).markdown())).collect()
    }

    /// Each token, and those inside of them.
    fn layers(&self) -> Vec<&TokenReport> {
        let layers =
            |token| std::iter::successors(Some(token), |token: &&TokenReport| token.inner.as_deref());
        self.report.tokens.iter().flat_map(layers).collect()
    }

    /// The names of all claims.
    fn claims(&self) -> Vec<String> {
        let members =
            self.layers().into_iter().flat_map(|token| &token.payload).flat_map(|json| &json.members);
        members.map(|member| member.name.clone()).collect()
    }
}

#[test]
fn no_signature_and_no_secret_is_in_any_report() {
    let mut looked_for = 0;
    for case in cases() {
        let mut needles = BTreeSet::new();
        let segments = case.layers().into_iter().flat_map(|token| &token.segments);
        let signatures = segments.filter(|segment| segment.kind == SegmentKind::Signature);
        needles.extend(signatures.map(|segment| segment.text.clone()));
        for key in case.keys.iter().filter(|key| !key.contains("PUBLIC KEY") && !key.contains("\"keys\"")) {
            needles.extend(key.split(['\n', '"']).map(|line| line.trim().to_owned()));
        }
        // Shorter ones are words that a report uses, and names in keys such as "RSA".
        needles.retain(|needle| needle.len() > 15 && !needle.starts_with("-----"));
        looked_for += needles.len();
        let everything: Vec<String> = case.claims();
        for ticket in case.tickets(&everything) {
            for needle in &needles {
                assert!(!ticket.contains(needle.as_str()), "{}: {needle} is in\n{ticket}", case.id);
            }
        }
    }
    assert!(looked_for > 300, "{looked_for}");
}

#[test]
fn no_value_of_a_claim_is_in_a_report_unless_it_was_ticked() {
    let mut looked_for = 0;
    for case in cases() {
        let layers = case.layers();
        let members = layers.iter().flat_map(|token| &token.payload).flat_map(|json| &json.members);
        let strings =
            members.filter(|member| member.instant.is_none()).filter_map(|member| member.string.clone());
        let policy = case.policy.issuer.iter().chain(&case.policy.audience).cloned();
        let needles: BTreeSet<String> = strings.chain(policy).filter(|value| value.len() > 6).collect();
        looked_for += needles.len();
        for ticket in case.tickets(&[]) {
            for needle in &needles {
                assert!(!ticket.contains(needle.as_str()), "{}: {needle} is in\n{ticket}", case.id);
            }
        }
    }
    assert!(looked_for > 200, "{looked_for}");
}

#[test]
fn the_tickets_of_all_cases_are_whole_lines_of_markdown() {
    for case in cases() {
        for ticket in case.tickets(&case.claims()) {
            assert!(ticket.starts_with("# ") && ticket.ends_with('\n'), "{}", case.id);
            for row in ticket.lines().filter(|line| line.starts_with("| ")) {
                assert_eq!(row.matches(" | ").count(), row.matches('|').count() - 2, "{}: {row}", case.id);
            }
        }
    }
}
