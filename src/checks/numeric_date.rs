//! `numeric-date-…`: a time claim that is no NumericDate (RFC 7519 section 2), or not the one that was meant.
//!
//! Of the wrong type it is rejected. A number is a number, so one in milliseconds, one that looks like a duration and one
//! that no clock will show are warnings, unless the claim makes a verifier reject: then this is why. A fraction is what
//! the RFC allows and some libraries refuse: a note with their names.

use super::{age, claim, exp, lifetime, nbf};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Severity, Value},
    jose::numeric_date::NumericDate,
};

/// The registered time claims.
const CLAIMS: [&str; 3] = ["exp", "nbf", "iat"];

/// The units that are mistaken for seconds, with how many of them make one, and the first second that is too late.
///
/// A number that falls into these years in another unit was meant in that unit. In milliseconds the last date that a
/// format can write is common; in the others the greatest number of a language is, which is no date.
const UNITS: [(&str, i64, i64); 3] = [
    ("milliseconds", 1_000, YEAR_10000),
    ("microseconds", 1_000_000, YEAR_2200),
    ("nanoseconds", 1_000_000_000, YEAR_2200),
];

/// Those that read a time claim as an integer, and refuse a token with one that is spelled otherwise.
const WHOLE_ONLY: [&str; 4] = [
    "StandardClaims of golang-jwt and jwt-go",
    "jsonwebtoken (Rust) before v8",
    "Authlib before 0.15",
    "EMQX up to 5.0.6",
];

/// The first second of the year 2000.
const YEAR_2000: i64 = 946_684_800;
/// The first second of the year 2200.
const YEAR_2200: i64 = 7_258_118_400;
/// Ten years in seconds: a smaller number is a duration, since it would be a date before 1980.
const LONGEST_DURATION: i64 = 315_360_000;
/// The first second of the year 10000, which no date format can write.
const YEAR_10000: i64 = 253_402_300_800;

/// What is wrong with each time claim as a value.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    CLAIMS.into_iter().filter_map(|name| of_claim(case, name)).collect()
}

fn of_claim(case: &Case, name: &'static str) -> Option<Finding> {
    let node = case.claim(name)?;
    if node.as_str().is_some() {
        return Some(claim::wrong_type(case, name, Cause::NumericDateString, node));
    }
    let Some(date) = NumericDate::from_node(node) else {
        return Some(claim::wrong_type(case, name, Cause::NumericDateNotANumber, node));
    };
    let facts = Facts::new().public("claim", name).public("found", date.spelled.as_str());
    let (cause, facts) = match size(&date) {
        Size::Date if date.spelled.bytes().all(|byte| byte.is_ascii_digit()) => return None,
        Size::Date => {
            let facts = facts.public("library", WHOLE_ONLY.map(str::to_owned).to_vec());
            return Some(claim::about(case, name, Cause::NumericDateFraction, Severity::Note).with(facts));
        }
        Size::Scaled(unit, seconds) => {
            let facts = facts.public("format", unit).public("expected", Value::Instant(seconds));
            (Cause::NumericDateMilliseconds, facts)
        }
        Size::Duration => (Cause::NumericDateRelative, facts),
        Size::Odd => (Cause::NumericDateOdd, facts),
    };
    Some(claim::about(case, name, cause, severity(case, name, &date)).with(facts))
}

fn severity(case: &Case, name: &str, date: &NumericDate) -> Severity {
    match name {
        "exp" if exp::rejects(case) || lifetime::rejects(case) => Severity::Error,
        "iat" if age::rejects(case) || lifetime::rejects(case) => Severity::Error,
        "nbf" if nbf::rejects(case) => Severity::Error,
        // Some issuers write 0 for "at any time".
        "nbf" if *date == 0 => Severity::Note,
        _ => Severity::Warning,
    }
}

/// What a number looks like when it is meant as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// A date.
    Date,
    /// A date in another unit: which, and the date in seconds.
    Scaled(&'static str, i64),
    /// A duration.
    Duration,
    /// Zero, negative, or too large for a date.
    Odd,
}

/// What a number looks like when it is meant as a date.
pub(super) fn size(date: &NumericDate) -> Size {
    match date.floor {
        ..=0 => Size::Odd,
        1..LONGEST_DURATION => Size::Duration,
        LONGEST_DURATION..YEAR_10000 => Size::Date,
        _ => scale(date).map_or(Size::Odd, |(unit, seconds)| Size::Scaled(unit, seconds)),
    }
}

/// The unit that a number too large for seconds is in, and the date in seconds.
pub(super) fn scale(date: &NumericDate) -> Option<(&'static str, i64)> {
    let in_unit = |(unit, many, end): (&'static str, i64, i64)| {
        let seconds = date.floor.checked_div(many)?;
        (YEAR_2000..end).contains(&seconds).then_some((unit, seconds))
    };
    UNITS.into_iter().find_map(in_unit)
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, *};

    #[test]
    fn a_date_is_a_number() {
        check_claims(
            check,
            r#"{"exp":4102444800,"nbf":1,"iat":1700000000.5}"#,
            |_| {},
            "warning numeric-date-relative, note numeric-date-fraction",
        );
        for spelled in ["1700000000.0", "1700000000.242307", "1.7e9", "17E8"] {
            check_claims(check, &format!(r#"{{"iat":{spelled}}}"#), |_| {}, "note numeric-date-fraction");
        }
        for value in ["\"4102444800\"", "\"2030-01-01T00:00:00Z\"", "\"\""] {
            let payload = format!(r#"{{"iat":{value}}}"#);
            check_claims(check, &payload, |_| {}, "error numeric-date-string");
        }
        for value in ["null", "true", "[]", "{}"] {
            let payload = format!(r#"{{"iat":{value}}}"#);
            check_claims(check, &payload, |_| {}, "error numeric-date-not-a-number");
        }
    }

    #[test]
    fn what_rejects_is_an_error() {
        check_claims(check, r#"{"exp":4102444800000}"#, |_| {}, "warning numeric-date-milliseconds");
        check_claims(check, r#"{"nbf":1700000000000}"#, |_| {}, "error numeric-date-milliseconds");
        check_claims(check, r#"{"exp":3600}"#, |_| {}, "error numeric-date-relative");
        check_claims(check, r#"{"nbf":3600}"#, |_| {}, "warning numeric-date-relative");
        check_claims(
            check,
            r#"{"exp":0,"nbf":0,"iat":0}"#,
            |_| {},
            "error numeric-date-odd, note numeric-date-odd, warning numeric-date-odd",
        );
        check_claims(check, r#"{"exp":1e400}"#, |_| {}, "warning numeric-date-odd");
    }

    #[test]
    fn numbers_are_told_apart_by_their_size() {
        for (spelled, expected) in [
            ("-1", Size::Odd),
            ("0.5", Size::Odd),
            ("86400", Size::Duration),
            ("1700000000", Size::Date),
            ("99999999999", Size::Date),
            ("253402300799", Size::Date),
            ("253402300800", Size::Odd),
            ("1700000000000.5", Size::Scaled("milliseconds", 1_700_000_000)),
            ("1700000000000000", Size::Scaled("microseconds", 1_700_000_000)),
            ("1700000000000000000", Size::Scaled("nanoseconds", 1_700_000_000)),
            ("253402300799000", Size::Scaled("milliseconds", 253_402_300_799)),
            ("9223372036854775", Size::Odd),
            ("9223372036854775807", Size::Odd),
            ("1e400", Size::Odd),
        ] {
            assert_eq!(
                NumericDate::from_number(spelled).map(|date| size(&date)),
                Some(expected),
                "{spelled}"
            );
        }
    }
}
