//! Putting the entries together again.
//!
//! The frame is JSON that this program has written, so what reads it needs no words for its faults: serde asks for the
//! parts of an entry, and a part that is not there is a refusal.

use std::{borrow::Cow, fmt, vec};

use serde::{
    Deserialize, Deserializer,
    de::{
        self, DeserializeSeed, MapAccess, SeqAccess, Visitor,
        value::{BorrowedStrDeserializer, StrDeserializer},
    },
};

use super::{BETWEEN, KNOWN, MARK, OFTEN, known, links::restored};
use crate::kb::{Entry, Summary};

/// How deep parts lie in each other at most; an entry needs half of it.
const DEEPEST: usize = 16;

/// The entries; none where they were not woven for these summaries.
pub(in crate::kb) fn read(woven: &str, index: &[Summary]) -> Option<Vec<Entry>> {
    let (unknown, frame) = woven.rsplit_once('\n')?;
    let frame = written_out(frame)?;
    let unknown = unknown.split(BETWEEN).map(|strings| strings.split('\n').collect());
    let strings = known(index).into_iter().chain(unknown).map(Vec::into_iter).collect();
    let mut reader = Reader { frame: &frame, strings, depth: 0 };
    let mut entries: Vec<Entry> = Vec::deserialize(&mut reader).ok()?;
    entries.iter_mut().for_each(restored);
    let is_read =
        reader.frame.is_empty() && reader.strings.iter().all(|strings| strings.as_slice().is_empty());
    is_read.then_some(entries)
}

/// The frame with what its signs are for.
fn written_out(frame: &str) -> Option<String> {
    let (meanings, frame) = frame.rsplit_once(BETWEEN)?;
    let signs = OFTEN.iter().zip(meanings.split(BETWEEN));
    Some(signs.fold(frame.to_owned(), |frame, ((sign, _), meaning)| frame.replace(*sign, meaning)))
}

/// What is still to be read.
struct Reader<'a> {
    frame: &'a str,
    strings: Vec<vec::IntoIter<&'a str>>,
    depth: usize,
}

/// These are not the entries of this version.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not what was woven")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'a> Reader<'a> {
    /// The next character of the frame that is not there for people.
    fn next(&mut self) -> Result<char, Refused> {
        self.frame = self.frame.trim_start_matches([',', ':']);
        let mut characters = self.frame.chars();
        let next = characters.next().ok_or(Refused)?;
        self.frame = characters.as_str();
        Ok(next)
    }

    /// Whether the next character is this one, which is then read.
    fn is_at(&mut self, character: char) -> bool {
        let rest = self.frame.trim_start_matches([',', ':']).strip_prefix(character);
        self.frame = rest.unwrap_or(self.frame);
        rest.is_some()
    }

    /// The name of a member, whose first quotation mark was read.
    fn name(&mut self) -> Result<&'a str, Refused> {
        let (name, rest) = self.frame.split_once('"').ok_or(Refused)?;
        self.frame = rest;
        Ok(name)
    }

    /// The number that begins with this digit.
    fn number(&mut self, first: u32) -> Result<u64, Refused> {
        let mut number = u64::from(first);
        while let Some(digit) = self.frame.chars().next().and_then(|next| next.to_digit(10)) {
            number = number.checked_mul(10).and_then(|tens| tens.checked_add(digit.into())).ok_or(Refused)?;
            self.frame = self.frame.get(1..).ok_or(Refused)?;
        }
        Ok(number)
    }

    /// The string that a mark stands for.
    fn string(&mut self, mark: char) -> Result<Cow<'a, str>, Refused> {
        let member = u32::from(mark).checked_sub(MARK).ok_or(Refused)? as usize;
        let string = self.strings.get_mut(member).and_then(Iterator::next).ok_or(Refused)?;
        Ok(if member < KNOWN.len() { Cow::Borrowed(string) } else { unescaped(string) })
    }

    /// What lies between this bracket and the one that closes it.
    fn inside<T>(
        &mut self,
        end: char,
        visit: impl FnOnce(Parts<'_, 'a>) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Refused);
        }
        let mut is_over = false;
        let value = visit(Parts { reader: self, end, is_over: &mut is_over })?;
        self.depth -= 1;
        if is_over || self.is_at(end) { Ok(value) } else { Err(Refused) }
    }
}

/// The text of a line as it was before.
fn unescaped(line: &str) -> Cow<'_, str> {
    if !line.contains('\\') {
        return Cow::Borrowed(line);
    }
    let mut characters = line.chars();
    let text = std::iter::from_fn(|| match characters.next()? {
        '\\' => characters.next().map(|escaped| match escaped {
            'n' => '\n',
            'f' => BETWEEN,
            other => other,
        }),
        other => Some(other),
    });
    text.collect()
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            '[' => self.inside(']', |parts| visitor.visit_seq(parts)),
            '{' => self.inside('}', |parts| visitor.visit_map(parts)),
            other => match other.to_digit(10) {
                Some(digit) => visitor.visit_u64(self.number(digit)?),
                None => match self.string(other)? {
                    Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                    Cow::Owned(text) => visitor.visit_string(text),
                },
            },
        }
    }

    /// Who wants a list gets nothing else, and so with objects and strings: what reads the others would be compiled for
    /// each type.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            '[' => self.inside(']', |parts| visitor.visit_seq(parts)),
            _ => Err(Refused),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.next()? {
            '{' => self.inside('}', |parts| visitor.visit_map(parts)),
            _ => Err(Refused),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let mark = self.next()?;
        visitor.visit_string(self.string(mark)?.into_owned())
    }

    /// What is none has no member.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_some(self)
    }

    /// All kinds of things are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let mark = self.next()?;
        visitor.visit_enum(StrDeserializer::new(&self.string(mark)?))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct map identifier ignored_any
    }
}

/// The items of a list or the members of an object.
struct Parts<'r, 'a> {
    reader: &'r mut Reader<'a>,
    end: char,
    is_over: &'r mut bool,
}

impl Parts<'_, '_> {
    /// Whether there is nothing more.
    fn is_over(&mut self) -> bool {
        *self.is_over = *self.is_over || self.reader.is_at(self.end);
        *self.is_over
    }
}

impl<'a> SeqAccess<'a> for Parts<'_, 'a> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if self.is_over() { Ok(None) } else { seed.deserialize(&mut *self.reader).map(Some) }
    }
}

impl<'a> MapAccess<'a> for Parts<'_, 'a> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        if self.is_over() {
            return Ok(None);
        }
        if !self.reader.is_at('"') {
            return Err(Refused);
        }
        seed.deserialize(BorrowedStrDeserializer::new(self.reader.name()?)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(&mut *self.reader)
    }
}
