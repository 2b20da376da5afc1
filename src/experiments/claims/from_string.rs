//! A time claim is a string: a number in quotation marks, or a date.

use super::TIMES;
use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::{Facts, Value},
    jose::numeric_date::NumericDate,
    time,
};

/// Reads each time claim that is a string.
pub fn propose(case: &Case) -> Vec<Proposal> {
    TIMES
        .into_iter()
        .filter_map(|claim| {
            let text = case.claim(claim)?.as_str()?;
            let number = read(text.trim())?;
            let facts = Facts::new().public("claim", claim).public("found", text);
            let facts = match NumericDate::from_number(&number) {
                Some(date) => facts
                    .public("value", Value::Instant(date.floor))
                    .public("from", format!("\"{text}\""))
                    .public("to", number.as_str())
                    .public("corrected", number.as_str()),
                None => facts,
            };
            Some(Proposal::new(Edit::Claims(vec![(claim, number)]), facts))
        })
        .collect()
}

/// A text as the number that it means.
fn read(text: &str) -> Option<String> {
    if NumericDate::from_number(text).is_some() {
        return Some(text.to_owned());
    }
    time::whole(text).map(|seconds| seconds.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_with, claims_after};

    #[test]
    fn numbers_and_dates_are_read() {
        for (text, number) in [
            ("1750000000", Some("1750000000")),
            (" 1750000000.5 ", Some("1750000000.5")),
            ("2025-06-15T15:06:40Z", Some("1750000000")),
            ("2025-06-15 15:06:40.123", Some("1750000000")),
            ("2025-06-15T17:06:40+02:00", Some("1750000000")),
            ("2025-06-15T10:06:40-0500", Some("1750000000")),
            ("2025-06-15T15:06:40 UTC", Some("1750000000")),
            ("Sun, 15 Jun 2025 15:06:40 GMT", None),
            ("15 Jun 2025 15:06:40 GMT", Some("1750000000")),
            ("2025-06-15T15:06:40Z or later", None),
            ("1970-01-01", Some("0")),
            ("2000-02-29", Some("951782400")),
            ("soon", None),
            ("2025-13-01", None),
            ("", None),
        ] {
            assert_eq!(read(text.trim()).as_deref(), number, "{text}");
        }
    }

    #[test]
    fn one_claim_is_read_at_a_time() {
        let case = case_with(r#"{"exp":"1750000000","iat":"2025-06-15"}"#, "{}");
        assert_eq!(
            claims_after(&case, propose),
            [r#"{"exp":1750000000,"iat":"2025-06-15"}"#, r#"{"exp":"1750000000","iat":1749945600}"#]
        );
    }
}
