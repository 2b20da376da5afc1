//! A piece of advice, tried on the token at hand.

use super::{Experiment, REGISTRY, TRIALS};
use crate::{
    case::Case,
    cause::{Class, ExperimentId, Stage},
    diagnosis::report::{Proof, TrialOutcome, Verdict},
    evaluation::{self, Evaluation, evaluate, rejects},
    verify::Verifications,
};

/// What becomes of an experiment on this case. `proved` is what the search found.
pub fn outcome(
    id: ExperimentId,
    case: &Case,
    evaluation: &Evaluation,
    proved: &[Proof],
    memo: &mut Verifications,
) -> TrialOutcome {
    let helps = |proof: &Proof| proof.changes.iter().any(|change| change.experiment == id);
    if let Some(proof) = proved.iter().find(|proof| helps(proof)) {
        return if proof.class == Class::Attack { TrialOutcome::Attack } else { TrialOutcome::Helps };
    }
    if evaluation.verdict() == Verdict::Accepted {
        return TrialOutcome::NotApplicable;
    }
    let Some(experiment) = REGISTRY.iter().chain(TRIALS).find(|experiment| experiment.id == id) else {
        return TrialOutcome::NotApplicable;
    };
    let mut outcome = TrialOutcome::NotApplicable;
    for proposal in (experiment.propose)(case) {
        let changed = case.edited(&proposal.edits);
        outcome = match mends(experiment, evaluation, &changed, memo) {
            true if id.class() == Class::Attack => return TrialOutcome::Attack,
            true => return TrialOutcome::Helps,
            false => TrialOutcome::DoesNotHelp,
        };
    }
    outcome
}

/// Whether the stage that the experiment is about rejects before and does not after.
fn mends(experiment: &Experiment, before: &Evaluation, changed: &Case, memo: &mut Verifications) -> bool {
    match experiment.stage {
        Stage::Decode => rejects(&before.decode) && !rejects(&evaluation::decode_stage(changed)),
        Stage::Signature if changed.skipped.signature => !before.signature.accepts(),
        Stage::Signature => {
            !before.signature.accepts() && evaluation::signature_stage(changed, memo).accepts()
        }
        Stage::Claims => {
            let after = evaluate(changed, memo);
            // A change to the claims that breaks the signature mends nothing.
            let signature_kept = after.signature.accepts() || !before.signature.accepts();
            rejects(&before.claims.findings) && !rejects(&after.claims.findings) && signature_kept
        }
    }
}
