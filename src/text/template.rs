//! Templates: a sentence with `{fact}` placeholders, and groups that are left out when a fact is missing.
//!
//! - `{name}` is replaced by the fact of that name.
//! - `{name:key/keys}` adds the word that goes with the number: "1 key", "2 keys".
//! - `[…{name}…]` is left out when one of its facts is missing; `[…{a}…|…{b}…|…]` takes the first alternative whose
//!   facts are all there.
//! - A list in “{name}” has each of its members quoted.
//!
//! Every placeholder stands in a group, so a missing fact never shows a hole; a test holds the tables to that.

use std::fmt::Write as _;

use crate::finding::{Facts, Value};

use super::{Language, notation, time, vocabulary};

/// The greatest number of characters of one value in a sentence.
const LONGEST_VALUE: usize = 72;
/// The greatest number of a list's members in a sentence.
const LONGEST_LIST: usize = 6;

/// Fills a template from facts.
pub fn render(template: &str, facts: &Facts, language: Language) -> String {
    let mut out = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Plain(text) => append(&mut out, &fill(text, facts, language).unwrap_or_default()),
            Piece::Group(group) => {
                let chosen = group.split('|').find_map(|alternative| fill(alternative, facts, language));
                append(&mut out, &chosen.unwrap_or_default());
            }
        }
    }
    out
}

/// A part of a template.
enum Piece<'a> {
    /// Text outside of groups.
    Plain(&'a str),
    /// What stands between `[` and `]`.
    Group(&'a str),
}

/// The parts of a template, in order; groups don't nest.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split('[').enumerate().flat_map(|(index, part)| {
        let (group, plain) = match part.split_once(']') {
            Some((group, plain)) if index > 0 => (Some(group), plain),
            _ => (None, part),
        };
        group.map(Piece::Group).into_iter().chain([Piece::Plain(plain)])
    })
}

/// Replaces the placeholders of a text without groups; `None` when a fact is missing.
fn fill(text: &str, facts: &Facts, language: Language) -> Option<String> {
    let mut out = String::new();
    for (index, part) in text.split('{').enumerate() {
        let Some((placeholder, rest)) = part.split_once('}').filter(|_| index > 0) else {
            append(&mut out, part);
            continue;
        };
        let (name, words) = placeholder.split_once(':').unwrap_or((placeholder, ""));
        let quoted = out.ends_with('“');
        let value = &facts.get(name).filter(|fact| !is_empty(&fact.value, quoted))?.value;
        append(&mut out, &write(name, value, language, quoted));
        if let Some((one, many)) = words.split_once('/') {
            out.push(' ');
            out.push_str(if *value == Value::Number(1) { one } else { many });
        }
        // A list that goes on ends outside of the quotation marks.
        let goes_on = quoted && matches!(value, Value::List(list) if list.len() > LONGEST_LIST);
        append(&mut out, rest.strip_prefix('”').filter(|_| goes_on).unwrap_or(rest));
    }
    Some(out)
}

/// Whether a value would leave a hole as an absent one does. Between quotation marks an empty text is seen to be one.
fn is_empty(value: &Value, quoted: bool) -> bool {
    match value {
        Value::Text(text) => text.is_empty() && !quoted,
        Value::List(list) => list.is_empty(),
        Value::Number(_) | Value::Seconds(_) | Value::Instant(_) => false,
    }
}

/// Adds a piece, with the blank that Chinese typography puts between its own characters and Latin ones, and only
/// there.
fn append(out: &mut String, piece: &str) {
    let chinese = |character: char| matches!(character, '\u{4e00}'..='\u{9fff}');
    let (before, after) = (out.trim_end_matches(' '), piece.trim_start_matches(' '));
    let (last, first) = (before.chars().next_back(), after.chars().next());
    let (Some(last), Some(first)) = (last, first) else {
        out.push_str(piece);
        return;
    };
    let mixed = |one: char, other: char| chinese(one) && other.is_ascii_alphanumeric();
    if chinese(last) && chinese(first) {
        out.truncate(before.len());
        out.push_str(after);
    } else if mixed(last, first) || mixed(first, last) {
        out.truncate(before.len());
        out.push(' ');
        out.push_str(after);
    } else {
        out.push_str(piece);
    }
}

/// Writes a fact's value in a language.
pub fn write(name: &str, value: &Value, language: Language, quoted: bool) -> String {
    match value {
        Value::Text(text) => word_or_value(name, text, language),
        // People count keys from one.
        Value::Number(number) if matches!(name, "key_index" | "key_text") => {
            notation::number(number.saturating_add(1), language)
        }
        Value::Number(number) => notation::number(*number, language),
        Value::Seconds(seconds) => time::duration(*seconds, language),
        Value::Instant(seconds) => notation::instant(*seconds, language),
        Value::List(list) => {
            let separator = match (language, quoted) {
                (Language::En, true) => "”, “",
                (Language::En, false) => ", ",
                (Language::Zh, true) => "”、“",
                (Language::Zh, false) => "、",
            };
            let mut members: Vec<String> =
                list.iter().take(LONGEST_LIST).map(|text| word_or_value(name, text, language)).collect();
            let goes_on = if list.len() > LONGEST_LIST { "…" } else { "" };
            if !goes_on.is_empty() {
                members.push(String::new());
            }
            members.join(separator).trim_end_matches('“').to_owned() + goes_on
        }
    }
}

/// The word for a value that is an id of ours, any other value as it is.
fn word_or_value(name: &str, text: &str, language: Language) -> String {
    vocabulary::word(name, text).map_or_else(|| visible(text), |word| word.in_(language).to_owned())
}

/// A value as one line that can be read: short enough, and with a name for each character that has no shape.
fn visible(text: &str) -> String {
    let count = text.chars().count();
    let mut shown = String::new();
    for (index, character) in text.chars().enumerate() {
        if count > LONGEST_VALUE && index + 12 >= LONGEST_VALUE && index + 12 < count {
            if index + 12 == LONGEST_VALUE {
                shown.push('…');
            }
        } else if shapeless(character) {
            _ = write!(shown, "U+{:04X}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Whether a reader can't see the character, or could be misled by it.
fn shapeless(character: char) -> bool {
    character.is_control()
        || (character.is_whitespace() && character != ' ')
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The names of a template's placeholders, sorted, each once.
#[cfg(test)]
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(placeholder, _)| placeholder.split(':').next().unwrap_or_default())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, facts: &Facts, expected: &str) {
        assert_eq!(render(template, facts, Language::En), expected);
    }

    #[test]
    fn placeholders_take_their_facts() {
        let facts = Facts::new().public("alg", "HS256").public("count", 1_usize);
        check("It is {alg}.", &facts, "It is HS256.");
        check("{count:key/keys} with {alg}", &facts, "1 key with HS256");
        check("{count:key/keys}", &Facts::new().public("count", 2_usize), "2 keys");
    }

    #[test]
    fn a_group_without_its_fact_is_left_out() {
        let facts = Facts::new().public("alg", "HS256");
        check("No key[ with kid “{kid}”][ for {alg}].", &facts, "No key for HS256.");
        check("[kid {kid}|alg {alg}|nothing]", &facts, "alg HS256");
        check("[kid {kid}|nothing]", &facts, "nothing");
        check("[{alg} and {kid}]", &facts, "");
        let empty = facts.public("kid", "");
        check("[kid {kid}|nothing]", &empty, "nothing");
        check("[kid “{kid}”|nothing]", &empty, "kid “”");
    }

    #[test]
    fn a_list_in_quotes_has_its_members_quoted() {
        let list = vec!["a".to_owned(), "b".to_owned()];
        let facts = Facts::new().public("kids", list);
        check("“{kids}”", &facts, "“a”, “b”");
        check("{kids}", &facts, "a, b");
        let list: Vec<_> = ["a", "b", "c", "d", "e", "f", "g"].map(str::to_owned).into();
        let facts = Facts::new().public("kids", list);
        check("“{kids}”.", &facts, "“a”, “b”, “c”, “d”, “e”, “f”, ….");
        check("{kids}.", &facts, "a, b, c, d, e, f, ….");
        let said = render("“{kids}”。", &facts, Language::Zh);
        assert_eq!(said, "“a”、“b”、“c”、“d”、“e”、“f”、…。");
    }

    #[test]
    fn values_are_short_and_can_be_seen() {
        let facts = Facts::new().public("found", "a\u{200b}b\n{alg}[x|y]");
        check("[{found}]", &facts, "aU+200BbU+000A{alg}[x|y]");
        let long = visible(&"x".repeat(5_000));
        assert_eq!(long.chars().count(), LONGEST_VALUE + 1);
        assert_eq!(visible(&"x".repeat(LONGEST_VALUE)), "x".repeat(LONGEST_VALUE));
    }

    #[test]
    fn chinese_keeps_a_blank_between_its_own_and_latin_characters() {
        let facts = Facts::new().public("alg", "HS256").public("key_index", 0_usize);
        let template = "令牌的[{alg}]不在列表中[（密钥{key_index}）]";
        assert_eq!(render(template, &facts, Language::Zh), "令牌的 HS256 不在列表中（密钥 1）");
        let facts = Facts::new().public("format", "error");
        assert_eq!(render("这是[ {format}|别的]。", &facts, Language::Zh), "这是错误响应。");
    }

    #[test]
    fn stray_brackets_do_no_harm() {
        for template in ["]", "[", "{", "}", "[{", "a]b[c", "[a|", "{a"] {
            render(template, &Facts::new(), Language::Zh);
        }
        check("a]b", &Facts::new(), "a]b");
    }
}
