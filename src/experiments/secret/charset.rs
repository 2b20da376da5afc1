//! The two sides turn the secret's text to octets by different character encodings.

use super::given_texts;
use crate::{case::Case, experiments::Proposal, finding::Facts};

const MARK: char = '\u{feff}';

/// Writes the secret in Latin-1, UTF-16, with and without a byte order mark, and as text that was encoded twice.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (given, text) in given_texts(case) {
        let unmarked = text.trim_start_matches(MARK);
        let mut add = |encoding: &'static str, bytes: Option<Vec<u8>>| {
            let facts = Facts::new().public("encoding", encoding);
            proposals.extend(bytes.and_then(|bytes| given.becomes(bytes, facts)));
        };
        let marked = format!("{MARK}{unmarked}");
        add("utf-8", Some(unmarked.as_bytes().to_vec()));
        add("utf-8-bom", Some(marked.as_bytes().to_vec()));
        if !unmarked.is_ascii() {
            add("latin-1", latin_1(unmarked));
            add("windows-1252", windows_1252(unmarked));
            add(
                "utf-8-twice",
                Some(given.bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes()),
            );
            add("utf-8-once", latin_1(unmarked).filter(|bytes| std::str::from_utf8(bytes).is_ok()));
            add(
                "ascii",
                Some(
                    unmarked
                        .chars()
                        .map(|c| u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(b'?'))
                        .collect(),
                ),
            );
        }
        add("utf-16le", Some(utf_16(unmarked, u16::to_le_bytes)));
        add("utf-16be", Some(utf_16(unmarked, u16::to_be_bytes)));
        add("utf-16le-bom", Some(utf_16(&marked, u16::to_le_bytes)));
        add("utf-16be-bom", Some(utf_16(&marked, u16::to_be_bytes)));
    }
    proposals
}

fn latin_1(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|character| u8::try_from(character).ok()).collect()
}

/// The characters that Windows puts where Latin-1 has controls, from 0x80 on.
const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
    '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

fn windows_1252(text: &str) -> Option<Vec<u8>> {
    let octet = |character: char| {
        let place = (0x80_u8..).zip(WINDOWS_1252).find(|(_, windows)| *windows == character);
        place.map(|(octet, _)| octet).or_else(|| u8::try_from(character).ok())
    };
    text.chars().map(octet).collect()
}

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn other_encodings_of_the_text_are_proposed() {
        let given = "geheim-\u{fc}";
        check_secret(propose, given.as_bytes(), b"geheim-\xfc");
        check_secret(propose, given.as_bytes(), b"geheim-?");
        check_secret(propose, "\u{20ac}\u{fc}".as_bytes(), b"\x80\xfc");
        check_secret(propose, given.as_bytes(), "geheim-\u{c3}\u{bc}".as_bytes());
        check_secret(propose, "geheim-\u{c3}\u{bc}".as_bytes(), given.as_bytes());
        check_secret(propose, b"key", b"k\0e\0y\0");
        check_secret(propose, b"key", b"\0k\0e\0y");
        check_secret(propose, b"key", b"\xff\xfek\0e\0y\0");
        check_secret(propose, b"key", b"\xef\xbb\xbfkey");
        check_secret(propose, b"\xef\xbb\xbfkey", b"key");
    }
}
