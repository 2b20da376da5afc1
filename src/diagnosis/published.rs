//! The long list of published secrets, tried piece by piece after everything else.
//!
//! The list is no part of the module: whoever runs the diagnosis hands it in, at the start or when
//! [`Diagnosis::wants_secrets`] says that it may explain something.

use std::rc::Rc;

use super::{
    Diagnosis, Task, possible,
    report::{Event, Proof, SignatureState},
};
use crate::{
    cause::Stage,
    evaluation::Attempt,
    experiments::{search, well_known},
    verify::Family,
};

/// How many octets are hashed in one step, about as long as a step of the search: a long token gets fewer secrets.
const OCTETS: usize = 1024 * 1024;
/// What a secret costs beside the octets that are signed, in octets.
const OWN_COST: usize = 256;
/// After how many secrets it is said how far the list was tried.
const TOLD: usize = 4_096;
/// On how many tokens of a paste the list is tried.
const MOST_TOKENS: usize = 16;

/// The published secrets, one a line.
#[derive(Clone)]
pub(super) struct List {
    text: Rc<str>,
    secrets: usize,
}

impl List {
    fn new(text: Rc<str>) -> Self {
        Self { secrets: text.lines().count(), text }
    }
}

/// How far the list was tried on a token.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    token: usize,
    /// The offset of the next line.
    from: usize,
    /// How many lines stand before it.
    tried: usize,
}

impl Diagnosis {
    /// The same diagnosis with the published secrets at hand, one a line.
    #[must_use]
    pub fn with_secrets(mut self, list: Rc<str>) -> Self {
        self.secrets = Some(List::new(list));
        self
    }

    /// Whether a published secret may explain why the keys at hand don't verify a signature. Known when all steps are
    /// done.
    pub fn wants_secrets(&self) -> bool {
        let rejected = |token: &usize| {
            let judged = self.judged.get(*token);
            judged.is_some_and(|judged| judged.report.signature == SignatureState::Mismatch)
        };
        self.secrets.is_none()
            && (0..self.judged.len()).filter(rejected).any(|token| self.is_unexplained(token))
    }

    /// Hands the published secrets in, one a line; there are steps to do then.
    pub fn give_secrets(&mut self, list: Rc<str>) {
        self.secrets = Some(List::new(list));
        let tokens: Vec<usize> = (0..self.judged.len()).filter(|token| self.is_unexplained(*token)).collect();
        self.todo.extend(tokens.into_iter().map(Self::from_the_top));
        self.todo.push_back(Task::Finish);
    }

    /// Trying the list on a token.
    pub(super) const fn from_the_top(token: usize) -> Task {
        Task::Published(Progress { token, from: 0, tried: 0 })
    }

    /// Whether the token has an HMAC that no proof explains.
    pub(super) fn is_unexplained(&self, token: usize) -> bool {
        let Some(judged) = self.judged.get(token) else { return false };
        let is_hmac = token < MOST_TOKENS
            && judged.case.as_ref().is_some_and(|(case, evaluation)| {
                let is_hmac = case.algorithm.is_some_and(|algorithm| algorithm.family == Family::Hmac);
                let verified = matches!(evaluation.signature.attempt, Attempt::Verified(..));
                is_hmac && !verified && !case.signature.is_empty()
            });
        is_hmac && !judged.report.proved.iter().any(explains_signature)
    }

    /// Tries the next piece of the list, and puts the rest off.
    pub(super) fn try_published(&mut self, progress: Progress) -> Option<Event> {
        let Progress { token, from, tried } = progress;
        let list = self.secrets.clone()?;
        let (case, evaluation) = self.judged.get(token)?.case.clone()?;
        let (piece, lines) = piece(&list.text, from, OCTETS / (case.signing_input.len() + OWN_COST))?;
        let proof = search::published(&case, &evaluation, piece, &mut self.memo);
        let Some(proof) = proof else {
            let (from, now) = (from + piece.len(), tried + lines);
            if from < list.text.len() {
                self.todo.push_front(Task::Published(Progress { token, from, tried: now }));
            }
            let told = now == list.secrets || now / TOLD != tried / TOLD;
            return told.then_some(Event::Published { token, tried: now, all: list.secrets });
        };
        let judged = self.judged.get_mut(token)?;
        judged.report.proved.push(proof);
        // What the search called possible is none the more; a message about another stage may still be right.
        judged.report.possible.clear();
        let possible = possible::of(judged, &self.messages);
        judged.report.possible.clone_from(&possible);
        judged.report.ruled_out.retain(|id| *id != well_known::ID);
        self.todo.push_front(Task::Entries(token));
        let report = &judged.report;
        let (proved, ruled_out) = (report.proved.clone(), report.ruled_out.clone());
        Some(Event::Proved { token, proved, ruled_out, possible })
    }
}

/// Whether the proof says how the signature comes to verify.
fn explains_signature(proof: &Proof) -> bool {
    proof.changes.iter().any(|change| change.cause.stage() == Stage::Signature)
}

/// At most so many lines, at least one, that begin at an offset, and their number; none behind the end.
fn piece(list: &str, from: usize, most: usize) -> Option<(&str, usize)> {
    let rest = list.get(from..).filter(|rest| !rest.is_empty())?;
    let lines = rest.split_inclusive('\n').take(most.max(1));
    let (end, count) = lines.fold((0, 0), |(end, count), line| (end + line.len(), count + 1));
    Some((rest.get(..end)?, count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Input, Step};

    #[test]
    fn the_pieces_are_whole_lines_and_make_up_the_list() {
        let list = "secret\nanother one\n\nlast";
        let pieces = |most: usize| {
            let (mut from, mut pieces) = (0, Vec::new());
            while let Some((text, lines)) = piece(list, from, most) {
                from += text.len();
                pieces.push((text, lines));
            }
            pieces
        };
        assert_eq!(pieces(3), [("secret\nanother one\n\n", 3), ("last", 1)]);
        assert_eq!(pieces(0).len(), 4);
        assert_eq!(pieces(100), [(list, 4)]);
    }

    /// HS256 of `{"sub":"1"}` under `correct horse`.
    const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.IWHU4kcFHkbND8zWm8XtVHBn0Heh95sDIfFlTkv0zCU";

    fn diagnosed(keys: &[&str]) -> Diagnosis {
        let keys = keys.iter().map(ToString::to_string).collect();
        let mut diagnosis =
            Diagnosis::start(Input { text: TOKEN.to_owned(), keys, ..Input::default() }, None);
        while diagnosis.step() != Step::Done {}
        diagnosis
    }

    #[test]
    fn the_list_is_wanted_for_a_key_that_does_not_verify_and_not_before_there_is_one() {
        assert!(diagnosed(&["battery staple"]).wants_secrets());
        assert!(!diagnosed(&[]).wants_secrets());
        assert!(!diagnosed(&["correct horse"]).wants_secrets());
    }

    #[test]
    fn it_is_said_how_many_secrets_were_tried_until_one_fits() {
        let mut diagnosis = diagnosed(&["battery staple"]);
        let list = "secret\n".repeat(20_000);
        diagnosis.give_secrets(Rc::from(list.clone() + "correct horse\n" + &list));
        let (mut told, mut proved) = (Vec::new(), None);
        loop {
            match diagnosis.step() {
                Step::Event(Event::Published { tried, all, .. }) => told.push((tried, all)),
                Step::Event(Event::Proved { proved: proofs, .. }) => proved = proofs.into_iter().next(),
                Step::Event(_) | Step::Working => {}
                Step::Done => break,
            }
        }
        assert!(told.len() >= 2 && told.is_sorted(), "{told:?}");
        assert!(told.iter().all(|(tried, all)| *tried <= 20_000 && *all == 40_001), "{told:?}");
        assert_eq!(proved.unwrap().changes[0].experiment, well_known::ID);
        assert!(!diagnosis.wants_secrets());
    }
}
