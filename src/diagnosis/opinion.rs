//! What a real library makes of the same case, beside this diagnosis.

use std::rc::Rc;

use super::{Diagnosis, judge::Judged, report};
use crate::{
    case::Case,
    evaluation::{Attempt, Evaluation},
    jose::Serialization,
    keys::Key,
    verify::opinion::{self, Answer, Question, webcrypto},
};

/// Asks the library with the key that applies; none where there is no key or no token in Compact Serialization.
pub fn of(token: &str, judged: &Judged) -> Option<report::Opinion> {
    let (case, evaluation) = judged.case.as_ref()?;
    let key = key(case, evaluation).filter(|_| case.jws.serialization == Serialization::Compact)?;
    let policy = &case.policy;
    let said = opinion::ask(&Question {
        token,
        key,
        algorithms: policy.algorithms.as_deref(),
        issuers: &policy.issuer,
        audiences: &policy.audience,
        subject: policy.subject.as_deref(),
        required: &policy.required,
        leeway: policy.leeway.into(),
        now: case.now,
    });
    let (accepts, message) = match said.answer {
        Answer::Accepted => (Some(true), String::new()),
        Answer::Rejected(error) => (Some(false), error),
        Answer::KeyUnknown => (None, String::new()),
    };
    let ours = judged.report.verdict == report::Verdict::Accepted;
    let differs = accepts.is_some_and(|accepts| accepts != ours);
    Some(report::Opinion {
        library: opinion::LIBRARY.to_owned(),
        accepts,
        message,
        disagrees: differs && said.differences.is_empty() && asked_about_all(case),
        differences: if differs || accepts.is_none() { said.differences } else { Vec::new() },
    })
}

impl Diagnosis {
    /// What WebCrypto can be asked about the signature of a token; none where no key was tried on it. Known when the token
    /// was judged.
    pub fn signature_question(&self, token: usize) -> Option<webcrypto::Question> {
        let (case, evaluation) = self.judged.get(token)?.case.as_ref()?;
        let verified = match evaluation.signature.attempt {
            Attempt::Verified(..) => true,
            Attempt::Mismatch => false,
            Attempt::NotChecked => return None,
        };
        let (input, signature) = (Rc::clone(&case.signing_input), Rc::clone(&case.signature));
        webcrypto::Question::new(key(case, evaluation)?, case.algorithm?, input, signature, verified)
    }
}

/// The key that verified, or the first that was tried, or the first that is there.
fn key<'a>(case: &'a Case, evaluation: &Evaluation) -> Option<&'a Key> {
    let index = match evaluation.signature.attempt {
        Attempt::Verified(index, _) => index,
        _ => evaluation.signature.selection.tried.first().copied().unwrap_or(0),
    };
    case.keys.keys.get(index)
}

/// Whether the policy expects nothing that the library can't be asked about.
fn asked_about_all(case: &Case) -> bool {
    let policy = &case.policy;
    let unknown = [&policy.nonce, &policy.azp, &policy.typ].into_iter().any(Option::is_some);
    !unknown && policy.claims.is_empty() && policy.max_age.is_none() && policy.max_lifetime.is_none()
}
