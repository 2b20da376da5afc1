//! What nothing rules out, where nothing is proved: the search's own word, and what the messages beside the token say.

use super::report::{ClaimsState, DecodeState, MessageReport, SignatureState, TokenReport, Verdict};
use crate::cause::{Cause, ExperimentId, Group, Stage};

/// How many causes are called possible; more than that is no help.
const MOST: usize = 6;

/// The causes that are still possible, the search's first.
pub(super) fn of(token: &TokenReport, messages: &[MessageReport]) -> Vec<Cause> {
    let mut possible = token.possible.clone();
    if token.verdict == Verdict::Accepted || !token.proved.is_empty() {
        return possible;
    }
    if has_form_of_der(token) {
        possible.insert(0, Cause::DerSignature);
    }
    for &cause in messages.iter().flat_map(|message| &message.causes) {
        if !possible.contains(&cause) && !is_excluded(cause, token) {
            possible.push(cause);
        }
    }
    possible.truncate(MOST);
    possible
}

/// Whether no key was given, and the signature is spelled as ECDSA signatures are in DER.
fn has_form_of_der(token: &TokenReport) -> bool {
    let mut mismatches = token.findings.iter().filter(|finding| finding.cause == Cause::SignatureMismatch);
    mismatches.any(|finding| finding.facts.get("format").is_some_and(|format| format.value == "der".into()))
}

/// Whether the token shows that it is not so, or has already said that it is.
fn is_excluded(cause: Cause, token: &TokenReport) -> bool {
    let known = match cause.stage() {
        Stage::Decode => token.decode == DecodeState::Ok && cause.group() == Group::Structure,
        Stage::Signature => token.signature == SignatureState::Verified,
        // What the policy leaves open is not checked; the clock always is.
        Stage::Claims => token.claims == ClaimsState::Ok && cause.group() == Group::Time,
    };
    let experiments = || ExperimentId::ALL.into_iter().filter(|experiment| experiment.cause() == cause);
    let tried = cause.needs_proof()
        && experiments().next().is_some()
        && experiments().all(|experiment| token.ruled_out.contains(&experiment));
    cause == Cause::SignatureMismatch
        || known
        || tried
        || token.findings.iter().any(|finding| finding.cause == cause)
}
