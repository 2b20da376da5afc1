//! The armour of PEM: where a block begins and ends in a text, and the base64 between, whatever it suffered.

use super::found::MOST_KEYS;
use crate::finding::Span;

/// The labels of what verifiers are given, longest first where one begins with another.
const LABELS: [&str; 20] = [
    "RSA PUBLIC KEY",
    "RSA PRIVATE KEY",
    "EC PUBLIC KEY",
    "EC PRIVATE KEY",
    "EC PARAMETERS",
    "DSA PRIVATE KEY",
    "DSA PUBLIC KEY",
    "DH PARAMETERS",
    "ENCRYPTED PRIVATE KEY",
    "OPENSSH PRIVATE KEY",
    "SSH2 PUBLIC KEY",
    "X509 CERTIFICATE",
    "TRUSTED CERTIFICATE",
    "NEW CERTIFICATE REQUEST",
    "CERTIFICATE REQUEST",
    "CERTIFICATE",
    "PUBLIC KEY",
    "PRIVATE KEY",
    "PKCS7",
    "X509 CRL",
];

/// Labels of blocks that hold no key that a JWS could be verified with.
const NO_KEY: [&str; 7] = [
    "DSA PRIVATE KEY",
    "DSA PUBLIC KEY",
    "DH PARAMETERS",
    "EC PARAMETERS",
    "NEW CERTIFICATE REQUEST",
    "PKCS7",
    "X509 CRL",
];

/// The most characters of a label that is not known here.
const LONGEST_LABEL: usize = 40;

/// One block of a text.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// From the first dash to the last, without quotation marks.
    pub span: Span,
    /// The label of its BEGIN line, in upper case.
    pub label: String,
    /// The BEGIN line with its dashes.
    pub label_span: Span,
    /// The label of its END line, if there is one.
    pub end: Option<String>,
    /// Whether the label is one that is known here.
    pub known: bool,
    /// Whether five hyphens stand on each side of BEGIN and END, and the words are in upper case.
    pub dashes: bool,
    /// The quotation mark before or behind the block.
    pub quotes: Option<Span>,
    /// What stands between the lines.
    pub body: &'a str,
    /// The blanks before BEGIN in its line.
    pub indent: usize,
}

impl Block<'_> {
    /// Whether such blocks never hold a key.
    pub(super) fn holds_no_key(&self) -> bool {
        NO_KEY.contains(&self.label.as_str())
    }
}

/// The hyphen and what word processors make of several.
fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{fe58}' | '\u{ff0d}')
}

/// A BEGIN or END line.
struct Marker {
    span: Span,
    label: String,
    known: bool,
    clean: bool,
}

/// The blocks of a text, in order; the first [`MOST_KEYS`].
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut from = 0;
    while let Some(begin) = marker(text, "BEGIN", from).filter(|_| blocks.len() < MOST_KEYS) {
        let next = marker(text, "BEGIN", begin.span.end).map_or(text.len(), |next| next.span.start);
        let end = text.get(..next).and_then(|text| marker(text, "END", begin.span.end));
        let body = Span::new(begin.span.end, end.as_ref().map_or(next, |end| end.span.start));
        let span = Span::new(begin.span.start, end.as_ref().map_or(next, |end| end.span.end));
        from = span.end;
        let before = text.get(..span.start).unwrap_or_default();
        blocks.push(Block {
            span,
            label_span: begin.span,
            known: begin.known,
            dashes: begin.clean && end.as_ref().is_none_or(|end| end.clean),
            end: end.map(|end| end.label),
            label: begin.label,
            quotes: quotes(text, span),
            body: text.get(body.range()).unwrap_or_default(),
            indent: before.len() - before.trim_end_matches([' ', '\t']).len(),
        });
    }
    blocks
}

/// The quotation mark directly before the block, or directly behind it.
fn quotes(text: &str, span: Span) -> Option<Span> {
    let is_quote = |character: &char| matches!(character, '"' | '\'' | '`' | '\u{201c}' | '\u{201d}');
    let before = text.get(..span.start)?.chars().next_back().filter(is_quote);
    let rest = text.get(span.end..)?;
    let gap = rest.len() - rest.trim_start_matches(['\\', 'n', 'r', '\n', '\r', ' ']).len();
    let behind = rest.get(gap..)?.chars().next().filter(is_quote);
    before
        .map(|quote| Span::new(span.start - quote.len_utf8(), span.start))
        .or_else(|| behind.map(|quote| Span::new(span.end + gap, span.end + gap + quote.len_utf8())))
}

/// The first line with this word at or after `from`.
fn marker(text: &str, word: &str, from: usize) -> Option<Marker> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let found = at + position_of(rest, word)?;
        if let Some(marker) = marker_at(text, word, found, from) {
            return Some(marker);
        }
        at = found + word.len();
    }
}

fn position_of(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len()).position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

fn marker_at(text: &str, word: &str, at: usize, from: usize) -> Option<Marker> {
    let before = text.get(from..at)?;
    let after = text.get(at + word.len()..)?;
    let gap = after.len() - after.trim_start_matches([' ', '\t', '_']).len();
    let spelled = after.get(gap..)?;
    let known = LABELS
        .iter()
        .find(|label| spelled.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label)));
    let unknown = || {
        let is_label = |character: &char| character.is_ascii_uppercase() || *character == ' ';
        let length = spelled.chars().take(LONGEST_LABEL).take_while(is_label).count();
        let label = spelled.get(..length).unwrap_or_default().trim_end();
        (gap > 0 && !label.is_empty()).then_some(label)
    };
    let label = known.copied().or_else(unknown)?;
    let dashed = before.trim_end_matches([' ', '\t']).trim_end_matches(is_dash);
    let label_end = at + word.len() + gap + label.len();
    let behind = text.get(label_end..)?;
    let dashes_behind = behind.trim_start_matches([' ', '\t']);
    let rest = dashes_behind.trim_start_matches(is_dash);
    let has_dashes =
        dashed.len() < before.trim_end_matches([' ', '\t']).len() || rest.len() < dashes_behind.len();
    let alone = known.is_some()
        && (before.is_empty() || before.ends_with('\n'))
        && (behind.is_empty() || behind.starts_with(['\n', '\r']));
    if !has_dashes && !alone {
        return None;
    }
    let start = if has_dashes { from + dashed.len() } else { at };
    let end = if rest.len() < dashes_behind.len() { text.len() - rest.len() } else { label_end };
    let clean = text.get(start..end)? == format!("-----{word} {label}-----")
        // RFC 4716 has four hyphens and a blank.
        || text.get(start..end)? == format!("---- {word} {label} ----");
    Some(Marker { span: Span::new(start, end), label: label.to_owned(), known: known.is_some(), clean })
}

/// What a block's body says once its line ends, escapes and quotation marks are gone.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The characters of base64 that are left.
    pub base64: String,
    /// The same with a plus sign for each blank inside a line, as it was before somebody decoded a form.
    pub with_plus_signs: String,
    /// What happened to the line ends: "escaped", "blanks", "indented", "removed", "characters-added"; `None` when
    /// nothing did.
    pub line_ends: Option<&'static str>,
    /// Whether quotation marks stand between the lines.
    pub quoted: bool,
    /// Whether a header says that the key is encrypted (RFC 1421 section 4.6.1.1).
    pub encrypted: bool,
    /// How many characters were left out that belong to no base64.
    pub foreign: usize,
}

impl Body {
    /// Reads the body of a block.
    pub(super) fn of(block: &Block<'_>) -> Self {
        let mut body = Self { encrypted: block.body.contains("ENCRYPTED"), ..Self::default() };
        let plain = without_markup(block.body);
        body.foreign = usize::from(plain != block.body);
        let (unescaped, escaped) = unescape(&plain);
        let mut lines = 0;
        let mut blanks = false;
        let mut indented = block.indent > 0;
        let mut header = false;
        for line in unescaped.lines() {
            let content = line.trim();
            // A header goes on in the next line after a backslash (RFC 4716 section 3.3).
            let continued = header && content.ends_with('\\');
            if content.is_empty() || header || content.contains(": ") {
                header = continued || (content.contains(": ") && content.ends_with('\\'));
                continue;
            }
            indented |= line.starts_with([' ', '\t']) && lines > 0;
            lines += 1;
            body.quoted |= content.contains(QUOTES);
            blanks |= body.read_line(without_quotes(content));
            body.with_plus_signs.extend(line.chars().filter_map(|character| match character {
                ' ' => Some('+'),
                _ => is_base64(character).then_some(character),
            }));
        }
        let starts_with_line_end = block.body.trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
            || block.body.trim().is_empty();
        body.line_ends = if escaped {
            Some("escaped")
        } else if blanks {
            Some("blanks")
        } else if indented {
            Some("indented")
        } else if !starts_with_line_end || lines == 1 && body.base64.len() > 76 {
            Some("removed")
        } else if body.foreign > 0 {
            Some("characters-added")
        } else {
            None
        };
        body
    }

    /// Takes over the characters of one line; says whether blanks stand among them.
    fn read_line(&mut self, line: &str) -> bool {
        // What puts the strings of a program together.
        if self.quoted && matches!(line, "+" | "." | "&") {
            return false;
        }
        self.base64.extend(line.chars().filter(|character| is_base64(*character)));
        let is_known = |character: char| is_base64(character) || matches!(character, '=' | ' ' | '\t');
        self.foreign += line.chars().filter(|character| !is_known(*character)).count();
        line.contains([' ', '\t'])
    }
}

/// Whether the character belongs to one of the two alphabets of base64.
fn is_base64(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '/' | '-' | '_')
}

const QUOTES: [char; 3] = ['"', '\'', '`'];

/// What stands between the quotation marks of a line, as in a program that puts the lines together; the whole line
/// where there are none.
fn without_quotes(line: &str) -> &str {
    let line = line.trim_matches([',', ';']).trim();
    let inner =
        line.split_once(QUOTES).map_or(line, |(before, inner)| if inner.is_empty() { before } else { inner });
    inner.split(QUOTES).next().unwrap_or(inner).trim()
}

/// The text without what a page in HTML puts between the lines and in place of a plus sign.
fn without_markup(text: &str) -> String {
    const MARKUP: [(&str, &str); 7] = [
        ("<br>", ""),
        ("<br/>", ""),
        ("<br />", ""),
        ("&#43;", "+"),
        ("&#x2B;", "+"),
        ("&#10;", "\n"),
        ("&#13;", ""),
    ];
    MARKUP.iter().fold(text.to_owned(), |text, (markup, plain)| text.replace(markup, plain))
}

/// The text with `\n`, `\r` and `\t` turned into line ends and `\/` into `/`, however often the backslash stands there,
/// and whether a line end was among them.
fn unescape(text: &str) -> (String, bool) {
    let mut plain = String::with_capacity(text.len());
    let mut escaped = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        while characters.next_if_eq(&'\\').is_some() {}
        match characters.next_if(|next| matches!(next, 'n' | 'r' | 't')) {
            Some(_) => {
                escaped = true;
                plain.push('\n');
            }
            None if matches!(characters.peek(), Some('\n' | '\r')) => plain.push('\\'),
            None => {}
        }
    }
    (plain, escaped)
}
