//! What is proved is minimal: on good tokens with random combinations of faults, each proved set of changes leads to
//! acceptance when it is made again, and no smaller part of it does.

mod making;
mod random;

use std::{collections::BTreeSet, rc::Rc};

use jwt_why::{
    case::Case,
    diagnosis::{
        Diagnosis, Input,
        report::{Change, Proof, ProofKind, TokenReport, Verdict},
    },
    evaluation::evaluate,
    experiments::REGISTRY,
    jose::{self, Token},
    verify::Verifications,
};

use self::{
    making::{FAULTS, Fault, Making, SIGNATURE},
    random::Random,
};

/// How many tokens are spoilt.
const ROUNDS: u64 = 400;
/// How many faults a token has at most.
const MOST_FAULTS: usize = 5;

fn diagnose(input: Input) -> TokenReport {
    let tokens = Diagnosis::start(input, None).finish().tokens;
    tokens.into_iter().next().unwrap_or_else(|| panic!("there is a token"))
}

/// The case that a diagnosis judges.
fn case_of(input: &Input) -> Case {
    let Token::Jws(jws) = jose::parse(&input.text) else { panic!("a JWS was made") };
    let keys = Rc::new(jwt_why::keys::read(&input.keys));
    Case::new(Rc::from(jws), 0, keys, Rc::new(input.policy.clone()), input.now, None)
}

/// A good token with some faults.
fn spoilt(round: u64) -> (Input, Vec<&'static Fault>) {
    let mut random = Random::of(round);
    let mut making = Making::good(&mut random);
    let wanted = 1 + random.below(MOST_FAULTS);
    let mut faults: Vec<&'static Fault> = Vec::new();
    for _ in 0..8 * MOST_FAULTS {
        let fault = &FAULTS[random.below(FAULTS.len())];
        let again = faults.iter().any(|other| other.about == fault.about);
        if faults.len() < wanted && !again && making.spoil(fault, &mut random) {
            faults.push(fault);
        }
    }
    (making.input(&mut random), faults)
}

/// Whether the case is accepted after these changes, made one after the other. A change is made again by what its
/// experiment proposes on the case as it then is: with the facts of the change if there is such a proposal, for what one
/// change leaves to the next is another value without it.
fn accepted(case: &Case, changes: &[&Change], memo: &mut Verifications) -> bool {
    let Some((change, rest)) = changes.split_first() else {
        return evaluate(case, memo).verdict() == Verdict::Accepted;
    };
    let experiment = REGISTRY.iter().find(|experiment| experiment.id == change.experiment);
    let mut proposals = experiment.map(|experiment| (experiment.propose)(case)).unwrap_or_default();
    if proposals.iter().any(|proposal| proposal.facts == change.facts) {
        proposals.retain(|proposal| proposal.facts == change.facts);
    }
    proposals.iter().any(|proposal| accepted(&case.edited(&proposal.edits), rest, memo))
}

/// What is wrong with a proof; nothing if all of it is needed and enough.
fn judge(case: &Case, proof: &Proof, memo: &mut Verifications) -> Option<String> {
    let count = proof.changes.len();
    let part = |chosen: usize| -> Vec<&Change> {
        let changes = proof.changes.iter().enumerate();
        changes.filter(|(index, _)| chosen >> index & 1 == 1).map(|(_, change)| change).collect()
    };
    let all = (1 << count) - 1;
    if !accepted(case, &part(all), memo) {
        return Some("made again it does not lead to acceptance".to_owned());
    }
    let enough = (0..all).find(|chosen| accepted(case, &part(*chosen), memo));
    enough.map(|chosen| format!("{} of its {count} changes are enough", part(chosen).len()))
}

#[test]
fn a_good_token_is_accepted() {
    for round in 0..60 {
        let mut random = Random::of(round);
        let making = Making::good(&mut random);
        let token = diagnose(making.input(&mut random));
        assert_eq!(token.verdict, Verdict::Accepted, "round {round}, {}", making.alg);
    }
}

#[test]
fn no_change_of_a_proved_set_is_superfluous() {
    let (mut proofs, mut seen) = (0, BTreeSet::new());
    let mut wrong = Vec::new();
    for round in 0..ROUNDS {
        let (input, faults) = spoilt(round);
        let names: Vec<&str> = faults.iter().map(|fault| fault.name).collect();
        let case = case_of(&input);
        let token = diagnose(input);
        if token.verdict == Verdict::Accepted {
            // A token whose segments need no padding is as good with it.
            assert_eq!(names, ["padding"], "round {round}");
            continue;
        }
        let accepted: Vec<&Proof> =
            token.proved.iter().filter(|proof| proof.kind == ProofKind::Accepted).collect();
        let of_signature = faults.iter().filter(|fault| SIGNATURE.contains(&fault.about)).count();
        if accepted.is_empty() && of_signature <= 2 {
            wrong.push(format!("round {round}, {names:?}: nothing is proved"));
        }
        seen.extend(names.iter().copied().filter(|_| !accepted.is_empty()));
        let mut memo = Verifications::default();
        for proof in accepted {
            proofs += 1;
            if let Some(why) = judge(&case, proof, &mut memo) {
                let made: Vec<_> = proof.changes.iter().map(|change| change.experiment.id()).collect();
                wrong.push(format!("round {round}, {names:?}: {made:?}: {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {proofs}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(proofs >= 350, "{proofs} proofs");
    assert_eq!(seen.len(), FAULTS.len(), "{seen:?}");
}
