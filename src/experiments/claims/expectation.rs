//! The other values that a verifier may expect: "sub", "nonce", "azp", "typ", and claims of its own.

use super::{errors, listed, text, with_policy};
use crate::{
    case::Case,
    cause::Cause,
    experiments::Proposal,
    finding::Facts,
    jose::{Header, json::Node},
    policy::Policy,
};

/// An expectation of one string: the claim, the cause, and the policy's member.
type Row = (&'static str, Cause, fn(&mut Policy) -> &mut Option<String>);

const ROWS: [Row; 3] = [
    ("sub", Cause::SubMismatch, |policy| &mut policy.subject),
    ("nonce", Cause::NonceMismatch, |policy| &mut policy.nonce),
    ("azp", Cause::AzpMismatch, |policy| &mut policy.azp),
];

/// Expects each of them as the token has it.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let strings = ROWS.into_iter().filter_map(|row| string(case, row));
    strings.chain(typ(case)).chain(claims(case)).collect()
}

fn string(case: &Case, (claim, cause, member): Row) -> Option<Proposal> {
    let found = case.claim(claim).and_then(Node::as_str)?;
    let found = found.to_owned();
    let finding = errors(case, cause).into_iter().next()?;
    let facts =
        Facts::new().public("claim", claim).claim("found", found.as_str()).claim("corrected", found.as_str());
    let facts = match text(&finding, "expected") {
        Some(expected) => {
            facts.claim("expected", expected).claim("from", expected).claim("to", found.as_str())
        }
        None => facts,
    };
    Some(with_policy(facts, move |policy| *member(policy) = Some(found.clone())).because(cause))
}

/// Expects the "typ" that the token has, or none where it has none.
fn typ(case: &Case) -> Option<Proposal> {
    let expected = case.policy.typ.as_deref()?;
    let found = case.header().and_then(Header::typ).map(str::to_owned);
    let cause = if found.is_some() { Cause::TypMismatch } else { Cause::TypMissing };
    if errors(case, cause).is_empty() {
        return None;
    }
    let facts = Facts::new().public("claim", "typ").public("expected", expected);
    let facts = found.iter().fold(facts, |facts, found| {
        let facts = facts.public("found", found.as_str()).public("corrected", found.as_str());
        facts.public("from", expected).public("to", found.as_str())
    });
    Some(with_policy(facts, move |policy| policy.typ.clone_from(&found)).because(cause))
}

/// Expects each claim of the policy's own list as the token has it.
fn claims(case: &Case) -> Vec<Proposal> {
    let Some(document) = case.claims.as_ref() else { return Vec::new() };
    let differing = errors(case, Cause::ClaimMismatch);
    let names = differing.iter().filter_map(|finding| text(finding, "claim"));
    names
        .filter_map(|name| {
            let expected = case.policy.claims.get(name)?;
            let found = document.source.get(document.root.get(name)?.span.range())?.to_owned();
            let facts = Facts::new()
                .public("claim", name)
                .claim("found", found.as_str())
                .claim("expected", listed(expected))
                .claim("from", listed(expected))
                .claim("to", found.as_str())
                .claim("corrected", found.as_str());
            let name = name.to_owned();
            Some(with_policy(facts, move |policy| {
                policy.claims.insert(name.clone(), vec![found.clone()]);
            }))
        })
        .collect()
}
