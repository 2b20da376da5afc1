//! The report for a ticket: Markdown that can be shown to strangers.
//!
//! **Invariant.** Nothing that is secret gets in: no segment of the token, no key text, no fact that is marked secret.
//! Values of claims and of the policy are masked unless somebody ticked the claim's name. Times are no claim values:
//! nobody can tell what went wrong without them.

mod log_line;
mod markdown;
mod policy;
mod redaction;
mod shared;
mod states;
mod summary;
#[cfg(test)]
mod tests;

pub use log_line::log_line;
use markdown::{Markdown, code, plain};
use redaction::MASK;
pub use shared::{Shared, SharedProof};

use crate::{
    cause::Class,
    diagnosis::report::{JsonMember, ProofKind, Report, TokenReport},
    finding::{Finding, Severity},
    next::{self, Evidence},
    policy::Policy,
    text::{self, Language, Text, page},
};

/// How many layers of a Nested JWT are reported.
const MOST_LAYERS: usize = 8;

/// What the report is about, and what may be in it.
#[derive(Clone, Copy)]
pub struct Ticket<'a> {
    /// The diagnosis.
    pub report: &'a Report,
    /// Which of its tokens.
    pub token: usize,
    /// What the verifier expects.
    pub policy: &'a Policy,
    /// The time by which the token was judged, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// The names of the claims whose values may be shown.
    pub shown: &'a [String],
    /// The language of the report.
    pub language: Language,
    /// The version that made the diagnosis.
    pub version: &'a str,
}

impl Ticket<'_> {
    /// The report; empty when there is no such token.
    pub fn markdown(&self) -> String {
        let Some(token) = self.report.tokens.get(self.token) else {
            return String::new();
        };
        let mut out = Markdown::default();
        out.heading(1, &self.title(token));
        let layers = std::iter::successors(Some(token), |layer| layer.inner.as_deref());
        for (depth, layer) in layers.take(MOST_LAYERS).enumerate() {
            if depth > 0 {
                out.heading(2, &page::TICKET_LAYER.with(self.language, &(depth + 1).to_string()));
            }
            self.layer(layer, &mut out);
        }
        self.policy(&mut out);
        self.messages(&mut out);
        out.paragraph(&page::TICKET_FOOT.with(self.language, &plain(self.version)));
        out.finish()
    }

    fn say(&self, text: Text) -> &'static str {
        text.in_(self.language)
    }

    fn title(&self, token: &TokenReport) -> String {
        let verdict = self.say(states::verdict(token.verdict));
        match token.findings.iter().find(|finding| finding.severity == Severity::Error) {
            Some(finding) => format!("{verdict}: {}", text::title(finding.cause, self.language)),
            None => verdict.to_owned(),
        }
    }

    /// Everything about one token.
    fn layer(&self, token: &TokenReport, out: &mut Markdown) {
        self.summary(token, out);
        self.proofs(token, out);
        self.findings(token, out);
        self.explanations(token, out);
        self.next(token, out);
        self.claims(token, out);
        self.entries(token, out);
    }

    fn proofs(&self, token: &TokenReport, out: &mut Markdown) {
        if token.proved.is_empty() {
            return;
        }
        out.heading(2, self.say(page::WHAT_WOULD_MAKE_IT_PASS));
        for proof in &token.proved {
            let lead = match (proof.kind, proof.class) {
                (ProofKind::Observed, _) => page::THE_EVIDENCE_SHOWS,
                (ProofKind::Accepted, Class::Attack) => page::PASSES_WHEN_YOU,
                (ProofKind::Accepted, _) => page::ACCEPTED_WHEN_YOU,
            };
            out.item(&format!("**{}** {}", self.say(states::class(proof.class)), self.say(lead)));
            for change in &proof.changes {
                let facts = self.redacted(change.cause, &change.facts);
                let words = text::change(change.experiment, &facts, self.language);
                out.inner_item(&format!("{} ({})", plain(&words), code(change.cause.id())));
            }
        }
        out.end_list();
    }

    fn findings(&self, token: &TokenReport, out: &mut Markdown) {
        let of_keys = self.report.key_findings.iter().filter(|finding| !token.findings.contains(finding));
        let findings: Vec<&Finding> = token.findings.iter().chain(of_keys).collect();
        if findings.is_empty() {
            return;
        }
        out.heading(2, self.say(page::FINDINGS));
        for finding in findings {
            let facts = self.redacted(finding.cause, &finding.facts);
            let words = text::sentence(&finding.clone().with(facts), self.language);
            let severity = self.say(states::severity(finding.severity));
            let title = text::title(finding.cause, self.language);
            out.item(&format!("**{severity}: {title}** ({}) {}", code(finding.cause.id()), plain(&words)));
        }
        out.end_list();
    }

    fn explanations(&self, token: &TokenReport, out: &mut Markdown) {
        if !token.possible.is_empty() {
            out.heading(2, self.say(page::TICKET_POSSIBLE));
            for &cause in &token.possible {
                out.item(&format!("{} ({})", text::title(cause, self.language), code(cause.id())));
            }
            out.end_list();
        }
        if !token.ruled_out.is_empty() {
            out.heading(2, self.say(page::TICKET_RULED_OUT));
            for &experiment in &token.ruled_out {
                out.item(&format!(
                    "{} ({})",
                    text::ruled_out(experiment, self.language),
                    code(experiment.id())
                ));
            }
            out.end_list();
        }
    }

    fn next(&self, token: &TokenReport, out: &mut Markdown) {
        let steps = next::steps(token, &self.report.messages);
        if steps.is_empty() {
            return;
        }
        out.heading(2, self.say(page::NEXT_STEPS));
        for step in steps {
            out.item(&plain(text::next_step(step.evidence, self.language)));
            // A thumbprint is not among the parameters that everybody may read.
            let may_be_read = match step.evidence {
                Evidence::Certificate => false,
                evidence => !evidence.names_a_claim() || self.shown.iter().any(|claim| claim == "iss"),
            };
            if let Some(command) = step.command.filter(|_| may_be_read) {
                out.inner_item(&code(&command));
            }
        }
        out.end_list();
    }

    fn claims(&self, token: &TokenReport, out: &mut Markdown) {
        let members: Vec<&JsonMember> = token.payload.iter().flat_map(|payload| &payload.members).collect();
        if members.is_empty() {
            return;
        }
        out.heading(2, self.say(page::CLAIMS));
        let rows: Vec<(String, String)> = members
            .into_iter()
            .map(|member| {
                let value = match member.instant {
                    Some(instant) => {
                        format!("{} ({})", plain(&member.value), text::instant(instant, self.language))
                    }
                    None if self.shows(&member.name) => code(&member.value),
                    None => MASK.to_owned(),
                };
                (code(&member.name), value)
            })
            .collect();
        out.table(&rows);
        out.paragraph(self.say(page::TICKET_MASKED));
    }

    fn entries(&self, token: &TokenReport, out: &mut Markdown) {
        if token.entries.is_empty() {
            return;
        }
        out.heading(2, self.say(page::KNOWLEDGE_BASE));
        for entry in &token.entries {
            out.item(&format!("{} ({})", code(&entry.id), self.say(states::standing(entry.standing))));
            for trial in &entry.trials {
                let title = text::experiment_title(trial.experiment, self.language);
                out.inner_item(&format!("{title}: {}", self.say(states::outcome(trial.outcome))));
            }
        }
        out.end_list();
    }

    fn messages(&self, out: &mut Markdown) {
        if self.report.messages.is_empty() {
            return;
        }
        out.heading(2, self.say(page::RECOGNISED_MESSAGES));
        for message in &self.report.messages {
            let causes: Vec<String> =
                message.causes.iter().map(|cause| text::title(*cause, self.language).to_owned()).collect();
            let meaning = format!("{} {}", self.say(page::IT_CAN_MEAN), causes.join(" · "));
            out.item(&format!("**{}** {meaning}", plain(&message.library)));
        }
        out.end_list();
    }
}
