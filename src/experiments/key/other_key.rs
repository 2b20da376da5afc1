//! Another key of the set made the signature than the one that "kid", "use" or "alg" selects.

use crate::{
    case::{Case, Edit, KeyChoice},
    evaluation::selection,
    experiments::Proposal,
    finding::Facts,
};

/// The greatest number of keys that are tried.
const MAX_KEYS: usize = 100;

/// Uses each key that can serve the algorithm and was not tried.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let Some(algorithm) = case.algorithm.filter(|_| case.choice == KeyChoice::ByHeader) else {
        return Vec::new();
    };
    let selected = selection::select(case).tried;
    let others = case.keys.keys.iter().enumerate().filter(|(index, _)| !selected.contains(index));
    let fit = others.filter(|(_, key)| algorithm.serves(key).is_ok());
    fit.take(MAX_KEYS)
        .map(|(index, key)| {
            let facts = Facts::new().public("key_index", index);
            let facts = key.kid.iter().fold(facts, |facts, kid| facts.public("kid", kid.as_str()));
            let facts = match case.kid().zip(key.kid.as_deref()) {
                Some((named, own)) => facts.public("from", named).public("to", own).public("corrected", own),
                None => facts,
            };
            Proposal::new(Edit::Choice(KeyChoice::Only(index)), facts)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, verifies_after};

    const SET: &str = r#"{"keys":[{"kty":"oct","kid":"a","k":"b25l"},{"kty":"oct","kid":"b","k":"dHdv"}]}"#;

    #[test]
    fn keys_that_kid_does_not_select_are_tried() {
        let case = case_of(r#"{"alg":"HS256","kid":"a"}"#, b"two", SET);
        assert!(verifies_after(&case, propose));
        assert_eq!(propose(&case).len(), 1);
    }

    #[test]
    fn keys_that_were_tried_are_not_tried_again() {
        assert!(propose(&case_of("HS256", b"three", SET)).is_empty());
    }
}
