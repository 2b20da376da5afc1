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

struct Parser<'a> {
    text: &'a str,
    at: usize,
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

    fn string(&mut self) -> Result<String, JsonFault> {
        let mut characters = String::new();
        self.at += 1;
        loop {
            let rest = self.rest();
            let plain = rest
                .bytes()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))
                .ok_or(JsonFault { offset: self.text.len(), reason: Reason::UnexpectedEnd })?;
            characters.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => characters.push(self.escape()?),
                _ => return Err(self.fault(Reason::ControlCharacter)),
            }
        }
        self.at += 1;
        Ok(characters)
    }

    fn escape(&mut self) -> Result<char, JsonFault> {
        let fault = self.fault(Reason::Escape);
        self.at += 1;
        let Some(kind) = self.peek() else { return Err(self.unexpected()) };
        self.at += 1;
        Ok(match kind {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode_escape(fault)?,
            _ => return Err(fault),
        })
    }

    /// The character behind `\u`, whose other half may stand in a second escape.
    fn unicode_escape(&mut self, fault: JsonFault) -> Result<char, JsonFault> {
        let unit = self.four_digits().ok_or(fault)?;
        if !(0xd800..0xdc00).contains(&unit) {
            return Ok(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let before = self.at;
        if self.take("\\u") {
            let low = self.four_digits().ok_or(JsonFault { offset: before, ..fault })?;
            if (0xdc00..0xe000).contains(&low) {
                let scalar = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                return Ok(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = before;
        }
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn four_digits(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += 4;
        all.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    }

    fn number(&mut self) -> Result<String, JsonFault> {
        let start = self.at;
        self.take("-");
        if self.rest().starts_with("Infinity") {
            return Err(JsonFault { offset: start, reason: Reason::NotFinite });
        }
        if self.take("0") {
            if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(JsonFault { offset: start, reason: Reason::Number });
            }
        } else {
            self.digits()?;
        }
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or_default().to_owned())
    }

    fn digits(&mut self) -> Result<(), JsonFault> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        match count {
            0 if self.at == self.text.len() => Err(self.fault(Reason::UnexpectedEnd)),
            0 => Err(self.fault(Reason::Number)),
            _ => Ok(()),
        }
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
    fn unexpected(&self) -> JsonFault {
        self.fault(match self.peek() {
            None => Reason::UnexpectedEnd,
            Some(b'\'') => Reason::SingleQuote,
            Some(b'/' | b'#') => Reason::Comment,
            Some(_) => Reason::UnexpectedCharacter,
        })
    }

    const fn fault(&self, reason: Reason) -> JsonFault {
        JsonFault { offset: self.at, reason }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, expected: &str) -> bool {
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
