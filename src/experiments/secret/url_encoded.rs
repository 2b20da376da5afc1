//! The secret went through a URL or a connection string and is percent-encoded on one side only.

use super::given_texts;
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// Decodes percent-encoding, with and without "+" for a blank; encodes what a URL can't hold.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        let facts = || Facts::new().public("encoding", "percent");
        let (encoded, form) = (encode(text), encode(text).replace("%20", "+"));
        let readings =
            [decode(text), decode(&text.replace('+', " ")), encoded.into_bytes(), form.into_bytes()];
        proposals.extend(readings.into_iter().filter_map(|bytes| given.becomes(bytes, facts())));
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

/// Encodes all but the unreserved characters of RFC 3986 section 2.3.
fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn percent_encoding_is_taken_off_and_put_on() {
        check_secret(propose, b"a%2Bb%3d%", b"a+b=%");
        check_secret(propose, b"a+b%21", b"a b!");
        check_secret(propose, b"a+b/c=", b"a%2Bb%2Fc%3D");
        check_secret(propose, b"a b", b"a+b");
    }
}
