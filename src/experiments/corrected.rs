//! The token as it should have been, to copy.

use super::mend::Step;
use crate::{
    case::{Case, Edit},
    jose::{self, Serialization, Token, base64url},
};

/// Adds the corrected token to the last change that is one of the token's text or signature and shows no other value.
///
/// `case` is the case with these steps made. A change after which there is no token in the Compact Serialization that
/// stands for the case, such as a payload that was signed unencoded, shows none.
pub(super) fn add_token(steps: &mut [Step], case: &Case) {
    let of_text = |edit: &Edit| matches!(edit, Edit::Token(_) | Edit::Signature(_) | Edit::SigningInput(_));
    let last = steps.iter_mut().rev().find(|step| step.edits.iter().any(of_text));
    let Some((step, token)) = last.zip(token(case)) else { return };
    if step.change.facts.get("corrected").is_none() {
        let facts = std::mem::take(&mut step.change.facts);
        step.change.facts = facts.secret("corrected", token);
    }
}

/// The token that has the case's signing input and signature.
fn token(case: &Case) -> Option<String> {
    if case.jws.serialization != Serialization::Compact {
        return None;
    }
    let input = std::str::from_utf8(&case.signing_input).ok()?;
    let token = format!("{input}.{}", base64url::encode(&case.signature));
    let Token::Jws(read) = jose::parse(&token) else { return None };
    let same = read.faults.is_empty() && *read.signing_input(0, None) == *case.signing_input;
    same.then_some(token)
}
