//! The token's algorithm is not on the verifier's list.

use std::rc::Rc;

use crate::{
    case::{Case, Edit},
    cause::Cause,
    experiments::Proposal,
    finding::Facts,
    policy::Policy,
    verify,
};

/// Puts the algorithm as the header spells it on the list.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let (Some(alg), Some(list)) = (case.alg(), &case.policy.algorithms) else {
        return Vec::new();
    };
    if list.iter().any(|allowed| allowed == alg) || verify::by_name_in_any_case(alg).is_none() {
        return Vec::new();
    }
    let cause = if list.is_empty() { Cause::NoAlgorithmList } else { Cause::AlgNotAllowed };
    let longer = [list.as_slice(), &[alg.to_owned()]].concat();
    let facts = Facts::new().public("alg", alg).public("expected", list.clone()).public("corrected", alg);
    let facts = facts.public("from", list.clone()).public("to", longer);
    let alg = alg.to_owned();
    let allow = move |policy: &mut Policy| policy.algorithms.get_or_insert_default().push(alg.clone());
    vec![Proposal::new(Edit::Policy(Rc::new(allow)), facts).because(cause)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, with_policy};

    #[test]
    fn only_an_algorithm_that_is_missing_is_added() {
        for (list, proposals) in [(r#"["RS256"]"#, 1), ("[]", 1), (r#"["HS256"]"#, 0), ("null", 0)] {
            let case = with_policy(&case_of("HS256", b"one", "one"), &format!(r#"{{"algorithms":{list}}}"#));
            assert_eq!(propose(&case).len(), proposals, "{list}");
        }
    }

    #[test]
    fn what_cannot_sign_is_never_allowed() {
        for header in [r#"{"alg":"none"}"#, r#"{"alg":"HmacSHA256"}"#] {
            let case = with_policy(&case_of(header, b"one", "one"), r#"{"algorithms":["HS256"]}"#);
            assert!(propose(&case).is_empty(), "{header}");
        }
    }
}
