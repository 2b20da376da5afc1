//! The signature was made with another algorithm than the header names.

use crate::{
    case::{Case, Edit},
    cause::Cause,
    experiments::Proposal,
    finding::{Facts, Place, Severity},
    verify::{self, Algorithm},
};

/// Verifies under every other algorithm that a key at hand can serve and whose signatures have this length; then with
/// hash functions that belong to no algorithm of JOSE.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let known = verify::all().iter().chain(verify::other_hashes());
    let others = known.filter(|algorithm| case.algorithm != Some(*algorithm));
    let served = others.filter(|algorithm| {
        let served = case.keys.keys.iter().any(|key| algorithm.serves(key).is_ok());
        served && !renames(case, algorithm) && has_length(algorithm, case.signature.len())
    });
    served
        .map(|algorithm| {
            let facts = Facts::new().public("expected", algorithm.name);
            let facts = case.alg().iter().fold(facts, |facts, alg| {
                let facts = facts.public("found", *alg).public("from", *alg);
                facts.public("to", algorithm.name).public("corrected", algorithm.name)
            });
            Proposal { cause: unnamed(case), ..Proposal::new(Edit::Algorithm(algorithm), facts) }
        })
        .collect()
}

/// Why the header names no algorithm at all, when it does not: then that is what is wrong, not the name.
fn unnamed(case: &Case) -> Option<Cause> {
    let alg = case.alg();
    match case.algorithm {
        Some(_) => None,
        None if alg.is_some_and(|alg| alg.eq_ignore_ascii_case("none")) => Some(Cause::AlgNone),
        None if alg.is_some() => Some(Cause::AlgUnknown),
        None => {
            let faults = case.jws.faults.iter();
            let errors =
                faults.filter(|fault| fault.place == Place::Header && fault.severity == Severity::Error);
            errors.map(|fault| fault.cause).next().or(Some(Cause::AlgMissing))
        }
    }
}

/// Whether a signature may be this long. A DER signature is a matter of another experiment.
fn has_length(algorithm: &Algorithm, bytes: usize) -> bool {
    algorithm.signature_bytes.is_none_or(|expected| expected == bytes)
}

/// Whether it is only another name for the algorithm of the case (RFC 9864): `EdDSA` for `Ed25519`.
fn renames(case: &Case, algorithm: &Algorithm) -> bool {
    case.algorithm.is_some_and(|used| used.family == verify::Family::EdDsa && algorithm.family == used.family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_signed_as, verifies_after};

    #[test]
    fn another_hash_is_found() {
        for (named, used) in [("HS256", "HS512"), ("HS512", "HS256"), ("HS256", "HS384")] {
            assert!(verifies_after(&case_signed_as(named, used, b"one", "one"), propose), "{named} {used}");
        }
    }

    #[test]
    fn algorithms_of_other_lengths_are_not_tried() {
        assert!(propose(&case_signed_as("HS256", "HS256", b"one", "two")).is_empty());
    }
}
