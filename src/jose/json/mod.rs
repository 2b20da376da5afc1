//! JSON (RFC 8259) without loss: every value knows where it stands, numbers stay as they were spelled, duplicate
//! members are kept.

mod edit;
mod fault;
mod parser;
mod pretty;
mod scalars;

use std::collections::HashMap;

pub use edit::quote;
pub use fault::{JsonFault, Reason};
pub use parser::{MAX_DEPTH, parse, parse_prefix};

use crate::{finding::Span, order};

/// A JSON text and what it says.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// The text as it was spelled; the spans of its nodes count in it.
    pub source: String,
    /// The outermost value.
    pub root: Node,
}

/// A value and where it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Node {
    /// The value's characters in the source, a string's quotation marks included.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// A JSON value.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it was spelled.
    Number(String),
    /// The string's characters after its escapes were resolved; half a surrogate pair became U+FFFD.
    String(String),
    /// The elements in order.
    Array(Vec<Node>),
    /// The members in order, duplicates included.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, PartialEq, Eq)]
pub struct Member {
    /// The name after its escapes were resolved.
    pub name: String,
    /// The name's characters in the source, quotation marks included.
    pub name_span: Span,
    /// The value.
    pub node: Node,
}

/// A name that stands more than once in one object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate<'a> {
    /// The name.
    pub name: &'a str,
    /// The name where it stands first.
    pub first: Span,
    /// The name where it stands last; the value behind it counts.
    pub last: Span,
}

impl Document {
    /// The text with one member or element a line; values stay as they were spelled.
    pub fn pretty(&self) -> String {
        pretty::pretty(&self.source)
    }

    /// The names that stand more than once in an object, at any depth, in order of their last places.
    pub fn duplicates(&self) -> Vec<Duplicate<'_>> {
        let mut found = Vec::new();
        let mut open = vec![&self.root];
        while let Some(node) = open.pop() {
            match &node.value {
                Value::Array(items) => open.extend(items),
                Value::Object(members) => {
                    duplicates_among(members, &mut found);
                    open.extend(members.iter().map(|member| &member.node));
                }
                _ => {}
            }
        }
        order::by_key(&mut found, |duplicate| duplicate.last);
        found
    }
}

fn duplicates_among<'a>(members: &'a [Member], found: &mut Vec<Duplicate<'a>>) {
    let mut places: HashMap<&str, (Span, Span)> = HashMap::with_capacity(members.len());
    for member in members {
        places
            .entry(&member.name)
            .and_modify(|(_, last)| *last = member.name_span)
            .or_insert((member.name_span, member.name_span));
    }
    found.extend(
        places
            .into_iter()
            .filter(|(_, (first, last))| first != last)
            .map(|(name, (first, last))| Duplicate { name, first, last }),
    );
}

impl Node {
    /// The member of this name, if this is an object that has one. Of duplicates the last one counts.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.member(name).map(|member| &member.node)
    }

    /// The member of this name with its place. Of duplicates the last one counts.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members().iter().rfind(|member| member.name == name)
    }

    /// The members, none if this is no object.
    pub fn members(&self) -> &[Member] {
        if let Value::Object(members) = &self.value { members } else { &[] }
    }

    /// The elements, if this is an array.
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Value::Array(items) = &self.value { Some(items) } else { None }
    }

    /// The characters, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The truth value, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(truth) = self.value { Some(truth) } else { None }
    }

    /// The number as it was spelled, if this is one.
    pub fn as_number(&self) -> Option<&str> {
        if let Value::Number(spelled) = &self.value { Some(spelled) } else { None }
    }

    /// Whether this is an object.
    pub fn is_object(&self) -> bool {
        matches!(self.value, Value::Object(_))
    }
}

impl Value {
    /// The name of the type, as RFC 8259 calls it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_duplicate_members_the_last_one_counts() {
        let document = parse(br#"{"a":1,"b":{"c":1,"c":2},"a":3}"#).expect("valid");
        assert_eq!(document.root.get("a").and_then(Node::as_number), Some("3"));
        let names: Vec<_> = document.duplicates().iter().map(|found| (found.name, found.last)).collect();
        assert_eq!(names, [("c", Span::new(18, 21)), ("a", Span::new(25, 28))]);
    }

    #[test]
    fn equal_names_in_different_objects_are_no_duplicates() {
        let document = parse(br#"[{"a":1},{"a":1,"b":{"a":2}}]"#).expect("valid");
        assert_eq!(document.duplicates(), []);
    }
}
