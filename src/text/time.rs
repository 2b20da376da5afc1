//! Durations, points in time and distances in words; nothing here knows what time it is.

use super::{Language, notation};
use crate::time::Moment;

/// The units of a duration, the largest first: seconds in one, English, English plural, Chinese.
const UNITS: [(u64, &str, &str, &str); 5] = [
    (31_536_000, "year", "years", "年"),
    (86_400, "day", "days", "天"),
    (3_600, "h", "h", "小时"),
    (60, "min", "min", "分钟"),
    (1, "s", "s", "秒"),
];

/// A duration in its two largest units: "27 s", "2 h 5 min". The sign is left out; a year has 365 days.
pub fn duration(seconds: i64, language: Language) -> String {
    let total = seconds.unsigned_abs();
    let first = UNITS.iter().position(|unit| total >= unit.0).unwrap_or(UNITS.len() - 1);
    let mut rest = total;
    let mut words: Vec<String> = Vec::new();
    for &(length, one, many, zh) in UNITS.iter().skip(first).take(2) {
        let count = rest / length;
        rest %= length;
        if count > 0 || words.is_empty() {
            let unit = match language {
                Language::En if count == 1 => one,
                Language::En => many,
                Language::Zh => zh,
            };
            words.push(format!("{} {unit}", notation::number(count, language)));
        }
    }
    words.join(" ")
}

/// Where `from` lies as seen from `to`, both in seconds since 1970: "27 s before", "1 h after", "at the same second".
pub fn distance(from: i64, to: i64, language: Language) -> String {
    let seconds = from.saturating_sub(to);
    let length = duration(seconds, language);
    match (language, seconds.signum()) {
        (Language::En, -1) => format!("{length} before"),
        (Language::En, 1) => format!("{length} after"),
        (Language::En, _) => "at the same second".to_owned(),
        (Language::Zh, -1) => format!("{length}之前"),
        (Language::Zh, 1) => format!("{length}之后"),
        (Language::Zh, _) => "同一秒".to_owned(),
    }
}

/// A point in time, in seconds since 1970-01-01T00:00:00Z: "2024-03-15 09:30:00 UTC".
pub(super) fn utc(seconds: i64) -> String {
    let (date, clock) = civil(seconds);
    format!("{date} {clock} UTC")
}

/// A point in time, in seconds since 1970-01-01T00:00:00Z, as RFC 3339 writes it: "2024-03-15T09:30:00Z".
pub fn iso(seconds: i64) -> String {
    let (date, clock) = civil(seconds);
    format!("{date}T{clock}Z")
}

/// Date and time of day in UTC, in the proleptic Gregorian calendar.
fn civil(seconds: i64) -> (String, String) {
    let Moment { year, month, day, hour, minute, second, .. } = Moment::at(seconds);
    (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}:{second:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_has_its_two_largest_units() {
        for (seconds, en, zh) in [
            (0, "0 s", "0 秒"),
            (27, "27 s", "27 秒"),
            (-60, "1 min", "1 分钟"),
            (252, "4 min 12 s", "4 分钟 12 秒"),
            (3_601, "1 h", "1 小时"),
            (7_500, "2 h 5 min", "2 小时 5 分钟"),
            (90_000, "1 day 1 h", "1 天 1 小时"),
            (259_200, "3 days", "3 天"),
            (63_158_400, "2 years 1 day", "2 年 1 天"),
        ] {
            assert_eq!(duration(seconds, Language::En), en);
            assert_eq!(duration(seconds, Language::Zh), zh);
        }
        assert!(duration(i64::MIN, Language::En).contains("years"));
    }

    #[test]
    fn an_instant_is_a_date_in_utc() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_750_000_000, "2025-06-15T15:06:40Z"),
            (4_102_444_800, "2100-01-01T00:00:00Z"),
            (-62_135_596_800, "0001-01-01T00:00:00Z"),
            (253_402_300_800, "10000-01-01T00:00:00Z"),
        ] {
            assert_eq!(iso(seconds), expected);
        }
        assert_eq!(utc(1_750_000_000), "2025-06-15 15:06:40 UTC");
        for extreme in [i64::MIN, i64::MAX] {
            assert!(iso(extreme).ends_with('Z'));
        }
    }

    #[test]
    fn a_distance_says_which_comes_first() {
        assert_eq!(distance(73, 100, Language::En), "27 s before");
        assert_eq!(distance(73, 100, Language::Zh), "27 秒之前");
        assert_eq!(distance(3_700, 100, Language::En), "1 h after");
        assert_eq!(distance(5, 5, Language::En), "at the same second");
        assert!(distance(i64::MAX, i64::MIN, Language::En).ends_with("after"));
    }
}
