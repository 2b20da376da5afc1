//! Tokens that are made here: each verifies with its key, for every algorithm, a real library agrees where it knows the
//! algorithm, and with one bit changed no token of HS256 verifies.

#![expect(clippy::expect_used, reason = "a test ends with the message of what was expected")]

use jwt_why::{
    diagnosis::{
        Diagnosis, Input,
        report::{Report, SignatureState, Verdict},
    },
    jose::base64url,
    sign::{self, Made, Order},
    verify::{self, Algorithm},
};

/// A small generator (xorshift), so that a failure can be repeated from its number.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn letters(&mut self, length: usize) -> String {
        (0..length).map(|_| char::from(b'a' + u8::try_from(self.next() % 26).unwrap_or_default())).collect()
    }

    fn octets(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next().to_be_bytes()[0]).collect()
    }
}

/// A private key for the algorithm, or a secret.
fn key(random: &mut Random, algorithm: &Algorithm) -> String {
    match sign::octets_needed(algorithm) {
        None => include_str!("data/keys/own-rsa-0.pem").to_owned(),
        Some(octets) => {
            let new = sign::generate(algorithm, &random.octets(octets)).expect("is no RSA key");
            new.expect("a number below the curve's order").private
        }
    }
}

/// A token with claims of its own.
fn made(random: &mut Random, alg: &str, key: &str) -> Made {
    let payload = format!(
        r#"{{"sub":"{}","n":{},"exp":{}}}"#,
        random.letters(8),
        random.next(),
        1_750_000_001 + random.next() % 1_000_000
    );
    let header = format!(r#"{{"alg":"{alg}","typ":"JWT"}}"#);
    let order = Order { header, payload, algorithm: alg.to_owned(), key: key.to_owned(), ..Order::default() };
    sign::sign(&order, &random.octets(64)).expect("a key of the algorithm")
}

fn diagnose(text: String, secret: &str) -> Report {
    let keys = vec![secret.to_owned()];
    Diagnosis::start(Input { text, keys, now: 1_750_000_000, ..Input::default() }, None).finish()
}

#[test]
fn a_token_made_here_is_accepted_with_its_secret_only() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..60 {
        let alg = ["HS256", "HS384", "HS512"][round % 3];
        let (secret, other) = (random.letters(64), random.letters(64));
        let token = made(&mut random, alg, &secret).token;
        let verdicts = |report: Report| report.tokens.iter().map(|token| token.verdict).collect::<Vec<_>>();
        assert_eq!(verdicts(diagnose(token.clone(), &secret)), [Verdict::Accepted], "round {round}");
        assert_eq!(verdicts(diagnose(token, &other)), [Verdict::Rejected], "round {round}");
    }
}

#[test]
fn a_token_of_every_algorithm_is_accepted_with_its_public_key() {
    let mut random = Random(0x8536_9e21_0f3c_77a5);
    for round in 0..2 {
        for algorithm in verify::all() {
            let alg = algorithm.name;
            let private = key(&mut random, algorithm);
            let made = made(&mut random, alg, &private);
            let report = diagnose(made.token.clone(), made.public.as_deref().unwrap_or(&private));
            let token = &report.tokens[0];
            assert_eq!(token.verdict, Verdict::Accepted, "{alg}, round {round}");
            assert_eq!(token.alg.as_deref(), Some(alg));
            let opinion = token.opinion.as_ref().expect("the library is asked");
            let is_known = alg.parse::<jsonwebtoken::Algorithm>().is_ok();
            assert_eq!(opinion.accepts == Some(true), is_known, "{alg}: {opinion:?}");
            if round == 0 && sign::octets_needed(algorithm).is_some() {
                let other = key(&mut random, algorithm);
                assert_eq!(diagnose(made.token, &other).tokens[0].verdict, Verdict::Rejected, "{alg}");
            }
        }
    }
}

#[test]
fn the_hmac_tokens_of_others_are_made_again() {
    let rows = include_str!("data/vectors.jsonl").lines();
    let again = rows.filter_map(|row| {
        let row: serde_json::Value = serde_json::from_str(row).expect("a row is JSON");
        let octets = row["key"]["oct_b64url"].as_str().or_else(|| row["key"]["k"].as_str())?;
        let (token, key) = (row["token"].as_str()?, format!(r#"{{"kty":"oct","k":"{octets}"}}"#));
        let mut parts = token.split('.');
        let mut text = || String::from_utf8(base64url::decode(parts.next()?).bytes).ok();
        let (header, payload) = (text()?, text()?);
        let algorithm = serde_json::from_str::<serde_json::Value>(&header).ok()?["alg"].as_str()?.to_owned();
        let is_hmac = algorithm.starts_with("HS") && row["expected"] == "valid";
        let order = Order { header, payload, algorithm, key, ..Order::default() };
        let made = sign::sign(&order, &[]).ok().filter(|_| is_hmac)?;
        assert_eq!(made.token, token, "{}", row["id"]);
        Some(())
    });
    let again = again.count();
    assert!(again >= 40, "{again}");
}

#[test]
fn a_token_with_one_bit_changed_never_verifies() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..60 {
        let secret = random.letters(64);
        let token = made(&mut random, "HS256", &secret).token;
        let mut segments = token.split('.').map(|part| base64url::decode(part).bytes).collect::<Vec<_>>();
        let bytes = &mut segments[round % 3];
        let bit = usize::try_from(random.next() % 1_000_000).unwrap_or_default() % (bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        let changed = segments.iter().map(|part| base64url::encode(part)).collect::<Vec<_>>().join(".");
        let report = diagnose(changed, &secret);
        let verified = report.tokens.iter().any(|token| token.signature == SignatureState::Verified);
        assert!(!verified, "round {round}, bit {bit}");
    }
}
