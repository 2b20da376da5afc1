//! Goes through the paste from one place where a token may begin to the next.

use super::{
    Find, SourceMap, around,
    characters::is_base64url,
    json_object, layers,
    reader::{self, Marks, Reading},
    seed::{self, Seed},
    wrap::Ahead,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
    jose::{base64url, json},
};

/// The shortest beginning of a token that was shortened, in characters.
const MIN_ELIDED: usize = 8;

/// The tokens in order.
pub(super) fn tokens(text: &str) -> Vec<Find> {
    let mut scan = Scan { text, at: 0, ahead: Ahead::default(), finds: Vec::new(), last: None };
    for object in json_object::spans(text) {
        scan.until(object.start);
        scan.object(object);
    }
    scan.until(text.len());
    scan.finds
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    ahead: Ahead,
    finds: Vec<Find>,
    /// The place of the last find, and whether it stands in a header's value.
    last: Option<(Span, bool)>,
}

impl Scan<'_> {
    /// Takes the tokens that begin before `end`.
    fn until(&mut self, end: usize) {
        while let Some((at, seed)) = seed::next(self.text, self.at)
            && at < end
        {
            let before = self.finds.len();
            let next = match seed {
                Seed::Object => self.compact(at),
                Seed::CaseChanged => self.case_changed(at),
                Seed::EncodedTwice => self.encoded_twice(at),
            };
            self.at = next.max(at + 1);
            if self.finds.len() == before {
                self.last = None;
            }
        }
        self.at = self.at.max(end);
    }

    /// A JSON Serialization.
    fn object(&mut self, span: Span) {
        if span.start < self.at && !self.finds.is_empty() && self.at > span.end {
            return;
        }
        let token = self.text.get(span.range()).unwrap_or_default().to_owned();
        let map = SourceMap::identity_at(span.start, span.len());
        self.finds.push(Find { token, map, damage: Vec::new(), damaged: false });
        self.at = span.end;
        self.last = None;
    }

    fn compact(&mut self, at: usize) -> usize {
        let start = self.token_start(at);
        let mut reading = reader::read(self.text, start, &mut self.ahead);
        let end = reading.end.max(at + 1);
        let run = seed::run_start(self.text, self.at, at);
        if let Some(clings) = self.clings(run, start) {
            reading.marks.add(Cause::SurroundingText, clings);
        }
        let is_object = || seed::is_object(self.text, run, at);
        if is_token(&reading, is_object) || self.is_all(start, reading.end) {
            self.found(reading);
        }
        end
    }

    /// Where the token begins that has an encoded object at `at`: there, or with the segment or the letters before.
    fn token_start(&self, at: usize) -> usize {
        let run = seed::run_start(self.text, self.at, at);
        let before = self.text.get(..run).unwrap_or_default();
        if run == at && before.ends_with('.') && before.len() > self.at {
            let header = segment_start(self.text, self.at, at - 1);
            let segment = self.text.get(header..at - 1).unwrap_or_default();
            let is_own_header = header_at(self.text, at);
            return if is_own_header || segment.len() < 4 { at } else { header };
        }
        let attached = self.text.get(run..at).unwrap_or_default();
        let word = attached.trim_end_matches(['_', '-']);
        let name = layers::is_scheme(word) || word.len() < attached.len();
        if name && header_at(self.text, at) { at } else { run }
    }

    /// What stands in front of a token without a gap and is no scheme: `myapp_`, `v1.`.
    fn clings(&self, run: usize, start: usize) -> Option<Span> {
        let dot = start.saturating_sub(1).max(self.at);
        let before = segment_start(self.text, self.at, dot);
        let dotted = before < dot && self.text.get(dot..start) == Some(".");
        let clings = Span::new(if dotted { before } else { run }, start);
        let word = self.text.get(clings.range()).filter(|word| !word.is_empty())?;
        (!layers::is_scheme(word)).then_some(clings)
    }

    fn case_changed(&mut self, at: usize) -> usize {
        if seed::run_start(self.text, self.at, at) != at {
            return at + 1;
        }
        let mut reading = reader::read(self.text, at, &mut self.ahead);
        let letters = |is: fn(&u8) -> bool| reading.token.bytes().any(|byte| is(&byte));
        let one_case = letters(u8::is_ascii_lowercase) != letters(u8::is_ascii_uppercase);
        let end = reading.end.max(at + 1);
        if one_case && reading.token.len() >= 40 && reading.token.contains('.') {
            reading.marks.add(Cause::CaseChanged, Span::new(at, end));
            self.found(reading);
        }
        end
    }

    fn encoded_twice(&mut self, at: usize) -> usize {
        if seed::run_start(self.text, self.at, at) != at {
            return at + 1;
        }
        let reading = reader::read(self.text, at, &mut self.ahead);
        let end = reading.end.max(at + 1);
        if let Some((token, offset)) = decoded_token(&reading.token) {
            let source = Span::new(at, end);
            let mut marks = Marks::default();
            marks.add(Cause::DoubleEncodedToken, source);
            self.found(Reading {
                map: SourceMap::encoded_at(source, offset, token.len()),
                token,
                marks,
                end,
            });
        }
        end
    }

    fn found(&mut self, reading: Reading) {
        let inner = reading.map.extent();
        let inner = Span::new(inner.start, inner.end.max(reading.end));
        let around = around::look(self.text, inner, &reading.marks);
        let mut find =
            Find { token: reading.token, map: reading.map, damage: around.findings, damaged: around.damaged };
        self.join(inner, &mut find);
        self.finds.push(find);
        self.last = Some((inner, around.is_value));
    }

    /// Two credentials in one value: nothing but a comma, or a comma and a scheme, stands between them.
    fn join(&mut self, inner: Span, find: &mut Find) {
        let joined = |span: Span| {
            Finding::warning(Cause::TwoTokensJoined, Place::Text)
                .at(span)
                .with(Facts::new().public("count", 2_usize))
        };
        let Some((last, is_value)) = self.last else { return };
        let Some(between) = self.text.get(last.end..inner.start) else { return };
        let scheme = between.trim_start_matches([',', ';', ' ']);
        let schemes = layers::is_scheme(scheme.trim_end());
        let separated = between.trim_start().starts_with([',', ';']) && (scheme.is_empty() || schemes);
        let one_value = between.is_empty() || separated && (schemes || is_value);
        if !one_value {
            return;
        }
        let span = Span::new(last.end, inner.start.max(last.end));
        find.damage.push(joined(span));
        find.damaged = true;
        if let Some(first) = self.finds.last_mut() {
            first.damage.push(joined(span));
            first.damaged = true;
        }
    }

    fn is_all(&self, start: usize, end: usize) -> bool {
        let outside = |text: Option<&str>| text.is_some_and(|text| text.trim().is_empty());
        self.text.len() < 1 << 20 && outside(self.text.get(..start)) && outside(self.text.get(end..))
    }
}

/// The token that a base64 text holds, and where in the decoded text it begins.
pub(super) fn decoded_token(text: &str) -> Option<(String, usize)> {
    let decoded = String::from_utf8(base64url::decode(text).bytes).ok()?;
    let offset = decoded.find("eyJ")?;
    let in_front = decoded.get(..offset)?.trim();
    let token = decoded.get(offset..)?.trim_end();
    let shape = |next: char| is_base64url(next) || matches!(next, '.' | '=');
    let whole = token.chars().all(shape) && token.bytes().filter(|byte| *byte == b'.').count() >= 2;
    let alone = in_front.is_empty() || layers::is_scheme(in_front);
    (whole && alone).then(|| (token.to_owned(), offset))
}

/// Where the segment that ends at `end` begins.
fn segment_start(text: &str, from: usize, end: usize) -> usize {
    let before = text.get(from..end).unwrap_or_default();
    let is_segment = |next: char| is_base64url(next) || matches!(next, '+' | '=' | '*' | '!');
    let length = before.len() - before.trim_end_matches(is_segment).len();
    end - length
}

/// Whether the segment at a place is a JOSE Header.
fn header_at(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|next| !is_base64url(next)).unwrap_or(rest.len());
    is_header(rest.get(..length).unwrap_or_default())
}

/// Whether a segment is a JSON object with a member that JOSE Headers have.
fn is_header(segment: &str) -> bool {
    json::parse(&base64url::decode(segment).bytes).is_ok_and(|header| {
        ["alg", "enc", "typ", "kid", "cty"].iter().any(|name| header.root.get(name).is_some())
    })
}

/// Whether what was read is a token, whole or damaged, and not some other base64 of JSON or a name with dots.
fn is_token(reading: &Reading, is_object: impl FnOnce() -> bool) -> bool {
    let dots = reading.token.bytes().filter(|byte| *byte == b'.').count();
    let header = reading.token.split('.').next().unwrap_or_default();
    let elided = reading.marks.has(Cause::TokenElided) && reading.token.len() >= MIN_ELIDED;
    is_header(header) || elided || dots >= 2 && is_object()
}
