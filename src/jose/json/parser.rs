//! The reader: strict, iterative, bounded in depth.

use super::{Document, JsonFault, Member, Node, Reason, Value};
use crate::finding::Span;

/// The number of arrays and objects that may be open at once.
pub const MAX_DEPTH: usize = 128;

/// Reads one JSON text.
///
/// # Errors
/// The first departure from RFC 8259, and [`Reason::TooDeep`] beyond [`MAX_DEPTH`].
pub fn parse(bytes: &[u8]) -> Result<Document, JsonFault> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| JsonFault { offset: error.valid_up_to(), reason: Reason::NotUtf8 })?;
    let root = Parser { text, at: 0, open: Vec::new() }.document()?;
    Ok(Document { source: text.to_owned(), root })
}

/// Reads the JSON value that a text begins with, whatever follows it.
///
/// # Errors
/// As [`parse`].
pub fn parse_prefix(text: &str) -> Result<Node, JsonFault> {
    Parser::root(&mut Parser { text, at: 0, open: Vec::new() })
}

pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    open: Vec<Open>,
}

/// An array or object whose end has not been reached.
struct Open {
    start: usize,
    inside: Inside,
}

enum Inside {
    Array(Vec<Node>),
    Object(Vec<Member>, Name),
}

/// The name of the member whose value comes next.
type Name = (String, Span);

impl<'a> Parser<'a> {
    fn document(mut self) -> Result<Node, JsonFault> {
        let root = self.root()?;
        self.skip_white_space();
        if self.at < self.text.len() { Err(self.fault(Reason::TrailingData)) } else { Ok(root) }
    }

    fn root(&mut self) -> Result<Node, JsonFault> {
        let mut complete = self.value()?;
        loop {
            complete = match complete {
                None => self.value()?,
                Some(node) => match self.open.pop() {
                    Some(parent) => self.attach(parent, node)?,
                    None => return Ok(node),
                },
            }
        }
    }

    /// Reads a value; of an array or object that is not empty, only what stands before its first inner value.
    fn value(&mut self) -> Result<Option<Node>, JsonFault> {
        self.skip_white_space();
        let start = self.at;
        let value = match self.peek() {
            Some(b'[') => return self.open_array(),
            Some(b'{') => return self.open_object(),
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            _ if self.take("true") => Value::Bool(true),
            _ if self.take("false") => Value::Bool(false),
            _ if self.take("null") => Value::Null,
            _ => return Err(self.no_value()),
        };
        Ok(Some(Node { span: Span::new(start, self.at), value }))
    }

    fn open_array(&mut self) -> Result<Option<Node>, JsonFault> {
        let start = self.at;
        self.at += 1;
        self.skip_white_space();
        if self.take("]") {
            return Ok(Some(Node { span: Span::new(start, self.at), value: Value::Array(Vec::new()) }));
        }
        self.push(start, Inside::Array(Vec::new()))
    }

    fn open_object(&mut self) -> Result<Option<Node>, JsonFault> {
        let start = self.at;
        self.at += 1;
        self.skip_white_space();
        if self.take("}") {
            return Ok(Some(Node { span: Span::new(start, self.at), value: Value::Object(Vec::new()) }));
        }
        let name = self.name()?;
        self.push(start, Inside::Object(Vec::new(), name))
    }

    fn push(&mut self, start: usize, inside: Inside) -> Result<Option<Node>, JsonFault> {
        if self.open.len() == MAX_DEPTH {
            return Err(JsonFault { offset: start, reason: Reason::TooDeep });
        }
        self.open.push(Open { start, inside });
        Ok(None)
    }

    /// Puts a value into its parent, and reads on to the next value or to the parent's end.
    fn attach(&mut self, parent: Open, node: Node) -> Result<Option<Node>, JsonFault> {
        self.skip_white_space();
        let Open { start, inside } = parent;
        match inside {
            Inside::Array(mut items) => {
                items.push(node);
                if self.comma("]")? {
                    return self.push(start, Inside::Array(items));
                }
                Ok(Some(Node { span: Span::new(start, self.at), value: Value::Array(items) }))
            }
            Inside::Object(mut members, (name, name_span)) => {
                members.push(Member { name, name_span, node });
                if self.comma("}")? {
                    let name = self.name()?;
                    return self.push(start, Inside::Object(members, name));
                }
                Ok(Some(Node { span: Span::new(start, self.at), value: Value::Object(members) }))
            }
        }
    }

    /// Takes a comma (true) or the closing bracket (false).
    fn comma(&mut self, close: &str) -> Result<bool, JsonFault> {
        if self.take(close) {
            return Ok(false);
        }
        let comma = self.at;
        if !self.take(",") {
            return Err(self.unexpected());
        }
        self.skip_white_space();
        if self.rest().starts_with(close) {
            return Err(JsonFault { offset: comma, reason: Reason::TrailingComma });
        }
        Ok(true)
    }

    /// A member's name and its colon.
    fn name(&mut self) -> Result<Name, JsonFault> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(match self.peek() {
                Some(b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'$') => self.fault(Reason::BareWord),
                _ => self.unexpected(),
            });
        }
        let name = self.string()?;
        let span = Span::new(start, self.at);
        self.skip_white_space();
        if self.take(":") { Ok((name, span)) } else { Err(self.unexpected()) }
    }

    /// Why no value begins here.
    fn no_value(&self) -> JsonFault {
        let rest = self.rest();
        let word = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
        match self.peek() {
            None if self.open.is_empty() => self.fault(Reason::Empty),
            Some(b'+' | b'.') => self.fault(Reason::Number),
            Some(0xef) if rest.starts_with('\u{feff}') => self.fault(Reason::ByteOrderMark),
            Some(_) if word(&["NaN", "Infinity"]) => self.fault(Reason::NotFinite),
            Some(_) if word(&["True", "False", "None"]) => self.fault(Reason::PythonLiteral),
            Some(_) if ["true", "false", "null"].iter().any(|word| word.starts_with(rest)) => {
                JsonFault { offset: self.text.len(), reason: Reason::UnexpectedEnd }
            }
            Some(b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'$') => self.fault(Reason::BareWord),
            _ => self.unexpected(),
        }
    }

    /// Why what stands here can't stand here.
    pub(super) fn unexpected(&self) -> JsonFault {
        self.fault(match self.peek() {
            None => Reason::UnexpectedEnd,
            Some(b'\'') => Reason::SingleQuote,
            Some(b'/' | b'#') => Reason::Comment,
            Some(_) => Reason::UnexpectedCharacter,
        })
    }

    pub(super) const fn fault(&self, reason: Reason) -> JsonFault {
        JsonFault { offset: self.at, reason }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn take(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    fn skip_white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
#[path = "parser_tests.rs"]
mod tests;
