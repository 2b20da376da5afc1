//! The entries of the knowledge base that belong to a token, with their advice tried on it.

use std::collections::HashSet;

use super::{
    judge::Judged,
    report::{Advice, EntryReport, MessageReport, Standing, TokenReport, Trial, TrialOutcome, Verdict},
};
use crate::{
    cause::Cause,
    experiments::trial,
    finding::Severity,
    kb::{Knowledge, Summary},
    order,
    verify::Verifications,
};

/// How many entries are shown beside a token; more than that nobody reads.
const MAX_ENTRIES: usize = 12;

/// The entries that belong to a token, the most certain first.
pub fn of(
    judged: &Judged,
    messages: &[MessageReport],
    knowledge: &Knowledge,
    memo: &mut Verifications,
) -> Vec<EntryReport> {
    let causes = causes(judged, messages);
    let token = words(&judged.report);
    let fits = |entry: &Summary| {
        entry.marks.is_empty() || entry.marks.iter().any(|mark| token.contains(mark.as_str()))
    };
    let mut reports: Vec<EntryReport> = Vec::new();
    let mut known = HashSet::new();
    for (standing, cause) in &causes {
        for entry in knowledge.entries_for(*cause).into_iter().filter(|entry| fits(entry)) {
            if known.insert(entry.id.as_str()) {
                reports.push(EntryReport {
                    id: entry.id.clone(),
                    standing: *standing,
                    causes: vec![*cause],
                    trials: Vec::new(),
                });
                continue;
            }
            let shown = reports.iter_mut().find(|report| report.id == entry.id);
            if let Some(report) = shown.filter(|report| !report.causes.contains(cause)) {
                report.causes.push(*cause);
            }
        }
    }
    named_by_messages(&mut reports, messages, judged);
    // What a library's own words lead to is nearer than what a cause in general leads to.
    let named = |report: &EntryReport| {
        messages
            .iter()
            .position(|message| message.entry.as_ref() == Some(&report.id))
            .unwrap_or(messages.len())
    };
    // A product's own entry, when the token is of that product, is nearer than what holds for all.
    let general =
        |report: &EntryReport| knowledge.entry(&report.id).is_none_or(|entry| entry.marks.is_empty());
    // The first proof is the best one, and so are the entries that explain it.
    let place = |report: &EntryReport| {
        let first = report.causes.first().filter(|_| report.standing == Standing::Proved);
        first.and_then(|first| causes.iter().position(|(_, cause)| cause == first)).unwrap_or(0)
    };
    order::by_key(&mut reports, |report| (report.standing, named(report), place(report), general(report)));
    reports.truncate(MAX_ENTRIES);
    for report in &mut reports {
        if let Some(entry) = knowledge.entry(&report.id) {
            report.trials = trials(entry, judged, memo);
        }
    }
    // Of two about the same, the one of which more could be tried says more about this token.
    let tried = |report: &EntryReport| {
        report.trials.iter().filter(|trial| trial.outcome != TrialOutcome::NotApplicable).count()
    };
    order::by_key(&mut reports, |report| {
        (report.standing, named(report), place(report), general(report), std::cmp::Reverse(tried(report)))
    });
    reports
}

/// What stands in a token: header and payload as they were spelled, but for escaped slashes, and its characters.
fn words(report: &TokenReport) -> String {
    let texts =
        [&report.header, &report.payload].into_iter().flatten().map(|text| text.source.replace("\\/", "/"));
    let segments = report.segments.iter().map(|segment| segment.text.clone());
    texts.chain(segments).collect::<Vec<_>>().join("\n")
}

/// The causes that the token shows, the most certain first.
fn causes(judged: &Judged, messages: &[MessageReport]) -> Vec<(Standing, Cause)> {
    let report = &judged.report;
    let proved =
        report.proved.iter().flat_map(|proof| &proof.changes).map(|change| (Standing::Proved, change.cause));
    let found = report
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note)
        .map(|finding| (Standing::Found, finding.cause));
    let of_messages = messages.iter().flat_map(|message| &message.causes).copied();
    let possible =
        report.possible.iter().copied().chain(of_messages).map(|cause| (Standing::Possible, cause));
    let possible = possible.filter(|_| report.verdict != Verdict::Accepted);
    proved.chain(found).chain(possible).collect()
}

/// An entry that a recognised message names is at least possible, unless the token is accepted.
fn named_by_messages(reports: &mut Vec<EntryReport>, messages: &[MessageReport], judged: &Judged) {
    if judged.report.verdict == Verdict::Accepted {
        return;
    }
    for message in messages {
        let Some(id) = &message.entry else { continue };
        if !reports.iter().any(|report| report.id == *id) {
            reports.push(EntryReport {
                id: id.clone(),
                standing: Standing::Possible,
                causes: message.causes.clone(),
                trials: Vec::new(),
            });
        }
    }
}

/// What the advice of an entry does to a token.
pub(super) fn trials(entry: &Summary, judged: &Judged, memo: &mut Verifications) -> Vec<Trial> {
    let Some((case, evaluation)) = &judged.case else {
        return Vec::new();
    };
    let lists = [(Advice::Workaround, &entry.workarounds), (Advice::DeadEnd, &entry.dead_ends)];
    let mut trials = Vec::new();
    for (advice, list) in lists {
        for (index, experiments) in list.iter().enumerate() {
            let outcomes = experiments.iter().map(|&experiment| {
                let outcome = trial::outcome(experiment, case, evaluation, &judged.report.proved, memo);
                Trial { advice, index, experiment, outcome }
            });
            trials.extend(outcomes.min_by_key(|trial| telling(trial.outcome)));
        }
    }
    trials
}

/// Advice with several experiments is shown with its most telling outcome.
const fn telling(outcome: TrialOutcome) -> u8 {
    match outcome {
        TrialOutcome::Helps => 0,
        TrialOutcome::Attack => 1,
        TrialOutcome::DoesNotHelp => 2,
        TrialOutcome::NotApplicable => 3,
    }
}
