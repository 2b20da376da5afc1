//! Taking the entries apart: done once, when the site is built.

use serde_json::{Map, Value};

use super::{BETWEEN, KNOWN, MARK, links::shortened};
use crate::kb::Entry;

/// The frame, and the strings by their member.
struct Loom {
    frame: String,
    members: Vec<(String, Vec<String>)>,
}

/// The entries without what the index says of them.
pub(in crate::kb) fn woven(entries: &[Entry]) -> String {
    let known = KNOWN.map(|member| (member.to_owned(), Vec::new()));
    let mut loom = Loom { frame: String::new(), members: known.into() };
    loom.list(entries, |loom, entry| {
        // Entries are made of what JSON has.
        if let Ok(Value::Object(members)) = serde_json::to_value(shortened(entry.clone())) {
            loom.object(&members, |name| format!(".{name}"));
        }
    });
    let unknown = loom.members.iter().skip(KNOWN.len()).map(|(_, strings)| strings.join("\n"));
    let unknown: Vec<String> = unknown.collect();
    [unknown.join(&BETWEEN.to_string()), loom.frame].join("\n")
}

impl Loom {
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

    /// `member` tells where the strings of a name are kept.
    fn object(&mut self, members: &Map<String, Value>, member: impl Fn(&str) -> String) {
        self.frame.push('{');
        for (place, (name, value)) in members.iter().enumerate() {
            if place > 0 {
                self.frame.push(',');
            }
            self.frame.push_str(&Value::from(name.as_str()).to_string());
            self.frame.push(':');
            self.value(&member(name), value);
        }
        self.frame.push('}');
    }

    fn value(&mut self, member: &str, value: &Value) {
        match value {
            Value::String(text) => self.string(member, text),
            Value::Array(items) => self.list(items, |loom, item| loom.value(member, item)),
            Value::Object(members) if member == ".title" => {
                self.object(members, |name| format!("title.{name}"));
            }
            Value::Object(members) => self.object(members, str::to_owned),
            other => self.frame.push_str(&other.to_string()),
        }
    }

    fn string(&mut self, member: &str, text: &str) {
        let known = self.members.iter().position(|(other, _)| other == member);
        let place = known.unwrap_or_else(|| {
            self.members.push((member.to_owned(), Vec::new()));
            self.members.len() - 1
        });
        if let Some((_, strings)) = self.members.get_mut(place) {
            strings.push(escaped(text));
        }
        let mark = u32::try_from(place).ok().and_then(|place| char::from_u32(MARK + place));
        self.frame.extend(mark);
    }
}

/// The text in a line, and without what stands between two members.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace(BETWEEN, "\\f")
}
