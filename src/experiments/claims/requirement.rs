//! The verifier requires a claim that the token lacks.

use super::{errors, text, with_policy};
use crate::{case::Case, cause::Cause, experiments::Proposal, finding::Facts, policy::Policy};

/// Stops requiring each claim that is absent, alone.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let absent = errors(case, Cause::MissingClaim);
    let names = absent.iter().filter_map(|finding| text(finding, "claim"));
    names
        .map(|name| {
            let facts = Facts::new().public("claim", name);
            let name = name.to_owned();
            with_policy(facts, move |policy| drop_need(policy, &name))
        })
        .collect()
}

/// Drops whatever in the policy needs the claim.
fn drop_need(policy: &mut Policy, name: &str) {
    policy.required.retain(|required| required != name);
    policy.claims.remove(name);
    match name {
        "sub" => policy.subject = None,
        "nonce" => policy.nonce = None,
        "azp" => policy.azp = None,
        "iat" => (policy.max_age, policy.max_lifetime) = (None, None),
        "exp" => policy.max_lifetime = None,
        _ => {}
    }
}
