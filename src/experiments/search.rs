//! The smallest sets of changes that lead to acceptance.
//!
//! The stages of a verdict fail independently, so the smallest set for the whole is the union of each stage's: the
//! signature's is searched at most two deep, the claims' each claim by itself. The work is bounded and done in steps.

use std::collections::HashSet;

use super::{
    Aim, Experiment, OBSERVATIONS, REGISTRY, corrected, damage,
    effort::{Effort, fingerprint},
    mend::{self, Step, note},
    reads_back, unset, well_known,
};
use crate::{
    case::Case,
    cause::{Cause, Class, ExperimentId},
    diagnosis::report::{Change, Proof, ProofKind, Verdict},
    evaluation::{self, Attempt, Evaluation, evaluate, rejects},
    finding::{Finding, Severity},
    order,
    verify::Verifications,
};

/// How many proposals of one experiment are tried on the second level, and how many begin it.
const SECOND_LEVEL_PROPOSALS: usize = 32;
/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// What would make the token pass, best first.
    pub proved: Vec<Proof>,
    /// What was tried and does not explain the rejection.
    pub ruled_out: Vec<ExperimentId>,
    /// What was not ruled out and can't be proved here.
    pub possible: Vec<Cause>,
}

/// A search under way.
pub struct Search {
    original: Case,
    evaluation: Evaluation,
    /// What mends the text of the token, made before everything else.
    text: Vec<Step>,
    /// The case after `text`.
    base: Case,
    /// The first changes of the second level.
    firsts: Vec<Step>,
    /// What makes the signature verify, a set each.
    solutions: Vec<Vec<Step>>,
    /// What was tried to its end, alone.
    tried: Vec<ExperimentId>,
    /// What applies after a first change only, and was tried to its end after one.
    tried_later: Vec<ExperimentId>,
    /// What was left before its end, so that it is not ruled out.
    cut_short: Vec<ExperimentId>,
    seen: HashSet<u64>,
    /// The next experiment, and the next first change it is combined with; `None` on the first level.
    next: (usize, Option<usize>),
    effort: Effort,
    done: bool,
}

impl Search {
    /// A search for what would make this case pass. A case that is accepted needs none: it ends at once.
    pub fn new(case: Case, evaluation: Evaluation, memo: &mut Verifications) -> Self {
        let mut tried = Vec::new();
        let text = mend_text(&case, &mut tried, memo);
        let base = case.edited(text.iter().flat_map(|step| &step.edits));
        let done = evaluation::verified(&base, memo);
        let seen = HashSet::from([fingerprint(&base)]);
        Self {
            original: case,
            evaluation,
            text,
            base,
            firsts: Vec::new(),
            solutions: if done { vec![Vec::new()] } else { Vec::new() },
            tried,
            tried_later: Vec::new(),
            cut_short: Vec::new(),
            seen,
            next: (0, None),
            effort: Effort::ALONE,
            done,
        }
    }

    /// Makes one experiment on one case. Returns the explanation when there is nothing left to try.
    pub fn step(&mut self, memo: &mut Verifications) -> Option<Explanation> {
        if self.done {
            return Some(self.explain(memo));
        }
        let (experiment, first) = self.next;
        match REGISTRY.get(experiment) {
            Some(experiment) if experiment.aim == Aim::Signature => self.try_one(experiment, first, memo),
            _ => {}
        }
        self.advance();
        None
    }

    fn advance(&mut self) {
        let (experiment, first) = self.next;
        if experiment + 1 < REGISTRY.len() {
            self.next = (experiment + 1, first);
            return;
        }
        let first = first.map_or(0, |first| first + 1);
        self.next = (0, Some(first));
        if first == 0 {
            self.effort = Effort::IN_PAIRS;
        }
        let found = self.solutions.iter().any(|steps| class_of(steps) != Class::Attack);
        let spent = first < self.firsts.len() && self.effort.is_spent();
        if spent {
            // Not after every first change.
            self.tried_later.clear();
        }
        self.done = found || first >= self.firsts.len() || spent;
    }

    /// Tries one experiment's proposals, alone or after a first change. An attack is tried alone only, and so is a secret
    /// that has nothing to do with the given ones.
    fn try_one(&mut self, experiment: &Experiment, first: Option<usize>, memo: &mut Verifications) {
        let is_alone = experiment.id.class() == Class::Attack || experiment.id == unset::ID;
        let (begun, most) = match first.map(|index| self.firsts.get(index)) {
            Some(Some(step)) if !is_alone && !reads_back(step.change.experiment, experiment.id) => {
                (vec![step.clone()], SECOND_LEVEL_PROPOSALS)
            }
            Some(_) => return,
            None => (Vec::new(), usize::MAX),
        };
        let start = self.base.edited(begun.iter().flat_map(|step| &step.edits));
        let puts_on = begun.iter().any(|step| step.change.facts.get("added").is_some());
        let (mut applies, mut whole) = (false, true);
        let mut proposals = (experiment.propose)(&start);
        if begun.is_empty() {
            proposals.extend((experiment.alone)(&start));
        }
        for (nth, proposal) in proposals.into_iter().enumerate() {
            applies = true;
            let is_left = nth >= most || self.effort.is_spent();
            whole &= !is_left && !proposal.is_sample;
            if is_left {
                break;
            }
            // What was put on is not taken off again.
            let takes_off = ["stripped", "prefix"].iter().any(|fact| proposal.facts.get(fact).is_some());
            let case = start.edited(&proposal.edits);
            if (puts_on && takes_off) || !self.seen.insert(fingerprint(&case)) {
                continue;
            }
            let computed = memo.computed;
            let verified = evaluation::verified(&case, memo);
            self.effort.spend(&case, memo.computed - computed);
            let step = Step::new(experiment.id, proposal);
            if verified {
                self.solutions.push(begun.iter().cloned().chain([step]).collect());
            } else if begun.is_empty() && !is_alone && nth < SECOND_LEVEL_PROPOSALS {
                self.firsts.push(step);
            }
        }
        if applies {
            self.note(experiment.id, first.is_none(), whole);
        }
    }

    /// Notes how far an experiment was made: only what ran to its end can be ruled out.
    fn note(&mut self, id: ExperimentId, alone: bool, whole: bool) {
        note(
            match (whole, alone) {
                (true, true) => &mut self.tried,
                (true, false) => &mut self.tried_later,
                (false, _) => &mut self.cut_short,
            },
            id,
        );
    }

    /// What mends the claims; nothing where the token is of a kind that the verifier keeps out (RFC 9068 section 4):
    /// it is the wrong one, and expecting what it says would let in all of its kind.
    fn mended_claims(&mut self) -> Vec<Step> {
        let wrong_kind =
            |finding: &Finding| finding.cause == Cause::WrongTokenKind && finding.severity == Severity::Error;
        if self.evaluation.claims.findings.iter().any(wrong_kind) {
            return Vec::new();
        }
        mend::mend(&self.base, Aim::Claims, &mut self.tried, |case| evaluation::claims_stage(case).findings)
    }

    fn explain(&mut self, memo: &mut Verifications) -> Explanation {
        let claims = self.mended_claims();
        let mut proved: Vec<Proof> = Vec::new();
        if self.evaluation.verdict() != Verdict::Accepted {
            let solutions = std::mem::take(&mut self.solutions);
            proved.extend(solutions.into_iter().filter_map(|set| self.proof(set, &claims, memo)));
            if proved.is_empty() {
                proved.extend(self.observed(&claims));
            }
        }
        if proved.iter().all(|proof| proof.class == Class::Attack) && !self.verified_as_it_is(memo) {
            let observed = OBSERVATIONS.iter().filter_map(|observe| observe(&self.base, &self.evaluation));
            proved.splice(0..0, observed.take(1).map(observation));
        }
        damage::name(&mut proved, &self.evaluation.decode);
        order::by_key(&mut proved, |proof| (proof.class == Class::Attack, proof.changes.len(), proof.class));
        self.conclude(without_repetitions(proved), &claims)
    }

    fn verified_as_it_is(&self, memo: &mut Verifications) -> bool {
        evaluation::verified(&self.base, memo)
    }

    /// A set that makes the signature verify, with what has to be allowed for it and what mends the claims.
    fn proof(&mut self, signature: Vec<Step>, claims: &[Step], memo: &mut Verifications) -> Option<Proof> {
        let begun: Vec<Step> = self.text.iter().cloned().chain(signature.iter().cloned()).collect();
        let case = self.original.edited(begun.iter().flat_map(|step| &step.edits));
        let permissions = mend::mend(&case, Aim::Permission, &mut self.tried, |case| {
            evaluation::signature_stage(case, memo).findings
        });
        let mut accepts = |text: &[Step], others: &[Step]| {
            let steps = text.iter().chain(&signature).chain(others);
            let case = self.original.edited(steps.flat_map(|step| &step.edits));
            evaluate(&case, memo).verdict() == Verdict::Accepted
        };
        let mut text = self.text.clone();
        let mut others: Vec<Step> = permissions.into_iter().chain(claims.iter().cloned()).collect();
        let accepted = accepts(&text, &others);
        if accepted {
            // The signature's changes build on one another, and fewer of them were tried before.
            others = mend::without_superfluous(others, |others| accepts(&text, others));
            text = mend::without_superfluous(text, |text| accepts(text, &others));
        }
        let mut steps: Vec<Step> = text.into_iter().chain(signature).chain(others).collect();
        corrected::add_token(&mut steps, &case);
        // Where something else rejects all the same, that the signature verifies is the evidence.
        let all_accepted = accepted && steps.iter().all(|step| step.kind == ProofKind::Accepted);
        let kind = if all_accepted { ProofKind::Accepted } else { ProofKind::Observed };
        (!steps.is_empty()).then(|| proof_of(kind, steps))
    }

    /// Without a key the signature says nothing, and the claims speak for themselves: they are accepted or not.
    fn observed(&self, claims: &[Step]) -> Option<Proof> {
        let no_key = self.base.keys.keys.is_empty()
            && matches!(self.evaluation.signature.attempt, Attempt::NotChecked);
        let case = self.base.edited(claims.iter().flat_map(|step| &step.edits));
        let mended = !rejects(&evaluation::claims_stage(&case).findings);
        (no_key && mended && !claims.is_empty()).then(|| proof_of(ProofKind::Observed, claims.to_vec()))
    }

    fn conclude(&self, proved: Vec<Proof>, claims: &[Step]) -> Explanation {
        let is_proved = |id: ExperimentId| {
            proved.iter().flat_map(|proof| &proof.changes).any(|change| change.experiment == id)
        };
        let would_help = |id: ExperimentId| claims.iter().any(|step| step.change.experiment == id);
        let later = self.tried_later.iter().filter(|id| !self.cut_short.contains(id));
        let mut tried = self.tried.clone();
        later.for_each(|id| note(&mut tried, *id));
        // Marks are taken off together with the white space around them.
        let mut changes = proved.iter().flat_map(|proof| &proof.changes);
        let trims = changes.any(|change| change.facts.get("around").is_some());
        let is_trimmed = |id: ExperimentId| trims && id == ExperimentId::SecretWhitespace;
        tried.retain(|id| !is_proved(*id) && !would_help(*id) && !is_trimmed(*id));
        let mut possible = Vec::new();
        if matches!(self.evaluation.signature.attempt, Attempt::Mismatch) && proved.is_empty() {
            possible.extend([Cause::WrongKey, Cause::KeyChangedAtIssuer]);
        }
        Explanation { proved, ruled_out: tried, possible }
    }
}

/// The proof with the first secret of a list, a secret a line, if one makes the signature verify.
pub fn published(
    case: &Case,
    evaluation: &Evaluation,
    list: &str,
    memo: &mut Verifications,
) -> Option<Proof> {
    let mut search = Search::new(case.clone(), evaluation.clone(), memo);
    let proposal = well_known::among(&search.base, list)?;
    let claims = search.mended_claims();
    search.proof(vec![Step::new(well_known::ID, proposal)], &claims, memo)
}

fn observation(change: Change) -> Proof {
    Proof { kind: ProofKind::Observed, class: change.class, changes: vec![change] }
}

fn proof_of(kind: ProofKind, steps: Vec<Step>) -> Proof {
    let class = class_of(&steps);
    Proof { kind, class, changes: steps.into_iter().map(|step| step.change).collect() }
}

fn class_of(steps: &[Step]) -> Class {
    steps.iter().map(|step| step.change.class).max().unwrap_or(Class::Repair)
}

/// The proofs without those that say the same again, or the same and more.
fn without_repetitions(proved: Vec<Proof>) -> Vec<Proof> {
    let mut kept: Vec<Proof> = Vec::new();
    for proof in proved {
        let has = |proof: &Proof, wanted: &Change| {
            proof
                .changes
                .iter()
                .any(|change| (change.experiment, change.cause) == (wanted.experiment, wanted.cause))
        };
        let said = kept.iter().any(|earlier| earlier.changes.iter().all(|change| has(&proof, change)));
        if !said {
            kept.push(proof);
        }
    }
    kept
}

/// What makes the text readable as the RFCs demand; of several ways the one with which the signature verifies.
fn mend_text(case: &Case, tried: &mut Vec<ExperimentId>, memo: &mut Verifications) -> Vec<Step> {
    let errors = |case: &Case| {
        evaluation::decode_stage(case).into_iter().filter(|f| rejects(std::slice::from_ref(f))).count()
    };
    let before = errors(case);
    let mut ways: Vec<Vec<Step>> = Vec::new();
    for experiment in mend::aiming_at(Aim::Text).filter(|_| before > 0) {
        for proposal in (experiment.propose)(case) {
            note(tried, experiment.id);
            if errors(&case.edited(&proposal.edits)) < before {
                ways.push(vec![Step::new(experiment.id, proposal)]);
            }
        }
    }
    let verified = ways
        .iter()
        .position(|way| evaluation::verified(&case.edited(way.iter().flat_map(|step| &step.edits)), memo));
    ways.into_iter().nth(verified.unwrap_or(0)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
