//! Why no token was made: what was expected and found, as facts.

use serde::{Deserialize, Serialize};

use crate::{
    finding::{Facts, Finding},
    jose::json::{self, Document},
    verify::Algorithm,
};

/// Why there is no token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The reason.
    pub why: Why,
    /// What a sentence about it needs; `line` and `column` count from 1, a column in characters.
    pub facts: Facts,
    /// What was found in the key's text, where that is the reason.
    pub finding: Option<Finding>,
}

/// The reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Header or payload is no JSON.
    NotJson,
    /// Header or payload is JSON and no object.
    NotObject,
    /// The header asks for a payload that is not encoded (RFC 7797).
    Unencoded,
    /// There is no such algorithm here.
    UnknownAlgorithm,
    /// There is no key.
    NoKey,
    /// The text holds no key that can be read.
    KeyUnreadable,
    /// The text holds the public half only.
    PublicOnly,
    /// The key is of another kind.
    KeyKind,
    /// The key is on another curve.
    KeyCurve,
    /// The modulus has no room for the hash.
    ModulusSmall,
    /// The private half is no key.
    PrivateHalf,
    /// The private half is not the public half's.
    HalvesDiffer,
    /// The salt has another length than the hash.
    Salt,
    /// Keys of this kind are not made here.
    NotGenerated,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::NotJson,
        Self::NotObject,
        Self::Unencoded,
        Self::UnknownAlgorithm,
        Self::NoKey,
        Self::KeyUnreadable,
        Self::PublicOnly,
        Self::KeyKind,
        Self::KeyCurve,
        Self::ModulusSmall,
        Self::PrivateHalf,
        Self::HalvesDiffer,
        Self::Salt,
        Self::NotGenerated,
    ];
}

impl Refusal {
    /// A reason without facts.
    pub const fn new(why: Why) -> Self {
        Self { why, facts: Facts::new(), finding: None }
    }

    /// A reason that is about an algorithm.
    pub(super) fn about(why: Why, algorithm: &Algorithm) -> Self {
        Self::new(why).with(Facts::new().public("alg", algorithm.name))
    }

    /// The same reason with these facts.
    #[must_use]
    pub fn with(self, facts: Facts) -> Self {
        Self { facts, ..self }
    }
}

/// A part read as JSON.
pub(super) fn json(part: &'static str, text: &str) -> Result<Document, Refusal> {
    json::parse(text.as_bytes()).map_err(|fault| {
        let (line, column) = place(text, fault.offset);
        let facts = Facts::new()
            .public("segment", part)
            .public("reason", fault.reason.id())
            .public("line", line)
            .public("column", column);
        Refusal::new(Why::NotJson).with(facts)
    })
}

/// A part that is JSON and no object.
pub(super) fn not_object(part: &'static str, document: &Document) -> Refusal {
    let facts = Facts::new().public("segment", part).public("value_type", document.root.value.kind());
    Refusal::new(Why::NotObject).with(facts)
}

/// The line and the column of a byte, as editors count them.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, line: usize, column: usize, reason: &str) {
        let facts = Facts::new().public("segment", "payload").public("reason", reason);
        let facts = facts.public("line", line).public("column", column);
        assert_eq!(json("payload", text).err(), Some(Refusal::new(Why::NotJson).with(facts)), "{text:?}");
    }

    #[test]
    fn a_fault_is_told_by_line_and_column() {
        check("", 1, 1, "empty");
        check("{\"a\":1,}", 1, 7, "trailing-comma");
        check("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "unexpected-character");
        check("{\"é\": 令}", 1, 7, "unexpected-character");
        check("{\r\n\"a\": 'x'}", 2, 6, "single-quote");
    }
}
