//! The words of a message as literals between wildcards, and texts brought to the same spelling.
//!
//! Uses the standard library only: `build.rs` checks patterns with the same reader.

/// How many bytes a wildcard covers at most.
pub const WILDCARD_BYTES: usize = 400;

/// One spelling of a pattern: literals in order, with a wildcard between each two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The literals, normalised; none is empty.
    pub literals: Vec<Vec<u8>>,
    /// The position of the longest literal: the automaton looks for it.
    pub anchor: usize,
    /// Whether the line ends behind it.
    pub ends_line: bool,
}

impl Spelling {
    /// The number of literal bytes: how specific the spelling is.
    pub fn weight(&self) -> usize {
        self.literals.iter().map(Vec::len).sum()
    }

    /// The literal that is looked for, with a blank where a word must begin or end.
    pub fn bordered(&self) -> Vec<u8> {
        let literal = self.literals.get(self.anchor).map(Vec::as_slice).unwrap_or_default();
        let blank = |is_outermost: bool, byte: Option<&u8>| (is_outermost && is_word(byte)).then_some(b' ');
        let before = blank(self.anchor == 0, literal.first());
        let behind = blank(self.anchor + 1 == self.literals.len(), literal.last());
        before.into_iter().chain(literal.iter().copied()).chain(behind).collect()
    }

    /// The range of the match in `text` whose anchor stands at `at`, on one line and at the borders of words;
    /// a `prefix` may end within a word.
    pub fn matches_at(&self, text: &[u8], at: usize, prefix: bool) -> Option<(usize, usize)> {
        let mut start = at;
        for literal in self.literals.get(..self.anchor)?.iter().rev() {
            let from = start.saturating_sub(WILDCARD_BYTES + literal.len());
            start = from + last(line_tail(text.get(from..start)?), literal, text.get(from..start)?.len())?;
        }
        let mut end = at + self.literals.get(self.anchor)?.len();
        for literal in self.literals.get(self.anchor + 1..)? {
            let to = (end + WILDCARD_BYTES + literal.len()).min(text.len());
            end += first(line_head(text.get(end..to)?), literal)? + literal.len();
        }
        let ends = !self.ends_line || is_line_end(text.get(end..)?);
        (ends && border(text, start) && (prefix || border(text, end))).then_some((start, end))
    }
}

/// The part of a text before its first line end.
fn line_head(text: &[u8]) -> &[u8] {
    text.split(|&byte| byte == b'\n').next().unwrap_or(text)
}

/// The part of a text after its last line end.
fn line_tail(text: &[u8]) -> &[u8] {
    text.rsplit(|&byte| byte == b'\n').next().unwrap_or(text)
}

/// Whether nothing but blanks stands before the end of a line.
fn is_line_end(text: &[u8]) -> bool {
    text.iter().find(|byte| **byte != b' ').is_none_or(|byte| *byte == b'\n')
}

fn first(text: &[u8], literal: &[u8]) -> Option<usize> {
    text.windows(literal.len()).position(|window| window == literal)
}

/// Where the last `literal` of `tail` begins, counted in the text of `whole` bytes that `tail` ends.
fn last(tail: &[u8], literal: &[u8], whole: usize) -> Option<usize> {
    let position = tail.windows(literal.len()).rposition(|window| window == literal)?;
    Some(whole - tail.len() + position)
}

/// Whether no word is cut in two at this place.
fn border(text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    !(is_word(before) && is_word(text.get(at)))
}

fn is_word(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

/// Reads a pattern: `{}` for what varies, `{a|b}` for one of several words (or none: `{a|}`), and at its end
/// `{$}` for the end of a line.
///
/// # Errors
///
/// A sentence that says what is wrong with the pattern.
pub fn read(pattern: &str) -> Result<Vec<Spelling>, String> {
    let mut spellings = Vec::new();
    let mut texts = alternatives(pattern)?;
    // JSON has blanks around a colon, one behind it, or none.
    let members = texts.iter().filter(|text| text.contains("':'"));
    let spaced = members.flat_map(|text| ["': '", "' : '"].map(|colon| text.replace("':'", colon)));
    texts.extend(spaced.collect::<Vec<_>>());
    for text in texts {
        let (text, ends_line) = match text.strip_suffix("{$}") {
            Some(text) => (text, true),
            None => (text.as_str(), false),
        };
        let literals: Vec<Vec<u8>> = text.split("{}").map(|literal| Normalised::new(literal).bytes).collect();
        if literals.iter().any(Vec::is_empty) {
            return Err(
                "a pattern begins and ends with words, and two wildcards have words between them".to_owned()
            );
        }
        if text.replace(" | ", "").contains('|') {
            return Err("a choice between words holds no `{`; elsewhere `|` stands between blanks".to_owned());
        }
        let longest = literals.iter().map(Vec::len).max().unwrap_or_default();
        if longest < 5 {
            return Err(format!("the longest words of `{text}` have fewer than 5 characters"));
        }
        let anchor = literals.iter().position(|literal| literal.len() == longest).unwrap_or_default();
        spellings.push(Spelling { literals, anchor, ends_line });
    }
    Ok(spellings)
}

/// All texts that a pattern with `{a|b}` stands for.
fn alternatives(pattern: &str) -> Result<Vec<String>, String> {
    let mut texts = vec![String::new()];
    let mut rest = pattern;
    while let Some((before, choices, after)) = next_choice(rest) {
        texts = texts
            .iter()
            .flat_map(|text| choices.split('|').map(move |choice| format!("{text}{before}{choice}")))
            .collect();
        if texts.len() > 256 {
            return Err("a pattern stands for at most 256 spellings".to_owned());
        }
        rest = after;
    }
    for text in &mut texts {
        text.push_str(rest);
    }
    Ok(texts)
}

/// The first `{…|…}` of a text, with what stands before and after it.
fn next_choice(text: &str) -> Option<(&str, &str, &str)> {
    let mut offset = 0;
    loop {
        let open = offset + text.get(offset..)?.find('{')?;
        let inside = text.get(open + 1..)?;
        let close = inside.find(['}', '{'])?;
        let choices = inside.get(..close)?;
        if choices.contains('|') && inside.get(close..)?.starts_with('}') {
            return Some((text.get(..open)?, choices, inside.get(close + 1..)?));
        }
        offset = open + 1;
    }
}

/// A text in lower case, with one kind of quotation mark, one blank for several, and without the escapes of JSON, HTML
/// and URLs.
#[derive(Debug, Default)]
pub struct Normalised {
    /// The text.
    pub bytes: Vec<u8>,
    /// Places after which the original is longer: (offset here, offset there).
    shifts: Vec<(usize, usize)>,
}

/// What is written otherwise in JSON, HTML and addresses, and what it is here. The first that fits is taken.
const ESCAPES: [(&[u8], u8); 32] = [
    (b"\\\\\\\"", b'\''),
    (b"\\\\n", b'\n'),
    (b"\\\\t", b' '),
    (b"\\\\", b'\\'),
    (b"\\\"", b'\''),
    (b"\\'", b'\''),
    (b"\\n", b'\n'),
    (b"\\r", b'\n'),
    (b"\\t", b' '),
    (b"\\/", b'/'),
    (b"\\u0022", b'\''),
    (b"\\u0027", b'\''),
    (b"\\u0060", b'\''),
    (b"\\u003c", b'<'),
    (b"\\u003e", b'>'),
    (b"\\u0026", b'&'),
    (b"&quot;", b'\''),
    (b"&#34;", b'\''),
    (b"&#39;", b'\''),
    (b"&#x27;", b'\''),
    (b"&apos;", b'\''),
    (b"&lt;", b'<'),
    (b"&gt;", b'>'),
    (b"%20", b' '),
    (b"%22", b'\''),
    (b"%27", b'\''),
    (b"%3a", b':'),
    (b"\xe2\x80\x98", b'\''),
    (b"\xe2\x80\x99", b'\''),
    (b"\xe2\x80\x9c", b'\''),
    (b"\xe2\x80\x9d", b'\''),
    (b"\r\n", b'\n'),
];

impl Normalised {
    /// Normalises a text.
    pub fn new(text: &str) -> Self {
        let source = text.as_bytes();
        let mut normalised = Self { bytes: Vec::with_capacity(source.len()), shifts: Vec::new() };
        let mut at = 0;
        while let Some(&byte) = source.get(at) {
            let (plain, width) = match byte {
                b'\\' | b'&' | b'%' | 0xe2 | b'\r' => escape(source, at).unwrap_or((byte, 1)),
                b'"' | b'`' => (b'\'', 1),
                b'\t' => (b' ', 1),
                // In the query of an address a plus sign is a blank.
                b'+' if between_words(source, at) => (b' ', 1),
                _ => (byte.to_ascii_lowercase(), 1),
            };
            let is_more = plain == b' ' && normalised.bytes.last() == Some(&b' ');
            if !is_more {
                normalised.bytes.push(plain);
            }
            at += width;
            if width > 1 || is_more {
                normalised.shifts.push((normalised.bytes.len(), at));
            }
        }
        normalised
    }

    /// Where the byte at `offset` stood in the original text.
    pub fn source(&self, offset: usize) -> usize {
        let after = self.shifts.partition_point(|&(here, _)| here <= offset);
        match after.checked_sub(1).and_then(|index| self.shifts.get(index)) {
            Some(&(here, there)) => there + (offset - here),
            None => offset,
        }
    }
}

/// Whether letters or digits stand on both sides of a byte.
fn between_words(source: &[u8], at: usize) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| source.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    word(at.checked_sub(1)) && word(at.checked_add(1))
}

/// Whether something is written as an escape at this place.
pub fn is_escape(source: &[u8], at: usize) -> bool {
    escape(source, at).is_some()
}

fn escape(source: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = source.get(at..)?;
    let stands = |written: &[u8]| {
        let head = rest.get(..written.len()).unwrap_or_default();
        // `\n` ends a line, `\N` begins a name: `Lcobucci\JWT\Validation\NoConstraintsGiven`.
        let exact = written.starts_with(b"\\") && written.len() < 4;
        head == written || !exact && head.eq_ignore_ascii_case(written)
    };
    ESCAPES.iter().find(|(written, _)| stands(written)).map(|&(written, plain)| (plain, written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(pattern: &str, text: &str, expected: Option<&str>) {
        let normalised = Normalised::new(text);
        let found = read(pattern).unwrap().into_iter().find_map(|spelling| {
            let anchor = spelling.literals.get(spelling.anchor)?.clone();
            let at = normalised.bytes.windows(anchor.len()).position(|window| window == anchor)?;
            spelling.matches_at(&normalised.bytes, at, false)
        });
        let words =
            found.map(|(start, end)| text.get(normalised.source(start)..normalised.source(end)).unwrap());
        assert_eq!(words, expected, "{pattern} in {text}");
    }

    #[test]
    fn wildcards_cover_what_varies_on_one_line() {
        finds(
            "signing method {} is invalid",
            "x: signing method RS256 is invalid!",
            Some("signing method RS256 is invalid"),
        );
        finds("signing method {} is invalid", "signing method\nRS256 is invalid", None);
        finds("token {is|was} expired", "Token was Expired.", Some("Token was Expired"));
        finds("the {id |}token", "the token", Some("the token"));
    }

    #[test]
    fn a_pattern_may_end_with_its_line() {
        finds("401 | {Found|Gone}{$}", "HTTP 401 | Gone \nx", Some("401 | Gone"));
        finds("401 | {Found|Gone}{$}", "HTTP 401 | Found", Some("401 | Found"));
        finds("401 | {Found|Gone}{$}", "HTTP 401 | Found in cache", None);
        assert!(read("token {is}|{was} expired").is_err());
    }

    #[test]
    fn words_are_not_cut_in_two() {
        finds("invalid token", "invalid tokens", None);
        finds("jwt expired", "my_jwt expired", None);
        finds("jwt expired", "(jwt expired)", Some("jwt expired"));
    }

    #[test]
    fn spellings_of_json_html_and_addresses_are_one() {
        for text in [
            r#""exp" claim"#,
            r#"\"exp\" claim"#,
            "&quot;exp&quot; claim",
            "`exp` claim",
            "“exp” claim",
            "%22exp%22+claim",
        ] {
            finds("'exp' claim", text, Some(text));
        }
        finds(r"App\JWT\NotFound", r"App\\JWT\\NotFound", Some(r"App\\JWT\\NotFound"));
        finds(r"App\JWT\NotFound", r"App\JWT\NotFound", Some(r"App\JWT\NotFound"));
    }

    #[test]
    fn blanks_around_a_colon_of_json_make_no_difference() {
        for text in [
            r#""message":"Unauthenticated""#,
            r#""message": "Unauthenticated""#,
            r#""message" : "Unauthenticated""#,
        ] {
            let spellings = read("'message':'Unauthenticated'").unwrap();
            let normalised = Normalised::new(text).bytes;
            let found = spellings.iter().any(|spelling| spelling.literals.contains(&normalised));
            assert!(found, "{text}");
        }
    }

    #[test]
    fn braces_that_offer_no_choice_are_characters() {
        finds(
            "JsonWebSignature{'alg'",
            r#"JsonWebSignature{"alg":"HS256"}"#,
            Some(r#"JsonWebSignature{"alg""#),
        );
    }
}
