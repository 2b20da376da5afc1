//! Tokens that are made here: each verifies with its secret, and with one bit changed none does.

#![expect(clippy::expect_used, reason = "a test ends with the message of what was expected")]

use jwt_why::{
    diagnosis::{
        Diagnosis, Input,
        report::{Report, SignatureState, Verdict},
    },
    jose::base64url,
    verify,
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
}

/// A token with claims of its own, signed with this secret.
fn made(random: &mut Random, alg: &str, secret: &str) -> String {
    let claims = format!(
        r#"{{"sub":"{}","n":{},"exp":{}}}"#,
        random.letters(8),
        random.next(),
        1_750_000_001 + random.next() % 1_000_000
    );
    let header = format!(r#"{{"alg":"{alg}","typ":"JWT"}}"#);
    let input = [header, claims].map(|part| base64url::encode(part.as_bytes())).join(".");
    let algorithm = verify::by_name(alg).expect("a row of the table");
    let tag = verify::hmac(algorithm, secret.as_bytes(), input.as_bytes()).expect("an HMAC");
    format!("{input}.{}", base64url::encode(&tag))
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
        let token = made(&mut random, alg, &secret);
        let verdicts = |report: Report| report.tokens.iter().map(|token| token.verdict).collect::<Vec<_>>();
        assert_eq!(verdicts(diagnose(token.clone(), &secret)), [Verdict::Accepted], "round {round}");
        assert_eq!(verdicts(diagnose(token, &other)), [Verdict::Rejected], "round {round}");
    }
}

#[test]
fn a_token_with_one_bit_changed_never_verifies() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for round in 0..60 {
        let secret = random.letters(64);
        let token = made(&mut random, "HS256", &secret);
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
