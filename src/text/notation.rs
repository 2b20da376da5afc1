//! How numbers and points in time are written: in one way everywhere, unless the reader's own browser knows better.

use std::sync::OnceLock;

use super::{Language, Text, time};

/// Writes numbers and points in time as the readers of a language do; nothing where it doesn't know how.
#[derive(Clone, Copy, Debug)]
pub struct Notation {
    /// Writes a whole number.
    pub number: fn(i64, Language) -> Option<String>,
    /// Writes a point in time, in seconds since 1970-01-01T00:00:00Z, in UTC, which it names.
    pub instant: fn(i64, Language) -> Option<String>,
}

static NOTATION: OnceLock<Notation> = OnceLock::new();

/// Has numbers and points in time written in this way from now on; the first who asks for one gets it.
pub fn write_as(notation: Notation) {
    let _ = NOTATION.set(notation);
}

/// A whole number, with its digits grouped.
pub fn number(number: impl TryInto<i64>, language: Language) -> String {
    written(number.try_into().unwrap_or(i64::MAX), language)
}

/// A text with a number in the place of `{}`; of each `[plural|singular]` in it, what fits the number stays. The singular
/// may be left out with its sign.
pub fn counted(text: Text, count: impl TryInto<i64>, language: Language) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    let text = text.with(language, &written(count, language));
    let mut rest = text.as_str();
    let mut said = String::new();
    while let Some((before, (forms, after))) =
        rest.split_once('[').and_then(|(before, behind)| Some((before, behind.split_once(']')?)))
    {
        let (plural, singular) = forms.split_once('|').unwrap_or((forms, ""));
        said += before;
        said += if count == 1 { singular } else { plural };
        rest = after;
    }
    said + rest
}

fn written(number: i64, language: Language) -> String {
    NOTATION.get().and_then(|notation| (notation.number)(number, language)).unwrap_or_else(|| grouped(number))
}

/// A point in time, in seconds since 1970-01-01T00:00:00Z, as it is read: "2024-03-15 09:30:00 UTC".
pub fn instant(seconds: i64, language: Language) -> String {
    let notation = NOTATION.get().and_then(|notation| (notation.instant)(seconds, language));
    notation.unwrap_or_else(|| time::utc(seconds))
}

/// A number with commas between its thousands, as both languages write it.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_comma_each_three_digits() {
        for (value, expected) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (103_782, "103,782"),
            (-1_234_567, "-1,234,567"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(number(value, Language::En), expected);
        }
        assert_eq!(number(u64::MAX, Language::Zh), "9,223,372,036,854,775,807");
    }

    #[test]
    fn a_text_takes_the_form_that_fits_its_number() {
        let text = Text::of(["{} text[s] begin[|s]; [they are|it is] left out", "{} 段"]);
        for (count, said) in [
            (0, "0 texts begin; they are left out"),
            (1, "1 text begins; it is left out"),
            (1_200, "1,200 texts begin; they are left out"),
        ] {
            assert_eq!(counted(text, count, Language::En), said);
        }
        assert_eq!(counted(text, 1, Language::Zh), "1 段");
    }

    #[test]
    fn a_point_in_time_is_read_in_utc() {
        assert_eq!(instant(1_750_000_000, Language::En), "2025-06-15 15:06:40 UTC");
    }
}
