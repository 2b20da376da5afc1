//! The RSASSA-PSS signature has another salt length than RFC 7518 section 3.5 demands.

use crate::{
    case::{Case, Edit},
    evaluation::selection,
    experiments::Proposal,
    finding::Facts,
    verify,
};

/// Verifies with any salt length.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let Some((algorithm, any)) =
        case.algorithm.and_then(|algorithm| Some((algorithm, verify::any_salt(algorithm)?)))
    else {
        return Vec::new();
    };
    let tried = selection::select(case).tried.into_iter().filter_map(|index| case.keys.keys.get(index));
    // The length is a fact to show; only the verification with the other algorithm is a proof.
    let salt = tried
        .into_iter()
        .find_map(|key| verify::pss_any_salt(key, algorithm, &case.signing_input, &case.signature));
    let Some(salt) = salt else { return Vec::new() };
    let facts = Facts::new().public("salt_bytes", salt).public("alg", algorithm.name);
    let facts = algorithm.hash.iter().fold(facts, |facts, hash| facts.public("expected_bytes", hash.bytes()));
    vec![Proposal::new(Edit::Algorithm(any), facts)]
}
