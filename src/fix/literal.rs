//! String literals: whatever stands in a token stays one string in the code that is copied.

use super::Dialect;

/// The text as a string literal.
pub(super) fn quoted(text: &str, dialect: Dialect) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            // PHP and Ruby put values into strings.
            '$' if dialect == Dialect::Php => out.push_str("\\$"),
            '#' if dialect == Dialect::Ruby => out.push_str("\\#"),
            // The end of a script element would end it inside of a string as well.
            '<' if dialect == Dialect::JavaScript => out.push_str("\\x3C"),
            ' '..='~' => out.push(character),
            _ if character.is_alphanumeric() => out.push(character),
            _ => out.push_str(&escaped(character, dialect)),
        }
    }
    out + "\""
}

/// A character that a reader can't see or could be misled by.
fn escaped(character: char, dialect: Dialect) -> String {
    let code = u32::from(character);
    match dialect {
        Dialect::Php | Dialect::Ruby | Dialect::Rust => format!("\\u{{{code:x}}}"),
        Dialect::Python | Dialect::Go | Dialect::CSharp if code > 0xffff => format!("\\U{code:08x}"),
        // Java reads \u before anything else, so that one of them may end a line or a string.
        Dialect::Java if code < 0x80 => format!("\\{code:03o}"),
        _ => {
            let mut units = [0; 2];
            character
                .encode_utf16(&mut units)
                .iter()
                .map(|unit| format!("\\u{unit:04x}"))
                .collect::<Vec<_>>()
                .concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Dialect; 8] = Dialect::ALL;

    #[test]
    fn plain_text_stays_as_it_is() {
        for dialect in ALL {
            assert_eq!(quoted("https://a.example/b?c=d&e=%20", dialect), "\"https://a.example/b?c=d&e=%20\"");
            assert_eq!(quoted("订单 é", dialect), "\"订单 é\"");
        }
    }

    #[test]
    fn nothing_ends_the_literal_or_opens_code() {
        for dialect in ALL {
            let literal = quoted("\"); evil(\"\\\n\r\u{2028}\u{2029}\u{0}`", dialect);
            let inside = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap();
            // Every quotation mark has an odd number of backslashes before it.
            for (at, _) in inside.match_indices('"') {
                let slashes = inside[..at].bytes().rev().take_while(|byte| *byte == b'\\').count();
                assert_eq!(slashes % 2, 1, "{dialect:?} {literal}");
            }
            assert_eq!(inside.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2, 0);
            assert!(literal.chars().all(|character| !character.is_control()), "{dialect:?} {literal}");
            assert!(!literal.contains(['\u{2028}', '\u{2029}']), "{dialect:?} {literal}");
        }
    }

    #[test]
    fn each_dialect_spells_what_it_would_interpret() {
        for (dialect, text, literal) in [
            (Dialect::Php, "${x}{$y}", r#""\${x}{\$y}""#),
            (Dialect::Ruby, "#{x} #$y", r#""\#{x} \#$y""#),
            (Dialect::JavaScript, "${x}</script>", r#""${x}\x3C/script>""#),
            (Dialect::Java, "\n\\u0022", r#""\012\\u0022""#),
            (Dialect::Python, "\u{202e}\u{e0041}", r#""\u202e\U000e0041""#),
            (Dialect::Go, "\u{0}\u{feff}", r#""\u0000\ufeff""#),
            (Dialect::CSharp, "{x}\t", r#""{x}\u0009""#),
            (Dialect::Rust, "\u{200b}", r#""\u{200b}""#),
            (Dialect::Java, "\u{e0041}", r#""\udb40\udc41""#),
        ] {
            assert_eq!(quoted(text, dialect), literal);
        }
    }
}
