//! A line as plain words: small letters between single blanks, `CamelCase` and `snake_case` taken apart.

use std::ops::Range;

/// Codes that stand around a reason and say nothing of it.
const NEUTRAL: [&[u8]; 8] = [
    b"invalid_token",
    b"invalid_grant",
    b"invalid_client",
    b"invalid_request",
    b"error_description",
    b"error_uri",
    b"error_code",
    b"invalid_request_object",
];

/// How a token begins: with a brace, a quotation mark and a letter in base64url.
const TOKEN: &[u8] = b"eyJ";

/// Names whose capitals part no words.
const WHOLE: [&[u8]; 3] = [b"dpop", b"eddsa", b"oauth"];

/// How a line is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Care {
    /// The names of fields (`kid=a`) are no words, and what is said of a thing stands in its sentence.
    Close,
    /// All that stands on the line belongs together.
    #[default]
    Loose,
}

/// The words of a line.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// The words, a blank before each and one behind the last.
    pub(super) words: Vec<u8>,
    /// For each byte of the words, where it stands in the text.
    places: Vec<usize>,
    /// For each byte of the words, the number of the name or word of the text that it belongs to.
    names: Vec<usize>,
    name: usize,
    care: Care,
    /// Where sentences end in the words, when others follow and a close look is taken.
    pub(super) ends: Vec<usize>,
    /// Where the words behind the first class of an exception begin.
    pub(super) reason: Option<usize>,
}

impl Plain {
    /// Reads the words of a part of a text.
    pub(super) fn new(text: &[u8], range: Range<usize>, care: Care) -> Self {
        let mut plain = Self { care, ..Self::default() };
        let mut at = range.start;
        let end = range.end.min(text.len());
        plain.part(at);
        while at < end {
            at = plain.step(text, at, end);
        }
        plain.part(at);
        plain
    }

    /// Where a range of the words stands in the text, without the blanks at its ends.
    pub(super) fn place(&self, words: Range<usize>) -> Option<Range<usize>> {
        let letter = |at: &usize| self.words.get(*at).is_some_and(|byte| *byte != b' ');
        let first = words.clone().find(letter)?;
        let last = words.rev().find(letter)?;
        Some(*self.places.get(first)?..self.places.get(last)? + 1)
    }

    /// Where the words that stand behind a place of the text begin.
    pub(super) fn at(&self, place: usize) -> usize {
        self.places.partition_point(|&known| known < place)
    }

    /// Whether two places belong to one name: `InvalidSignature`, `token_expired`.
    pub(super) fn joined(&self, one: usize, other: usize) -> bool {
        self.names.get(one).is_some_and(|name| self.names.get(other) == Some(name))
    }

    fn push(&mut self, byte: u8, at: usize) {
        self.words.push(byte);
        self.places.push(at);
        self.names.push(self.name);
    }

    /// Ends a word.
    fn part(&mut self, at: usize) {
        if self.words.last() != Some(&b' ') {
            self.push(b' ', at);
        }
    }

    /// Reads what stands at `at`; where the next thing begins.
    fn step(&mut self, text: &[u8], at: usize, end: usize) -> usize {
        let rest = text.get(at..end).unwrap_or_default();
        if rest.starts_with(TOKEN) {
            self.name += 1;
            for (index, byte) in TOKEN.to_ascii_lowercase().into_iter().enumerate() {
                self.push(byte, at + index);
            }
            return at + rest.iter().take_while(|byte| is_of_token(**byte)).count();
        }
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        if length > 0 {
            self.name += 1;
            let name = rest.get(..length).unwrap_or_default();
            let behind = rest.get(length..).unwrap_or_default();
            if behind.starts_with(b"://") {
                let width = behind.iter().take_while(|byte| is_of_address(**byte)).count();
                if is_of_key_set(behind.get(..width).unwrap_or_default()) {
                    self.part(at);
                    self.read_name(b"jwks", at);
                    self.part(at);
                }
                return at + length + width;
            }
            let before = text.get(..at).unwrap_or_default();
            let neutral = NEUTRAL.iter().any(|code| name.eq_ignore_ascii_case(code))
                || self.care == Care::Close && is_field(before, behind);
            if !neutral && !is_encoded(name) && !is_thread(name, before) && !is_member(before, behind) {
                self.read_name(name, at);
                let class = name.ends_with(b"Error") || name.ends_with(b"Exception");
                if class
                    && name.len() > 9
                    && matches!(behind.first(), Some(b':' | b'(' | b'"'))
                    && self.reason.is_none()
                {
                    self.reason = Some(self.words.len());
                }
            }
            return at + length;
        }
        let (width, apostrophe) = sign(rest);
        let next = |ahead: usize| rest.get(width + ahead).copied().unwrap_or(b' ');
        if apostrophe
            && self.words.last() == Some(&b'n')
            && next(0) == b't'
            && !next(1).is_ascii_alphanumeric()
        {
            self.words.pop();
            self.places.pop();
            self.names.pop();
            // Of the short form, the last letter is where the long one stands: nothing else is one byte in any case.
            for &byte in b" not" {
                self.push(byte, at + width);
            }
            return at + width + 1;
        }
        self.part(at);
        if self.care == Care::Close && ends_sentence(rest) {
            self.ends.push(self.words.len());
        }
        if rest.starts_with(b"!=") {
            for &byte in b"mismatch " {
                self.push(byte, at);
            }
        }
        at + width
    }

    /// The words of a name.
    fn read_name(&mut self, name: &[u8], at: usize) {
        let whole = WHOLE.iter().any(|known| name.eq_ignore_ascii_case(known))
            || name.strip_prefix(b"_").unwrap_or(name).starts_with(b"OpenSS");
        for (index, &byte) in name.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| name.get(before)).copied().unwrap_or(b'_');
            let behind = name.get(index + 1..).unwrap_or_default();
            // `JWTError` is two words, `JWTs` is one.
            let ends_capitals = behind.first().is_some_and(u8::is_ascii_lowercase) && behind != b"s";
            if byte == b'_'
                || !whole && byte.is_ascii_uppercase() && (!before.is_ascii_uppercase() || ends_capitals)
            {
                self.part(at + index);
            }
            if byte != b'_' {
                self.push(byte.to_ascii_lowercase(), at + index);
            }
        }
    }
}

fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// The length from which on a name may be a part of a token, a digest or a key. A shorter one holds few words by chance.
const ENCODED_BYTES: usize = 12;

/// Whether a name is base64, in which words stand by chance: it changes between small letters, capitals and digits at
/// every other place, as no name that somebody gave does.
fn is_encoded(name: &[u8]) -> bool {
    let kind = |byte: u8| (byte.is_ascii_lowercase(), byte.is_ascii_uppercase());
    let changes = |&&[one, next]: &&[u8; 2]| one != b'_' && next != b'_' && kind(one) != kind(next);
    let changes = name.array_windows().filter(changes).count();
    name.len() >= ENCODED_BYTES && 2 * changes > name.len()
}

/// Whether a name is the thread of Apache's error log (`[pid 811:tid 139]`), and no claim.
fn is_thread(name: &[u8], before: &[u8]) -> bool {
    name == b"tid" && matches!(before.last(), Some(b':' | b'['))
}

/// Whether a sign ends a sentence: a blank and a capital stand behind it.
fn ends_sentence(rest: &[u8]) -> bool {
    matches!(rest, [b'.' | b'!' | b'?', b' ', capital, ..] if capital.is_ascii_uppercase())
}

/// Whether a name is that of a field: a value stands behind it (`kid=a`), or it is one of several (`(kid: a, alg: b)`).
fn is_field(before: &[u8], behind: &[u8]) -> bool {
    match behind {
        [b'=', value, ..] => !value.is_ascii_whitespace() && !matches!(value, b'=' | b'>' | b'~'),
        [b':', ..] => matches!(before, [.., b'(' | b'{' | b'['] | [.., b',' | b';', b' ']),
        _ => false,
    }
}

/// Whether a name is that of a member of a JSON object: `{"alg":` names no fault.
fn is_member(before: &[u8], behind: &[u8]) -> bool {
    let escaped = |byte: &&u8| matches!(byte, b' ' | b'\\');
    let mut before = before.iter().rev().skip_while(escaped);
    let quoted = matches!(before.next(), Some(b'"' | b'\''));
    let begins = matches!(before.find(|byte| !escaped(byte)), Some(b'{' | b','));
    let mut behind = behind.iter().skip_while(escaped);
    quoted
        && begins
        && matches!(behind.next(), Some(b'"' | b'\''))
        && matches!(behind.find(|byte| !escaped(byte)), Some(b':'))
}

fn is_of_address(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'' | b'`' | b',' | b')' | b']' | b'>' | b'\\')
}

/// Whether an address is that of a key set, or of the document that names it.
fn is_of_key_set(address: &[u8]) -> bool {
    let ways: [&[u8]; 3] = [b"jwks", b"openid-configuration", b"connect/certs"];
    ways.iter().any(|way| address.windows(way.len()).any(|part| part == *way))
}

/// How many bytes the sign at the beginning of a text has, and whether it is an apostrophe.
fn sign(text: &[u8]) -> (usize, bool) {
    match text {
        [b'\'', ..] => (1, true),
        [0xe2, 0x80, 0x99, ..] => (3, true),
        [b'\\', b'u', b'0', b'0', b'2', b'7', ..] => (6, true),
        [b'\\', b'u', _, _, _, _, ..] => (6, false),
        [b'\\', b'n' | b'r' | b't', ..] => (2, false),
        [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => (3, false),
        [b'&', rest @ ..] => {
            let name =
                rest.iter().take(6).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
            (if name > 0 && rest.get(name) == Some(&b';') { name + 2 } else { 1 }, false)
        }
        _ => (1, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let plain = Plain::new(text.as_bytes(), 0..text.len(), Care::Loose);
        String::from_utf8(plain.words).unwrap().trim().to_owned()
    }

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(
            words("JWTVerificationException: invalidJWTString"),
            "jwt verification exception invalid jwt string"
        );
        assert_eq!(words("{error,{missing_claim,<<\"aud\">>}}"), "error missing claim aud");
        assert_eq!(words("EXPIRED_SIGNATURE JWKs KeyID DPoP"), "expired signature jwks key id dpop");
    }

    #[test]
    fn the_thread_of_an_error_log_is_no_claim() {
        assert_eq!(words("[pid 811:tid 139] could not"), "pid 811 139 could not");
        assert_eq!(words("invalid tid"), "invalid tid");
    }

    #[test]
    fn short_forms_are_written_out() {
        assert_eq!(
            words("it doesn't match, isn\\u0027t trusted, can’t"),
            "it does not match is not trusted ca not"
        );
        assert_eq!(words("a != b"), "a mismatch b");
    }

    #[test]
    fn addresses_codes_and_escapes_say_nothing() {
        assert_eq!(words("iss 'https://a.example/token' wrong"), "iss wrong");
        assert_eq!(words("GET https://a.example/jwks.json: 503"), "get jwks 503");
        assert_eq!(words("error=\"invalid_token\", error_description=%22bad%22"), "error bad");
        assert_eq!(words("line\\n\\tat &quot;x&quot;"), "line at x");
        assert_eq!(words("{\"alg\":\"HS256\", 'kid': 'a'} claim \"exp\": bad"), "hs256 a claim exp bad");
        assert_eq!(words(r#"{\"error\":\"jwt\"}"#), "jwt");
    }

    #[test]
    fn what_is_encoded_holds_no_words() {
        assert_eq!(words("token eyJhbGci.q1Sql.Vv5-Git_x is bad"), "token eyj is bad");
        assert_eq!(words("signature: 'q1YqLk1SslJKVKoFAA'"), "signature");
        assert_eq!(words("q1YqLk1SslJ"), "q1 yq lk1 ssl j");
        assert_eq!(words("HmacSHA256Verifier E_JWT_X5_T1"), "hmac sha256 verifier e jwt x5 t1");
    }

    #[test]
    fn names_of_fields_may_be_left_out() {
        let text = "bad signature kid=a alg==b (x5t=\"c\") iss= d: bad (kid: e, iss: f)";
        let words = |care| Plain::new(text.as_bytes(), 0..text.len(), care).words;
        assert_eq!(words(Care::Loose), b" bad signature kid a alg b x5t c iss d bad kid e iss f ");
        assert_eq!(words(Care::Close), b" bad signature a alg b c iss d bad e f ");
    }

    #[test]
    fn sentences_end_before_a_capital() {
        let text = "a.b 1. two \"bad\". The token!";
        let plain = Plain::new(text.as_bytes(), 0..text.len(), Care::Close);
        assert_eq!(plain.words.split_at(plain.ends[0]), (&b" a b 1 two bad "[..], &b"the token "[..]));
        assert_eq!(plain.ends.len(), 1);
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "Ä: TokenExpired";
        let plain = Plain::new(text.as_bytes(), 0..text.len(), Care::Loose);
        let at = plain.words.windows(7).position(|word| word == b"expired").unwrap();
        assert_eq!(text.get(plain.place(at..at + 7).unwrap()), Some("Expired"));
        assert!(plain.joined(at, at - 2));
    }
}
