//! Each explanation that the page is to try is an experiment, and is proved on a case: by itself it leads to acceptance
//! and is the first thing that is proved.

#![expect(clippy::panic, reason = "a test ends with the message of what was expected")]

mod claims;
mod keys;
mod secrets;
mod signatures;
mod traps;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jwt_why::{
    diagnosis::{
        Diagnosis, Input,
        report::{ProofKind, TokenReport},
    },
    policy::Policy,
    sign::{self, Order},
};

/// The time at which every token is judged, in seconds since 1970-01-01T00:00:00Z.
const NOW: i64 = 1_750_000_000;
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
const CLAIMS: &str =
    r#"{"iss":"https://issuer.example","sub":"user-1","aud":"api","iat":1749999940,"exp":1750003600}"#;

fn diagnose(text: String, keys: &str, policy: Policy) -> TokenReport {
    let input = Input { text, keys: vec![keys.to_owned()], policy, now: NOW, ..Input::default() };
    let token = Diagnosis::start(input, None).finish().tokens.into_iter().next();
    token.unwrap_or_else(|| panic!("there is a token"))
}

/// A token that this key signs, under the algorithm of that name, whatever the header says.
fn signed(algorithm: &str, key: &str, header: &str, claims: &str) -> String {
    let (header, payload) = (header.to_owned(), claims.to_owned());
    let order =
        Order { header, payload, algorithm: algorithm.to_owned(), key: key.to_owned(), ..Order::default() };
    sign::sign(&order, &[7; 64]).unwrap_or_else(|refusal| panic!("{refusal:?}")).token
}

/// A token of HS256 that these octets sign.
fn signed_with(secret: &[u8], header: &str, claims: &str) -> String {
    let key = format!(r#"{{"kty":"oct","k":"{}"}}"#, URL_SAFE_NO_PAD.encode(secret));
    signed("HS256", &key, header, claims)
}

/// The causes of the first proof by acceptance, with blanks between.
fn proved(token: &TokenReport) -> String {
    let first = token.proved.first().filter(|proof| proof.kind == ProofKind::Accepted);
    let changes = first.map_or(&[][..], |proof| &proof.changes);
    changes.iter().map(|change| change.cause.id()).collect::<Vec<_>>().join(" ")
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect::<Vec<_>>().concat()
}
