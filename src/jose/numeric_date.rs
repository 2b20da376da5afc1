//! NumericDate (RFC 7519 section 2), compared as the decimal that was spelled, never as a float.

use std::cmp::Ordering;

use super::json::Node;

/// Seconds since 1970-01-01T00:00:00Z, with a fraction if one was spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumericDate {
    /// The number as it was spelled.
    pub spelled: String,
    /// The whole seconds at or before it; at the ends of `i64` if it lies beyond.
    pub floor: i64,
    /// Whether it lies after `floor`.
    pub fraction: bool,
    /// Whether it lies beyond what `i64` holds.
    pub out_of_range: bool,
}

impl NumericDate {
    /// Reads a number as JSON spells it; nothing else is one.
    pub fn from_number(spelled: &str) -> Option<Self> {
        let negative = spelled.starts_with('-');
        let (mantissa, exponent) = spelled
            .trim_start_matches('-')
            .split_once(['e', 'E'])
            .map_or((spelled.trim_start_matches('-'), 0), |(mantissa, digits)| (mantissa, exponent(digits)));
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
            return None;
        }
        let point = i64::try_from(whole.len()).ok()?.saturating_add(exponent);
        let magnitude = Magnitude::of(&format!("{whole}{decimals}"), point);
        Some(magnitude.signed(negative, spelled))
    }

    /// Reads a number of a JSON document; nothing else is one.
    pub fn from_node(node: &Node) -> Option<Self> {
        node.as_number().and_then(Self::from_number)
    }

    /// The whole seconds at or after it.
    pub fn ceil(&self) -> i64 {
        self.floor.saturating_add(i64::from(self.fraction))
    }
}

impl PartialEq<i64> for NumericDate {
    fn eq(&self, seconds: &i64) -> bool {
        self.partial_cmp(seconds) == Some(Ordering::Equal)
    }
}

impl PartialOrd<i64> for NumericDate {
    fn partial_cmp(&self, seconds: &i64) -> Option<Ordering> {
        Some(match self.floor.cmp(seconds) {
            Ordering::Equal if self.out_of_range => 0.cmp(&seconds.signum()).reverse(),
            Ordering::Equal if self.fraction => Ordering::Greater,
            ordering => ordering,
        })
    }
}

/// An exponent's digits; one that is too long for `i64` is as good as its ends.
fn exponent(digits: &str) -> i64 {
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, digits.trim_start_matches('+')),
    };
    let size = digits
        .bytes()
        .fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit.wrapping_sub(b'0'))));
    if negative { -size } else { size }
}

/// A decimal without its sign.
struct Magnitude {
    whole: Option<i64>,
    fraction: bool,
}

impl Magnitude {
    /// The digits with the decimal point behind the first `point` of them.
    fn of(digits: &str, point: i64) -> Self {
        let significant = digits.trim_start_matches('0');
        let leading = i64::try_from(digits.len() - significant.len()).unwrap_or(i64::MAX);
        let point = point.saturating_sub(leading);
        if significant.is_empty() {
            return Self { whole: Some(0), fraction: false };
        }
        let Ok(point) = usize::try_from(point) else {
            return Self { whole: Some(0), fraction: true };
        };
        if point > 19 {
            return Self { whole: None, fraction: false };
        }
        let (whole, rest) = significant.split_at(point.min(significant.len()));
        let whole = format!("{whole:0<point$}");
        let whole = if whole.is_empty() { Some(0) } else { whole.parse().ok() };
        Self { whole, fraction: rest.bytes().any(|digit| digit != b'0') }
    }

    fn signed(self, negative: bool, spelled: &str) -> NumericDate {
        let (floor, fraction) = match (self.whole, negative) {
            (None, false) => (i64::MAX, false),
            (None, true) => (i64::MIN, false),
            (Some(whole), false) => (whole, self.fraction),
            (Some(whole), true) => (-whole - i64::from(self.fraction), self.fraction),
        };
        NumericDate { spelled: spelled.to_owned(), floor, fraction, out_of_range: self.whole.is_none() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spelled: &str, floor: i64, ceil: i64) {
        let date = NumericDate::from_number(spelled).unwrap_or_else(|| panic!("{spelled} is a number"));
        assert_eq!((date.floor, date.ceil()), (floor, ceil), "{spelled}");
    }

    #[test]
    fn decimals_are_exact() {
        check("0", 0, 0);
        check("-0.0", 0, 0);
        check("1700000000", 1_700_000_000, 1_700_000_000);
        check("1700000000.000", 1_700_000_000, 1_700_000_000);
        check("1700000000.0000000000000000001", 1_700_000_000, 1_700_000_001);
        check("17e8", 1_700_000_000, 1_700_000_000);
        check("1.7E+9", 1_700_000_000, 1_700_000_000);
        check("17000000001e-1", 1_700_000_000, 1_700_000_001);
        check("0.5", 0, 1);
        check("5e-400", 0, 1);
        check("-0.5", -1, 0);
        check("-1.5", -2, -1);
        check("0e999999999999999999999", 0, 0);
        check("0.00000000000000000017e28", 1_700_000_000, 1_700_000_000);
    }

    #[test]
    fn what_lies_beyond_is_kept_at_the_ends() {
        check("1e400", i64::MAX, i64::MAX);
        check("-1e400", i64::MIN, i64::MIN);
        check("9223372036854775807", i64::MAX, i64::MAX);
        check("9223372036854775808", i64::MAX, i64::MAX);
        check("1e99999999999999999999999", i64::MAX, i64::MAX);
    }

    #[test]
    fn fractions_count_in_comparisons() {
        let date = NumericDate::from_number("1700000000.5").expect("a number");
        assert!(date > 1_700_000_000);
        assert!(date < 1_700_000_001);
        let huge = NumericDate::from_number("1e400").expect("a number");
        assert!(huge > i64::MAX);
        let tiny = NumericDate::from_number("-1e400").expect("a number");
        assert!(tiny < i64::MIN);
        assert!(NumericDate::from_number("1.0").expect("a number") == 1);
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "-", ".5", "abc", "1x", "1.5.5"] {
            assert_eq!(NumericDate::from_number(text), None, "{text}");
        }
    }
}
