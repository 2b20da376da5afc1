//! Strings and numbers.

use super::{JsonFault, Reason, parser::Parser};

impl Parser<'_> {
    pub(super) fn string(&mut self) -> Result<String, JsonFault> {
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

    pub(super) fn number(&mut self) -> Result<String, JsonFault> {
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
}
