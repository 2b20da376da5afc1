//! The time of a failure as somebody types it, or copies it from a log with what stands around it.

use super::{
    LogTime,
    calendar::{DAY, Moment},
    formats::{self, Cursor},
    log_times, next_start,
};
use crate::finding::Span;

/// How far ahead of the present a time of day without a date may lie and still be one of today, in seconds.
const AHEAD: i64 = 3_600;
/// The most bytes that are looked through for a time without a year.
const LOOKED_THROUGH: usize = 200;

/// The first time in the text: a number of seconds, milliseconds, microseconds or nanoseconds since 1970, or whatever
/// logs write. Where the year or the date is missing, it is the last such time before `near`, which is in seconds since
/// 1970-01-01T00:00:00Z like the answer.
pub fn typed(text: &str, near: i64) -> Option<LogTime> {
    let text = text.trim();
    let beginning = text.get(..text.floor_char_boundary(LOOKED_THROUGH)).unwrap_or(text);
    number(text)
        .or_else(|| log_times(text).into_iter().next())
        .or_else(|| formats::date(text))
        .or_else(|| partial(beginning, near))
}

/// A number of seconds; beyond the year 5000 it is one of a smaller unit.
fn number(text: &str) -> Option<LogTime> {
    let whole = text.split_once('.').map_or(text, |(whole, fraction)| {
        let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        if digits { whole } else { text }
    });
    let number: i64 = whole.parse().ok()?;
    let divisor = match number.unsigned_abs() {
        0..100_000_000_000 => 1,
        100_000_000_000..100_000_000_000_000 => 1_000,
        100_000_000_000_000..100_000_000_000_000_000 => 1_000_000,
        _ => 1_000_000_000,
    };
    let span = Span::new(0, text.len());
    Some(LogTime { instant: number.div_euclid(divisor), span, zone_known: true })
}

/// A time without a year (`Mar 25 12:49:46`, `I0325 12:49:46.123`) or without a date (`12:49:46`).
fn partial(text: &str, near: i64) -> Option<LogTime> {
    let starts = std::iter::successors(Some(0), |&at| Some(next_start(text, at + 1)));
    let cut_off =
        |at: &usize| text.get(..*at).is_some_and(|before| before.ends_with([':', '-', '/', '.', ',']));
    let starts = starts.take_while(|&at| at < text.len()).filter(|at| !cut_off(at));
    let mut cursors = starts.map(|at| Cursor { text, at });
    cursors.find_map(|start| without_year(start, near).or_else(|| without_date(start, near)))
}

fn without_year(start: Cursor<'_>, near: i64) -> Option<LogTime> {
    let mut moment = Moment { year: Moment::at(near).year, ..Moment::default() };
    let next = named_day(start, &mut moment).or_else(|| klog_day(start, &mut moment))?;
    let next = next.one_of(&[' '])?.1.clock(&mut moment)?.zone(&mut moment);
    let this_year = moment.instant().filter(|instant| *instant <= near.saturating_add(DAY));
    let instant = this_year.or_else(|| Moment { year: moment.year - 1, ..moment }.instant())?;
    Some(LogTime { instant, span: Span::new(start.at, next.at), zone_known: moment.offset.is_some() })
}

/// `Mar 25`, `Mar  5`
fn named_day<'a>(start: Cursor<'a>, moment: &mut Moment) -> Option<Cursor<'a>> {
    let (month, next) = start.month()?;
    let (_, next) = next.one_of(&[' '])?;
    let next = next.one_of(&[' ']).map_or(next, |(_, next)| next);
    let (day, next) = next.number(1, 2)?;
    (moment.month, moment.day) = (month, day);
    Some(next)
}

/// `I0325`, as Kubernetes writes it
fn klog_day<'a>(start: Cursor<'a>, moment: &mut Moment) -> Option<Cursor<'a>> {
    let (_, next) = start.one_of(&['I', 'W', 'E', 'F'])?;
    let (month, next) = next.digits(2)?;
    let (day, next) = next.number(2, 2)?;
    (moment.month, moment.day) = (month, day);
    Some(next)
}

fn without_date(start: Cursor<'_>, near: i64) -> Option<LogTime> {
    let mut moment = Moment { offset: None, ..Moment::at(near) };
    moment.second = 0;
    let next = start.clock(&mut moment)?.zone(&mut moment);
    let today = moment.instant()?;
    let instant = if today > near.saturating_add(AHEAD) { today - DAY } else { today };
    Some(LogTime { instant, span: Span::new(start.at, next.at), zone_known: moment.offset.is_some() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2022-03-25T12:49:46Z
    const INSTANT: i64 = 1_648_212_586;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(typed(text, INSTANT + 60).map(|time| time.instant), expected, "{text}");
    }

    #[test]
    fn a_time_is_read_as_logs_write_it() {
        for text in [
            "1648212586",
            "1648212586.667",
            "1648212586667",
            "1648212586667123",
            "1648212586667123456",
            "2022-03-25T12:49:46Z",
            " 2022-03-25 12:49:46,667 ",
            "2022-03-25T14:49:46.667+02:00",
            "2022-03-25 07:49:46 -0500",
            "2022-03-25 12:49:46 UTC",
            "20220325T124946Z",
            "25/Mar/2022:12:49:46 +0000",
            "Fri, 25 Mar 2022 12:49:46 GMT",
            "3/25/2022 12:49:46 PM",
            "WARN [2022-03-25 12:49:46,667] auth: Invalid JWT",
        ] {
            check(text, Some(INSTANT));
        }
        check("2022/03/25 12:49", Some(1_648_212_540));
        check("2022-03-25", Some(1_648_166_400));
        check("1970-01-01", Some(0));
        check("-1", Some(-1));
    }

    #[test]
    fn what_is_missing_is_that_of_the_last_such_time() {
        check("Mar 25 12:49:46 host sshd[1]: x", Some(INSTANT));
        check("<34>Mar 25 12:49:46 host", Some(INSTANT));
        check("Dec 31 23:59:59", Some(1_640_995_199));
        check("I0325 12:49:46.667123       1 auth.go:7] x", Some(INSTANT));
        check("12:49:46", Some(INSTANT));
        check("23:00:00", Some(INSTANT - 46_186 - 3_600));
        check("14:49:46 +02:00", Some(INSTANT));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "yesterday",
            "2022-13-01",
            "2022-03-25T25:00:00Z",
            "03/04/2022",
            "ééééééééééé",
            "1.2.3.4",
            "25:00",
        ] {
            check(text, None);
        }
    }
}
