//! Algorithm confusion: the HMAC was made with the text of a public key, which everybody knows.

use crate::{
    case::Case,
    experiments::{
        Proposal, secret,
        signature::{
            json_orders,
            json_spelling::{self, LAYOUTS},
        },
    },
    finding::Facts,
    jose::json,
    keys::{Key, KeyKind},
};

/// The greatest number of public keys that are spelled out.
const MAX_KEYS: usize = 20;
/// The greatest number of members of a JWK that are tried in every order.
const MOST_MEMBERS: usize = 4;

/// Uses each spelling of each public key as an HMAC secret.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if !secret::is_hmac(case) {
        return Vec::new();
    }
    let public = || case.keys.keys.iter().filter(|key| key.kind() != KeyKind::Secret).take(MAX_KEYS);
    let pasted = public().flat_map(|key| pasted(case, key));
    let made = public().flat_map(|key| {
        let texts = key.public_texts();
        let orders = texts.iter().filter(|text| text.starts_with(b"{")).flat_map(|jwk| orders(jwk));
        let orders: Vec<Vec<u8>> = orders.collect();
        texts.into_iter().chain(orders)
    });
    pasted.chain(made).map(|text| secret::own(&text, Facts::new().public("format", form(&text)))).collect()
}

/// The text in which the key was pasted, and what stands in it about this key, with no and with one line end; a JWK in
/// every layout, too.
fn pasted(case: &Case, key: &Key) -> Vec<Vec<u8>> {
    let Some(source) = case.keys.sources.get(key.text) else { return Vec::new() };
    let own = source.bytes().get(key.span.range()).unwrap_or_default();
    let mut texts = Vec::from(ends(source.bytes()));
    texts.extend(ends(own));
    if let Some(jwk) = std::str::from_utf8(own).ok().filter(|text| text.starts_with('{')) {
        texts.extend(LAYOUTS.into_iter().map(|layout| json_spelling::lay_out(jwk, layout).into_bytes()));
    }
    texts
}

/// The members of a JWK in every order: which comes first depends on the library.
fn orders(jwk: &[u8]) -> Vec<Vec<u8>> {
    let document = json::parse(jwk).ok();
    let orders = document.map(|document| json_orders::orders(&document, MOST_MEMBERS)).unwrap_or_default();
    orders.into_iter().map(String::into_bytes).collect()
}

/// The text as it is, and with no and with one line end.
fn ends(text: &[u8]) -> [Vec<u8>; 3] {
    let trimmed = text.trim_ascii();
    [text.to_vec(), trimmed.to_vec(), [trimmed, b"\n"].concat()]
}

/// What a spelling of a public key is called.
fn form(text: &[u8]) -> &'static str {
    match text.first() {
        Some(b'-') => "pem",
        Some(b'{') => "jwk",
        Some(b's' | b'e') => "ssh",
        Some(0x30) => "der",
        _ => "base64",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, verifies_after};

    const PEM: &str = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAemhh0zJBmj6t+7F8CqfC1I7TIvolY6JQevnkVvZhZ3w=\n-----END PUBLIC KEY-----\n";

    #[test]
    fn the_pem_with_all_line_ends_is_tried_as_a_secret() {
        for text in [PEM.to_owned(), PEM.trim_end().to_owned(), PEM.replace('\n', "\r\n")] {
            assert!(verifies_after(&case_of("HS256", text.as_bytes(), PEM), propose), "{text:?}");
        }
    }

    #[test]
    fn a_secret_is_no_public_key() {
        assert!(propose(&case_of("HS256", b"one", "two")).is_empty());
    }
}
