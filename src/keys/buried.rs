//! Keys among other text: a key set with the answer's header lines, a prompt or a fence around it, and the values of
//! settings that hold a key and no secret.

use super::{
    found::{Found, MOST_KEYS},
    jwks,
    recognise::{Depth, recognise_text},
};
use crate::{cause::Cause, jose::json};

/// The fewest characters of a value that may be a key or say where one is.
const LEAST_VALUE: usize = 12;

/// The most braces that are tried as the beginning of JSON.
const MOST_BRACES: usize = 16;

/// The longest name of a setting.
const LONGEST_NAME: usize = 80;

/// Whether it is worth looking: the padding of base64 alone is no sign of anything.
pub(super) fn may_be(text: &str) -> bool {
    text.trim_end_matches(['=', ' ', '\n']).contains(['=', ':', '{'])
}

/// The keys in the text, or `None` where none is certain.
#[inline(never)]
pub(super) fn read(text: &str, depth: Depth) -> Option<Found> {
    let depth = depth.deeper()?;
    set(text, depth).or_else(|| values(text, depth))
}

/// A JWK or a set of them with other text before or behind it.
fn set(text: &str, depth: Depth) -> Option<Found> {
    if !text.contains("\"keys\"") && !text.contains("\"kty\"") {
        return None;
    }
    let end = text.rfind('}')? + 1;
    let starts = text.get(..end)?.match_indices('{').map(|(start, _)| start).take(MOST_BRACES);
    let parsed =
        |start: &usize| text.get(*start..end).is_some_and(|json| json::parse(json.as_bytes()).is_ok());
    let start = starts.into_iter().find(parsed)?;
    let found = jwks::read(text.get(start..end)?, depth)?;
    (found.is_set || !found.keys.is_empty()).then(|| found.shifted(start))
}

/// The keys that stand as values behind names, a line each; of a single value also where its key is.
fn values(text: &str, depth: Depth) -> Option<Found> {
    let mut all = Found::default();
    let (mut at, mut lines) = (0, 0);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        lines += usize::from(!line.trim().is_empty());
        let Some((value, offset)) = value(line) else { continue };
        if let Some(found) = recognise_text(value, depth) {
            all.append(found.shifted(start + offset));
        }
        if all.keys.len() > MOST_KEYS {
            break;
        }
    }
    let elsewhere =
        all.findings.iter().any(|finding| matches!(finding.cause, Cause::KeyIsUrl | Cause::KeyIsPath));
    (!all.keys.is_empty() || lines == 1 && elsewhere).then_some(all)
}

/// The value of a line `NAME=value` or `name: "value"`, and where it begins.
fn value(line: &str) -> Option<(&str, usize)> {
    let end = line.find(['=', ':']).filter(|end| (1..=LONGEST_NAME).contains(end))?;
    let name = line.get(..end)?.trim().trim_matches(['"', '\'']);
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-. ".contains(&byte));
    let value = line.get(end + 1..)?.trim().trim_end_matches([',', ';']).trim_matches(['"', '\'']);
    let offset = end + 1 + line.get(end + 1..)?.find(value)?;
    (is_name && !name.is_empty() && value.len() >= LEAST_VALUE).then_some((value, offset))
}

#[cfg(test)]
mod tests {
    use crate::{
        cause::Cause,
        keys::{self, KeyKind, ReadAs},
    };

    const PEM: &str = include_str!("../../tests/data/keys/ec-spki.pem");
    const SET: &str =
        r#"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;

    /// The key's text without its armour and line ends.
    fn body() -> String {
        PEM.lines().filter(|line| !line.starts_with('-')).collect()
    }

    #[test]
    fn a_key_set_is_found_among_other_text() {
        for text in [
            format!("HTTP/2 200\r\ncontent-type: application/json\r\n\r\n{SET}"),
            format!("$ curl -s https://issuer.example/jwks\n{SET}\n$ "),
            format!("* Connected\n{{ [5 bytes data]\n{SET}"),
            format!("```json\n{SET}\n```"),
        ] {
            let ring = keys::read(std::slice::from_ref(&text));
            let [key] = ring.keys.as_slice() else { panic!("{text}\n{ring:#?}") };
            assert!(ring.is_set && key.read_as == ReadAs::Jwk, "{text}");
            assert!(text.get(key.span.range()).unwrap().starts_with(r#"{"kty""#), "{text}");
        }
    }

    #[test]
    fn a_key_is_found_behind_the_name_of_a_setting() {
        let body = body();
        for text in [
            format!("mp.jwt.verify.publickey={body}"),
            format!("JWT_PUBLIC_KEY: \"{body}\""),
            format!("apiVersion: v1\nkind: Secret\ndata:\n  public.pem: {body}\n"),
        ] {
            let ring = keys::read(std::slice::from_ref(&text));
            let [key] = ring.keys.as_slice() else { panic!("{text}") };
            assert_eq!(text.get(key.span.range()), Some(body.as_str()));
            assert_ne!(key.kind(), KeyKind::Secret);
        }
        let ring = keys::read(&["JWKS_URI=https://issuer.example/jwks".to_owned()]);
        assert_eq!(ring.findings.first().map(|finding| finding.cause), Some(Cause::KeyIsUrl));
    }

    #[test]
    fn a_secret_with_the_signs_of_a_setting_stays_one() {
        for text in
            ["pass: word={x} and a few more letters of it", "{\"keys\" and \"kty\" in a sentence}}", "a=b:c"]
        {
            let ring = keys::read(&[text.to_owned()]);
            assert!(ring.keys.iter().all(|key| key.secret() == Some(text.as_bytes())), "{text}");
        }
    }

    #[test]
    fn white_space_is_no_key() {
        assert_eq!(keys::read(&[" \n".to_owned()]).texts, 0);
    }
}
