//! Characters on their way into a token: escaped, replaced by ones that look alike, or invisible.

use crate::{cause::Cause, finding::Span};

/// What stands at a place of the paste, as a part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The characters in the paste.
    pub source: Span,
    /// The token's character; none if it has to be dropped.
    pub character: Option<char>,
    /// What happened to it.
    pub cause: Option<Cause>,
}

/// Whether a character belongs to base64url.
pub(super) const fn is_base64url(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Whether a character can stand in a token or in a damaged one.
pub(super) const fn is_token(character: char) -> bool {
    is_base64url(character) || matches!(character, '.' | '+' | '/' | '=' | '~')
}

/// The part of a token that stands at `at`; nothing if no token goes on there.
pub(super) fn glyph(text: &str, at: usize) -> Option<Glyph> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if is_token(first) {
        return Some(Glyph { source: Span::new(at, at + 1), character: Some(first), cause: None });
    }
    let span = Span::new(at, at + first.len_utf8());
    match first {
        '%' => percent(rest).map(|(character, length)| Glyph {
            source: Span::new(at, at + length),
            character: Some(character),
            cause: Some(Cause::UrlEncodedToken),
        }),
        '\\' => escape(rest).map(|(character, length)| Glyph {
            source: Span::new(at, at + length),
            character: Some(character),
            cause: Some(Cause::SurroundingText),
        }),
        _ if is_invisible(first) => {
            Some(Glyph { source: span, character: None, cause: Some(Cause::InvisibleCharacter) })
        }
        _ => lookalike(first).map(|character| Glyph {
            source: span,
            character: Some(character),
            cause: Some(Cause::LookalikeCharacter),
        }),
    }
}

/// A percent-encoded character of a token and its length in the text; encoded twice (`%252E`) too.
fn percent(rest: &str) -> Option<(char, usize)> {
    let once = hex(rest.get(1..3)?)?;
    if once == '%' {
        let twice = hex(rest.get(3..5)?)?;
        return is_token(twice).then_some((twice, 5));
    }
    is_token(once).then_some((once, 3))
}

/// The ASCII character of two hexadecimal digits.
pub(super) fn hex(digits: &str) -> Option<char> {
    let valid = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let byte = u8::from_str_radix(digits, 16).ok().filter(|byte| valid && byte.is_ascii())?;
    Some(char::from(byte))
}

/// A character behind a backslash: `\u002e` and `\/` of JSON, `\_` `\-` `\.` of Markdown.
fn escape(rest: &str) -> Option<(char, usize)> {
    match rest.as_bytes().get(1)? {
        b'u' if rest.get(2..4) == Some("00") => {
            hex(rest.get(4..6)?).filter(|found| is_token(*found)).map(|found| (found, 6))
        }
        byte @ (b'/' | b'_' | b'-' | b'.' | b'+' | b'=' | b'~') => Some((char::from(*byte), 2)),
        _ => None,
    }
}

/// Characters that nobody sees.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{a0}' | '\u{202f}' | '\u{2007}'
    )
}

/// The character of a token that this one only looks like.
fn lookalike(character: char) -> Option<char> {
    let ascii = match character {
        '\u{2024}' | '\u{3002}' | '\u{ff0e}' | '\u{ff61}' | '\u{b7}' | '\u{2027}' | '\u{fe52}' => '.',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{ff3f}' | '\u{2017}' | '\u{203f}' => '_',
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            return char::from_u32(u32::from(character) - 0xfee0);
        }
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        'ј' => 'j',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        'І' => 'I',
        'Ј' => 'J',
        _ => return None,
    };
    Some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, character: Option<char>, length: usize, cause: Option<Cause>) {
        let found = glyph(text, 0).unwrap_or_else(|| panic!("{text} goes on"));
        assert_eq!((found.character, found.source.len(), found.cause), (character, length, cause), "{text}");
    }

    #[test]
    fn spellings_of_a_token_character_are_read() {
        check("a", Some('a'), 1, None);
        check("%2e", Some('.'), 3, Some(Cause::UrlEncodedToken));
        check("%252D", Some('-'), 5, Some(Cause::UrlEncodedToken));
        check("\\u003d", Some('='), 6, Some(Cause::SurroundingText));
        check("\\_", Some('_'), 2, Some(Cause::SurroundingText));
        check("\u{200b}", None, 3, Some(Cause::InvisibleCharacter));
        check("․", Some('.'), 3, Some(Cause::LookalikeCharacter));
        check("–", Some('-'), 3, Some(Cause::LookalikeCharacter));
        check("ｅ", Some('e'), 3, Some(Cause::LookalikeCharacter));
    }

    #[test]
    fn other_characters_end_a_token() {
        for text in
            ["", " ", "\"", "%", "%2", "%20", "%zz", "%é", "%25", "%2520", "\\n", "\\", "\\u12", "é", "&"]
        {
            assert_eq!(glyph(text, 0), None, "{text}");
        }
    }
}
