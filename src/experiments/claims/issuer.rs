//! The issuer: spelled a little differently, or another one altogether.

use super::{errors, listed, with_policy};
use crate::{
    case::{Case, Edit},
    cause::Cause,
    experiments::Proposal,
    finding::Facts,
    jose::json::{Node, quote},
};

/// Expects the issuer as the token spells it, where the spelling is nearly the expected one.
pub fn near_miss(case: &Case) -> Vec<Proposal> {
    expect_found(case, Cause::IssNearMiss)
}

/// Expects the issuer that the token has, or none where it has none.
pub fn expected(case: &Case) -> Vec<Proposal> {
    if !errors(case, Cause::IssMissing).is_empty() {
        let facts = Facts::new().public("claim", "iss").claim("expected", listed(&case.policy.issuer));
        return vec![with_policy(facts, |policy| policy.issuer.clear()).because(Cause::IssMissing)];
    }
    expect_found(case, Cause::IssMismatch)
}

/// Spells an issuer that stands alone in an array as the string that it has to be.
pub fn respelled(case: &Case) -> Vec<Proposal> {
    let items = case.claim("iss").and_then(Node::as_array).unwrap_or_default();
    let [Some(issuer)] = items.iter().map(Node::as_str).collect::<Vec<_>>()[..] else { return Vec::new() };
    let string = quote(issuer);
    let source = case.claims.as_ref().zip(case.claim("iss"));
    let from = source.and_then(|(claims, node)| claims.source.get(node.span.range())).unwrap_or_default();
    let facts =
        Facts::new().claim("from", from).claim("to", string.as_str()).claim("corrected", string.as_str());
    vec![Proposal::new(Edit::Claims(vec![("iss", string)]), facts)]
}

fn expect_found(case: &Case, cause: Cause) -> Vec<Proposal> {
    let Some(found) = case.claim("iss").and_then(Node::as_str).filter(|_| !errors(case, cause).is_empty())
    else {
        return Vec::new();
    };
    let facts = Facts::new()
        .claim("found", found)
        .claim("expected", listed(&case.policy.issuer))
        .claim("from", listed(&case.policy.issuer))
        .claim("to", found)
        .claim("corrected", found);
    let found = found.to_owned();
    vec![with_policy(facts, move |policy| policy.issuer = vec![found.clone()])]
}
