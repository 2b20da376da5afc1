//! Key texts that are made to tire the reader out.

use std::time::{Duration, Instant};

use jwt_why::keys;

/// What a text of this size may take, in a build without optimisation; quadratic time takes minutes.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
#[expect(clippy::disallowed_methods, reason = "the time that reading takes is what is looked at")]
fn repetition_in_a_key_text_is_read_in_linear_time() {
    for piece in [
        "BEGIN",
        "BEGIN ",
        "-----BEGIN",
        "-----BEGIN PUBLIC KEY-----",
        "-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAAA",
        "-",
        "\u{2014}",
        "{",
        "[",
        "{\"keys\":[",
        "{\"kty\":\"oct\"},",
        "\"",
        "\\n",
        "%2D",
        "A",
        "A\n",
        " ",
        "\n",
        "=",
        "ssh-rsa ",
        "ssh-rsa AAAAB3NzaC1yc2E",
        "https://",
        "base64:",
        "0",
        "<RSAKeyValue><Modulus>",
        "\u{0}",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let started = Instant::now();
        let ring = keys::read(&[text]);
        let took = started.elapsed();
        assert!(took < PATIENCE, "{piece:?} took {took:?} for {} keys", ring.keys.len());
    }
}
