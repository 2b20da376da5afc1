//! The things that a line on JOSE objects names, what is said of them, and what that means; and what is of another kind.
//!
//! `rules.tsv` has the words; it says how its rows are read.

use crate::cause::Cause;

const TABLE: &str = include_str!("rules.tsv");

/// Where words stand, seen from the thing that they are said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// On either side.
    Any,
    /// They come first.
    Before,
    /// They follow.
    Behind,
}

/// How much a line must show before a rule is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// Even where nothing else speaks of a JOSE object, when the words stand side by side.
    Alone,
    /// On a line that speaks of one.
    Beside,
    /// On a line that surely does, and when no other rule fits.
    Last,
}

/// What has to be said of a thing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    /// The number of the list of words.
    pub(super) words: usize,
    pub(super) order: Order,
    /// Whether they have to stand side by side with the thing.
    pub(super) near: bool,
}

/// A thing, what has to be said of it, and what that means. Words are the numbers of their lists.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) trust: Trust,
    pub(super) things: usize,
    pub(super) said: Vec<Said>,
    /// The likeliest first.
    pub(super) causes: Vec<Cause>,
}

/// The table.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    /// What shows that a line may speak of a JOSE object, wherever in a word it stands.
    pub(super) subjects: Vec<&'static str>,
    /// Words of one meaning.
    pub(super) lists: Vec<Vec<&'static str>>,
    /// The list of words of which a line has one when it surely speaks of JOSE objects.
    pub(super) certain: usize,
    /// The list of words of lines that speak of other tokens, signatures, issuers and keys.
    pub(super) foreign: usize,
    /// The list of words that say that something is not wrong, whatever words they hold.
    pub(super) denied: usize,
    /// The lists of things of which two on a line show that it speaks of JOSE objects.
    pub(super) topics: Vec<usize>,
    /// The narrow things stand before the wide ones: the first that fits is taken.
    pub(super) all: Vec<Rule>,
}

impl Rules {
    /// Reads the table; a row that is none is left out.
    pub(super) fn new() -> Self {
        let mut rules = Self::default();
        let mut names = Vec::new();
        for row in TABLE.lines() {
            // A test shows that every row is one.
            let _ = rules.row(row, &mut names);
        }
        rules
    }

    /// What lines can mean by these rules, each first cause once or more.
    pub(super) fn first_causes(&self) -> impl Iterator<Item = Cause> {
        self.all.iter().filter_map(|rule| rule.causes.first().copied())
    }

    fn row(&mut self, row: &'static str, names: &mut Vec<(&'static str, usize)>) -> Option<()> {
        let cells: Vec<&str> = row.split('\t').collect();
        match *cells.as_slice() {
            [comment] => return comment.starts_with('#').then_some(()),
            ["subject", words] => self.subjects = words.split('|').collect(),
            ["certain", words] => self.certain = self.list(words, names)?,
            ["foreign", words] => self.foreign = self.list(words, names)?,
            ["denied", words] => self.denied = self.list(words, names)?,
            ["topic", words] => {
                let list = self.list(words, names)?;
                self.topics.push(list);
            }
            [name, words] => {
                let list = self.list(words, names)?;
                names.push((name, list));
            }
            [trust, things, said, causes] => {
                let trust = match trust {
                    "alone" => Trust::Alone,
                    "beside" => Trust::Beside,
                    "last" => Trust::Last,
                    _ => return None,
                };
                let things = self.list(things, names)?;
                let said = said.split(" & ").filter(|words| !words.is_empty());
                let said = said.map(|words| self.said(words, names)).collect::<Option<_>>()?;
                let causes = causes.split(' ').map(Cause::from_id).collect::<Option<_>>()?;
                self.all.push(Rule { trust, things, said, causes });
            }
            _ => return None,
        }
        Some(())
    }

    fn said(&mut self, words: &'static str, names: &[(&'static str, usize)]) -> Option<Said> {
        let (order, words) = match (words.strip_prefix('<'), words.strip_prefix('>')) {
            (Some(words), _) => (Order::Before, words),
            (_, Some(words)) => (Order::Behind, words),
            _ => (Order::Any, words),
        };
        let near = words.starts_with('~');
        Some(Said { words: self.list(words.trim_start_matches('~'), names)?, order, near })
    }

    /// The number of a list, by its name in capitals or by its words.
    fn list(&mut self, words: &'static str, names: &[(&'static str, usize)]) -> Option<usize> {
        if words.starts_with(|letter: char| letter.is_ascii_uppercase()) {
            return names.iter().find(|(name, _)| *name == words).map(|&(_, list)| list);
        }
        let words: Vec<&str> = words.split('|').collect();
        if words.iter().any(|word| word.trim().is_empty()) {
            return None;
        }
        Some(self.lists.iter().position(|list| *list == words).unwrap_or_else(|| {
            self.lists.push(words);
            self.lists.len() - 1
        }))
    }
}

/// What the word before a token, a signature or a key makes of it: something that is no JWT's.
const OTHER_KINDS: [&[u8]; 20] = [
    b"antiforgery",
    b"authenticity",
    b"cache",
    b"cancellation",
    b"code",
    b"commit",
    b"csrf",
    b"device",
    b"foreign",
    b"insurance",
    b"invitation",
    b"package",
    b"page",
    b"primary",
    b"push",
    b"registration",
    b"reset",
    b"verification",
    b"webhook",
    b"xsrf",
];

/// Whether the words at this place speak of another kind of token, signature or key: `CSRF token is missing`.
pub(super) fn of_another_kind(text: &[u8], start: usize) -> bool {
    let (before, after) = text.split_at_checked(start).unwrap_or((text, &[]));
    let things: [&[u8]; 4] = [b"token", b"signature", b"key", b"claim"];
    if !things.iter().any(|thing| after.starts_with(thing)) {
        return false;
    }
    let before = before.strip_suffix(b" ").unwrap_or_default();
    let word = before.rsplit(|byte| !byte.is_ascii_alphanumeric()).next().unwrap_or_default();
    OTHER_KINDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let mut rules = Rules::default();
        let mut names = Vec::new();
        for (index, row) in TABLE.lines().enumerate() {
            assert!(rules.row(row, &mut names).is_some(), "src/kb/rules.tsv:{}: {row}", index + 1);
        }
        assert!(rules.subjects.len() > 1 && rules.all.len() > 100 && rules.topics.len() > 2);
    }
}
