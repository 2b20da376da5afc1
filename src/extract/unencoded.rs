//! A JWS whose payload stands there as it is ("b64": false, RFC 7797): blanks and full stops may belong to it, so only
//! a text that is nothing else can be taken for one.

use super::{Find, SourceMap, characters::is_base64url};
use crate::jose::{base64url, json};

/// The fewest characters of a signature that is worth the name: half of a SHA-256 hash.
const LEAST_SIGNATURE: usize = 22;

/// The text as such a JWS, or `None` when it is none, or when its payload is spelled like any other.
pub(super) fn find(text: &str) -> Option<Find> {
    let token = text.trim();
    let (header, rest) = token.split_once('.')?;
    let (payload, signature) = rest.rsplit_once('.')?;
    let plain = payload.is_empty() || payload.chars().all(is_base64url);
    let signed = signature.len() >= LEAST_SIGNATURE && signature.chars().all(is_base64url);
    if plain || !signed || payload.contains(['\n', '\r']) || !is_unencoded(header) {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    let map = SourceMap::identity_at(start, token.len());
    Some(Find { token: token.to_owned(), map, damage: Vec::new(), damaged: false })
}

fn is_unencoded(header: &str) -> bool {
    header.starts_with("ey")
        && json::parse(&base64url::decode(header).bytes)
            .is_ok_and(|header| header.root.get("b64").and_then(json::Node::as_bool) == Some(false))
}

#[cfg(test)]
mod tests {
    use crate::extract::{AsPasted, extract};

    const HEADER: &str = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";
    const SIGNATURE: &str = "ciks0B6Hs-amhOqxI5_iG6mPKnMDlWCb7J2Wu7mtIcg";

    #[test]
    fn a_payload_with_blanks_and_stops_belongs_to_the_token() {
        for payload in ["This is the payload string!", "$.02", r#"{"iss":"https://issuer.example"}"#] {
            let token = format!("{HEADER}.{payload}.{SIGNATURE}");
            let found = extract(&format!("  {token}\n"));
            let [candidate] = found.as_slice() else { panic!("{payload}") };
            assert_eq!((candidate.token.as_str(), candidate.as_pasted), (token.as_str(), AsPasted::Ok));
            assert_eq!(candidate.occurrences[0].span.start, 2);
        }
    }

    #[test]
    fn other_text_is_left_to_the_other_readers() {
        for text in [
            format!("{HEADER}.{SIGNATURE}"),
            format!("eyJhbGciOiJIUzI1NiJ9.This is text.{SIGNATURE}"),
            format!("{HEADER}.two\nlines.{SIGNATURE}"),
            format!("{HEADER}.This is text. The end"),
        ] {
            assert!(super::find(&text).is_none(), "{text}");
        }
    }
}
