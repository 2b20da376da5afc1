//! "exp" is a duration, as `expires_in` is, where NumericDate is a point in time.

use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::{Facts, Value},
};

/// Ten years in seconds: a smaller "exp" would lie before 1980.
const LONGEST: i64 = 315_360_000;

/// Adds "exp" to "iat", else to "nbf".
pub fn propose(case: &Case) -> Vec<Proposal> {
    let duration =
        case.date("exp").map(|exp| exp.floor).filter(|exp| (1..LONGEST).contains(exp) && !is_written(*exp));
    let start = case.date("iat").or_else(|| case.date("nbf")).map(|date| date.floor);
    let Some((duration, start)) = duration.zip(start.filter(|start| *start >= LONGEST)) else {
        return Vec::new();
    };
    let exp = start.saturating_add(duration);
    let facts = Facts::new()
        .public("claim", "exp")
        .public("seconds", Value::Seconds(duration))
        .public("from", duration.to_string())
        .public("to", Value::Instant(exp))
        .public("corrected", exp.to_string());
    vec![Proposal::new(Edit::Claims(vec![("exp", exp.to_string())]), facts)]
}

/// Whether the digits of a number are those of a date, year first: what looks like months of seconds is none.
fn is_written(number: i64) -> bool {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_with, claims_after};

    #[test]
    fn a_duration_begins_when_the_token_was_issued() {
        let case = case_with(r#"{"iat":1750000000,"exp":3600}"#, "{}");
        assert_eq!(claims_after(&case, propose), [r#"{"iat":1750000000,"exp":1750003600}"#]);
        assert!(propose(&case_with(r#"{"exp":3600}"#, "{}")).is_empty());
        assert!(propose(&case_with(r#"{"iat":1750000000,"exp":20251231}"#, "{}")).is_empty());
        assert!(propose(&case_with(r#"{"iat":1750000000,"exp":1750003600}"#, "{}")).is_empty());
    }
}
