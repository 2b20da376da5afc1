//! `alg-not-allowed`, `no-algorithm-list`: the algorithms that the verifier allows (RFC 8725 section 3.1).
//!
//! The list is compared with the name as the header spells it. An "alg" that can't sign ("none", a
//! name that nobody registered) is rejected whatever the list says, and adding it would mend nothing; one in the wrong
//! case is that only, when its right name is on the list.

use super::SignatureScene;
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place},
    verify,
};

/// Whether the verifier allows the token's algorithm.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let case = scene.case;
    let finding = match (case.policy.algorithms.as_deref(), case.alg()) {
        (None, _) => Finding::note(Cause::NoAlgorithmList, Place::Policy),
        (Some([]), _) => {
            Finding::error(Cause::NoAlgorithmList, Place::Policy).with(Facts::new().public("found", "[]"))
        }
        (Some(list), Some(alg)) if case.algorithm.is_some() && !is_on(list, alg) => {
            let facts = Facts::new().public("found", alg).public("expected", list.to_vec());
            let span = case.header().and_then(|header| header.span("alg"));
            Finding::error(Cause::AlgNotAllowed, Place::Header).maybe_at(span).with(facts)
        }
        _ => return Vec::new(),
    };
    vec![finding]
}

fn is_on(list: &[String], alg: &str) -> bool {
    let holds = |name: &str| list.iter().any(|allowed| allowed == name);
    let right_name = verify::by_name_in_any_case(alg).map(|algorithm| algorithm.name);
    holds(alg) || right_name.is_some_and(holds)
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_signature, check};

    #[track_caller]
    fn check_list(alg: &str, list: Option<&[&str]>, expected: &str) {
        let list = list.map(|names| names.iter().map(|&name| name.to_owned()).collect());
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        check_signature(check, &header, &[], |policy| policy.algorithms = list, expected);
    }

    #[test]
    fn the_list_decides() {
        check_list("HS256", Some(&["RS256", "HS256"]), "");
        check_list("HS512", Some(&["HS256"]), "error alg-not-allowed");
        check_list("HS257", Some(&["HS256"]), "");
        check_list("HS257", Some(&["HS257"]), "");
        check_list("HS256", Some(&[]), "error no-algorithm-list");
        check_list("HS256", None, "note no-algorithm-list");
    }

    #[test]
    fn what_has_a_cause_of_its_own_is_not_reported_twice() {
        check_list("none", Some(&["HS256"]), "");
        check_list("hs256", Some(&["HS256"]), "");
        check_list("hs256", Some(&["RS256"]), "error alg-not-allowed");
    }
}
