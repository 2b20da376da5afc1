//! A piece of advice, tried on the token at hand.

use super::{Aim, Experiment, REGISTRY, TRIALS};
use crate::{
    case::Case,
    cause::{Class, ExperimentId},
    diagnosis::report::{Proof, TrialOutcome, Verdict},
    evaluation::{self, Attempt, Evaluation, evaluate, rejects},
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
    if proved.iter().any(helps) {
        return if id.class() == Class::Attack { TrialOutcome::Attack } else { TrialOutcome::Helps };
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
            // Something like it may help that is not tried.
            false if proposal.is_sample => outcome,
            false => TrialOutcome::DoesNotHelp,
        };
    }
    outcome
}

/// Whether what the experiment aims at is wrong before and right after.
fn mends(experiment: &Experiment, before: &Evaluation, changed: &Case, memo: &mut Verifications) -> bool {
    let verified = matches!(before.signature.attempt, Attempt::Verified(..));
    match experiment.aim {
        Aim::Text => {
            // A spelling that the signature does not cover mends nothing when it covers the present one.
            let kept = !verified || evaluation::verified(changed, memo);
            rejects(&before.decode) && !rejects(&evaluation::decode_stage(changed)) && kept
        }
        Aim::Signature if changed.skipped.signature => !before.signature.accepts(),
        Aim::Signature => !verified && evaluation::verified(changed, memo),
        Aim::Permission => {
            !before.signature.accepts() && evaluation::signature_stage(changed, memo).accepts()
        }
        Aim::Claims => {
            let after = evaluate(changed, memo);
            // A change to the claims that breaks the signature mends nothing.
            let kept = !verified || matches!(after.signature.attempt, Attempt::Verified(..));
            rejects(&before.claims.findings) && !rejects(&after.claims.findings) && kept
        }
    }
}
