//! The secret went through a URL or a connection string and is percent-encoded on one side only.

use super::given_texts;
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// Decodes percent-encoding, with and without "+" for a blank; encodes what a URL can't hold.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        let decoded = [decode(text), decode(&text.replace('+', " "))];
        let twice = decoded.each_ref().map(|bytes| decode(&String::from_utf8_lossy(bytes)));
        let encoded = [encode(text, ""), encode(text, COMPONENT)];
        let form = encoded.each_ref().map(|encoded| encoded.replace("%20", "+"));
        let encoded = encoded.iter().chain(&form).flat_map(|text| [text.clone(), with_small_digits(text)]);
        let facts = || Facts::new().public("encoding", "percent");
        proposals.extend(decoded.into_iter().chain(twice).filter_map(|bytes| given.becomes(bytes, facts())));
        proposals.extend(encoded.filter_map(|text| {
            let facts = facts().public("encoded_bytes", text.len());
            given.becomes(text.into_bytes(), facts)
        }));
    }
    proposals
}

/// Resolves each `%` with two hexadecimal digits; others stay.
fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digit = |at: usize| behind.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.extend(u8::try_from(high * 16 + low));
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    bytes
}

/// What JavaScript's `encodeURIComponent` leaves alone beyond the unreserved characters.
const COMPONENT: &str = "!'()*";

/// Encodes all but the unreserved characters of RFC 3986 section 2.3 and those of `kept`.
fn encode(text: &str, kept: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ if kept.as_bytes().contains(&byte) => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The same percent-encoding with small digits, as .NET writes it.
fn with_small_digits(encoded: &str) -> String {
    let mut characters = encoded.chars();
    let mut small = String::with_capacity(encoded.len());
    while let Some(character) = characters.next() {
        small.push(character);
        if character == '%' {
            small.extend(characters.by_ref().take(2).map(|digit| digit.to_ascii_lowercase()));
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::ExperimentId as Id,
        experiments::testing::{check_secret, hs256},
        text::{self, Language::En},
    };

    #[test]
    fn the_change_says_which_way_it_goes() {
        for (given, signed, expected) in [
            (&b"ZQ=="[..], &b"ZQ%3D%3D"[..], "percent-encode the secret (4 characters become 8 bytes)"),
            (b"ZQ%3D%3D", b"ZQ==", "percent-decode the secret (8 characters become 4 bytes)"),
        ] {
            let proposals = propose(&hs256(given, signed));
            let read = proposals.iter().map(|p| text::change(Id::SecretUrlEncoded, &p.facts, En));
            assert_eq!(read.collect::<Vec<_>>().first().map(String::as_str), Some(expected));
        }
    }

    #[test]
    fn percent_encoding_is_taken_off_and_put_on() {
        check_secret(propose, b"a%2Bb%3d%", b"a+b=%");
        check_secret(propose, b"a+b%21", b"a b!");
        check_secret(propose, b"a+b/c=", b"a%2Bb%2Fc%3D");
        check_secret(propose, b"a b", b"a+b");
        check_secret(propose, b"a%252Bb", b"a+b");
        check_secret(propose, b"a+b/c!", b"a%2bb%2fc%21");
        check_secret(propose, b"a+b/c!", b"a%2Bb%2Fc!");
    }
}
