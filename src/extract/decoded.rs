//! Tokens that were printed decoded, as .NET does: `{"alg":"RS256"}.{"iss":"https://issuer.example"}`.
//!
//! Where such a print stands in a string of JSON, each quotation mark in it has a backslash before it.

use super::{Find, SourceMap};
use crate::{finding::Span, jose, order};

/// The greatest number of prints that are looked for.
const MOST: usize = 16;
/// The greatest number of brackets in front that are tried as the beginning of the header.
const MOST_TRIES: usize = 8;
/// The longest header, in bytes.
const LONGEST_HEADER: usize = 8 * 1024;
/// The longest print, in bytes.
const LONGEST: usize = 32 * 1024;

/// Adds the prints of a text to the tokens that were found in it, in their order.
pub(super) fn add(text: &str, finds: &mut Vec<Find>) {
    if memchr::memmem::find(text.as_bytes(), jose::DECODED_BETWEEN.as_bytes()).is_some() {
        read(text, finds);
    }
}

#[inline(never)]
fn read(text: &str, finds: &mut Vec<Find>) {
    let (mut from, mut prints) = (0, Vec::new());
    for (at, _) in text.match_indices(jose::DECODED_BETWEEN).take(MOST) {
        if let Some(find) = around(text, from, at).filter(|_| at >= from) {
            from = find.map.extent().end;
            prints.push(find);
        }
    }
    // A print of a token that stands there as well says no more than that does.
    prints.retain(|print| !finds.iter().any(|find| is_of(&print.token, &find.token)));
    finds.append(&mut prints);
    order::by_key(finds, |find| find.map.extent().start);
}

/// Whether a print has the payload of a token.
fn is_of(print: &str, token: &str) -> bool {
    let printed =
        print.split_once(jose::DECODED_BETWEEN).and_then(|(before, _)| print.get(before.len() + 2..));
    let payload = token.split('.').nth(1).map(|segment| jose::base64url::decode(segment).bytes);
    payload.is_some_and(|payload| printed.is_some_and(|printed| printed.as_bytes() == payload))
}

/// The print whose header ends at `end`, and begins not before `from`.
fn around(text: &str, from: usize, end: usize) -> Option<Find> {
    let lowest = text.floor_char_boundary(from.max(end.saturating_sub(LONGEST_HEADER)));
    let before = text.get(lowest..end)?;
    let most = text.get(..text.floor_char_boundary(end + LONGEST))?;
    memchr::memrchr_iter(b'{', before.as_bytes()).take(MOST_TRIES).find_map(|start| {
        let start = lowest + start;
        let length = jose::decoded_length(&spelled(most, start, usize::MAX).0)?;
        let (token, map) = spelled(most, start, length);
        // An object within the header ends before the header does.
        let between = token.find(jose::DECODED_BETWEEN)?;
        let found = map.span(Span::new(between, between + 1)).start == end;
        found.then_some(Find { token, map, damage: Vec::new(), damaged: true })
    })
}

/// What stands at `start`, at most so many bytes of it, without the backslashes of a JSON string that it is a part of.
fn spelled(text: &str, start: usize, most: usize) -> (String, SourceMap) {
    let rest = text.get(start..).unwrap_or_default();
    let (mut spelled, mut map) = (String::new(), SourceMap::default());
    let in_string = rest.strip_prefix('{').is_some_and(|inside| inside.trim_start().starts_with('\\'));
    if !in_string {
        let length = rest.len().min(most);
        rest.get(..length).unwrap_or_default().clone_into(&mut spelled);
        return (spelled, SourceMap::identity_at(start, length));
    }
    let mut letters = rest.char_indices();
    while let Some((at, letter)) = letters.next()
        && spelled.len() < most
        && letter != '"'
    {
        let escaped = (letter == '\\').then(|| letters.next()).flatten();
        let (last, letter) = escaped.unwrap_or((at, letter));
        spelled.push(letter);
        map.push(letter.len_utf8(), Span::new(start + at, start + last + letter.len_utf8()));
    }
    (spelled, map)
}

#[cfg(test)]
mod tests {
    use crate::extract::{AsPasted, extract};

    const PRINT: &str = r#"{"alg":"HS256","jwk":{"kty":"oct"}}.{"iss":"https://a.example","exp":1}"#;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = extract(text);
        let tokens: Vec<&str> = found.iter().map(|candidate| candidate.token.as_str()).collect();
        assert_eq!(tokens, expected, "{text}");
    }

    #[test]
    fn a_print_is_found_in_a_message_and_in_the_json_of_a_log() {
        check(&format!("IDX10501: Unable to match 'kid', token: '{PRINT}'."), &[PRINT]);
        check(PRINT, &[PRINT]);
        let escaped = PRINT.replace('"', "\\\"");
        let log = format!(r#"{{"level":"error","message":"token: '{escaped}'."}}"#);
        check(&log, &[PRINT]);
        let candidate = &extract(&log)[0];
        assert_eq!(log.get(candidate.map.extent().range()), Some(escaped.as_str()));
        assert_eq!(candidate.as_pasted, AsPasted::Damaged);
    }

    #[test]
    fn it_stands_in_its_place_among_other_tokens() {
        let token = "eyJhbGciOiJIUzI1NiJ9.e30.ciks0B6Hs-amhOqxI5_iG6mPKnMDlWCb7J2Wu7mtIcg";
        check(&format!("{PRINT}\n{token}\n{PRINT}"), &[PRINT, token]);
        check(&format!("{token} {PRINT}"), &[token, PRINT]);
        check(&format!(r#"token: '{{"alg":"HS256"}}.{{}}' {token}"#), &[token]);
    }

    #[test]
    fn other_objects_are_none() {
        check(r#"see {"a":1}.{"b":2}"#, &[]);
        check("f({a: {}}.{b})", &[]);
        check(&"}.{".repeat(100_000), &[]);
        check(&r#"{"alg":"a"}.{"#.repeat(50_000), &[]);
    }
}
