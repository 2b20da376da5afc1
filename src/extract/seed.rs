//! Places where a token may begin: the first characters of a base64url-encoded JSON object.

use super::characters::is_base64url;
use crate::jose::base64url;

/// Why a token may begin at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seed {
    /// `{` and what may follow it in JSON, encoded.
    Object,
    /// The same after all letters were made small or capital.
    CaseChanged,
    /// The same, encoded once more.
    EncodedTwice,
}

/// The encoded beginnings `{"`, `{'`, `{}`, `{ `, `{` and a line end or a tab.
const OBJECTS: [&[u8]; 9] = [b"eyJ", b"eyd", b"e30", b"eyA", b"ewo", b"ew0", b"ewk", b"eyI", b"e31"];

/// The first place at or after `from` where a token may begin. Each byte is looked at once.
pub(super) fn next(text: &str, from: usize) -> Option<(usize, Seed)> {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'e', b'E', b'Z', bytes.get(from..)?).find_map(|found| {
        let at = from + found;
        kind(bytes.get(at..)?).map(|seed| (at, seed))
    })
}

fn kind(rest: &[u8]) -> Option<Seed> {
    if OBJECTS.iter().any(|object| rest.starts_with(object)) {
        return Some(Seed::Object);
    }
    if rest.starts_with(b"eyj") || rest.starts_with(b"EYJ") {
        return Some(Seed::CaseChanged);
    }
    rest.starts_with(b"ZXlK").then_some(Seed::EncodedTwice)
}

/// How many characters say whether an object begins: twelve bytes.
const LOOK: usize = 16;

/// How many it takes behind other letters.
const ENOUGH: usize = 8;

/// Whether the letters at a seed are the beginning of an object, and not a part of a word (keycloak, framework, KeyId).
///
/// A place where nothing stands before `eyJ` counts as one, whatever may have happened to what follows.
pub(super) fn is_object(text: &str, run: usize, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    if run == at && rest.starts_with("eyJ") {
        return true;
    }
    let length = rest.bytes().take(LOOK).take_while(|&byte| is_base64url(char::from(byte))).count();
    if run < at && length < ENOUGH {
        return false;
    }
    let bytes = base64url::decode(rest.get(..length).unwrap_or_default()).bytes;
    match bytes.trim_ascii_start().strip_prefix(b"{").map(<[u8]>::trim_ascii_start) {
        Some([]) => true,
        Some([b'"' | b'\'', name @ ..]) => is_text(name),
        Some([next, ..]) => *next == b'}',
        None => false,
    }
}

/// Whether bytes are text; the last character may be cut.
fn is_text(bytes: &[u8]) -> bool {
    let whole = std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true);
    whole && !bytes.iter().any(u8::is_ascii_control)
}

/// Where the run of base64url characters that ends at `at` begins, not before `from`.
///
/// An escape that stands before the place (`%20`, `%2520`, `\n`) is no part of the run.
pub(super) fn run_start(text: &str, from: usize, at: usize) -> usize {
    let before = text.get(from..at).unwrap_or_default();
    let run = before.len() - before.trim_end_matches(is_base64url).len();
    let start = at - run;
    let escape = match text.get(from..start).unwrap_or_default().chars().next_back() {
        Some('%') => 2 + 2 * usize::from(text.get(start..at).is_some_and(|run| run.starts_with("25"))),
        Some('\\') => 1,
        _ => 0,
    };
    (start + escape.min(run)).min(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_objects_are_found_however_they_begin() {
        assert_eq!(next("a eyJhbGci", 0), Some((2, Seed::Object)));
        assert_eq!(next("ewogICJhbGciOiAi", 0), Some((0, Seed::Object)));
        assert_eq!(next("view: eyjhbgci", 0), Some((6, Seed::CaseChanged)));
        assert_eq!(next("ZXlKaGJH", 0), Some((0, Seed::EncodedTwice)));
        assert_eq!(next("nothing here", 0), None);
        assert_eq!(next("eyJ", 1), None);
    }

    #[test]
    fn a_word_is_no_object() {
        for word in [
            "keycloak.example.com",
            "org.springframework.security.oauth2",
            "AWSAccessKeyId.foo.bar",
            "monkeyIsland.of.tokens",
            "apiKeyJson.of.tokens",
            "keyCloak-eyc.a.b",
        ] {
            let mut at = 0;
            while let Some((found, _)) = next(word, at) {
                assert!(!is_object(word, run_start(word, 0, found), found), "{word}");
                at = found + 1;
            }
        }
        for object in ["eyJ*", "xeyJhbGciOiJSUzI1NiJ9.", "eydhbGciOiAnUlMyNTYnfQ", "ewogICJhbGci", "e30"] {
            let (found, _) = next(object, 0).unwrap();
            assert!(is_object(object, run_start(object, 0, found), found), "{object}");
        }
    }

    #[test]
    fn a_run_ends_where_an_escape_stands() {
        assert_eq!(run_start("a.bc-dX", 0, 6), 2);
        assert_eq!(run_start("Bearer%20eyJ", 0, 9), 9);
        assert_eq!(run_start("Bearer%2520eyJ", 0, 11), 11);
        assert_eq!(run_start("\\neyJ", 0, 2), 2);
        assert_eq!(run_start("abceyJ", 2, 3), 2);
    }
}
