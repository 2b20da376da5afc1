//! A payload that was sent apart from its token (RFC 7515 appendix F), in the form in which somebody gives it.

use serde::{Deserialize, Serialize};

use super::base64url;
use crate::cause::Cause;

/// How the text of a detached payload is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PayloadReading {
    /// As its own octets in UTF-8.
    Text,
    /// As base64url (RFC 7515 section 2); padding and the standard alphabet are understood.
    Base64url,
}

impl PayloadReading {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Text, Self::Base64url];

    /// The public id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Base64url => "base64url",
        }
    }
}

/// A payload that was sent apart. It has no `Debug`: it is as private as a token.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetachedPayload {
    /// What somebody gave.
    pub text: String,
    /// How it is to be read; without a word about it, as what it looks like.
    pub reading: Option<PayloadReading>,
}

impl DetachedPayload {
    /// The octets that were signed, and how the text was read; `None` when it can't be read as it is to be.
    pub fn octets(&self) -> Option<(PayloadReading, Vec<u8>)> {
        let decoded = || base64url_octets(self.text.trim());
        let written = || (PayloadReading::Text, self.text.as_bytes().to_vec());
        match self.reading {
            Some(PayloadReading::Text) => Some(written()),
            Some(PayloadReading::Base64url) => Some((PayloadReading::Base64url, decoded()?)),
            None => {
                let encoded = decoded().filter(|octets| is_readable(octets));
                Some(encoded.map_or_else(written, |octets| (PayloadReading::Base64url, octets)))
            }
        }
    }
}

fn base64url_octets(text: &str) -> Option<Vec<u8>> {
    let decoded = base64url::decode(text);
    let mended = |cause| matches!(cause, Cause::StandardBase64 | Cause::Base64Padding);
    decoded.faults.iter().all(|fault| mended(fault.cause)).then_some(decoded.bytes)
}

/// Whether octets are a text that somebody could have written: words of a plain text decode to noise.
fn is_readable(octets: &[u8]) -> bool {
    let written = |character: char| !character.is_control() || matches!(character, '\t' | '\n' | '\r');
    !octets.is_empty() && std::str::from_utf8(octets).is_ok_and(|text| text.chars().all(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, reading: Option<PayloadReading>, expected: Option<(PayloadReading, &[u8])>) {
        let octets = DetachedPayload { text: text.to_owned(), reading }.octets();
        let expected = expected.map(|(reading, octets)| (reading, octets.to_vec()));
        assert_eq!(octets, expected, "{text}");
    }

    #[test]
    fn a_text_is_read_as_what_it_looks_like() {
        check("$.02", None, Some((PayloadReading::Text, b"$.02")));
        check("JC4wMg", None, Some((PayloadReading::Base64url, b"$.02")));
        check(" JC4wMg==\n", None, Some((PayloadReading::Base64url, b"$.02")));
        check(r#"{"sub":"ada"}"#, None, Some((PayloadReading::Text, br#"{"sub":"ada"}"#)));
        check("eyJzdWIiOiJhZGEifQ", None, Some((PayloadReading::Base64url, br#"{"sub":"ada"}"#)));
        check("payloads", None, Some((PayloadReading::Text, b"payloads")));
        check(" two\n", None, Some((PayloadReading::Text, b" two\n")));
    }

    #[test]
    fn a_reading_that_is_asked_for_is_kept_to() {
        check("JC4wMg", Some(PayloadReading::Text), Some((PayloadReading::Text, b"JC4wMg")));
        let noise: &[u8] = &[0xa5, 0xac, 0xa5, 0xa1, 0xa7, 0x6c];
        check("payloads", Some(PayloadReading::Base64url), Some((PayloadReading::Base64url, noise)));
        check("$.02", Some(PayloadReading::Base64url), None);
    }
}
