//! The ways in which logs write a time.

use super::{
    LogTime,
    calendar::{self, Moment},
};
use crate::finding::Span;

/// The time that begins at `at`, if one does.
pub(super) fn time_at(text: &str, at: usize) -> Option<LogTime> {
    let bytes = text.as_bytes();
    let inside = at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
    let first = *bytes.get(at)?;
    if inside || !first.is_ascii_alphanumeric() {
        return None;
    }
    let cursor = Cursor { text, at };
    if first.is_ascii_digit() {
        [iso, compact_iso, day_first, slashes, epoch].into_iter().find_map(|format| format(cursor))
    } else {
        month_first(cursor)
    }
}

/// The years of logs; any other number of four digits is none.
const YEARS: std::ops::RangeInclusive<i64> = 1970..=2200;

/// A date alone at the beginning of the text: `2022-03-25`, `2022/03/25`. In a log it would be no time of a record.
pub(super) fn date(text: &str) -> Option<LogTime> {
    let start = Cursor { text, at: 0 };
    let mut moment = Moment::default();
    let next = year_month_day(start, &mut moment)?;
    next.rest().is_empty().then(|| next.finish(start, moment)).flatten()
}

/// A place in the text; each step gives the next place, or nothing if the text has something else there.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(self, length: usize) -> Self {
        Self { at: self.at + length, ..self }
    }

    pub fn one_of(self, characters: &[char]) -> Option<(char, Self)> {
        let next = self.rest().chars().next().filter(|next| characters.contains(next))?;
        Some((next, self.skip(next.len_utf8())))
    }

    /// A number of at least and at most so many digits, with no digit behind it.
    pub fn number(self, least: usize, most: usize) -> Option<(i64, Self)> {
        let length = self.rest().bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
        let digits = self.rest().get(..length).filter(|_| (least..=most).contains(&length))?;
        Some((digits.parse().ok()?, self.skip(length)))
    }

    /// The first so many digits of a number.
    pub fn digits(self, length: usize) -> Option<(i64, Self)> {
        let digits =
            self.rest().get(..length).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some((digits.parse().ok()?, self.skip(length)))
    }

    pub fn month(self) -> Option<(i64, Self)> {
        Some((calendar::month(self.rest().get(..3)?)?, self.skip(3)))
    }

    /// `HH:MM`, seconds and their fraction if they follow, AM or PM if it follows.
    pub fn clock(self, moment: &mut Moment) -> Option<Self> {
        let (hour, next) = self.number(1, 2)?;
        let (minute, mut next) = next.one_of(&[':'])?.1.number(2, 2)?;
        (moment.hour, moment.minute) = (hour, minute);
        if let Some((second, behind)) = next.one_of(&[':']).and_then(|(_, next)| next.number(2, 2)) {
            moment.second = second;
            next = behind.fraction();
        }
        Some(next.half_day(moment))
    }

    fn fraction(self) -> Self {
        self.one_of(&['.', ',']).and_then(|(_, next)| next.number(1, 9)).map_or(self, |(_, next)| next)
    }

    fn half_day(self, moment: &mut Moment) -> Self {
        let half = self.rest().trim_start_matches([' ', '\u{202f}']).get(..2).unwrap_or_default();
        let blank = self.rest().len() - self.rest().trim_start_matches([' ', '\u{202f}']).len();
        let afternoon = half.eq_ignore_ascii_case("pm");
        if (!afternoon && !half.eq_ignore_ascii_case("am")) || !(1..=12).contains(&moment.hour) {
            return self;
        }
        moment.hour = moment.hour % 12 + if afternoon { 12 } else { 0 };
        self.skip(blank + 2)
    }

    /// `Z`, `+02:00`, `+0200`, `+02`, `UTC`, with a blank before it or without.
    pub fn zone(self, moment: &mut Moment) -> Self {
        let start = self.one_of(&[' ']).map_or(self, |(_, next)| next);
        let letters = start.rest().bytes().take(5).take_while(u8::is_ascii_uppercase).count();
        if let Some(offset) = start.rest().get(..letters).and_then(calendar::zone) {
            moment.offset = Some(offset);
            return start.skip(letters);
        }
        let Some((sign, next)) = start.one_of(&['+', '-', '−']) else { return self };
        let Some((hours, next)) = next.digits(2) else { return self };
        let colon = next.one_of(&[':']).map_or(next, |(_, next)| next);
        let (minutes, end) = colon.digits(2).unwrap_or((0, next));
        if hours > 14
            || minutes > 59
            || end.rest().starts_with(|next: char| next.is_ascii_digit() || next == ':')
        {
            return self;
        }
        let seconds = hours * 3_600 + minutes * 60;
        moment.offset = Some(if sign == '+' { seconds } else { -seconds });
        end
    }

    fn finish(self, start: Self, moment: Moment) -> Option<LogTime> {
        let instant = moment.instant().filter(|_| YEARS.contains(&moment.year))?;
        Some(LogTime { instant, span: Span::new(start.at, self.at), zone_known: moment.offset.is_some() })
    }
}

/// `2022-03-25T12:49:46.667Z`, `2022-03-25 12:49:46,667`, `2022/03/25 12:49:46`.
fn iso(start: Cursor<'_>) -> Option<LogTime> {
    let mut moment = Moment::default();
    let next = year_month_day(start, &mut moment)?;
    let (_, next) = next.one_of(&['T', 't', ' ', '_'])?;
    next.clock(&mut moment)?.zone(&mut moment).finish(start, moment)
}

fn year_month_day<'a>(start: Cursor<'a>, moment: &mut Moment) -> Option<Cursor<'a>> {
    let (year, next) = start.number(4, 4)?;
    let (separator, next) = next.one_of(&['-', '/'])?;
    let (month, next) = next.number(2, 2)?;
    let (day, next) = next.one_of(&[separator])?.1.number(2, 2)?;
    (moment.year, moment.month, moment.day) = (year, month, day);
    Some(next)
}

/// `20220325T124946Z`
fn compact_iso(start: Cursor<'_>) -> Option<LogTime> {
    let mut moment = Moment::default();
    let (year, next) = start.digits(4)?;
    let (month, next) = next.digits(2)?;
    let (day, next) = next.number(2, 2)?;
    let (hour, next) = next.one_of(&['T'])?.1.digits(2)?;
    let (minute, next) = next.digits(2)?;
    let (second, next) = next.number(2, 2)?;
    (moment.year, moment.month, moment.day) = (year, month, day);
    (moment.hour, moment.minute, moment.second) = (hour, minute, second);
    next.fraction().zone(&mut moment).finish(start, moment)
}

/// `25/Mar/2022:12:49:42 +0000`, `25-Mar-2022 12:49:42.100`, `25 Mar 2022 12:49:42 GMT`.
fn day_first(start: Cursor<'_>) -> Option<LogTime> {
    let mut moment = Moment::default();
    let (day, next) = start.number(1, 2)?;
    let (separator, next) = next.one_of(&['/', '-', ' '])?;
    let (month, next) = next.month()?;
    let (year, next) = next.one_of(&[separator])?.1.number(4, 4)?;
    (moment.year, moment.month, moment.day) = (year, month, day);
    let (_, next) = next.one_of(&[':', ' '])?;
    next.clock(&mut moment)?.zone(&mut moment).finish(start, moment)
}

/// `Mar 25 12:49:46.123 2022`, `Mar 25 12:49:46 UTC 2022`, `Mar 25, 2022 12:49:46 PM`.
fn month_first(start: Cursor<'_>) -> Option<LogTime> {
    let mut moment = Moment::default();
    let (month, next) = start.month()?;
    let (_, next) = next.one_of(&[' '])?;
    let next = next.one_of(&[' ']).map_or(next, |(_, next)| next);
    let (day, next) = next.number(1, 2)?;
    (moment.month, moment.day) = (month, day);
    if let Some((_, next)) = next.one_of(&[',']) {
        let (year, next) = next.one_of(&[' '])?.1.number(4, 4)?;
        moment.year = year;
        let next = next.one_of(&[',']).map_or(next, |(_, next)| next);
        return next.one_of(&[' '])?.1.clock(&mut moment)?.zone(&mut moment).finish(start, moment);
    }
    let next = next.one_of(&[' '])?.1.clock(&mut moment)?.zone(&mut moment);
    let (year, next) = next.one_of(&[' '])?.1.number(4, 4)?;
    moment.year = year;
    next.finish(start, moment)
}

/// `3/25/2022 12:49:46 PM`, `25/03/2022 12:49:46`, `25.03.2022 12:49:46`; not when both numbers could be the month.
fn slashes(start: Cursor<'_>) -> Option<LogTime> {
    let mut moment = Moment::default();
    let (first, next) = start.number(1, 2)?;
    let (separator, next) = next.one_of(&['/', '.'])?;
    let (second, next) = next.number(1, 2)?;
    let (year, next) = next.one_of(&[separator])?.1.number(4, 4)?;
    let next = next.one_of(&[',']).map_or(next, |(_, next)| next);
    let clock = next.one_of(&[' '])?.1;
    let next = clock.clock(&mut moment)?;
    let american =
        next.at >= 2 && next.text.get(next.at - 2..next.at).is_some_and(|half| half.ends_with(['M', 'm']));
    moment.year = year;
    (moment.day, moment.month) = match separator {
        '.' => (first, second),
        _ if american || second > 12 => (second, first),
        _ if first > 12 => (first, second),
        _ => return None,
    };
    next.zone(&mut moment).finish(start, moment)
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970 as the value of a JSON member that is named for a
/// time, in .NET's `/Date(…)/`, or with a fraction at the beginning of a line.
fn epoch(start: Cursor<'_>) -> Option<LogTime> {
    let (number, end) = start.number(10, 19)?;
    let divisor = match end.at - start.at {
        10 => 1,
        13 => 1_000,
        16 => 1_000_000,
        19 => 1_000_000_000,
        _ => return None,
    };
    let window = start.at.saturating_sub(32);
    let before = start.text.get(start.text.floor_char_boundary(window)..start.at).unwrap_or_default();
    let line_start = before.is_empty() || before.ends_with('\n');
    let with_fraction = end.one_of(&['.']).and_then(|(_, next)| next.number(3, 9)).map(|(_, next)| next);
    let named = is_named_for_time(before) || before.ends_with("/Date(");
    if !(named || line_start && with_fraction.is_some()) {
        return None;
    }
    let span = Span::new(start.at, with_fraction.unwrap_or(end).at);
    Some(LogTime { instant: number / divisor, span, zone_known: true })
}

fn is_named_for_time(before: &str) -> bool {
    const NAMES: [&str; 9] =
        ["ts", "time", "timestamp", "@timestamp", "t", "epochSecond", "timeMillis", "instant", "_ts"];
    let name = before
        .trim_end_matches([' ', '"'])
        .strip_suffix([':', '='])
        .map(|before| before.trim_end().trim_end_matches(['"', '\\']));
    name.is_some_and(|before| {
        let length = before.len()
            - before
                .trim_end_matches(|next: char| next.is_ascii_alphanumeric() || matches!(next, '@' | '_'))
                .len();
        NAMES.contains(&before.get(before.len() - length..).unwrap_or_default())
    })
}
