//! Texts made to crash a reader, or to keep it busy.

#![expect(clippy::expect_used, reason = "numbers of the generator fit")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured here")]

use std::time::{Duration, Instant};

use jwt_why::{
    diagnosis::{Diagnosis, Input},
    extract, jose,
};

/// Reads a text as the page does, and asserts that it took no longer than linear time can take.
#[track_caller]
fn read(name: &str, text: &str) {
    let start = Instant::now();
    for candidate in extract::extract(text).iter().take(64) {
        let token = jose::parse(&candidate.token);
        assert!(token.findings().len() < 10_000, "{name}: {} findings", token.findings().len());
    }
    extract::log_times(text);
    let taken = start.elapsed();
    assert!(taken < Duration::from_secs(20), "{name} took {taken:?} for {} bytes", text.len());
}

/// A text of about a hundred thousand bytes that repeats a piece: what takes quadratic time takes minutes.
fn repeated(piece: &str) -> String {
    piece.repeat(100_000 / piece.len())
}

#[test]
fn repetition_is_read_in_linear_time() {
    let pieces = [
        "eyJ",
        "eyJ.",
        "eyJ ",
        "eyJ. ",
        "eyJ.eyJ.",
        "eyJ\n",
        "eyJ.a.b ",
        "eyJ.a.b\n",
        "eyJ.a.b c d e ",
        "eyJhbGci.eyJ. ",
        ".",
        "..",
        "%",
        "%2E",
        "%25",
        "\\",
        "\\u00",
        "=",
        "~",
        "-",
        "e",
        "Z",
        "E",
        "ZXlK",
        "ZXlK ",
        "EYJ.",
        "eyj. ",
        "{",
        "[",
        "{\"signature\":",
        "{\"signatures\":[",
        "{\"payload\":1,\"signature\":1},",
        "\"ciphertext\"",
        "\"",
        "Bearer ",
        "Bearer eyJ ",
        "bearer undefined ",
        "Authorization: ",
        "a=",
        "a: ",
        "'",
        "\"eyJ\" ",
        "<eyJ> ",
        "2022-03-25 12:49:46 ",
        "2022-",
        "1648212586",
        "Mar 25 ",
        "12:",
        "\n",
        "\r\n",
        " ",
        "\u{200b}",
        "\u{2024}",
        "é",
        "…",
        "eyJ\u{200b}",
        "eyJ…",
        "eyJ...",
        "eyJ***",
        "eyJ!eyJ",
        "A\n",
        "Ab1-\n",
        "> ",
        "eyJ.eyJ.A\n> ",
        "e30.e30.",
        "e30.e30.~",
    ];
    for piece in pieces {
        read(piece, &repeated(piece));
        read(piece, &format!("eyJhbGciOiJIUzI1NiJ9.{}", repeated(piece)));
        read(piece, &format!("eyJhbGciOiJIUzI1NiJ9.eyJ.{}", repeated(piece)));
        read(piece, &format!("[{{\"a\":{}", repeated(piece)));
    }
}

#[test]
fn a_token_of_a_megabyte_is_read() {
    let claims = format!(r#"{{"data":"{}"}}"#, "x".repeat(1_000_000));
    let part = |text: &str| jose::base64url::encode(text.as_bytes());
    let token = format!("{}.{}.{}", part(r#"{"alg":"HS256"}"#), part(&claims), part(&"s".repeat(32)));
    let wrapped: Vec<_> = token.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line)).collect();
    for text in [token.clone(), wrapped.join("\n"), wrapped.join("\r\n> ")] {
        let candidates = extract::extract(&text);
        assert_eq!(candidates.len(), 1);
        assert!(candidates.iter().all(|candidate| candidate.token == token));
    }
}

/// A small generator (xorshift), so that a failure can be repeated from its number.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 0xffff_ffff).expect("it fits") % bound
    }
}

#[test]
fn no_mixture_of_pieces_makes_reading_panic() {
    let pieces = [
        "eyJ",
        "eyJhbGciOiJIUzI1NiJ9",
        "eyJzdWIiOiIxIn0",
        "e30",
        "bnVsbA",
        "ZXlKaGJHY2k",
        "eyjhbg",
        ".",
        ".",
        "..",
        "...",
        "…",
        " ",
        "\n",
        "\r\n> ",
        "=\n",
        "\\\n",
        "\t",
        "%2E",
        "%20",
        "%",
        "\\u002e",
        "\\n",
        "\"",
        "'",
        "b'",
        "<",
        ">",
        "{",
        "}",
        "[",
        "]",
        "Bearer ",
        "JWT",
        "Authorization: ",
        "token=",
        "\"token\": \"",
        ",",
        ", Bearer ",
        "é",
        "․",
        "–",
        "\u{200b}",
        "\u{feff}",
        "\u{a0}",
        "=",
        "==",
        "+",
        "/",
        "~",
        "*",
        "!",
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "A",
        "{\"signature\":\"",
        "{\"payload\":\"",
        "\"protected\":\"",
        "\"ciphertext\":",
        "2022-03-25T12:49:46",
        "Z",
        "+02:00",
        "25/Mar/2022:12:49:42 +0000",
        "\"ts\":1648212586",
        "null",
    ];
    for seed in 1..4_000 {
        let mut random = Random(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let text: String = (0..random.below(24))
            .map(|_| pieces.get(random.below(pieces.len())).copied().unwrap_or_default())
            .collect();
        for candidate in extract::extract(&text) {
            for span in candidate.damage.iter().filter_map(|finding| finding.span) {
                assert!(text.get(span.range()).is_some(), "{seed}: {text:?} {span:?}");
            }
            for finding in jose::parse(&candidate.token).findings() {
                let span = finding.span.unwrap_or_default();
                assert!(
                    candidate.token.get(span.range()).is_some(),
                    "{seed}: {:?} {:?} {span:?}",
                    candidate.token,
                    finding.cause
                );
                let outer = candidate.map.span(span);
                assert!(
                    text.get(outer.range()).is_some(),
                    "{seed}: {text:?} {:?} {span:?} -> {outer:?}",
                    candidate.token
                );
            }
        }
    }
}

#[test]
fn no_bytes_make_reading_panic() {
    for seed in 1..2_000 {
        let mut random = Random(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let length = random.below(200);
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(random.below(256)).expect("a byte")).collect();
        let text = String::from_utf8_lossy(&bytes);
        read("bytes", &text);
        let token = jose::parse(&format!(
            "{}.{}.c2ln",
            jose::base64url::encode(&bytes),
            jose::base64url::encode(&bytes)
        ));
        assert!(!token.findings().is_empty() || length < 3, "{seed}");
        jose::parse(&text);
    }
}

/// Tokens as a fuzzer found them: their segments hold bytes that are no UTF-8.
#[test]
fn the_spans_of_a_token_stand_on_its_characters() {
    for bytes in [&include_bytes!("data/fuzz/jose-1.bin")[..], include_bytes!("data/fuzz/jose-2.bin")] {
        let token = String::from_utf8_lossy(bytes).into_owned();
        for finding in jose::parse(&token).findings() {
            let span = finding.span.unwrap_or_default();
            assert!(token.get(span.range()).is_some(), "{finding:?}");
        }
    }
}

/// A token and a key for which a fuzzer's search for two changes took long: the search comes to its end.
#[test]
fn a_search_that_finds_nothing_ends() {
    let bytes = include_bytes!("data/fuzz/diagnosis-1.bin");
    let mut parts = bytes.splitn(2, |byte| *byte == 0xff).map(String::from_utf8_lossy);
    let mut text = || parts.next().unwrap_or_default().into_owned();
    let input = Input { text: text(), keys: vec![text()], now: 1_750_000_000, ..Input::default() };
    let report = Diagnosis::start(input, None).finish();
    assert!(report.finished);
    assert_eq!(report.tokens.len(), 1);
}
