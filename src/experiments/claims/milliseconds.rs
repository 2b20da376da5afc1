//! Time claims are in milliseconds, microseconds or nanoseconds, where NumericDate counts seconds.

use super::TIMES;
use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::{Facts, Value},
    jose::{json::Node, numeric_date::NumericDate},
};

/// The units, and how many of them make a second.
const UNITS: [(&str, i64); 3] =
    [("milliseconds", 1_000), ("microseconds", 1_000_000), ("nanoseconds", 1_000_000_000)];
/// The years 2000 to 2199: a number that falls into them in another unit was meant in that unit.
const PLAUSIBLE: std::ops::Range<i64> = 946_684_800..7_258_118_400;

/// Divides each time claim that is a date in another unit.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let scaled: Vec<_> =
        TIMES.into_iter().filter_map(|claim| Some((claim, seconds(&case.date(claim)?)?))).collect();
    let Some((claim, (unit, instant))) = scaled.first().copied() else { return Vec::new() };
    let values: Vec<_> = scaled.iter().map(|(claim, (_, seconds))| (*claim, seconds.to_string())).collect();
    let alike = scaled.iter().filter(|(_, (other, _))| *other == unit).map(|(claim, _)| (*claim).to_owned());
    let number = case.claim(claim).and_then(Node::as_number).unwrap_or_default();
    let facts = Facts::new()
        .public("claim", one_or_all(alike.collect()))
        .public("format", unit)
        .public("from", number)
        .public("to", Value::Instant(instant))
        .public("corrected", instant.to_string());
    vec![Proposal::new(Edit::Claims(values), facts)]
}

/// The names of the claims in this unit; a single one is a text.
fn one_or_all(names: Vec<String>) -> Value {
    match <[String; 1]>::try_from(names) {
        Ok([name]) => Value::Text(name),
        Err(names) => Value::List(names),
    }
}

/// The unit that a date is in, and the date in seconds; none when it is in seconds already.
fn seconds(date: &NumericDate) -> Option<(&'static str, i64)> {
    if PLAUSIBLE.contains(&date.floor) {
        return None;
    }
    let in_unit = |(unit, many): (&'static str, i64)| Some((unit, date.floor.checked_div(many)?));
    UNITS.into_iter().filter_map(in_unit).find(|(_, seconds)| PLAUSIBLE.contains(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::ExperimentId,
        experiments::testing::{case_with, claims_after},
        text::{self, Language},
    };

    #[test]
    fn each_claim_is_divided_by_its_own_unit() {
        let case = case_with(r#"{"exp":1750000000,"nbf":1740000000000,"iat":1730000000000000}"#, "{}");
        assert_eq!(claims_after(&case, propose), [r#"{"exp":1750000000,"nbf":1740000000,"iat":1730000000}"#]);
    }

    #[test]
    fn the_change_names_each_claim_of_the_unit() {
        for (claims, expected) in [
            (r#"{"exp":1750000000000}"#, "read “exp” as milliseconds"),
            (
                r#"{"exp":1750000000000,"nbf":1740000000000,"iat":1730000000000000}"#,
                "read “exp”, “nbf” as milliseconds",
            ),
        ] {
            let proposals = propose(&case_with(claims, "{}"));
            let change = text::change(ExperimentId::TimeInMilliseconds, &proposals[0].facts, Language::En);
            assert_eq!(change, expected);
        }
    }

    #[test]
    fn dates_in_seconds_are_left_alone() {
        assert!(propose(&case_with(r#"{"exp":1750000000,"nbf":0,"iat":1e400}"#, "{}")).is_empty());
    }
}
