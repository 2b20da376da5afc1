//! Other spellings of a JSON text, as libraries write it: white space and escapes.

use std::fmt::Write;

/// How a library lays JSON out.
#[derive(Clone, Copy)]
pub struct Layout {
    pub(super) comma: &'static str,
    colon: &'static str,
    /// What a level is indented by, and what ends a line; none: everything on one line.
    lines: Option<(&'static str, &'static str)>,
}

/// The layouts, the commonest first: most libraries; Python; pretty printers.
pub const LAYOUTS: [Layout; 6] = [
    Layout { comma: ",", colon: ":", lines: None },
    Layout { comma: ", ", colon: ": ", lines: None },
    Layout { comma: ",", colon: ": ", lines: Some(("  ", "\n")) },
    Layout { comma: ",", colon: ": ", lines: Some(("    ", "\n")) },
    Layout { comma: ",", colon: ": ", lines: Some(("  ", "\r\n")) },
    Layout { comma: ",", colon: ": ", lines: Some(("\t", "\n")) },
];

/// How a library writes what may be escaped in a string.
pub const ESCAPES: [fn(&str) -> String; 5] = [
    // PHP escapes slashes, and all but ASCII.
    |text| escape(text, |character| character == '/' || !character.is_ascii()),
    |text| escape(text, |character| character == '/'),
    // Python escapes all but ASCII.
    |text| escape(text, |character| !character.is_ascii()),
    // Go escapes what means something in HTML.
    |text| escape(text, |character| matches!(character, '<' | '>' | '&')),
    unescape,
];

/// The text in another layout; what stands in strings is copied.
pub fn lay_out(source: &str, layout: Layout) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let (mut in_string, mut escaped, mut depth, mut empty) = (false, false, 0_usize, false);
    let line = |out: &mut String, depth: usize| {
        if let Some((indent, end)) = layout.lines {
            out.push_str(end);
            (0..depth).for_each(|_| out.push_str(indent));
        }
    };
    for character in source.chars() {
        if in_string {
            out.push(character);
            in_string = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        if character.is_ascii_whitespace() {
            continue;
        }
        let closes = matches!(character, '}' | ']');
        if std::mem::take(&mut empty) && !closes {
            line(&mut out, depth);
        } else if closes && !out.ends_with(['{', '[']) {
            depth = depth.saturating_sub(1);
            line(&mut out, depth);
            out.push(character);
            continue;
        }
        match character {
            '{' | '[' => (depth, empty) = (depth + 1, true),
            '}' | ']' => depth = depth.saturating_sub(1),
            '"' => in_string = true,
            _ => {}
        }
        match character {
            ',' => {
                out.push_str(layout.comma);
                line(&mut out, depth);
            }
            ':' => out.push_str(layout.colon),
            other => out.push(other),
        }
    }
    out
}

/// The text with these characters escaped; they stand in strings only.
fn escape(text: &str, special: fn(char) -> bool) -> String {
    let plain = unescape(text);
    let mut escaped = String::with_capacity(plain.len());
    for character in plain.chars() {
        if character == '/' && special(character) {
            escaped.push_str("\\/");
        } else if special(character) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// The text with the escapes resolved that need not be: `\/`, and `\u` before anything but controls, `"` and `\`.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\\') {
        plain.push_str(before);
        if let Some(behind) = behind.strip_prefix('/') {
            plain.push('/');
            rest = behind;
        } else if let Some((character, behind)) = unicode_escape(behind) {
            plain.push(character);
            rest = behind;
        } else {
            let kept = behind.chars().next().map_or(0, char::len_utf8);
            plain.push('\\');
            let (kept, behind) = behind.split_at_checked(kept).unwrap_or((behind, ""));
            plain.push_str(kept);
            rest = behind;
        }
    }
    plain.push_str(rest);
    plain
}

/// The character of `uXXXX`, or of two of them, and what follows.
fn unicode_escape(text: &str) -> Option<(char, &str)> {
    let unit = |text: &str| {
        let (digits, rest) = text.strip_prefix('u')?.split_at_checked(4)?;
        Some((u16::from_str_radix(digits, 16).ok()?, rest.len()))
    };
    let (first, left) = unit(text)?;
    let behind = text.get(text.len() - left..)?;
    let second = behind.strip_prefix('\\').and_then(unit);
    let pair = second.and_then(|(second, left)| {
        let character = char::decode_utf16([first, second]).next()?.ok()?;
        (character.len_utf16() == 2).then_some((character, behind.get(behind.len() - left..)?))
    });
    let single = || char::from_u32(u32::from(first)).map(|character| (character, behind));
    let (character, rest) = pair.or_else(single)?;
    (!character.is_control() && !matches!(character, '"' | '\\')).then_some((character, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_are_those_of_libraries() {
        let source = r#"{ "a":[1,{}], "b" :"x: {,}\"" }"#;
        for (layout, expected) in [
            (0, r#"{"a":[1,{}],"b":"x: {,}\""}"#),
            (1, r#"{"a": [1, {}], "b": "x: {,}\""}"#),
            (2, "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x: {,}\\\"\"\n}"),
        ] {
            assert_eq!(lay_out(source, LAYOUTS[layout]), expected);
        }
    }

    #[test]
    fn escapes_are_put_in_and_taken_out() {
        let plain = "{\"a\":\"https://\u{e4}/\u{1f600}<&\\n\\\"\"}";
        let php = r#"{"a":"https:\/\/\u00e4\/\ud83d\ude00<&\n\""}"#;
        assert_eq!(ESCAPES[0](plain), php);
        assert_eq!(ESCAPES[4](php), plain);
        assert_eq!(ESCAPES[3](r#"{"a":"<"}"#), r#"{"a":"\u003c"}"#);
        assert_eq!(ESCAPES[4](r#"{"a":"\u0022\\u0041\u000a"}"#), r#"{"a":"\u0022\\u0041\u000a"}"#);
    }
}
