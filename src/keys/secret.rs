//! Secrets: a text's own octets, or what somebody says that the text encodes.

use super::{
    Key, Material, ReadAs, Secret,
    found::{Found, not_recognised, warning},
};
use crate::{
    cause::Cause,
    finding::{Facts, Span},
    jose::base64url,
};

/// How the text of a secret is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecretReading {
    /// As its own octets in UTF-8, nothing trimmed: what most libraries do with a string.
    #[default]
    Text,
    /// As base64 (RFC 4648 section 4), with or without padding.
    Base64,
    /// As base64url (RFC 4648 section 5), with or without padding.
    Base64url,
    /// As pairs of hexadecimal digits.
    Hex,
}

impl SecretReading {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Text, Self::Base64, Self::Base64url, Self::Hex];

    /// The octets that the text stands for, or `None` when it can't be read so. White space around an encoded text does
    /// not count.
    pub fn octets(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Text => Some(text.as_bytes().to_vec()),
            Self::Base64 => base64_octets(text, ['-', '_']),
            Self::Base64url => base64_octets(text, ['+', '/']),
            Self::Hex => hex_octets(text.trim()),
        }
    }

    /// The name of the reading in answers.
    pub const fn read_as(self) -> ReadAs {
        match self {
            Self::Text => ReadAs::Text,
            Self::Base64 => ReadAs::Base64,
            Self::Base64url => ReadAs::Base64url,
            Self::Hex => ReadAs::Hex,
        }
    }
}

fn base64_octets(text: &str, foreign: [char; 2]) -> Option<Vec<u8>> {
    let text = text.trim();
    let decoded = base64url::decode(text);
    let readable = !text.is_empty()
        && !text.contains(foreign)
        && decoded.faults.iter().all(|fault| {
            matches!(fault.cause, Cause::StandardBase64 | Cause::Base64Padding | Cause::NonCanonicalBase64)
        });
    readable.then_some(decoded.bytes)
}

/// The octets of pairs of hexadecimal digits, or `None` when there is anything else.
pub(super) fn hex_octets(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && digits.len() % 2 == 0)?;
    Some(
        digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |octet, digit| (octet << 4) | digit)).collect(),
    )
}

/// Reads a text as a secret.
pub(super) fn read(text: &str, reading: SecretReading) -> Found {
    let span = Span::new(0, text.len());
    let Some(octets) = reading.octets(text) else {
        return Found::nothing(not_recognised(span, reading.read_as().id()));
    };
    let mut key = Key::new(Material::Secret(Secret::new(octets)), reading.read_as(), span);
    if is_empty(text) {
        key.findings.push(warning(Cause::SecretEmpty, span));
    } else if is_placeholder(text) {
        let facts = Facts::new().secret("found", text.trim());
        key.findings.push(warning(Cause::SecretPlaceholder, span).with(facts));
    }
    Found::key(key)
}

/// Whether nothing but white space and quotation marks is there.
fn is_empty(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || matches!(character, '"' | '\'' | '`'))
}

/// Words that stand where a secret belongs, in lower case and without blanks, hyphens and underscores.
const PLACEHOLDERS: [&str; 28] = [
    "undefined",
    "null",
    "none",
    "nil",
    "nan",
    "true",
    "false",
    "changeme",
    "changethis",
    "changeit",
    "replaceme",
    "replacethis",
    "todo",
    "tbd",
    "fixme",
    "xxx",
    "placeholder",
    "yoursecret",
    "yoursecretkey",
    "yourjwtsecret",
    "yoursecrethere",
    "yoursecretkeyhere",
    "mysecretkeyhere",
    "insertsecrethere",
    "secrethere",
    "redacted",
    "masked",
    "objectobject",
];

/// The last words of a variable's name that is meant to hold a secret.
const VARIABLES: [&str; 5] = ["SECRET", "KEY", "TOKEN", "PASSWORD", "JWT"];

fn is_placeholder(text: &str) -> bool {
    let text = text.trim().trim_matches(['"', '\'', '`']);
    let word: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    let masked =
        text.len() >= 3 && text.chars().all(|character| matches!(character, '*' | '•' | 'x' | 'X' | '.'));
    masked || PLACEHOLDERS.contains(&word.as_str()) || is_variable(text)
}

/// Whether the text is the place of a variable and not its value: `${JWT_SECRET}`, `process.env.SECRET`, `JWT_SECRET`.
fn is_variable(text: &str) -> bool {
    let enclosed = [("${", "}"), ("{{", "}}"), ("<", ">"), ("%", "%"), ("$(", ")"), ("[", "]")]
        .iter()
        .any(|(open, close)| text.len() > 3 && text.starts_with(open) && text.ends_with(close));
    let code = ["process.env.", "os.environ", "ENV[", "os.getenv", "getenv(", "System.getenv", "env."]
        .iter()
        .any(|start| text.starts_with(start));
    let name = text.strip_prefix('$').unwrap_or(text);
    let upper = name.contains('_')
        && name
            .chars()
            .all(|character| character.is_ascii_uppercase() || matches!(character, '_' | '0'..='9'))
        && VARIABLES.iter().any(|last| name.ends_with(last));
    enclosed || code || upper
}

#[cfg(test)]
mod tests {
    use super::*;

    fn causes(text: &str) -> Vec<&'static str> {
        let found = read(text, SecretReading::Text);
        assert_eq!(found.keys[0].secret(), Some(text.as_bytes()));
        found.keys[0].findings.iter().map(|finding| finding.cause.id()).collect()
    }

    #[test]
    fn a_text_is_taken_octet_by_octet() {
        for text in ["secret\n", " secret", "\"secret\"", "c2VjcmV0", "a\0b", "secrét", "deadbeef"] {
            assert_eq!(causes(text), [""; 0], "{text:?}");
        }
    }

    #[test]
    fn a_stand_in_is_named_and_still_read() {
        for text in [
            "undefined",
            "null",
            "CHANGE_ME",
            "change-me",
            "your-secret-key",
            "${JWT_SECRET}",
            "$JWT_SECRET",
            "JWT_SECRET",
            "process.env.JWT_SECRET",
            "<your-secret>",
            "{{ jwt_secret }}",
            "%JWT_SECRET%",
            "********",
        ] {
            assert_eq!(causes(text), ["secret-placeholder"], "{text:?}");
        }
        assert_eq!(causes("\"\""), ["secret-empty"]);
        assert_eq!(causes(" \n"), ["secret-empty"]);
    }

    #[test]
    fn a_reading_can_be_forced() {
        for (reading, text, octets) in [
            (SecretReading::Base64, "+/8=\n", Some(&[0xfb, 0xff][..])),
            (SecretReading::Base64, "-_8", None),
            (SecretReading::Base64url, "-_8", Some(&[0xfb, 0xff])),
            (SecretReading::Base64url, "+/8=", None),
            (SecretReading::Base64, "secret!", None),
            (SecretReading::Base64, "", None),
            (SecretReading::Hex, "fBff", Some(&[0xfb, 0xff])),
            (SecretReading::Hex, "fbf", None),
            (SecretReading::Hex, "é9", None),
        ] {
            assert_eq!(reading.octets(text).as_deref(), octets, "{text:?} as {reading:?}");
        }
    }
}
