//! What the evidence of damage is called.

use crate::{
    cause::{Cause, ExperimentId},
    diagnosis::report::{Change, Proof, ProofKind},
    finding::{Finding, Place, Value},
};

/// What text shows of damage, the most telling first.
const SHOWN: [Cause; 4] =
    [Cause::TruncatedToken, Cause::ImpossibleLength, Cause::IllegalCharacter, Cause::DetachedPayload];

/// Where the evidence shows that a part is no longer as it was signed, and the part's own text shows what happened to it,
/// that is the cause.
pub(super) fn name(proved: &mut [Proof], noticed: &[Finding]) {
    let observed = proved.iter_mut().filter(|proof| proof.kind == ProofKind::Observed);
    for change in observed.flat_map(|proof| &mut proof.changes) {
        change.cause = shown(change, noticed).unwrap_or(change.cause);
    }
}

/// What the text of the damaged part shows.
fn shown(change: &Change, noticed: &[Finding]) -> Option<Cause> {
    let damaged: &[Place] = match change.experiment {
        ExperimentId::SignatureDamaged => &[Place::Signature],
        ExperimentId::ContentAltered => &[Place::Header, Place::Payload],
        _ => return None,
    };
    // A signature that lost a character in its middle is shorter as well, and was not cut.
    let was_cut = change.facts.get("reason").is_none_or(|reason| reason.value == Value::from("cut"));
    SHOWN.into_iter().filter(|cause| was_cut || *cause != Cause::TruncatedToken).find(|cause| {
        noticed.iter().any(|finding| finding.cause == *cause && damaged.contains(&finding.place))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Facts;

    #[track_caller]
    fn check(experiment: ExperimentId, reason: &str, noticed: [(Cause, Place); 2], expected: Option<Cause>) {
        let facts = Facts::new().public("reason", reason);
        let change = Change { experiment, cause: experiment.cause(), class: experiment.class(), facts };
        let noticed = noticed.map(|(cause, place)| Finding::error(cause, place));
        assert_eq!(shown(&change, &noticed), expected);
    }

    #[test]
    fn only_the_damaged_part_names_the_damage() {
        let signature = ExperimentId::SignatureDamaged;
        let cut = (Cause::TruncatedToken, Place::Signature);
        let odd = (Cause::ImpossibleLength, Place::Signature);
        let elsewhere = (Cause::DetachedPayload, Place::Payload);
        check(signature, "cut", [odd, cut], Some(Cause::TruncatedToken));
        check(signature, "characters-lost", [odd, cut], Some(Cause::ImpossibleLength));
        check(signature, "characters-changed", [cut, elsewhere], None);
        check(ExperimentId::AlgHeaderWrong, "cut", [cut, odd], None);
    }
}
