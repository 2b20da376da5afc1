//! The texts of the entries as the page fetches them: JSON, taken apart so that it is small when it is compressed.
//!
//! A compressor makes least of what is alike and side by side. So the first line is the JSON with a mark in the place of
//! each string, and behind it come the strings, one a line as JSON has them: those of one member together, an empty line
//! between two members. What the index says of an entry is not said again; the entry begins with a mark for it.

use serde::Serialize;

use super::{Summary, format};
use crate::cause::Cause;

/// What the index says of an entry, and the first mark stands for.
#[derive(Serialize)]
struct Head<'a> {
    id: &'a str,
    title: &'a format::Text,
    kind: format::Kind,
    tags: &'a [String],
    marks: &'a [String],
    causes: &'a [Cause],
}

impl Summary {
    fn head(&self) -> Head<'_> {
        let Self { id, title, kind, tags, marks, causes, .. } = self;
        Head { id, title, kind: *kind, tags, marks, causes }
    }
}

/// The first mark; the next ones stand for the members. No JSON that was made of ASCII has them.
const MARK: u32 = 0x80;

/// The JSON of the entries; none where this was not woven for these summaries.
pub(super) fn json(woven: &str, index: &[Summary]) -> Option<String> {
    let (frame, strings) = woven.split_once('\n')?;
    let mut strings: Vec<_> = strings.split("\n\n").map(str::lines).collect();
    let mut heads = index.iter().map(|summary| serde_json::to_string(&summary.head()));
    let mut json = String::with_capacity(2 * woven.len());
    for character in frame.chars() {
        match u32::from(character).checked_sub(MARK) {
            None => json.push(character),
            Some(0) => json.push_str(heads.next()?.ok()?.strip_suffix('}')?),
            Some(member) => json.push_str(strings.get_mut(member as usize - 1)?.next()?),
        }
    }
    Some(json)
}

pub(super) use self::loom::woven;

/// What is done once, when the site is built.
mod loom {
    use serde_json::{Map, Value};

    use super::MARK;
    use crate::kb::Entry;

    /// What [`super::Head`] has.
    const HEAD: [&str; 6] = ["id", "title", "kind", "tags", "marks", "causes"];

    /// The frame, and the strings by their member.
    #[derive(Default)]
    struct Loom {
        frame: String,
        strings: Vec<(String, Vec<String>)>,
    }

    /// The entries without what the index says of them.
    pub(in crate::kb) fn woven(entries: &[Entry]) -> String {
        let mut loom = Loom::default();
        loom.list(entries, |loom, entry| {
            // Entries are made of what JSON has.
            let Ok(Value::Object(mut members)) = serde_json::to_value(entry) else { return };
            members.retain(|name, _| !HEAD.contains(&name.as_str()));
            loom.mark(0);
            for (name, value) in &members {
                loom.frame.push(',');
                loom.member(name, value);
            }
            loom.frame.push('}');
        });
        let strings = loom.strings.iter().map(|(_, strings)| strings.join("\n"));
        [loom.frame, strings.collect::<Vec<_>>().join("\n\n")].join("\n")
    }

    impl Loom {
        fn mark(&mut self, number: usize) {
            let mark = u32::try_from(number).ok().and_then(|number| char::from_u32(MARK + number));
            self.frame.extend(mark);
        }

        fn list<T>(&mut self, items: &[T], mut item: impl FnMut(&mut Self, &T)) {
            self.frame.push('[');
            for (place, value) in items.iter().enumerate() {
                if place > 0 {
                    self.frame.push(',');
                }
                item(self, value);
            }
            self.frame.push(']');
        }

        fn object(&mut self, members: &Map<String, Value>) {
            self.frame.push('{');
            for (place, (name, value)) in members.iter().enumerate() {
                if place > 0 {
                    self.frame.push(',');
                }
                self.member(name, value);
            }
            self.frame.push('}');
        }

        fn member(&mut self, name: &str, value: &Value) {
            self.frame.push_str(&Value::from(name).to_string());
            self.frame.push(':');
            self.value(name, value);
        }

        fn value(&mut self, name: &str, value: &Value) {
            match value {
                Value::String(_) => self.string(name, value.to_string()),
                Value::Array(items) => self.list(items, |loom, item| loom.value(name, item)),
                Value::Object(members) => self.object(members),
                other => self.frame.push_str(&other.to_string()),
            }
        }

        fn string(&mut self, name: &str, string: String) {
            let known = self.strings.iter().position(|(member, _)| member == name);
            let place = known.unwrap_or_else(|| {
                self.strings.push((name.to_owned(), Vec::new()));
                self.strings.len() - 1
            });
            if let Some((_, strings)) = self.strings.get_mut(place) {
                strings.push(string);
            }
            self.mark(place + 1);
        }
    }
}
