//! The signature in another form or under another algorithm, and another spelling of what was signed.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jwt_why::{
    cause::ExperimentId,
    diagnosis::report::{ProofKind, TokenReport},
    jose::base64url,
    policy::Policy,
    sign, verify,
};

use crate::{CLAIMS, HEADER, diagnose, hex, proved, signed, signed_with};

const RSA: &str = include_str!("../data/keys/own-rsa-0.pem");
const ES256: &str = include_str!("../data/keys/own-es256-0.pem");
const ES512: &str = include_str!("../data/keys/own-es512-0.pem");
const SECRET: &str = "a-secret-of-many-characters-that-is-long-enough";

fn judge(token: String, key: &str) -> TokenReport {
    diagnose(token, key, Policy::default())
}

/// The token with other octets for a signature.
fn resigned(token: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let (input, signature) = token.rsplit_once('.').unwrap_or_default();
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(change(&base64url::decode(signature).bytes)))
}

/// An INTEGER of DER (X.690 section 8.3).
fn integer(number: &[u8]) -> Vec<u8> {
    let digits = number.iter().position(|octet| *octet != 0).map_or(&[0][..], |start| &number[start..]);
    let sign: &[u8] = if digits[0] >= 0x80 { &[0] } else { &[] };
    [&[2, u8::try_from(sign.len() + digits.len()).unwrap_or_default()], sign, digits].concat()
}

/// R and S as ECDSA-Sig-Value (RFC 3279 section 2.2.3).
fn der(signature: &[u8]) -> Vec<u8> {
    let (r, s) = signature.split_at(signature.len() / 2);
    let body = [integer(r), integer(s)].concat();
    let length = u8::try_from(body.len()).unwrap_or_default();
    let head = if length < 0x80 { vec![0x30, length] } else { vec![0x30, 0x81, length] };
    [head, body].concat()
}

#[test]
fn der_in_place_of_two_numbers() {
    for (alg, key) in [("ES256", ES256), ("ES512", ES512)] {
        let token = signed(alg, key, &format!(r#"{{"alg":"{alg}"}}"#), CLAIMS);
        assert_eq!(proved(&judge(resigned(&token, der), key)), "der-signature", "{alg}");
    }
}

/// A token of ES256 whose R or S begins with a zero, which a careless issuer leaves out.
fn with_leading_zero(half: usize) -> String {
    let token = |jti: u32| {
        let claims = CLAIMS
            .replace("\"sub\"", &format!("\"jti\":{jti},\"sub\""))
            .replace("jti\":", "jti\":\"")
            .replace(",\"sub", "\",\"sub");
        signed("ES256", ES256, r#"{"alg":"ES256"}"#, &claims)
    };
    let octet =
        |token: &String| base64url::decode(token.rsplit('.').next().unwrap_or_default()).bytes[32 * half];
    (0..4_000)
        .map(token)
        .find(|token| octet(token) == 0)
        .unwrap_or_else(|| panic!("no zero in 4,000 signatures"))
}

#[test]
fn numbers_that_lost_or_gained_zeros() {
    for half in 0..2 {
        let token = with_leading_zero(half);
        let without = resigned(&token, |signature| {
            let mut signature = signature.to_vec();
            signature.remove(32 * half);
            signature
        });
        assert_eq!(proved(&judge(without, ES256)), "signature-damaged");
        let more = resigned(&token, |signature| {
            let (r, s) = signature.split_at(32);
            [&[0], r, &[0], s].concat()
        });
        assert_eq!(proved(&judge(more, ES256)), "signature-damaged");
    }
}

#[test]
fn other_texts_of_the_signature() {
    let token = signed_with(SECRET.as_bytes(), HEADER, CLAIMS);
    for (name, change) in [
        ("hex", (|octets| hex(octets).into_bytes()) as fn(&[u8]) -> Vec<u8>),
        ("base64", |octets| STANDARD.encode(octets).into_bytes()),
        ("base64url", |octets| URL_SAFE_NO_PAD.encode(octets).into_bytes()),
    ] {
        assert_eq!(proved(&judge(resigned(&token, change), SECRET)), "signature-damaged", "{name}");
    }
    let padded = format!("{token}=");
    assert_eq!(proved(&judge(padded, SECRET)), "base64-padding");
    let cut = token[..token.len() - 9].to_owned();
    for (damaged, cause) in [(cut, "truncated-token"), (token.to_lowercase(), "signature-damaged")] {
        let (input, _) = token.rsplit_once('.').unwrap_or_default();
        let signature = damaged.rsplit('.').next().unwrap_or_default();
        let report = judge(format!("{input}.{signature}"), SECRET);
        let first = report.proved.first().and_then(|proof| proof.changes.first());
        assert_eq!(first.map(|change| change.cause.id()), Some(cause));
    }
}

#[test]
fn the_hash_of_a_nonce_in_its_place() {
    // SHA-256 of the letters "nonce", in base64url.
    let hash = "eDd7UldXtJRCf4kBT5fXmSjzk40U61HiD7XeyYNOswQ";
    let header = format!(r#"{{"typ":"JWT","nonce":"{hash}","alg":"RS256"}}"#);
    let token = signed("RS256", RSA, &header, CLAIMS);
    let sent = URL_SAFE_NO_PAD.encode(header.replace(hash, "nonce"));
    let rest = token.split_once('.').map_or("", |(_, rest)| rest);
    let token = judge(format!("{sent}.{rest}"), RSA);
    let first =
        token.proved.first().map(|proof| (proof.kind, proof.changes.len(), proof.changes[0].experiment));
    assert_eq!(first, Some((ProofKind::Observed, 1, ExperimentId::NonceHashed)));
}

#[test]
fn every_other_algorithm_that_the_key_can_serve() {
    let algorithms = |family: &[&str]| -> Vec<&'static str> {
        verify::all()
            .iter()
            .map(|row| row.name)
            .filter(|name| family.iter().any(|start| name.starts_with(start)))
            .collect()
    };
    let mut pairs = 0;
    for (family, key) in [(&["RS", "PS"][..], RSA), (&["HS"][..], SECRET)] {
        for named in algorithms(family) {
            for used in algorithms(family).into_iter().filter(|used| *used != named) {
                let token = signed(used, key, &format!(r#"{{"alg":"{named}"}}"#), CLAIMS);
                assert_eq!(proved(&judge(token, key)), "alg-header-wrong", "{named} {used}");
                pairs += 1;
            }
        }
    }
    assert!(pairs >= 36, "{pairs}");
}

#[test]
fn a_header_that_names_no_algorithm() {
    for (header, cause) in [
        (r#"{"typ":"JWT"}"#, "alg-missing"),
        (r#"{"alg":"none"}"#, "alg-none"),
        (r#"{"alg":"HMAC"}"#, "alg-unknown"),
    ] {
        let key = URL_SAFE_NO_PAD.encode(SECRET);
        let token = sign::Order {
            header: header.to_owned(),
            payload: CLAIMS.to_owned(),
            algorithm: "HS256".to_owned(),
            key: format!(r#"{{"kty":"oct","k":"{key}"}}"#),
            ..sign::Order::default()
        };
        let token = sign::sign(&token, &[]).unwrap_or_else(|refusal| panic!("{refusal:?}")).token;
        let report = judge(token, SECRET);
        let first = report.proved.first().and_then(|proof| proof.changes.first());
        assert_eq!(first.map(|change| change.cause.id()), Some(cause), "{header}");
    }
}

/// A token that shows these texts, and whose signature is over the others.
fn respelled(shown: [&str; 2], signed: [&str; 2]) -> String {
    let token = signed_with(SECRET.as_bytes(), signed[0], signed[1]);
    let signature = token.rsplit('.').next().unwrap_or_default();
    let [header, payload] = shown.map(|text| URL_SAFE_NO_PAD.encode(text));
    format!("{header}.{payload}.{signature}")
}

#[test]
fn other_spellings_of_what_was_signed() {
    let claims = r#"{"sub":"user-1","name":"A/\u00e9<b>","n":1.0,"list":[1,2],"at":{"b":1,"a":2}}"#;
    for (header, payload) in [
        (r#"{"typ":"JWT","alg":"HS256"}"#, claims),
        (r#"{"alg": "HS256", "typ": "JWT"}"#, claims),
        (
            HEADER,
            r#"{"sub": "user-1", "name": "A/\u00e9<b>", "n": 1.0, "list": [1, 2], "at": {"b": 1, "a": 2}}"#,
        ),
        (HEADER, r#"{"sub":"user-1","name":"A\/\u00e9<b>","n":1.0,"list":[1,2],"at":{"b":1,"a":2}}"#),
        (
            HEADER,
            "{\"sub\":\"user-1\",\"name\":\"A/\u{e9}<b>\",\"n\":1.0,\"list\":[1,2],\"at\":{\"b\":1,\"a\":2}}",
        ),
        (HEADER, r#"{"at":{"b":1,"a":2},"list":[1,2],"n":1.0,"name":"A/\u00e9<b>","sub":"user-1"}"#),
        (HEADER, r#"{"at":{"a":2,"b":1},"list":[1,2],"n":1.0,"name":"A/\u00e9<b>","sub":"user-1"}"#),
    ] {
        let report = judge(respelled([HEADER, claims], [header, payload]), SECRET);
        assert_eq!(proved(&report), "reserialized-json", "{header} {payload}");
    }
    let (shown, signed) = (r#"{"name":"<b>&"}"#, r#"{"name":"\u003cb\u003e\u0026"}"#);
    for [shown, signed] in [[shown, signed], [signed, shown]] {
        assert_eq!(proved(&judge(respelled([HEADER, shown], [HEADER, signed]), SECRET)), "reserialized-json");
    }
    // What can't be read as it stands is the cause, and not the JSON, which is the one that was signed.
    let token = signed_with(SECRET.as_bytes(), HEADER, CLAIMS);
    let first = judge(token.replacen('.', "A.", 1), SECRET);
    let changes = first.proved.first().map(|proof| proof.changes.as_slice()).unwrap_or_default();
    assert_eq!(changes.first().map(|change| change.cause.id()), Some("impossible-length"));
}
