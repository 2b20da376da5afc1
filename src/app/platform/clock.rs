//! The browser's clock.

/// Seconds since 1970-01-01T00:00:00Z.
#[expect(clippy::disallowed_methods, reason = "this is the platform's clock")]
#[expect(clippy::cast_possible_truncation, reason = "a Date is within ±8.64e15 ms")]
pub fn now() -> i64 {
    (js_sys::Date::now() / 1000.0).floor() as i64
}

/// The minutes that local time was ahead of UTC at `instant` (seconds since 1970-01-01T00:00:00Z).
#[expect(clippy::cast_precision_loss, reason = "beyond 2^53 s there is no time zone")]
#[expect(clippy::cast_possible_truncation, reason = "an offset is less than a day, and NaN is none")]
pub fn zone_offset(instant: i64) -> i32 {
    let date = js_sys::Date::new(&(instant as f64 * 1000.0).into());
    -date.get_timezone_offset() as i32
}

/// Milliseconds since some moment, for measuring how long something takes.
#[expect(clippy::disallowed_methods, reason = "this is the platform's clock")]
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}
