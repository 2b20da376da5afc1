//! What takes the errors of a stage away, one after the other.

use super::{Aim, Experiment, Proposal, REGISTRY};
use crate::{
    case::{Case, Edit},
    cause::{Cause, ExperimentId},
    diagnosis::report::{Change, ProofKind},
    finding::{Fact, Finding, Severity, Span},
};

/// More errors than this are not mended one by one.
const MOST_STEPS: usize = 16;

/// A change and the edits that make it.
#[derive(Clone)]
pub(super) struct Step {
    pub change: Change,
    pub edits: Vec<Edit>,
    pub kind: ProofKind,
}

impl Step {
    /// The step that a proposal of this experiment makes.
    pub fn new(id: ExperimentId, proposal: Proposal) -> Self {
        let (edits, kind) = (proposal.edits.clone(), proposal.kind);
        Self { change: proposal.into_change(id), edits, kind }
    }
}

/// The experiments with an aim, in their order.
pub(super) fn aiming_at(aim: Aim) -> impl Iterator<Item = &'static Experiment> {
    REGISTRY.iter().filter(move |experiment| experiment.aim == aim)
}

/// Adds an experiment to those that were tried.
pub(super) fn note(tried: &mut Vec<ExperimentId>, id: ExperimentId) {
    if !tried.contains(&id) {
        tried.push(id);
    }
}

/// An error without what changes with the time and the policy: its cause, its span, and the claim that it names.
type ErrorKey = (Cause, Option<Span>, Option<Fact>);

/// The least grave changes with this aim that take errors away and bring no others.
///
/// The steps are found one after the other, each on the case as those before left it, and in the end those that turned
/// out superfluous are taken back. Where an error hides another one, the hidden one may take its place.
pub(super) fn mend(
    case: &Case,
    aim: Aim,
    tried: &mut Vec<ExperimentId>,
    mut findings: impl FnMut(&Case) -> Vec<Finding>,
) -> Vec<Step> {
    let mut errors = |case: &Case| errors(findings(case));
    let mut steps: Vec<Step> = Vec::new();
    let mut current = case.clone();
    let mut left = errors(&current);
    let mut mended: Vec<ErrorKey> = Vec::new();
    while !left.is_empty() && steps.len() < MOST_STEPS {
        let Some((step, after)) = best(&current, aim, &left, &mended, tried, &mut errors) else { break };
        current = current.edited(&step.edits);
        mended.extend(left.iter().filter(|error| !after.contains(error)).cloned());
        left = after;
        steps.push(step);
    }
    without_superfluous(steps, |steps| {
        let rest = errors(&case.edited(steps.iter().flat_map(|step| &step.edits)));
        rest.len() <= left.len() && rest.iter().all(|error| left.contains(error))
    })
}

/// The step that takes an error away: of those that bring none the least grave one, else one that uncovers another.
fn best(
    case: &Case,
    aim: Aim,
    before: &[ErrorKey],
    mended: &[ErrorKey],
    tried: &mut Vec<ExperimentId>,
    errors: &mut impl FnMut(&Case) -> Vec<ErrorKey>,
) -> Option<(Step, Vec<ErrorKey>)> {
    let mut found: Vec<(bool, Step, Vec<ErrorKey>)> = Vec::new();
    for experiment in aiming_at(aim) {
        let (proposals, helpful) = ((experiment.propose)(case), found.len());
        let is_tried = !proposals.is_empty();
        for proposal in proposals {
            let after = errors(&case.edited(&proposal.edits));
            let takes_away = before.iter().any(|error| !after.contains(error));
            let uncovers = after.iter().any(|error| !before.contains(error));
            let comes_back = after.iter().any(|error| mended.contains(error));
            let fewer = after.len() < before.len();
            if (fewer && !uncovers) || (takes_away && uncovers && !comes_back && after.len() <= before.len())
            {
                found.push((uncovers, Step::new(experiment.id, proposal), after));
            }
        }
        // What would help, too, and is only graver than what is proved, is not ruled out.
        if is_tried && found.len() == helpful {
            note(tried, experiment.id);
        }
    }
    let best =
        found.into_iter().min_by_key(|(uncovers, step, after)| (*uncovers, step.change.class, after.len()));
    best.map(|(_, step, after)| (step, after))
}

fn errors(findings: Vec<Finding>) -> Vec<ErrorKey> {
    let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| (finding.cause, finding.span, finding.facts.get("claim").cloned())).collect()
}

/// The steps without those that can be left out, the last ones kept first.
pub(super) fn without_superfluous(
    mut steps: Vec<Step>,
    mut suffices: impl FnMut(&[Step]) -> bool,
) -> Vec<Step> {
    let mut index = 0;
    while index < steps.len() {
        let step = steps.remove(index);
        if !suffices(&steps) {
            steps.insert(index, step);
            index += 1;
        }
    }
    steps
}
