//! Algorithm confusion: the HMAC was made with the text of a public key, which everybody knows.

use crate::{
    case::Case,
    experiments::{Proposal, secret},
    finding::Facts,
    keys::{Key, KeyKind},
};

/// The greatest number of public keys that are spelled out.
const MAX_KEYS: usize = 20;

/// Uses each spelling of each public key as an HMAC secret.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if !secret::is_hmac(case) {
        return Vec::new();
    }
    let public = || case.keys.keys.iter().filter(|key| key.kind() != KeyKind::Secret).take(MAX_KEYS);
    let pasted =
        public().filter_map(|key| case.keys.sources.get(key.text)).flat_map(|source| ends(source.bytes()));
    pasted
        .chain(public().flat_map(Key::public_texts))
        .map(|text| secret::own(&text, Facts::new().public("format", form(&text))))
        .collect()
}

/// The text as it was pasted, and with no and with one line end.
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
