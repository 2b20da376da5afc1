//! `claim-mismatch`: a claim that has another value than the policy expects.
//!
//! Values are JSON: numbers are equal when they are spelled alike or are the same whole number, objects whatever the order of their members.

use super::claim;
use crate::{
    case::Case,
    cause::Cause,
    finding::Finding,
    jose::{
        json::{self, Node, Value},
        numeric_date::NumericDate,
    },
};

/// One finding for each claim that has none of the expected values; an absent one is a `missing-claim`.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let differing = case.policy.claims.iter().filter_map(|(name, expected)| {
        let node = case.claim(name)?;
        let is_one = |text: &String| json::parse(text.as_bytes()).is_ok_and(|value| equal(&value.root, node));
        (!expected.iter().any(is_one)).then(|| mismatch(case, name, node, expected))
    });
    differing.collect()
}

fn mismatch(case: &Case, name: &str, node: &Node, expected: &[String]) -> Finding {
    // Strings are shown without quotation marks, unless they have to be told from something else.
    let strings = node.as_str().is_some() && expected.iter().all(|text| text.starts_with('"'));
    let shown = |text: &String| if strings { plain(text) } else { text.clone() };
    let expected: Vec<String> = expected.iter().map(shown).collect();
    let finding = claim::unexpected(case, name, Cause::ClaimMismatch, &expected);
    if strings {
        return finding;
    }
    let facts = finding.facts.clone().claim("found", claim::spelled(case, node));
    finding.with(facts)
}

/// An expected string without its quotation marks, anything else as it was spelled.
fn plain(text: &str) -> String {
    let string = json::parse(text.as_bytes()).ok().and_then(|value| value.root.as_str().map(str::to_owned));
    string.unwrap_or_else(|| text.to_owned())
}

/// Whether two JSON values are the same.
fn equal(a: &Node, b: &Node) -> bool {
    let mut open = vec![(a, b)];
    while let Some((a, b)) = open.pop() {
        match (&a.value, &b.value) {
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => open.extend(a.iter().zip(b)),
            (Value::Object(members), Value::Object(others)) if members.len() == others.len() => {
                for member in members {
                    let Some(other) = b.get(&member.name) else { return false };
                    open.push((&member.node, other));
                }
            }
            (Value::Number(a), Value::Number(b)) if same_number(a, b) => {}
            (a, b) if a == b => {}
            _ => return false,
        }
    }
    true
}

/// Whether two numbers are spelled the same or are the same whole number.
fn same_number(a: &str, b: &str) -> bool {
    let whole =
        |text| NumericDate::from_number(text).filter(|number| !number.fraction && !number.out_of_range);
    a == b || whole(a).zip(whole(b)).is_some_and(|(a, b)| a.floor == b.floor)
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};

    #[track_caller]
    fn check_value(found: &str, expected: &[&str], findings: &str) {
        let expected: Vec<String> = expected.iter().map(|&text| text.to_owned()).collect();
        let payload = format!(r#"{{"x":{found}}}"#);
        check_claims(check, &payload, |policy| _ = policy.claims.insert("x".to_owned(), expected), findings);
    }

    #[test]
    fn a_claim_must_have_one_of_the_expected_values() {
        check_value(r#""a""#, &[r#""b""#, r#""a""#], "");
        check_value(r#""a""#, &[r#""b""#], "error claim-mismatch");
        check_value(r#""\u0061""#, &[r#""a""#], "");
        check_value("1", &[r#""1""#], "error claim-mismatch");
        check_value("null", &["false"], "error claim-mismatch");
        check_value("true", &["true"], "");
        check_value("1", &["1.0"], "");
        check_value("1.5", &["1.25"], "error claim-mismatch");
        check_value("12345678901234567890123", &["12345678901234567890124"], "error claim-mismatch");
    }

    #[test]
    fn structures_are_compared_by_their_parts() {
        check_value(r#"{"a":1,"b":[1,2]}"#, &[r#"{"b":[1,2],"a":1.0}"#], "");
        check_value(r#"{"a":1}"#, &[r#"{"a":1,"b":2}"#], "error claim-mismatch");
        check_value(r#"{"a":1,"b":2}"#, &[r#"{"a":1,"c":2}"#], "error claim-mismatch");
        check_value("[1,2]", &["[2,1]"], "error claim-mismatch");
        check_value("[1,2]", &["[1]"], "error claim-mismatch");
    }

    #[test]
    fn an_absent_claim_has_no_other_value() {
        check_claims(
            check,
            "{}",
            |policy| _ = policy.claims.insert("x".to_owned(), vec!["1".to_owned()]),
            "",
        );
    }
}
