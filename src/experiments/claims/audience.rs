//! The audience: spelled a little differently, several names in one string, or another one altogether.

use super::{errors, listed, text, with_policy};
use crate::{
    case::{Case, Edit},
    cause::Cause,
    experiments::Proposal,
    finding::Facts,
    jose::json::{Node, quote},
};

/// Expects the audience as the token spells it, where the spelling is nearly the expected one.
pub fn near_miss(case: &Case) -> Vec<Proposal> {
    expect_found(case, Cause::AudNearMiss)
}

/// Expects the audience that the token has, or none where it has none.
pub fn expected(case: &Case) -> Vec<Proposal> {
    if !errors(case, Cause::AudMissing).is_empty() {
        let facts = Facts::new().public("claim", "aud").claim("expected", listed(&case.policy.audience));
        return vec![with_policy(facts, |policy| policy.audience.clear()).because(Cause::AudMissing)];
    }
    expect_found(case, Cause::AudMismatch)
}

fn expect_found(case: &Case, cause: Cause) -> Vec<Proposal> {
    let mut names = names(case);
    let errors = errors(case, cause);
    let Some(error) = errors.first().filter(|_| !names.is_empty()) else { return Vec::new() };
    if let Some(nearest) = text(error, "nearest") {
        names.retain(|name| name == nearest);
    }
    let facts = Facts::new().claim("found", listed(&names)).claim("expected", listed(&case.policy.audience));
    let facts = facts.claim("from", listed(&case.policy.audience)).claim("to", listed(&names));
    let facts = match names.as_slice() {
        [one] => facts.claim("corrected", one.as_str()),
        _ => facts,
    };
    vec![with_policy(facts, move |policy| policy.audience.clone_from(&names))]
}

/// Spells the audience as an array of strings.
pub fn respelled(case: &Case) -> Vec<Proposal> {
    let Some(node) = case.claim("aud").filter(|_| !errors(case, Cause::AudMalformed).is_empty()) else {
        return Vec::new();
    };
    let names: Vec<String> = match (node.as_str(), node.as_array()) {
        (Some(text), _) => split(text).map(quote).collect(),
        (None, Some(items)) => items.iter().filter_map(Node::as_str).map(quote).collect(),
        (None, None) => node.as_number().map(quote).into_iter().collect(),
    };
    if names.is_empty() {
        return Vec::new();
    }
    let array = format!("[{}]", names.join(","));
    let found = node.as_str().unwrap_or_default();
    let facts = Facts::new()
        .claim("found", found)
        .claim("from", found)
        .claim("to", array.as_str())
        .claim("corrected", array.as_str());
    vec![Proposal::new(Edit::Claims(vec![("aud", array)]), facts)]
}

/// The names that one string may hold: with blanks or commas between, or as the text of an array.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([' ', ',', '\t', '\n']).map(|part| part.trim_matches(['[', ']', '"', '\'']));
    parts.filter(|part| !part.is_empty())
}

fn names(case: &Case) -> Vec<String> {
    let Some(node) = case.claim("aud") else { return Vec::new() };
    let one = node.as_str().into_iter();
    one.chain(node.as_array().unwrap_or_default().iter().filter_map(Node::as_str))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::case_with;

    #[test]
    fn of_several_audiences_the_nearly_expected_one_is_taken() {
        let case = case_with(r#"{"aud":["other","api/"]}"#, r#"{"audience":["api"]}"#);
        let proposals = near_miss(&case);
        let audiences = proposals.iter().map(|proposal| case.edited(&proposal.edits).policy.audience.clone());
        assert_eq!(audiences.collect::<Vec<_>>(), [["api/"]]);
    }
}
