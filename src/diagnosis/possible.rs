//! What nothing rules out and nothing proves: the search's own word, and what the messages beside the token say.

use super::{
    judge::Judged,
    report::{ClaimsState, DecodeState, MessageReport, SignatureState, TokenReport, Verdict},
};
use crate::{
    cause::{Cause, ExperimentId, Group, Stage},
    evaluation::Attempt,
    keys::{ReadAs, SecretReading},
};

/// How many causes are called possible; more than that is no help.
const MOST: usize = 6;

/// Fewer octets are no secret that somebody encoded.
const FEWEST_OCTETS: usize = 16;

/// The causes that are still possible, the search's first.
///
/// Beside a proof a message is heard where it is about another stage: the stages fail independently, and what refused
/// there is not what was proved here.
pub(super) fn of(judged: &Judged, messages: &[MessageReport]) -> Vec<Cause> {
    let token = &judged.report;
    let mut possible = token.possible.clone();
    let mut causes = messages.iter().flat_map(|message| &message.causes);
    if token.verdict == Verdict::Accepted && causes.any(|cause| *cause == Cause::SignatureMismatch) {
        possible.extend(decoded_elsewhere(judged));
    }
    if token.proved.is_empty() && has_form_of_der(token) {
        possible.insert(0, Cause::DerSignature);
    }
    let proved = token.proved.iter().flat_map(|proof| &proof.changes);
    let stages: Vec<Stage> = proved.map(|change| change.cause.stage()).collect();
    let is_open =
        |message: &&MessageReport| !message.causes.iter().any(|cause| stages.contains(&cause.stage()));
    for &cause in messages.iter().filter(is_open).flat_map(|message| &message.causes) {
        if !possible.contains(&cause) && !is_excluded(cause, token) {
            possible.push(cause);
        }
    }
    possible.truncate(MOST);
    possible
}

/// How a verifier reads the text that is the secret here so that the signature does not verify for it: many decode it.
fn decoded_elsewhere(judged: &Judged) -> impl Iterator<Item = Cause> {
    let secret = judged.case.as_ref().and_then(|(case, evaluation)| {
        let Attempt::Verified(index, _) = evaluation.signature.attempt else { return None };
        let key = case.keys.keys.get(index).filter(|key| key.read_as == ReadAs::Text)?;
        std::str::from_utf8(key.secret()?).ok()
    });
    let as_text = |reading: SecretReading| {
        secret.and_then(|text| reading.octets(text)).is_some_and(|octets| octets.len() >= FEWEST_OCTETS)
    };
    let hex = as_text(SecretReading::Hex).then_some(Cause::SecretHexText);
    // Whole groups of four characters: other texts may be words with hyphens.
    let is_whole = secret.is_some_and(|text| text.len() % 4 == 0);
    let base64 = is_whole && [SecretReading::Base64, SecretReading::Base64url].into_iter().any(as_text);
    hex.into_iter().chain(base64.then_some(Cause::SecretBase64Text))
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
        // What the policy leaves open is not checked, and how old a token may be is the policy's; the clock always is.
        Stage::Claims => {
            let is_left_open = matches!(cause, Cause::MaxAgeExceeded | Cause::LifetimeTooLong);
            token.claims == ClaimsState::Ok && cause.group() == Group::Time && !is_left_open
        }
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
