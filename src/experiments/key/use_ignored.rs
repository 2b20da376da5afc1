//! The key verifies, and its "use", "key_ops" or "alg" speaks against it (RFC 7517 section 4).

use crate::{
    case::{Case, Edit, KeyLimit},
    cause::Cause,
    experiments::Proposal,
    finding::Facts,
    keys::Key,
};

/// Drops each member that limits a key, alone.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let limited = case.keys.keys.iter().enumerate().filter(|(_, key)| is_limited(key));
    limited.flat_map(|(index, key)| without_limits(index, key)).collect()
}

const fn is_limited(key: &Key) -> bool {
    key.usage.is_some() || key.key_ops.is_some() || key.alg.is_some()
}

fn without_limits(index: usize, key: &Key) -> Vec<Proposal> {
    let facts = |member: &'static str, found: String| {
        let facts = Facts::new().public("member", member).public("found", found).public("key_index", index);
        key.kid.iter().fold(facts, |facts, kid| facts.public("kid", kid.as_str()))
    };
    let proposal = |limit: KeyLimit, cause: Cause, facts: Facts| {
        Proposal::new(Edit::Unlimited(index, limit), facts).because(cause)
    };
    let usage = key.usage.as_ref();
    let usage = usage.map(|found| proposal(KeyLimit::Use, Cause::JwkUse, facts("use", found.clone())));
    let key_ops = key.key_ops.as_ref();
    let key_ops =
        key_ops.map(|found| proposal(KeyLimit::KeyOps, Cause::JwkKeyOps, facts("key_ops", found.join(", "))));
    let alg = key.alg.as_ref();
    let alg = alg.map(|found| proposal(KeyLimit::Alg, Cause::JwkAlgMismatch, facts("alg", found.clone())));
    [usage, key_ops, alg].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::case_of;

    #[test]
    fn each_limit_is_dropped_alone() {
        let jwk = r#"{"kty":"oct","k":"b25l","use":"enc","key_ops":["sign"],"alg":"HS512"}"#;
        let causes: Vec<_> =
            propose(&case_of("HS256", b"one", jwk)).into_iter().map(|proposal| proposal.cause).collect();
        assert_eq!(causes, [Some(Cause::JwkUse), Some(Cause::JwkKeyOps), Some(Cause::JwkAlgMismatch)]);
    }

    #[test]
    fn a_key_without_limits_gives_no_proposal() {
        assert!(propose(&case_of("HS256", b"one", "one")).is_empty());
    }
}
