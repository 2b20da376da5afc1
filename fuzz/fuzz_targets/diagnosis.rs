//! Any paste and key, parted by the byte 0xFF: the diagnosis comes to its end.

#![no_main]

use jwt_why::diagnosis::{Diagnosis, Input};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut parts = data.splitn(2, |byte| *byte == 0xff);
    let mut text = || String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let input = Input { text: text(), keys: vec![text()], now: 1_750_000_000, ..Input::default() };
    assert!(Diagnosis::start(input, None).finish().finished);
});
