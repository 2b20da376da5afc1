//! Dates and numbers as the reader writes them, by `Intl`.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use jwt_why::text::Language;
use wasm_bindgen::JsValue;

/// The time of day and the date in the reader's own zone, which it names; none where that zone is UTC, or where the
/// browser knows no such date.
pub fn local(seconds: i64, language: Language) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "dates end long before the numbers do")]
    let date = Date::new(&JsValue::from_f64(seconds as f64 * 1_000.0));
    // NaN for what is no date.
    (date.get_timezone_offset().abs() > 0.0).then_some(())?;
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "long")] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    let format = Intl::DateTimeFormat::new(&locales(language), &options);
    call(&format.format(), &date)
}

/// A number with its digits grouped.
pub fn number(number: usize, language: Language) -> String {
    let format = Intl::NumberFormat::new(&locales(language), &Object::new());
    #[expect(clippy::cast_precision_loss, reason = "no text is that long")]
    let value = JsValue::from_f64(number as f64);
    call(&format.format(), &value).unwrap_or_else(|| number.to_string())
}

fn locales(language: Language) -> Array {
    Array::of1(&language.tag().into())
}

fn call(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}
