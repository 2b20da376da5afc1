//! From dates of the Gregorian calendar to seconds.

/// A date and time of day, and the zone's offset from UTC in seconds if one is stated.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub offset: Option<i64>,
}

impl Moment {
    /// Seconds since 1970-01-01T00:00:00Z, if there is such a date.
    pub(super) fn instant(self) -> Option<i64> {
        let date = (1970..=2200).contains(&self.year)
            && (1..=12).contains(&self.month)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day);
        let time =
            (0..24).contains(&self.hour) && (0..60).contains(&self.minute) && (0..=60).contains(&self.second);
        let seconds = days(self.year, self.month, self.day) * 86_400
            + self.hour * 3_600
            + self.minute * 60
            + self.second
            - self.offset.unwrap_or(0);
        (date && time).then_some(seconds)
    }
}

/// The number of a month from the first three letters of its English name.
pub(super) fn month(name: &str) -> Option<i64> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let name = name.to_ascii_lowercase();
    let at = (0..12).find(|month| MONTHS.get(month * 3..month * 3 + 3) == Some(name.as_str()))?;
    i64::try_from(at + 1).ok()
}

/// The offset of a zone that RFC 5322 section 4.3 or common usage names, in seconds.
pub(super) fn zone(name: &str) -> Option<i64> {
    let hours = match name {
        "Z" | "UTC" | "GMT" | "UT" => 0,
        "EST" | "CDT" => -5,
        "EDT" => -4,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        "CET" => 1,
        "CEST" => 2,
        _ => return None,
    };
    Some(hours * 3_600)
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    let years = (year - 1970) * 365 + leaps(year - 1) - leaps(1969);
    years + (1..month).map(|month| days_in_month(year, month)).sum::<i64>() + day - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: (i64, i64, i64), expected: Option<i64>) {
        let (year, month, day) = date;
        assert_eq!(Moment { year, month, day, ..Moment::default() }.instant(), expected);
    }

    #[test]
    fn dates_are_counted_from_the_epoch() {
        check((1970, 1, 1), Some(0));
        check((2000, 2, 29), Some(951_782_400));
        check((2022, 3, 25), Some(1_648_166_400));
        check((2100, 3, 1), Some(4_107_542_400));
    }

    #[test]
    fn dates_that_do_not_exist_have_no_instant() {
        check((2022, 2, 29), None);
        check((2022, 13, 1), None);
        check((2022, 1, 0), None);
        check((1969, 12, 31), None);
    }
}
