//! In which order entries stand beside a token, and how sure each of them is.

use std::cmp::Reverse;

use super::{
    marks::Beside,
    report::{EntryReport, MessageReport, SignatureState, Standing, TokenReport, Verdict},
};
use crate::{
    cause::{Cause, Stage},
    finding::{Finding, Severity, Value},
    kb::{Knowledge, Summary},
};

/// What is known of a token, as far as entries are compared by it.
pub(super) struct Ranking<'a> {
    token: &'a TokenReport,
    messages: &'a [MessageReport],
    beside: &'a Beside,
    knowledge: &'a Knowledge,
    /// The causes that the token shows, the most certain first.
    causes: Vec<(Standing, Cause)>,
    /// For each of several findings the one entry that is most about it.
    nearest: Vec<&'a str>,
}

impl<'a> Ranking<'a> {
    /// Gathers what entries are compared by; `fits` says whether an entry may be shown at all.
    pub(super) fn new(
        token: &'a TokenReport,
        messages: &'a [MessageReport],
        beside: &'a Beside,
        knowledge: &'a Knowledge,
        causes: Vec<(Standing, Cause)>,
        fits: impl Fn(&Summary) -> bool,
    ) -> Self {
        let mut ranking = Self { token, messages, beside, knowledge, causes, nearest: Vec::new() };
        ranking.nearest = ranking.nearest(fits);
        ranking
    }

    /// Each has its entry before any has a second: none crowds out another.
    fn nearest(&self, fits: impl Fn(&Summary) -> bool) -> Vec<&'a str> {
        let found = self.causes.iter().filter(|(standing, _)| *standing == Standing::Found);
        let found: Vec<Cause> = found.map(|(_, cause)| *cause).collect();
        if found.len() < 2 {
            return Vec::new();
        }
        let most = |entry: &Summary| {
            let explained = found.iter().filter(|cause| entry.causes.contains(cause)).count();
            Reverse((self.differences(entry), explained, entry.libraries.len()))
        };
        let of = |cause: &Cause| {
            let entries = self.knowledge.entries_for(*cause).into_iter();
            let about = || entries.clone().filter(|entry| is_about(entry, *cause) && fits(entry));
            about().find(|entry| !entry.marks.is_empty()).or_else(|| about().min_by_key(|entry| most(entry)))
        };
        found.iter().filter_map(of).map(|entry| entry.id.as_str()).collect()
    }

    /// Before which others an entry comes: the least first. Its standing is that of its surest cause.
    pub(super) fn rank(&self, report: &EntryReport) -> impl Ord + use<> {
        let first = self.first_cause(report);
        let about = first.is_some_and(|first| self.holds(first, report.standing));
        // Where the signature verifies, an entry about signatures explains nothing.
        let verified = self.token.signature == SignatureState::Verified;
        let of_signature = |first: Cause| first.stage() == Stage::Signature;
        let astray =
            verified && first.is_some_and(|first| of_signature(first) && !self.holds(first, Standing::Found));
        // The first proof is the best one, and so are the entries that explain it.
        let proved = report.causes.first().filter(|_| report.standing == Standing::Proved);
        let place = proved.and_then(|proved| self.causes.iter().position(|(_, cause)| cause == proved));
        // A product's own entry, when the token is of that product, is nearer than what holds for all.
        let close = match (self.is_general(report), about, self.nearest.contains(&report.id.as_str())) {
            (false, true, _) => 0,
            (_, _, true) => 1,
            (false, ..) => 2,
            (true, ..) => 3,
        };
        // Of those, what explains more of the findings is nearer.
        let explained =
            report.causes.iter().filter(|cause| close == 1 && self.holds(**cause, Standing::Found)).count();
        // What rejects comes before what is only odd.
        let rejects =
            |finding: &Finding| finding.severity == Severity::Error && report.causes.contains(&finding.cause);
        let mild = !self.token.findings.iter().any(rejects);
        // What a library's own words lead to is nearer than what a cause in general leads to.
        let sure = (!self.leads(report), report.standing, astray, self.named(report));
        let differences = self.entry(report).map_or(0, |entry| self.differences(entry));
        let near = (close, Reverse(differences), Reverse(explained));
        (sure, proved.is_some() && !about, place.unwrap_or(0), near, mild)
    }

    /// How many of the ways in which two names differ are what an entry is about: its tags call them as the facts do.
    fn differences(&self, entry: &Summary) -> usize {
        let facts = self.token.findings.iter().filter_map(|finding| finding.facts.get("difference"));
        let names = facts.filter_map(|fact| match &fact.value {
            Value::List(names) => Some(names),
            _ => None,
        });
        names.flatten().filter(|name| entry.tags.contains(name)).count()
    }

    /// The same, where its own story is as sure as `standing`: what is sure comes first, and of what only may be, what is
    /// about a sure cause.
    pub(super) fn place(&self, report: &EntryReport, standing: Standing) -> impl Ord + use<> {
        let first = self.first_cause(report);
        let aside =
            standing == Standing::Possible && !first.is_some_and(|first| self.holds(first, Standing::Found));
        (!self.leads(report), standing, aside, self.rank(report))
    }

    /// How sure an entry's own story is. A cause that is sure makes the entry about it as sure, and that of the product
    /// or the message at hand, and one that explains several findings. Other entries tell how the cause may have come
    /// about, and that stays possible.
    pub(super) fn standing(&self, report: &EntryReport, all: &[EntryReport]) -> Standing {
        if self.beside.given().contains(&report.id) {
            return report.standing;
        }
        let found = report.causes.iter().filter(|cause| self.causes.contains(&(Standing::Found, **cause)));
        let near = found.count() > 1 || !self.is_general(report) || self.is_named(report);
        let is_own = |cause: Cause| {
            near && self.first_cause(report) == Some(cause)
                || self.most_general(cause, all).is_some_and(|first| first.id == report.id)
        };
        let own = self.causes.iter().filter(|(_, cause)| report.causes.contains(cause) && is_own(*cause));
        own.map(|(standing, _)| *standing).min().unwrap_or(Standing::Possible)
    }

    /// The entry that is about a cause and nothing narrower; if there is none, the first that is shown for it.
    fn most_general<'b>(&self, cause: Cause, all: &'b [EntryReport]) -> Option<&'b EntryReport> {
        let about =
            all.iter().filter(|report| self.is_general(report) && self.first_cause(report) == Some(cause));
        // It is not there for something surer, and most libraries know it.
        let general = about.min_by_key(|report| {
            let libraries = self.entry(report).map(|entry| entry.libraries.len());
            (report.causes.first() != Some(&cause), Reverse(libraries))
        });
        general.or_else(|| all.iter().find(|report| report.causes.contains(&cause)))
    }

    /// A key that no issuer has made comes before everything; where the token is accepted or a log left a part of it out,
    /// what the message is about comes before what the token shows, and before a proof beside which it stays possible.
    fn leads(&self, report: &EntryReport) -> bool {
        let accepted = self.token.verdict == Verdict::Accepted;
        let elided = self.token.findings.iter().any(|finding| finding.cause == Cause::TokenElided);
        let says = |message: &MessageReport| {
            let stays = message.causes.iter().any(|cause| self.token.possible.contains(cause));
            stays && message.entry.as_ref() == Some(&report.id)
        };
        let beside_proof = !self.token.proved.is_empty() && self.messages.iter().any(says);
        let alone = (accepted || elided) && self.is_named(report);
        self.beside.given().contains(&report.id) || alone || beside_proof
    }

    /// The position of the first message that names an entry; behind all of them where none does.
    fn named(&self, report: &EntryReport) -> usize {
        let by = self.messages.iter().position(|message| message.entry.as_ref() == Some(&report.id));
        by.unwrap_or(self.messages.len())
    }

    fn is_named(&self, report: &EntryReport) -> bool {
        self.named(report) < self.messages.len()
    }

    fn entry(&self, report: &EntryReport) -> Option<&'a Summary> {
        self.knowledge.entry(&report.id)
    }

    /// The cause that an entry is most about.
    fn first_cause(&self, report: &EntryReport) -> Option<Cause> {
        self.entry(report)?.causes.first().copied()
    }

    /// Whether an entry is of no product.
    fn is_general(&self, report: &EntryReport) -> bool {
        self.entry(report).is_none_or(|entry| entry.marks.is_empty())
    }

    /// Whether the token shows a cause at least so surely.
    fn holds(&self, cause: Cause, sure: Standing) -> bool {
        self.causes.iter().any(|(standing, other)| *other == cause && *standing <= sure)
    }
}

fn is_about(entry: &Summary, cause: Cause) -> bool {
    entry.causes.first() == Some(&cause)
}
