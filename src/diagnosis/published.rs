//! The long list of published secrets, tried piece by piece after everything else.
//!
//! The list is no part of the module: whoever runs the diagnosis hands it in, at the start or when
//! [`Diagnosis::wants_secrets`] says that it may explain something.

use std::rc::Rc;

use super::{
    Diagnosis, Task,
    report::{Event, Proof},
};
use crate::{
    cause::Stage,
    evaluation::Attempt,
    experiments::{search, well_known},
    verify::Family,
};

/// How many bytes of the list are tried in one step; about as long as a step of the search.
const PIECE: usize = 16 * 1024;
/// On how many tokens of a paste the list is tried.
const MOST_TOKENS: usize = 16;

impl Diagnosis {
    /// The same diagnosis with the published secrets at hand, one a line.
    #[must_use]
    pub fn with_secrets(mut self, list: Rc<str>) -> Self {
        self.secrets = Some(list);
        self
    }

    /// Whether a published secret may explain what nothing else does. Known when all steps are done.
    pub fn wants_secrets(&self) -> bool {
        self.secrets.is_none() && (0..self.judged.len()).any(|token| self.is_unexplained(token))
    }

    /// Hands the published secrets in, one a line; there are steps to do then.
    pub fn give_secrets(&mut self, list: Rc<str>) {
        self.secrets = Some(list);
        let tokens: Vec<usize> = (0..self.judged.len()).filter(|token| self.is_unexplained(*token)).collect();
        self.todo.extend(tokens.into_iter().map(|token| Task::Published { token, from: 0 }));
        self.todo.push_back(Task::Finish);
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

    /// Tries the piece of the list that begins at this offset, and puts the next one off.
    pub(super) fn try_published(&mut self, token: usize, from: usize) -> Option<Event> {
        let list = Rc::clone(self.secrets.as_ref()?);
        let piece = piece(&list, from)?;
        let (case, evaluation) = self.judged.get(token)?.case.clone()?;
        let proof = search::published(&case, &evaluation, piece, &mut self.memo);
        let judged = self.judged.get_mut(token)?;
        let Some(proof) = proof else {
            let tried = from + piece.len();
            if tried < list.len() {
                self.todo.push_front(Task::Published { token, from: tried });
            }
            return Some(Event::Published { token, tried, all: list.len() });
        };
        judged.report.proved.push(proof);
        judged.report.possible.clear();
        judged.report.ruled_out.retain(|id| *id != well_known::ID);
        self.todo.push_front(Task::Entries(token));
        let report = &judged.report;
        let (proved, ruled_out) = (report.proved.clone(), report.ruled_out.clone());
        Some(Event::Proved { token, proved, ruled_out, possible: Vec::new() })
    }
}

/// Whether the proof says how the signature comes to verify.
fn explains_signature(proof: &Proof) -> bool {
    proof.changes.iter().any(|change| change.cause.stage() == Stage::Signature)
}

/// The lines that begin at an offset, about [`PIECE`] bytes of them; none behind the end.
fn piece(list: &str, from: usize) -> Option<&str> {
    let rest = list.get(from..).filter(|rest| !rest.is_empty())?;
    let end = rest.bytes().enumerate().skip(PIECE).find(|(_, byte)| *byte == b'\n');
    rest.get(..end.map_or(rest.len(), |(at, _)| at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_whole_lines_and_make_up_the_list() {
        let list = "secret\nanother one\n\n".repeat(5_000);
        let mut from = 0;
        let mut pieces = 0;
        while let Some(piece) = piece(&list, from) {
            assert!(piece.ends_with('\n'));
            from += piece.len();
            pieces += 1;
        }
        assert_eq!(from, list.len());
        assert!(pieces > 3);
    }
}
