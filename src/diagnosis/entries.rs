//! The entries of the knowledge base that belong to a token, with their advice tried on it.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use super::{
    judge::Judged,
    marks::{self, Beside},
    report::{
        Advice, EntryReport, MessageReport, SignatureState, Standing, TokenReport, Trial, TrialOutcome,
        Verdict,
    },
};
use crate::{
    cause::{Cause, Stage},
    experiments::trial,
    finding::{Finding, Severity},
    kb::{Knowledge, Summary},
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
    let causes = causes(judged, messages);
    let token = marks::words(&judged.report);
    let named = |id: &str| {
        let by = messages.iter().position(|message| message.entry.as_deref() == Some(id));
        by.unwrap_or(messages.len())
    };
    let is_named = |id: &str| named(id) < messages.len();
    let fits = |entry: &Summary| {
        let marked = entry.marks.is_empty() || marks::closeness(entry, &token).is_some();
        marked || beside.has(entry) || is_named(&entry.id)
    };
    let mut reports: Vec<EntryReport> = Vec::new();
    let mut known = HashSet::new();
    // Of several findings, each has the one entry that is most about it before any has a second: none crowds out another.
    let found = |(standing, _): &&(Standing, Cause)| *standing == Standing::Found;
    let several = causes.iter().filter(found).count() > 1;
    let general = |entry: &Summary| {
        let explains = causes.iter().filter(|of| found(of) && entry.causes.contains(&of.1)).count();
        (explains, entry.libraries.len())
    };
    let mut nearest: Vec<&str> = Vec::new();
    for (standing, cause) in &causes {
        let fitting = || knowledge.entries_for(*cause).into_iter().filter(|entry| fits(entry));
        let about = || fitting().filter(|entry| entry.causes.first() == Some(cause));
        let own = about().find(|entry| !entry.marks.is_empty());
        if several && *standing == Standing::Found {
            nearest.extend(
                own.or_else(|| about().min_by_key(|entry| Reverse(general(entry))))
                    .map(|entry| entry.id.as_str()),
            );
        }
        for entry in fitting() {
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
    add(
        &mut reports,
        messages.iter().filter_map(|message| {
            Some(shown(message.entry.as_ref()?, Standing::Possible, message.causes.clone()))
        }),
    );
    add(&mut reports, beside.given().iter().map(|id| shown(id, Standing::Found, Vec::new())));
    if reports.is_empty() && judged.report.verdict != Verdict::Accepted {
        reports = by_mark(&judged.report, &token, knowledge);
    }
    // A key that no issuer has made comes before everything; where the token is accepted, what the message is about
    // comes before warnings.
    let accepted = judged.report.verdict == Verdict::Accepted;
    let leads =
        |report: &EntryReport| beside.given().contains(&report.id) || accepted && is_named(&report.id);
    let verified = judged.report.signature == SignatureState::Verified;
    let rank = |report: &EntryReport| {
        let entry = knowledge.entry(&report.id);
        let first = entry.and_then(|entry| entry.causes.first());
        let holds = |cause: &Cause, sure: Standing| {
            causes.iter().any(|(standing, other)| other == cause && *standing <= sure)
        };
        let about = first.is_some_and(|first| holds(first, report.standing));
        // Where the signature verifies, an entry about signatures explains nothing.
        let astray = verified
            && first.is_some_and(|first| first.stage() == Stage::Signature && !holds(first, Standing::Found));
        // A product's own entry, when the token is of that product, is nearer than what holds for all.
        let own = entry.is_some_and(|entry| !entry.marks.is_empty());
        // The first proof is the best one, and so are the entries that explain it.
        let proved = report.causes.first().filter(|_| report.standing == Standing::Proved);
        let place = proved.and_then(|proved| causes.iter().position(|(_, cause)| cause == proved));
        let close = match (own, about, nearest.contains(&report.id.as_str())) {
            (true, true, _) => 0,
            (_, _, true) => 1,
            (true, ..) => 2,
            (false, ..) => 3,
        };
        // Of those, what explains more of the findings is nearer.
        let explained = report.causes.iter().filter(|cause| close == 1 && holds(cause, Standing::Found));
        let explained = Reverse(explained.count());
        // What rejects comes before what is only odd.
        let rejects =
            |finding: &Finding| finding.severity == Severity::Error && report.causes.contains(&finding.cause);
        let mild = !judged.report.findings.iter().any(rejects);
        // What a library's own words lead to is nearer than what a cause in general leads to.
        let sure = (!leads(report), report.standing, astray, named(&report.id));
        (sure, proved.is_some() && !about, place.unwrap_or(0), close, explained, mild)
    };
    order::by_key(&mut reports, |report| rank(report));
    let standings: HashMap<String, Standing> = reports
        .iter()
        .filter(|report| !beside.given().contains(&report.id))
        .map(|report| (report.id.clone(), own_standing(report, &reports, &causes, knowledge, is_named)))
        .collect();
    let own = |report: &EntryReport| standings.get(&report.id).copied().unwrap_or(report.standing);
    // Of those that tell only how it may have come about, the ones about what is sure come first.
    let aside = |report: &EntryReport| {
        let first = knowledge.entry(&report.id).and_then(|entry| entry.causes.first());
        let sure =
            |first| causes.iter().any(|(standing, cause)| cause == first && *standing < Standing::Possible);
        own(report) == Standing::Possible && !first.is_some_and(sure)
    };
    let place = |report: &EntryReport| (!leads(report), own(report), aside(report), rank(report));
    order::by_key(&mut reports, |report| place(report));
    reports.truncate(MAX_ENTRIES);
    for report in &mut reports {
        if let Some(entry) = knowledge.entry(&report.id) {
            report.trials = trials(entry, judged, memo);
        }
    }
    // Of two about the same, the one of which more could be tried says more about this token, and the one that more
    // libraries know holds for more verifiers.
    let tried = |report: &EntryReport| {
        report.trials.iter().filter(|trial| trial.outcome != TrialOutcome::NotApplicable).count()
    };
    let libraries =
        |report: &EntryReport| Reverse(knowledge.entry(&report.id).map(|entry| entry.libraries.len()));
    let told = |report: &EntryReport| (Reverse(tried(report)), libraries(report));
    order::by_key(&mut reports, |report| (place(report), told(report)));
    for report in &mut reports {
        report.standing = own(report);
    }
    reports
}

/// How sure an entry's own story is. A cause that is proved makes the entry about it as sure, and that of the product or
/// of the message at hand, or one that explains several findings; other entries tell how the cause may have come about, and that stays possible.
fn own_standing(
    report: &EntryReport,
    all: &[EntryReport],
    causes: &[(Standing, Cause)],
    knowledge: &Knowledge,
    is_named: impl Fn(&str) -> bool,
) -> Standing {
    let entry = |report: &EntryReport| knowledge.entry(&report.id);
    let is_about = |report: &EntryReport, cause: Cause| {
        entry(report).is_some_and(|entry| entry.causes.first() == Some(&cause))
    };
    let is_general = |report: &EntryReport| entry(report).is_some_and(|entry| entry.marks.is_empty());
    let is_first = |cause: Cause| {
        let about = all.iter().filter(|other| is_general(other) && is_about(other, cause));
        // The most general one is not there for something surer, and that of most libraries.
        let about = about.min_by_key(|other| {
            let libraries = entry(other).map(|entry| entry.libraries.len());
            (other.causes.first() != Some(&cause), Reverse(libraries))
        });
        let first = about.or_else(|| all.iter().find(|other| other.causes.contains(&cause)));
        first.is_some_and(|first| first.id == report.id)
    };
    let found = report.causes.iter().filter(|cause| causes.contains(&(Standing::Found, **cause)));
    let explains_several = found.count() > 1;
    let is_own = |cause: Cause| {
        let near = explains_several || !is_general(report) || is_named(&report.id);
        is_first(cause) || is_about(report, cause) && near
    };
    let own = causes.iter().filter(|(_, cause)| report.causes.contains(cause) && is_own(*cause));
    own.map(|(standing, _)| *standing).min().unwrap_or(Standing::Possible)
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

/// Where nothing else is known, the entries of the product that the token is of: those that are about a note, and
/// those whose mark says most.
fn by_mark(token: &TokenReport, words: &str, knowledge: &Knowledge) -> Vec<EntryReport> {
    let closeness = |entry: &Summary| {
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
    let tells = |finding: &&Finding| {
        finding.severity != Severity::Note || encrypted && finding.cause.stage() == Stage::Decode
    };
    let found = report.findings.iter().filter(tells).map(|finding| (Standing::Found, finding.cause));
    let of_messages = messages.iter().flat_map(|message| &message.causes).copied();
    let possible =
        report.possible.iter().copied().chain(of_messages).map(|cause| (Standing::Possible, cause));
    let possible = possible.filter(|_| !accepted);
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
