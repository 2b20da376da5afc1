//! Markdown in which text that somebody else wrote stays text.

use std::fmt::Write as _;

/// The longest value that is written out, in characters.
const LONGEST: usize = 200;

/// A text that grows block by block.
#[derive(Default)]
pub struct Markdown(String);

impl Markdown {
    /// A heading of a level.
    pub fn heading(&mut self, level: usize, words: &str) {
        self.block(&format!("{} {words}", "#".repeat(level)));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, words: &str) {
        self.block(words);
    }

    /// A table of names and values without a head.
    pub fn table<T: AsRef<str>>(&mut self, rows: &[(T, String)]) {
        let mut table = String::from("| | |\n|---|---|");
        for (name, value) in rows {
            _ = write!(table, "\n| {} | {value} |", name.as_ref());
        }
        self.block(&table);
    }

    /// An item of a list.
    pub fn item(&mut self, words: &str) {
        _ = writeln!(self.0, "- {words}");
    }

    /// An item of a list inside an item.
    pub fn inner_item(&mut self, words: &str) {
        _ = writeln!(self.0, "  - {words}");
    }

    /// Ends a list.
    pub fn end_list(&mut self) {
        self.0.push('\n');
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0.trim_end().to_owned() + "\n"
    }

    fn block(&mut self, words: &str) {
        self.0.push_str(words);
        self.0.push_str("\n\n");
    }
}

/// A value between backticks, on one line, and without anything that ends the backticks or a table's cell.
pub fn code(value: &str) -> String {
    let cut = value.chars().count() > LONGEST;
    let shown: String = value
        .chars()
        .take(LONGEST)
        .map(|character| match character {
            '`' => 'ˋ',
            '|' => '¦',
            _ if character.is_control() => '�',
            _ => character,
        })
        .collect();
    if shown.trim().is_empty() {
        return "` `".to_owned();
    }
    format!("`{shown}{}`", if cut { "…" } else { "" })
}

/// Words as words: no character of theirs is markup, an address, or somebody's name.
pub fn plain(words: &str) -> String {
    let mut out = String::new();
    for character in words.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => {
                out.push('\\');
                out.push(character);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            _ if character.is_control() => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_its_place() {
        for (value, in_code, in_words) in [
            ("a`b|c", "`aˋb¦c`", "a\\`b\\|c"),
            ("<img src=x>", "`<img src=x>`", "&lt;img src=x&gt;"),
            ("a\nb", "`a�b`", "a b"),
            ("@everyone", "`@everyone`", "&#64;everyone"),
            ("", "` `", ""),
        ] {
            assert_eq!(code(value), in_code);
            assert_eq!(plain(value), in_words);
        }
        assert!(code(&"x".repeat(5_000)).chars().count() < 210);
    }
}
