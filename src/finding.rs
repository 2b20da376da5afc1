//! What was noticed: a cause, how grave it is, where it stands, and the facts that a sentence about it needs.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::cause::Cause;

/// A half-open range of UTF-8 byte offsets into a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether there is no byte in it.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The same range in a text where this one's text begins at `offset`.
    #[must_use]
    pub const fn shifted(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }

    /// The range as an index.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A verifier that follows the RFCs and this policy rejects the token.
    Error,
    /// The token may pass, and somebody should look at this.
    Warning,
    /// Worth knowing.
    Note,
}

/// Which text a finding is about.
///
/// The span of a finding counts in the pasted text for `Text`, `Header`, `Payload` and `Signature` (there it covers
/// the encoded characters), in the key text with the number of the fact `key_text` for `Keys`, and is absent for
/// `Policy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// The pasted text around and inside the token.
    Text,
    /// A key's text.
    Keys,
    /// The JOSE Header.
    Header,
    /// The JWS Payload.
    Payload,
    /// The JWS Signature.
    Signature,
    /// What the verifier expects, and the time.
    Policy,
}

/// Who may read a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Privacy {
    /// Everybody: names, lengths, times, algorithms.
    Public,
    /// The value of a claim or of a policy member: masked in reports unless somebody ticks it.
    Claim,
    /// A part of a secret or of a signature: shown on the page only, never in a report or in `Debug`.
    Secret,
}

/// The value of a fact. `text/` knows how each is written in a language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// A name or a value as it was spelled.
    Text(String),
    /// A count, in no unit, or in the unit that the fact's name ends with (`_bits`, `_bytes`).
    Number(i64),
    /// A duration in seconds.
    Seconds(i64),
    /// A point in time, in seconds since 1970-01-01T00:00:00Z.
    Instant(i64),
    /// Several values of one kind.
    List(Vec<String>),
}

/// One thing that a sentence about a finding may mention.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The name that the sentence's placeholder has, in `snake_case`.
    pub name: Cow<'static, str>,
    /// What is to be said.
    pub value: Value,
    /// Who may read it.
    pub privacy: Privacy,
}

impl fmt::Debug for Fact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.privacy != Privacy::Public {
            return write!(formatter, "{}: ({:?})", self.name, self.privacy);
        }
        match &self.value {
            Value::Text(text) => write!(formatter, "{}: {text:?}", self.name),
            Value::Number(number) | Value::Seconds(number) | Value::Instant(number) => {
                write!(formatter, "{}: {number}", self.name)
            }
            Value::List(list) => write!(formatter, "{}: {list:?}", self.name),
        }
    }
}

/// The facts of a finding or of a change, each name once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// No facts.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a fact that everybody may read.
    #[must_use]
    pub fn public(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, value.into(), Privacy::Public)
    }

    /// Adds the value of a claim or of a policy member.
    #[must_use]
    pub fn claim(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, value.into(), Privacy::Claim)
    }

    /// Adds a part of a secret or of a signature.
    #[must_use]
    pub fn secret(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, value.into(), Privacy::Secret)
    }

    fn with(mut self, name: &'static str, value: Value, privacy: Privacy) -> Self {
        self.0.retain(|fact| fact.name != name);
        self.0.push(Fact { name: Cow::Borrowed(name), value, privacy });
        self
    }

    /// The fact with this name.
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.iter().find(|fact| fact.name == name)
    }

    /// All facts, in the order in which they were added.
    pub fn iter(&self) -> std::slice::Iter<'_, Fact> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Facts {
    type Item = &'a Fact;
    type IntoIter = std::slice::Iter<'a, Fact>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Fact> for Facts {
    fn from_iter<T: IntoIterator<Item = Fact>>(facts: T) -> Self {
        Self(facts.into_iter().collect())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Vec<String>> for Value {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// Something noticed about a token, a key, or what surrounds them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is.
    pub cause: Cause,
    /// How grave it is.
    pub severity: Severity,
    /// Which text it is about.
    pub place: Place,
    /// The narrowest range of that text; see [`Place`] for what it counts in.
    pub span: Option<Span>,
    /// What a sentence about it needs.
    pub facts: Facts,
}

impl Finding {
    /// A finding without span and facts.
    pub const fn new(cause: Cause, severity: Severity, place: Place) -> Self {
        Self { cause, severity, place, span: None, facts: Facts::new() }
    }

    /// A finding for which a verifier rejects.
    pub const fn error(cause: Cause, place: Place) -> Self {
        Self::new(cause, Severity::Error, place)
    }

    /// A finding that somebody should look at.
    pub const fn warning(cause: Cause, place: Place) -> Self {
        Self::new(cause, Severity::Warning, place)
    }

    /// A finding that is worth knowing.
    pub const fn note(cause: Cause, place: Place) -> Self {
        Self::new(cause, Severity::Note, place)
    }

    /// The same finding at this range.
    #[must_use]
    pub const fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same finding at this range, if there is one.
    #[must_use]
    pub const fn maybe_at(mut self, span: Option<Span>) -> Self {
        self.span = span;
        self
    }

    /// The same finding with these facts.
    #[must_use]
    pub fn with(mut self, facts: Facts) -> Self {
        self.facts = facts;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_what_is_not_public() {
        let facts = Facts::new().public("alg", "HS256").secret("secret", "hunter2").claim("sub", "ada");
        let text = format!("{facts:?}");
        assert!(text.contains("HS256") && !text.contains("hunter2") && !text.contains("ada"), "{text}");
    }

    #[test]
    fn a_later_fact_replaces_one_of_the_same_name() {
        let facts = Facts::new().public("alg", "HS256").public("alg", "RS256");
        assert_eq!(facts.iter().count(), 1);
    }
}
