//! The entries of the knowledge base that belong to a token, with their advice tried on it.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use super::{
    judge::Judged,
    marks::{self, Beside},
    ranking::Ranking,
    report::{Advice, EntryReport, MessageReport, Standing, TokenReport, Trial, TrialOutcome, Verdict},
};
use crate::{
    cause::{Cause, Stage},
    experiments::trial,
    finding::{Finding, Severity},
    kb::{Knowledge, Summary, format::Kind},
    order,
    verify::Verifications,
};

/// How many entries are shown beside a token; more than that nobody reads.
const MAX_ENTRIES: usize = 16;

/// How many entries are shown for what a token is alone.
const MOST_BY_MARK: usize = 3;

/// The entries that belong to a token, the most certain first.
pub(super) fn of(
    judged: &Judged,
    messages: &[MessageReport],
    beside: &Beside,
    knowledge: &Knowledge,
    memo: &mut Verifications,
) -> Vec<EntryReport> {
    let token = marks::words(&judged.report);
    let causes = causes(judged, messages);
    let fits = |entry: &Summary| {
        let marked = entry.marks.is_empty() || marks::closeness(entry, &token).is_some();
        let is_named = || messages.iter().any(|message| message.entry.as_ref() == Some(&entry.id));
        marked || beside.has(entry) || is_named()
    };
    let mut reports = by_cause(&causes, knowledge, fits);
    add(
        &mut reports,
        messages.iter().filter_map(|message| {
            Some(shown(message.entry.as_ref()?, Standing::Possible, message.causes.clone()))
        }),
    );
    add(&mut reports, beside.given().iter().map(|id| shown(id, Standing::Found, Vec::new())));
    let open =
        judged.report.verdict == Verdict::Undecided && messages.is_empty() && judged.report.proved.is_empty();
    if open || reports.is_empty() && judged.report.verdict != Verdict::Accepted {
        add(&mut reports, by_mark(&judged.report, &token, knowledge).into_iter());
    }
    let ranking = Ranking::new(&judged.report, messages, beside, knowledge, causes, fits);
    order::by_key(&mut reports, |report| ranking.rank(report));
    let standings: HashMap<String, Standing> =
        reports.iter().map(|report| (report.id.clone(), ranking.standing(report, &reports))).collect();
    let standing = |report: &EntryReport| standings.get(&report.id).copied().unwrap_or(report.standing);
    let place = |report: &EntryReport| ranking.place(report, standing(report));
    order::by_key(&mut reports, place);
    reports.truncate(MAX_ENTRIES);
    for report in &mut reports {
        if let Some(entry) = knowledge.entry(&report.id) {
            report.trials = trials(entry, judged, memo);
        }
    }
    // Of two about the same, the one that helps, and of which more could be tried, says more about this token, and the
    // one that more libraries know holds for more verifiers.
    let tried = |report: &EntryReport| {
        let outcomes = || report.trials.iter().map(|trial| (trial.advice, trial.outcome));
        let helps = outcomes().any(|outcome| outcome == (Advice::Workaround, TrialOutcome::Helps));
        (helps, outcomes().filter(|(_, outcome)| *outcome != TrialOutcome::NotApplicable).count())
    };
    let libraries = |report: &EntryReport| knowledge.entry(&report.id).map(|entry| entry.libraries.len());
    order::by_key(&mut reports, |report| (place(report), Reverse(tried(report)), Reverse(libraries(report))));
    for report in &mut reports {
        report.standing = standing(report);
    }
    reports
}

/// The fitting entries of each cause, with all the causes for which they are shown.
fn by_cause(
    causes: &[(Standing, Cause)],
    knowledge: &Knowledge,
    fits: impl Fn(&Summary) -> bool,
) -> Vec<EntryReport> {
    let mut reports: Vec<EntryReport> = Vec::new();
    let mut known = HashSet::new();
    for (standing, cause) in causes {
        for entry in knowledge.entries_for(*cause).into_iter().filter(|entry| fits(entry)) {
            if known.insert(entry.id.as_str()) {
                reports.push(shown(&entry.id, *standing, vec![*cause]));
                continue;
            }
            let shown = reports.iter_mut().find(|report| report.id == entry.id);
            if let Some(report) = shown.filter(|report| !report.causes.contains(cause)) {
                report.causes.push(*cause);
            }
        }
    }
    reports
}

/// An entry, before its advice is tried.
fn shown(id: &str, standing: Standing, causes: Vec<Cause>) -> EntryReport {
    EntryReport { id: id.to_owned(), standing, causes, trials: Vec::new() }
}

/// Adds those that are not there yet, and what is sure of those that are.
fn add(reports: &mut Vec<EntryReport>, more: impl Iterator<Item = EntryReport>) {
    for new in more {
        match reports.iter_mut().find(|report| report.id == new.id) {
            Some(report) => report.standing = report.standing.min(new.standing),
            None => reports.push(new),
        }
    }
}

/// The entries of the product that the token is of, where nothing is known that rejects: those that are about a note,
/// and those whose mark says most.
fn by_mark(token: &TokenReport, words: &str, knowledge: &Knowledge) -> Vec<EntryReport> {
    let closeness = |entry: &Summary| {
        if entry.kind != Kind::Product {
            return None;
        }
        let noted = token.findings.iter().any(|finding| entry.causes.contains(&finding.cause));
        Some((noted, marks::closeness(entry, words)?))
    };
    let best = knowledge.entries().iter().filter_map(closeness).max();
    let best = knowledge.entries().iter().filter(|entry| best.is_some() && closeness(entry) == best);
    best.take(MOST_BY_MARK).map(|entry| shown(&entry.id, Standing::Possible, Vec::new())).collect()
}

/// The causes that the token shows, the most certain first.
fn causes(judged: &Judged, messages: &[MessageReport]) -> Vec<(Standing, Cause)> {
    let report = &judged.report;
    let proved =
        report.proved.iter().flat_map(|proof| &proof.changes).map(|change| (Standing::Proved, change.cause));
    let accepted = report.verdict == Verdict::Accepted;
    // That a token is encrypted is no fault, and yet it is why a verifier of signatures refuses it.
    let encrypted = report.encryption.is_some() && !accepted;
    let of_messages = || messages.iter().flat_map(|message| &message.causes).copied();
    // A note says little, unless a message says the same and is about nothing else.
    let names = |message: &MessageReport, cause: Cause| {
        message.causes.contains(&cause) && message.causes.iter().all(|other| other.stage() == cause.stage())
    };
    let tells = |finding: &&Finding| {
        finding.severity != Severity::Note
            || encrypted && finding.cause.stage() == Stage::Decode
            || !accepted && messages.iter().any(|message| names(message, finding.cause))
    };
    let found = report.findings.iter().filter(tells).map(|finding| (Standing::Found, finding.cause));
    // What is said of an accepted token has the entry that the message names.
    let said = |cause: &Cause| accepted && of_messages().any(|said| said == *cause);
    let possible = report.possible.iter().copied().chain(of_messages()).filter(|cause| !said(cause));
    let possible = possible.map(|cause| (Standing::Possible, cause));
    proved.chain(found).chain(possible).collect()
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
