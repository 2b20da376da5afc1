//! A time claim is a string: a number in quotation marks, or a date as ISO 8601 writes it.

use super::TIMES;
use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::{Facts, Value},
    jose::numeric_date::NumericDate,
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
                Some(date) => facts.public("value", Value::Instant(date.floor)),
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
    iso_8601(text).map(|seconds| seconds.to_string())
}

/// The seconds since 1970 of `2025-06-15T15:06:40Z`, with a blank for the T, a fraction, an offset, or none of them.
fn iso_8601(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let midnight = days(year, month, day) * 86_400;
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']) else {
        return rest.is_empty().then_some(midnight);
    };
    let at = clock.find(['Z', 'z', '+', '-', ' ']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at_checked(at)?;
    let clock = clock.split('.').next()?;
    Some(midnight + of_day(clock)? - offset(zone.trim())?)
}

fn of_day(clock: &str) -> Option<i64> {
    let mut parts =
        clock.split(':').map(|part| part.parse::<i64>().ok().filter(|part| (0..=60).contains(part)));
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    Some(hours * 3600 + minutes * 60 + seconds)
}

fn offset(zone: &str) -> Option<i64> {
    let sign = match zone.chars().next() {
        None | Some('Z' | 'z') => return Some(0),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return matches!(zone, "UTC" | "GMT").then_some(0),
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { 0 } else { minutes.parse::<i64>().ok()? };
    Some(sign * (hours.parse::<i64>().ok()? * 3600 + minutes * 60))
}

/// The days from 1970-01-01 to a day of the Gregorian calendar. Years begin in March here, so that the leap day is last.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
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
