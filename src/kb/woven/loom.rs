//! Taking the entries apart: done once, when the site is built.

use serde_json::{Map, Value};

use super::{BETWEEN, KNOWN, MARK, OFTEN, links::shortened};
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
    [unknown.join(&BETWEEN.to_string()), loom.shortened()].join("\n")
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

    /// The frame with signs in the place of what stands there often, behind what each sign is for.
    fn shortened(&self) -> String {
        let (mut meanings, mut frame) = (String::new(), self.frame.clone());
        for (sign, names) in OFTEN {
            let members = names.iter().map(|name| format!("\"{name}\":{}", self.mark(name).unwrap_or(sign)));
            let meaning = members.collect::<Vec<_>>().join(",");
            frame = frame.replace(&meaning, &sign.to_string());
            meanings += &meaning;
            meanings.push(BETWEEN);
        }
        meanings + &frame
    }

    /// The mark of a member.
    fn mark(&self, member: &str) -> Option<char> {
        let place = self.members.iter().position(|(other, _)| other == member)?;
        char::from_u32(MARK + u32::try_from(place).ok()?)
    }

    fn string(&mut self, member: &str, text: &str) {
        match self.members.iter_mut().find(|(other, _)| other == member) {
            Some((_, strings)) => strings.push(escaped(text)),
            None => self.members.push((member.to_owned(), vec![escaped(text)])),
        }
        self.frame.extend(self.mark(member));
    }
}

/// The text in a line, and without what stands between two members.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace(BETWEEN, "\\f")
}
