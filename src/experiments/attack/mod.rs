//! What would make a token pass and opens the verifier to forgery. Tried when an entry names it, never offered.

use super::{Proposal, text};
use crate::{
    case::{Case, Edit, Skipped},
    finding::Facts,
    jose::{base64url, json::quote},
};

/// Accepts the token without a look at its signature.
pub fn signature_unchecked(case: &Case) -> Vec<Proposal> {
    vec![Proposal::new(Edit::Skip(Skipped { signature: true, ..case.skipped }), Facts::new())]
}

/// Accepts the token without a look at its claims.
pub fn claims_unchecked(case: &Case) -> Vec<Proposal> {
    vec![Proposal::new(Edit::Skip(Skipped { claims: true, ..case.skipped }), Facts::new())]
}

/// Changes the payload so that the claims fit, and keeps the signature. Without a key nobody would notice.
pub fn payload_edited(case: &Case) -> Vec<Proposal> {
    let signed = case.jws.signatures.get(case.signature_index).filter(|_| !case.keys.keys.is_empty());
    let edited = case.claims.as_ref().and_then(|claims| claims.with_members(&fitting(case)));
    let Some((signed, edited)) = signed.zip(edited) else { return Vec::new() };
    let payload = base64url::encode(edited.source.as_bytes());
    let token = text::reread(case, &signed.header.protected.text, &payload, &signed.signature.text);
    token.map(|token| Proposal::new(token, Facts::new())).into_iter().collect()
}

/// The members that would make the claims fit the policy and the clock.
fn fitting(case: &Case) -> Vec<(&'static str, String)> {
    let policy = &case.policy;
    let times = [("exp", case.now.saturating_add(86_400)), ("nbf", case.now), ("iat", case.now)];
    let times = times.into_iter().filter(|(name, _)| case.claim(name).is_some());
    let texts = [
        ("aud", policy.audience.first()),
        ("iss", policy.issuer.first()),
        ("sub", policy.subject.as_ref()),
        ("nonce", policy.nonce.as_ref()),
        ("azp", policy.azp.as_ref()),
    ];
    let texts = texts.into_iter().filter_map(|(name, value)| Some((name, quote(value?))));
    times.map(|(name, instant)| (name, instant.to_string())).chain(texts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_with, hs256};

    #[test]
    fn an_edited_payload_fits_and_its_signature_does_not() {
        let case = case_with(r#"{"exp":1700000000}"#, "{}");
        let edited = case.edited(&payload_edited(&case)[0].edits);
        assert_ne!(edited.signing_input, case.signing_input);
        assert_eq!(edited.date("exp").map(|exp| exp.floor), Some(case.now + 86_400));
    }

    #[test]
    fn a_skipped_stage_is_marked() {
        let case = hs256(b"one", b"two");
        assert!(case.edited(&signature_unchecked(&case)[0].edits).skipped.signature);
        assert!(case.edited(&claims_unchecked(&case)[0].edits).skipped.claims);
    }
}
