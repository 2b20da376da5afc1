//! Any token text: no panic, and every span stands on characters of the token.

#![no_main]

use jwt_why::jose;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for finding in jose::parse(&text).findings() {
        let span = finding.span.unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "a finding stands outside of the token");
    }
});
