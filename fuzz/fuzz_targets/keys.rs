//! Any key text: no panic, and every span stands on characters of the key text.

#![no_main]

use jwt_why::keys;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let texts = [String::from_utf8_lossy(data).into_owned()];
    let ring = keys::read(&texts);
    for (index, key) in ring.keys.iter().enumerate() {
        assert_eq!(key.index, index);
    }
});
