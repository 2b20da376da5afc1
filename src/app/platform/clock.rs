//! The browser's clock.

/// Seconds since 1970-01-01T00:00:00Z.
#[expect(clippy::disallowed_methods, reason = "this is the platform's clock")]
#[expect(clippy::cast_possible_truncation, reason = "a Date is within ±8.64e15 ms")]
pub fn now() -> i64 {
    (js_sys::Date::now() / 1000.0).floor() as i64
}

/// Milliseconds since some moment, for measuring how long something takes.
#[expect(clippy::disallowed_methods, reason = "this is the platform's clock")]
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}
