//! The smallest sets of changes that lead to acceptance.
//!
//! The stages of a verdict fail independently, so the smallest set for the whole is the union of each stage's: the
//! signature's is searched at most two deep, the claims' each claim by itself. The work is bounded and done in steps.

use std::collections::HashSet;

use super::{Experiment, OBSERVATIONS, Proposal, REGISTRY};
use crate::{
    case::{Case, Edit, KeyChoice},
    cause::{Cause, Class, ExperimentId, Stage},
    diagnosis::report::{Change, Proof, ProofKind, Verdict},
    evaluation::{self, Attempt, Evaluation, evaluate, rejects},
    finding::Finding,
    verify::{Family, Verifications},
};

/// How many changed cases the second level may try; with the slowest algorithms this is about a second.
const SECOND_LEVEL_BUDGET: usize = 4_000;
/// How many signatures the whole search may verify with asymmetric keys.
const SLOW_BUDGET: usize = 400;

/// A change and the edits that make it.
#[derive(Clone)]
struct Step {
    change: Change,
    edits: Vec<Edit>,
}

impl Step {
    fn new(experiment: &Experiment, proposal: Proposal) -> Self {
        let id = experiment.id;
        let change = Change { experiment: id, cause: id.cause(), class: id.class(), facts: proposal.facts };
        Self { change, edits: proposal.edits }
    }
}

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
    decode: Vec<Step>,
    /// The case after `decode`.
    base: Case,
    /// The first changes of the second level.
    firsts: Vec<Step>,
    /// What mends the signature's stage, a set each.
    solutions: Vec<Vec<Step>>,
    tried: Vec<ExperimentId>,
    seen: HashSet<u64>,
    /// The next experiment, and the next first change it is combined with; `None` on the first level.
    next: (usize, Option<usize>),
    left: usize,
    slow_left: usize,
    signature_done: bool,
}

impl Search {
    /// A search for what would make this case pass. A case that is accepted needs none: it ends at once.
    pub fn new(case: Case, evaluation: Evaluation, memo: &mut Verifications) -> Self {
        let mut tried = Vec::new();
        let decode = mend_text(&case, &mut tried);
        let base = case.edited(decode.iter().flat_map(|step| &step.edits));
        let signature_done = evaluation::signature_stage(&base, memo).accepts();
        let seen = HashSet::from([fingerprint(&base)]);
        Self {
            original: case,
            evaluation,
            decode,
            base,
            firsts: Vec::new(),
            solutions: Vec::new(),
            tried,
            seen,
            next: (0, None),
            left: SECOND_LEVEL_BUDGET,
            slow_left: SLOW_BUDGET,
            signature_done,
        }
    }

    /// Makes one experiment. Returns the explanation when there is nothing left to try.
    pub fn step(&mut self, memo: &mut Verifications) -> Option<Explanation> {
        if self.signature_done {
            return Some(self.explain(memo));
        }
        let (experiment, first) = self.next;
        match REGISTRY.get(experiment) {
            Some(experiment) if experiment.stage == Stage::Signature => self.try_one(experiment, first, memo),
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
        let found = self.solutions.iter().any(|steps| class_of(steps) != Class::Attack);
        self.signature_done = found || first >= self.firsts.len() || self.left == 0 || self.slow_left == 0;
    }

    fn try_one(&mut self, experiment: &Experiment, first: Option<usize>, memo: &mut Verifications) {
        let first = match first.map(|index| self.firsts.get(index).cloned()) {
            Some(None) => return,
            Some(first) => first,
            None => None,
        };
        let start = first.as_ref().map_or_else(|| self.base.clone(), |first| self.base.edited(&first.edits));
        for proposal in (experiment.propose)(&start) {
            let case = start.edited(&proposal.edits);
            if !self.tried.contains(&experiment.id) {
                self.tried.push(experiment.id);
            }
            if self.left == 0 || self.slow_left == 0 || !self.seen.insert(fingerprint(&case)) {
                continue;
            }
            let computed = memo.computed;
            let accepts = evaluation::signature_stage(&case, memo).accepts();
            self.spend(&case, memo.computed - computed, first.is_some());
            let step = Step::new(experiment, proposal);
            match (&first, accepts) {
                (_, true) => self.solutions.push(first.iter().cloned().chain([step]).collect()),
                (None, false) => self.firsts.push(step),
                (Some(_), false) => {}
            }
        }
    }

    fn spend(&mut self, case: &Case, computed: usize, second_level: bool) {
        if second_level {
            self.left = self.left.saturating_sub(1);
        }
        if case.algorithm.is_some_and(|algorithm| algorithm.family != Family::Hmac) {
            self.slow_left = self.slow_left.saturating_sub(computed);
        }
    }

    fn explain(&mut self, memo: &mut Verifications) -> Explanation {
        let claims = mend_claims(&self.base, &mut self.tried);
        let mut proved: Vec<Proof> = Vec::new();
        let verified = evaluation::signature_stage(&self.base, memo).accepts();
        let sets = if verified { vec![Vec::new()] } else { std::mem::take(&mut self.solutions) };
        if self.evaluation.verdict() != Verdict::Accepted {
            proved.extend(sets.iter().filter_map(|set| self.proof(set, &claims, memo)));
        }
        proved.sort_by_key(|proof| (proof.class, proof.changes.len()));
        let mended = proved.iter().any(|proof| proof.class != Class::Attack);
        if !verified && !mended {
            let observed = OBSERVATIONS.iter().filter_map(|observe| observe(&self.base, &self.evaluation));
            proved.splice(0..0, observed.take(1).map(observation));
        }
        self.conclude(proved, &claims)
    }

    /// A set for the signature and one for the claims, as a proof.
    fn proof(&self, signature: &[Step], claims: &[Step], memo: &mut Verifications) -> Option<Proof> {
        let whole: Vec<&Step> = self.decode.iter().chain(signature).chain(claims).collect();
        let case = self.original.edited(whole.iter().flat_map(|step| &step.edits));
        let accepted = evaluate(&case, memo).verdict() == Verdict::Accepted;
        let (kind, steps) = if accepted {
            (ProofKind::Accepted, whole)
        } else {
            (ProofKind::Observed, self.decode.iter().chain(signature).collect())
        };
        // A set that mends nothing but the text is no evidence about the signature.
        if steps.is_empty() || (!accepted && signature.is_empty()) {
            return None;
        }
        let changes: Vec<Change> = steps.into_iter().map(|step| step.change.clone()).collect();
        let class = changes.iter().map(|change| change.class).max()?;
        Some(Proof { kind, class, changes })
    }

    fn conclude(&self, proved: Vec<Proof>, claims: &[Step]) -> Explanation {
        let is_proved = |id: ExperimentId| {
            proved.iter().flat_map(|proof| &proof.changes).any(|change| change.experiment == id)
        };
        let would_help = |id: ExperimentId| claims.iter().any(|step| step.change.experiment == id);
        let ruled_out = self.tried.iter().copied().filter(|id| !is_proved(*id) && !would_help(*id)).collect();
        let explained = proved.iter().any(|proof| proof.class != Class::Attack);
        let mut possible = Vec::new();
        if matches!(self.evaluation.signature.attempt, Attempt::Mismatch) && !explained {
            possible.extend([Cause::WrongKey, Cause::KeyChangedAtIssuer]);
        }
        let unproved = claims.iter().map(|step| &step.change).filter(|change| !is_proved(change.experiment));
        possible.extend(unproved.map(|change| change.cause));
        Explanation { proved, ruled_out, possible }
    }
}

fn observation(change: Change) -> Proof {
    Proof { kind: ProofKind::Observed, class: change.class, changes: vec![change] }
}

fn class_of(steps: &[Step]) -> Class {
    steps.iter().map(|step| step.change.class).max().unwrap_or(Class::Repair)
}

fn of_stage(stage: Stage) -> impl Iterator<Item = &'static Experiment> {
    REGISTRY.iter().filter(move |experiment| experiment.stage == stage)
}

fn note(tried: &mut Vec<ExperimentId>, id: ExperimentId) {
    if !tried.contains(&id) {
        tried.push(id);
    }
}

/// What makes the text readable as the RFCs demand: the first proposal after which nothing is left to reject.
fn mend_text(case: &Case, tried: &mut Vec<ExperimentId>) -> Vec<Step> {
    if !rejects(&evaluation::decode_stage(case)) {
        return Vec::new();
    }
    for experiment in of_stage(Stage::Decode) {
        for proposal in (experiment.propose)(case) {
            note(tried, experiment.id);
            if !rejects(&evaluation::decode_stage(&case.edited(&proposal.edits))) {
                return vec![Step::new(experiment, proposal)];
            }
        }
    }
    Vec::new()
}

/// What mends the claims: for each error the least grave change that takes it away and brings no other.
///
/// The steps are found one after the other, each on the case as the steps before left it, so that none is
/// superfluous: every step takes at least one error away that the others leave.
fn mend_claims(case: &Case, tried: &mut Vec<ExperimentId>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut case = case.clone();
    let mut errors = claim_errors(&case);
    while !errors.is_empty() {
        let better = of_stage(Stage::Claims)
            .flat_map(|experiment| {
                (experiment.propose)(&case).into_iter().map(move |proposal| (experiment, proposal))
            })
            .inspect(|(experiment, _)| note(tried, experiment.id))
            .filter_map(|(experiment, proposal)| {
                let left = claim_errors(&case.edited(&proposal.edits));
                let mends = left.len() < errors.len() && left.iter().all(|error| errors.contains(error));
                mends.then(|| (Step::new(experiment, proposal), left))
            })
            .min_by_key(|(step, _)| step.change.class);
        let Some((step, left)) = better else { break };
        case = case.edited(&step.edits);
        errors = left;
        steps.push(step);
    }
    steps
}

/// The errors of the claims' stage without their facts, which name the time and the expectation.
fn claim_errors(case: &Case) -> Vec<Finding> {
    let findings = evaluation::claims_stage(case).findings.into_iter();
    findings
        .filter(|finding| rejects(std::slice::from_ref(finding)))
        .map(|finding| Finding { facts: crate::finding::Facts::new(), ..finding })
        .collect()
}

/// What the signature's stage of a case depends on, so that equal cases are tried once.
fn fingerprint(case: &Case) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    case.choice.hash(&mut hasher);
    case.algorithm.map(|algorithm| algorithm.name).hash(&mut hasher);
    case.signing_input.hash(&mut hasher);
    case.signature.hash(&mut hasher);
    case.policy.algorithms.hash(&mut hasher);
    case.alg().hash(&mut hasher);
    let only = match case.choice {
        KeyChoice::Only(index) => index..index.saturating_add(1),
        KeyChoice::ByHeader => 0..case.keys.keys.len(),
    };
    for key in case.keys.keys.get(only).unwrap_or_default() {
        (key.fingerprint(), &key.kid, &key.usage, &key.key_ops, &key.alg).hash(&mut hasher);
    }
    hasher.finish()
}
