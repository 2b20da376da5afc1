//! A time as somebody types it: seconds or milliseconds since 1970, or a date as RFC 3339 and most logs write it.

/// The instant, in seconds since 1970-01-01T00:00:00Z; a date without a zone is UTC.
pub fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(number) = text.parse::<i64>() {
        // Nobody means a year beyond 5000; it is milliseconds.
        return Some(if number.abs() >= 100_000_000_000 { number.div_euclid(1000) } else { number });
    }
    let (date, rest) = text.split_at_checked(10)?;
    let rest = rest.trim_start_matches([' ', 'T', 't']);
    let (clock, zone) = split_zone(rest);
    let mut parts = date.split(['-', '/']).map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let mut parts = clock.split(':').map(|part| part.split(['.', ',']).next()?.parse::<i64>().ok());
    let mut next = || parts.next().map_or(Some(0), |part| part);
    let (hour, minute, second) = if clock.is_empty() { (0, 0, 0) } else { (next()?, next()?, next()?) };
    let in_range = (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..=60).contains(&second);
    in_range.then_some(days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - zone?)
}

/// The time of day, and the seconds that its zone is ahead of UTC; none when the zone can't be read.
fn split_zone(text: &str) -> (&str, Option<i64>) {
    let Some(start) = text.find(['Z', 'z', '+', '-', ' ', 'U']) else {
        return (text, Some(0));
    };
    let (clock, zone) = text.split_at(start);
    let zone = zone.trim();
    if matches!(zone, "Z" | "z" | "UTC") {
        return (clock, Some(0));
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let offset = match (zone.starts_with(['+', '-']), digits.split_at_checked(2)) {
        (true, Some((hours, minutes))) => {
            hours.parse::<i64>().ok().zip(if minutes.is_empty() { Some(0) } else { minutes.parse().ok() })
        }
        _ => None,
    };
    (clock, offset.map(|(hours, minutes)| sign * (hours * 3_600 + minutes * 60)))
}

/// The days from 1970-01-01 to a day of the proleptic Gregorian calendar, whose years begin in March here.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn a_time_is_read_as_logs_write_it() {
        check("1648212586", Some(1_648_212_586));
        check("1648212586000", Some(1_648_212_586));
        check("2022-03-25T12:49:46Z", Some(1_648_212_586));
        check(" 2022-03-25 12:49:46,667 ", Some(1_648_212_586));
        check("2022-03-25T14:49:46.667+02:00", Some(1_648_212_586));
        check("2022-03-25 07:49:46 -0500", Some(1_648_212_586));
        check("2022-03-25 12:49:46 UTC", Some(1_648_212_586));
        check("2022/03/25 12:49", Some(1_648_212_540));
        check("1970-01-01", Some(0));
        check("2000-02-29", Some(951_782_400));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in
            ["", "yesterday", "2022-13-01", "2022-03-25T25:00:00Z", "2022-03-25T12:00:00 CEST", "ééééééééééé"]
        {
            check(text, None);
        }
    }
}
