//! Dates and numbers as the reader writes them, by `Intl`.

use std::cell::OnceCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use jwt_why::text::{Language, Notation};
use wasm_bindgen::JsValue;

/// How everything is written that the page shows.
pub const NOTATION: Notation = Notation { number, instant };

/// The year 1 in UTC, in seconds since 1970-01-01T00:00:00Z. `Intl` does not say of an earlier year that it is one.
const YEAR_ONE: i64 = -62_135_596_800;

/// Writes one kind of value in one language; it takes long to make, and a table asks it for each cell.
type Writer = OnceCell<Function>;

thread_local! {
    static NUMBERS: [Writer; Language::ALL.len()] = const { [const { OnceCell::new() }; Language::ALL.len()] };
    static INSTANTS: [Writer; Language::ALL.len()] = const { [const { OnceCell::new() }; Language::ALL.len()] };
}

/// The time of day and the date in the reader's own zone, which it names; none where that zone is UTC, or where the
/// browser knows no such date.
pub fn local(seconds: i64, language: Language) -> Option<String> {
    let date = date(seconds);
    // NaN for what is no date.
    (date.get_timezone_offset().abs() > 0.0).then_some(())?;
    call(&dates(language, None), &date)
}

/// A number of bytes in the largest unit that leaves something before the point.
pub fn bytes(bytes: u64, language: Language) -> String {
    const UNITS: [(u64, &str); 4] =
        [(1_000_000_000, "gigabyte"), (1_000_000, "megabyte"), (1_000, "kilobyte"), (0, "byte")];
    let (size, unit) = UNITS.into_iter().find(|(size, _)| bytes >= *size).unwrap_or((0, "byte"));
    let options = options(&[("style", "unit"), ("unit", unit)]);
    let _ = Reflect::set(&options, &"maximumFractionDigits".into(), &1.into());
    let format = Intl::NumberFormat::new(&locales(language), &options);
    #[expect(clippy::cast_precision_loss, reason = "one digit behind the point is shown")]
    let value = JsValue::from_f64(bytes as f64 / size.max(1) as f64);
    call(&format.format(), &value).unwrap_or_else(|| bytes.to_string())
}

/// A number of percent.
pub fn percent(percent: u8, language: Language) -> String {
    let format = Intl::NumberFormat::new(&locales(language), &options(&[("style", "percent")])).format();
    call(&format, &(f64::from(percent) / 100.0).into()).unwrap_or_else(|| format!("{percent} %"))
}

/// A day, without its time; nothing where the browser knows no such date.
pub fn day(seconds: i64, language: Language) -> Option<String> {
    shortly(&date(seconds), language, &[("year", "numeric"), ("month", "short"), ("day", "numeric")])
}

/// A day that is written as in "2024-03-15"; as it is written where it is none.
pub fn written_day(day: &str, language: Language) -> String {
    let date = Date::new(&day.into());
    shortly(&date, language, &[("dateStyle", "medium")]).unwrap_or_else(|| day.to_owned())
}

/// A time of day with its seconds, without its day; nothing where the browser knows no such date.
pub fn time_of_day(seconds: i64, language: Language) -> Option<String> {
    shortly(&date(seconds), language, &[("timeStyle", "medium"), ("hourCycle", "h23")])
}

/// A part of a date, in UTC.
fn shortly(date: &Date, language: Language, parts: &[(&str, &str)]) -> Option<String> {
    date.get_time().is_finite().then_some(())?;
    let options = options(parts);
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    date.to_locale_string(language.tag(), &options).as_string()
}

fn number(number: i64, language: Language) -> Option<String> {
    let make = || Intl::NumberFormat::new(&locales(language), &Object::new()).format();
    NUMBERS.with(|writers| call(writers.get(language as usize)?.get_or_init(make), &number.into()))
}

fn instant(seconds: i64, language: Language) -> Option<String> {
    let date = date(seconds);
    (seconds >= YEAR_ONE && date.get_time().is_finite()).then_some(())?;
    let make = || dates(language, Some("UTC"));
    INSTANTS.with(|writers| call(writers.get(language as usize)?.get_or_init(make), &date))
}

/// The date, which is none where that is beyond what the browser knows.
fn date(seconds: i64) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "dates end long before the numbers do")]
    Date::new(&JsValue::from_f64(seconds as f64 * 1_000.0))
}

/// What writes dates with their seconds in this zone, or in the reader's own. The hours are those of logs: 0 to 23.
fn dates(language: Language, zone: Option<&str>) -> Function {
    let options = options(&[("dateStyle", "medium"), ("timeStyle", "long"), ("hourCycle", "h23")]);
    if let Some(zone) = zone {
        let _ = Reflect::set(&options, &"timeZone".into(), &zone.into());
    }
    Intl::DateTimeFormat::new(&locales(language), &options).format()
}

fn options(members: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn locales(language: Language) -> Array {
    Array::of1(&language.tag().into())
}

fn call(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}
