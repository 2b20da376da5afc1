//! Any text: no panic, and every span stands on characters of the paste.

#![no_main]

use jwt_why::extract;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for candidate in extract::extract(&text) {
        for occurrence in &candidate.occurrences {
            assert!(text.get(occurrence.span.range()).is_some(), "an occurrence stands outside of the paste");
        }
        for finding in &candidate.damage {
            let span = finding.span.unwrap_or_default();
            assert!(text.get(span.range()).is_some(), "a finding stands outside of the paste");
        }
    }
});
