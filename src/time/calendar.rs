//! Dates of the proleptic Gregorian calendar and seconds since 1970, both ways, and the zones that have names.

/// A date and time of day, and the zone's offset from UTC in seconds if one is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The year; 0 is the year before 1.
    pub year: i64,
    /// The month, from 1.
    pub month: i64,
    /// The day of the month, from 1.
    pub day: i64,
    /// The hour, from 0.
    pub hour: i64,
    /// The minute.
    pub minute: i64,
    /// The second; 60 is a leap second, and counts as the one after it.
    pub second: i64,
    /// How far the zone is ahead of UTC, in seconds.
    pub offset: Option<i64>,
}

impl Moment {
    /// Seconds since 1970-01-01T00:00:00Z, if there is such a date; without a zone it is UTC.
    pub fn instant(self) -> Option<i64> {
        let date =
            (1..=12).contains(&self.month) && (1..=days_in_month(self.year, self.month)).contains(&self.day);
        let time =
            (0..24).contains(&self.hour) && (0..60).contains(&self.minute) && (0..=60).contains(&self.second);
        let seconds =
            days(self.year, self.month, self.day) * DAY + self.hour * 3_600 + self.minute * 60 + self.second
                - self.offset.unwrap_or(0);
        (date && time).then_some(seconds)
    }

    /// What calendars and clocks in UTC show so many seconds after 1970-01-01T00:00:00Z.
    pub fn at(seconds: i64) -> Self {
        let days = seconds.div_euclid(DAY) + EPOCH;
        let era = days.div_euclid(ERA);
        let day_of_era = days.rem_euclid(ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let second = seconds.rem_euclid(DAY);
        Self {
            year: era * 400 + year_of_era + i64::from(month <= 2),
            month,
            day: day_of_year - (153 * shifted_month + 2) / 5 + 1,
            hour: second / 3_600,
            minute: second / 60 % 60,
            second: second % 60,
            offset: Some(0),
        }
    }
}

/// The seconds of a day.
pub(super) const DAY: i64 = 86_400;
/// The days from 0000-03-01 to 1970-01-01. Years begin in March here, so that the leap day is the last of its year.
const EPOCH: i64 = 719_468;
/// The days of 400 years, after which the calendar repeats itself.
const ERA: i64 = 146_097;

/// Days since 1970-01-01.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year.div_euclid(400) * ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: (i64, i64, i64), expected: Option<i64>) {
        let (year, month, day) = date;
        let moment = Moment { year, month, day, offset: Some(0), ..Moment::default() };
        assert_eq!(moment.instant(), expected);
        if let Some(seconds) = expected {
            assert_eq!(Moment::at(seconds), moment);
        }
    }

    #[test]
    fn dates_are_counted_from_the_epoch_and_back() {
        check((1970, 1, 1), Some(0));
        check((1969, 12, 31), Some(-86_400));
        check((2000, 2, 29), Some(951_782_400));
        check((2022, 3, 25), Some(1_648_166_400));
        check((2100, 3, 1), Some(4_107_542_400));
        check((1, 1, 1), Some(-62_135_596_800));
        check((10_000, 1, 1), Some(253_402_300_800));
    }

    #[test]
    fn dates_that_do_not_exist_have_no_instant() {
        check((2022, 2, 29), None);
        check((2022, 13, 1), None);
        check((2022, 1, 0), None);
        check((2100, 2, 29), None);
    }

    #[test]
    fn a_zone_is_ahead_of_utc() {
        let noon = Moment { year: 1970, month: 1, day: 1, hour: 12, ..Moment::default() };
        assert_eq!(Moment { offset: zone("CEST"), ..noon }.instant(), Some(36_000));
        assert_eq!(Moment { offset: zone("EST"), ..noon }.instant(), Some(61_200));
    }
}
