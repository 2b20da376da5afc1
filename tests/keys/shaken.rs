//! Key texts with some characters changed: whatever comes of them, nothing stops.

use jwt_why::{
    jose::{self, Token},
    verify::{self, Outcome, Verifications, decrypt},
};

use crate::{EC, EC_JWK, RSA, check_findings, read};

/// Changes some characters of a text, the same ones in each run.
fn shaken(text: &str, seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(bound).unwrap()).unwrap()
    };
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=next(4) {
        let at = next(characters.len());
        match next(4) {
            0 => drop(characters.remove(at)),
            1 => characters.insert(at, ['\n', '"', '\\', '-', '=', '{', 'é', '\u{200b}'][next(8)]),
            _ => characters[at] = char::from(u8::try_from(0x20 + next(0x5f)).unwrap()),
        }
    }
    characters.into_iter().collect()
}

#[test]
fn no_changed_key_text_stops_the_reader_the_verifier_or_the_decryption() {
    let jwk = vector("cookbook/6.nested/jwe")["key"].to_string();
    let signed = jose::parse(vector("cookbook/6.nested/jws")["token"].as_str().unwrap());
    let encrypted = jose::parse(vector("cookbook/6.nested/jwe")["token"].as_str().unwrap());
    let (Token::Jws(jws), Token::Jwe(jwe)) = (signed, encrypted) else { panic!() };
    let mut memo = Verifications::default();
    let (mut read_keys, mut decrypted) = (0, 0);
    for text in [RSA, EC, EC_JWK, &jwk, key_file!("rsa-pkcs1-private.pem"), key_file!("ec-pkcs8.pem")] {
        for seed in 0..60 {
            let changed = shaken(text, seed);
            let ring = read(&changed);
            check_findings(&changed, &ring);
            for key in &ring.keys {
                read_keys += 1;
                for algorithm in verify::all() {
                    let signature = &jws.signatures[0].signature.bytes;
                    let outcome = memo.verify(key, algorithm, &jws.signing_input(0, None), signature);
                    assert!(!matches!(outcome, Outcome::Verified(_)));
                }
            }
            decrypted += usize::from(decrypt::decrypt(&jwe, &ring).is_ok());
        }
    }
    assert!(read_keys > 50 && decrypted > 0, "{read_keys} keys, {decrypted} decryptions");
}

/// A row of the vectors of other projects.
fn vector(id: &str) -> serde_json::Value {
    let rows = include_str!("../data/vectors.jsonl").lines();
    rows.map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap())
        .find(|row| row["id"] == id)
        .unwrap()
}

/// Each of these texts would take minutes if a reader looked at the rest of it again and again.
#[test]
fn long_texts_of_one_kind_are_read_once() {
    for piece in [
        "BEGIN ",
        "-----BEGIN ",
        "-BEGIN A",
        "-END ",
        "ssh-rsa A ",
        "-begin%20",
        "\\",
        "\"",
        "[",
        "{\"a\":",
        "/a",
        "30",
        "QUFB",
    ] {
        let text = piece.repeat(400_000 / piece.len());
        let ring = read(&text);
        assert_eq!(ring.texts, 1, "{piece}");
        assert!(ring.keys.len() + ring.findings.len() <= 1_000, "{piece}: {:?}", ring.findings.len());
    }
}
