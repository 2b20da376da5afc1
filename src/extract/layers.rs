//! What clings to a token, layer by layer from the inside out.

use super::characters::is_invisible;
use crate::finding::Span;

/// A layer around a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    pub kind: Kind,
    /// Its characters; of a pair, those before the token.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// White space.
    Space,
    /// An invisible character at the edge.
    Invisible,
    /// A quotation mark, mostly one of a pair.
    Quote,
    /// Python's notation for bytes.
    Bytes,
    /// Brackets.
    Bracket,
    /// Brackets of JSON or of a program.
    Brace,
    /// An authentication scheme.
    Scheme,
    /// The name of a header, with its colon.
    Header,
    /// A name with an equals sign or a colon.
    Name,
    /// A punctuation mark behind the token.
    Stop,
}

/// The authentication schemes of the registry that a token is seen with, and those that were never registered.
const SCHEMES: [&str; 9] =
    ["bearer", "dpop", "jwt", "token", "basic", "digest", "negotiate", "apikey", "hoba"];

/// The greatest number of layers.
const MAX_LAYERS: usize = 24;

/// The most characters of a name.
const MAX_NAME: usize = 64;

/// The most text in front of a token in which the partner of a quotation mark is looked for, in bytes.
const MAX_BEFORE: usize = 1024;

/// The layers around `inner`, innermost first, and the range that they and the token fill.
pub(super) fn around(text: &str, inner: Span) -> (Vec<Layer>, Span) {
    let mut layers = Vec::new();
    let mut peeler = Peeler { text, outer: inner };
    while layers.len() < MAX_LAYERS
        && let Some(layer) = peeler.peel()
    {
        layers.push(layer);
    }
    (layers, peeler.outer)
}

struct Peeler<'a> {
    text: &'a str,
    outer: Span,
}

impl<'a> Peeler<'a> {
    fn before(&self) -> &'a str {
        self.text.get(..self.outer.start).unwrap_or_default()
    }

    fn after(&self) -> &'a str {
        self.text.get(self.outer.end..).unwrap_or_default()
    }

    fn peel(&mut self) -> Option<Layer> {
        self.bytes()
            .or_else(|| self.pair())
            .or_else(|| self.scheme())
            .or_else(|| self.name())
            .or_else(|| self.space())
            .or_else(|| self.escaped_space())
            .or_else(|| self.stop())
            .or_else(|| self.lone_quote())
    }

    fn take(&mut self, kind: Kind, before: usize, after: usize) -> Layer {
        let span = if before > 0 {
            Span::new(self.outer.start - before, self.outer.start)
        } else {
            Span::new(self.outer.end, self.outer.end + after)
        };
        self.outer = Span::new(self.outer.start - before, self.outer.end + after);
        Layer { kind, span }
    }

    fn bytes(&mut self) -> Option<Layer> {
        let pairs = [("b'", "'"), ("b\"", "\"")];
        let (open, close) = pairs
            .into_iter()
            .find(|(open, close)| self.before().ends_with(open) && self.after().starts_with(close))?;
        let word = self.before().trim_end_matches(open).ends_with(|last: char| last.is_ascii_alphanumeric());
        if word { None } else { Some(self.take(Kind::Bytes, open.len(), close.len())) }
    }

    fn pair(&mut self) -> Option<Layer> {
        const PAIRS: [(&str, &str, Kind); 15] = [
            ("\\\"", "\\\"", Kind::Quote),
            ("\"", "\"", Kind::Quote),
            ("'", "'", Kind::Quote),
            ("`", "`", Kind::Quote),
            ("“", "”", Kind::Quote),
            ("”", "”", Kind::Quote),
            ("„", "“", Kind::Quote),
            ("‘", "’", Kind::Quote),
            ("«", "»", Kind::Quote),
            ("%22", "%22", Kind::Quote),
            ("&quot;", "&quot;", Kind::Quote),
            ("<", ">", Kind::Bracket),
            ("(", ")", Kind::Bracket),
            ("[", "]", Kind::Brace),
            ("{", "}", Kind::Brace),
        ];
        let (open, close, kind) = PAIRS
            .into_iter()
            .find(|(open, close, _)| self.before().ends_with(open) && self.after().starts_with(close))?;
        Some(self.take(kind, open.len(), close.len()))
    }

    /// A scheme, with blanks, a colon or their encodings behind it, or nothing.
    fn scheme(&mut self) -> Option<Layer> {
        let before = self.before();
        let mut word_end = before.trim_end_matches([' ', '\t', '+']);
        let colon = word_end.strip_suffix(':');
        word_end = colon.unwrap_or(word_end).trim_end_matches(' ');
        while let Some(rest) =
            ["%20", "%3A", "%2520"].iter().find_map(|escape| word_end.strip_suffix(*escape))
        {
            word_end = rest;
        }
        let name = SCHEMES.into_iter().find(|scheme| ends_with_word(word_end, scheme))?;
        let gap = before.len() - word_end.len();
        if (gap == 0 || colon.is_some()) && name != "bearer" {
            return None;
        }
        Some(self.take(Kind::Scheme, name.len() + gap, 0))
    }

    /// A name with `=`, `:` or `=>` behind it, in quotation marks or not.
    fn name(&mut self) -> Option<Layer> {
        let before = self.before();
        let trimmed = before.trim_end_matches([' ', '\t']);
        let (rest, separator) = ["=>", ":=", "=", ":", "%3D", "%253D"]
            .into_iter()
            .find_map(|separator| Some((trimmed.strip_suffix(separator)?, separator)))?;
        let rest = rest.trim_end_matches([' ', '\t']);
        let quote = ["\\\"", "\"", "'"].into_iter().find(|quote| rest.ends_with(quote)).unwrap_or_default();
        let rest = rest.strip_suffix(quote).unwrap_or(rest);
        let name = trailing_name(rest)?;
        let open = rest.get(..rest.len() - name.len()).unwrap_or_default();
        let open = open.strip_suffix(quote).unwrap_or(open);
        let header = matches!(separator, ":" | "=>" | "=") && is_authorization(name)
            || separator == ":" && quote.is_empty() && is_header(name);
        Some(self.take(if header { Kind::Header } else { Kind::Name }, before.len() - open.len(), 0))
    }

    fn space(&mut self) -> Option<Layer> {
        let edge = |kind: Kind, is: fn(char) -> bool| {
            let (before, after) = (self.before(), self.after());
            let behind = after.len() - after.trim_start_matches(is).len();
            let ahead = before.len() - before.trim_end_matches(is).len();
            (behind + ahead > 0).then_some((kind, if behind > 0 { 0 } else { ahead }, behind))
        };
        let (kind, before, after) =
            edge(Kind::Invisible, is_invisible).or_else(|| edge(Kind::Space, char::is_whitespace))?;
        Some(self.take(kind, before, after))
    }

    /// White space in the notation of strings: `\n`, `\r`, `\t`.
    fn escaped_space(&mut self) -> Option<Layer> {
        const ESCAPES: [&str; 3] = ["\\n", "\\r", "\\t"];
        if ESCAPES.iter().any(|escape| self.after().starts_with(escape)) {
            return Some(self.take(Kind::Space, 0, 2));
        }
        ESCAPES.iter().any(|escape| self.before().ends_with(escape)).then(|| self.take(Kind::Space, 2, 0))
    }

    fn stop(&mut self) -> Option<Layer> {
        let length =
            self.after().len() - self.after().trim_start_matches(['.', ',', ';', ':', '!', '?']).len();
        if length == 0 { None } else { Some(self.take(Kind::Stop, 0, length)) }
    }

    /// A quotation mark or bracket whose partner is lost.
    fn lone_quote(&mut self) -> Option<Layer> {
        const MARKS: [char; 11] = ['"', '\'', '`', '“', '”', '‘', '’', '<', '>', ')', '('];
        let kind =
            |mark: char| if matches!(mark, '<' | '>' | '(' | ')') { Kind::Bracket } else { Kind::Quote };
        if self.outer.end == self.text.len()
            && let Some(mark) = self.before().chars().next_back().filter(|last| MARKS.contains(last))
        {
            return Some(self.take(kind(mark), mark.len_utf8(), 0));
        }
        let mark = self.after().chars().next().filter(|next| MARKS.contains(next))?;
        let is_lone = self.outer.start == 0 || self.is_unpaired(mark);
        is_lone.then(|| self.take(kind(mark), 0, mark.len_utf8()))
    }

    /// Whether no quotation mark that stands open before the token can be the partner of one behind it.
    fn is_unpaired(&self, mark: char) -> bool {
        let before = Some(self.before()).filter(|before| before.len() <= MAX_BEFORE);
        let count = before.map(|before| before.matches(mark).count());
        count.is_some_and(|count| mark == '"' && count % 2 == 0 || mark == '\'' && count == 0)
    }
}

/// Whether a text is the name of a scheme, whatever its case.
pub(super) fn is_scheme(text: &str) -> bool {
    SCHEMES.iter().any(|scheme| text.eq_ignore_ascii_case(scheme))
}

/// Whether a text ends with this word, whatever its case, and no letter stands before it.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.len().checked_sub(word.len()).is_some_and(|start| {
        text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word))
            && !text
                .get(..start)
                .is_some_and(|rest| rest.ends_with(|last: char| last.is_ascii_alphanumeric()))
    })
}

/// The name that a text ends with.
fn trailing_name(text: &str) -> Option<&str> {
    let is_name = |next: char| next.is_ascii_alphanumeric() || matches!(next, '_' | '-' | '.' | '$');
    let length = text.len() - text.trim_end_matches(is_name).len();
    let name = text.get(text.len() - length..)?;
    let starts = name.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '_' | '$'));
    (starts && length <= MAX_NAME).then_some(name)
}

/// Whether a header of this name carries a scheme and credentials (RFC 9110 section 11.6.2).
pub(super) fn is_authorization(name: &str) -> bool {
    ["authorization", "proxy-authorization", "http_authorization"]
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known))
}

fn is_header(name: &str) -> bool {
    name.contains('-') || name.eq_ignore_ascii_case("cookie") || is_authorization(name)
}
