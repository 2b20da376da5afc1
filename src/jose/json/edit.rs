//! A JSON object with other values: its text is spelled anew where they stand, and read again.

use std::fmt::Write;

use super::{Document, parse};
use crate::order;

impl Document {
    /// The object with these members set to these JSON texts; absent ones are added at the end.
    ///
    /// None if it is no object, or if a text is no JSON.
    pub fn with_members(&self, values: &[(&str, String)]) -> Option<Self> {
        let mut source = self.source.clone();
        let standing = values.iter().filter_map(|(name, value)| Some((self.root.get(name)?.span, value)));
        let mut places: Vec<_> = standing.collect();
        // From the end to the start, so that the places before keep their offsets.
        order::by_key(&mut places, |(span, _)| std::cmp::Reverse(span.start));
        for (span, value) in places {
            source.replace_range(span.range(), value);
        }
        let mut comma = if self.root.members().is_empty() { "" } else { "," };
        for (name, value) in values.iter().filter(|(name, _)| self.root.get(name).is_none()) {
            source.insert_str(source.rfind('}')?, &format!("{comma}{}:{value}", quote(name)));
            comma = ",";
        }
        parse(source.as_bytes()).ok().filter(|document| document.root.is_object())
    }
}

/// A text as a JSON string (RFC 8259 section 7).
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\u{0}'..='\u{1f}' => _ = write!(quoted, "\\u{:04x}", u32::from(character)),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_replaced_where_they_stand_and_added_at_the_end() {
        let document = parse(br#"{"exp":1, "sub":"a","x":{}}"#).expect("is JSON");
        let values = [
            ("sub", quote("b\"c\n")),
            ("exp", "22".to_owned()),
            ("aud", "[]".to_owned()),
            ("y", "1".to_owned()),
        ];
        let edited = document.with_members(&values).expect("is JSON");
        assert_eq!(edited.source, r#"{"exp":22, "sub":"b\"c\u000a","x":{},"aud":[],"y":1}"#);
    }

    #[test]
    fn what_is_no_object_has_no_members() {
        for source in ["[]", "1", r#""}""#] {
            let document = parse(source.as_bytes()).expect("is JSON");
            assert!(document.with_members(&[("a", "1".to_owned())]).is_none(), "{source}");
        }
    }
}
