//! What the layers around a token mean: damage, or a container that is meant to hold a token.

use super::{
    characters,
    layers::{self, Kind, Layer},
    reader::Marks,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Severity, Span},
};

/// The most characters that a fact carries of what was stripped.
const MAX_SHOWN: usize = 40;

/// The most text in front of a token that is looked at for other credentials, in bytes.
const MAX_CREDENTIALS: usize = 1024;

/// What stands around a token.
pub(super) struct Around {
    pub findings: Vec<Finding>,
    /// Whether something was stripped that doesn't belong there.
    pub damaged: bool,
    /// Whether the token stands in a header's value, or begins the paste.
    pub is_value: bool,
    /// The token with its layers.
    pub outer: Span,
}

/// Looks at what stands around `inner`.
pub(super) fn look(text: &str, inner: Span, marks: &Marks) -> Around {
    let (layers, outer) = layers::around(text, inner);
    let mut view = View {
        text,
        alone: outer == Span::new(0, text.len()),
        inner,
        layers: &layers,
        around: Around { findings: Vec::new(), damaged: false, is_value: false, outer },
    };
    view.schemes();
    view.quotes();
    view.spaces();
    view.clinging();
    view.other_credentials();
    view.words_behind();
    view.marks(marks);
    view.around.is_value =
        outer.start == 0 || view.first(Kind::Scheme).or(view.first(Kind::Header)).is_some();
    view.around
}

struct View<'a> {
    text: &'a str,
    /// Whether the paste is nothing but the token and its layers.
    alone: bool,
    inner: Span,
    layers: &'a [Layer],
    around: Around,
}

impl<'a> View<'a> {
    fn first(&self, kind: Kind) -> Option<Layer> {
        self.layers.iter().copied().find(|layer| layer.kind == kind)
    }

    /// Whether the token stands where one is meant to stand.
    fn is_contained(&self) -> bool {
        !self.alone || self.first(Kind::Header).is_some() || self.first(Kind::Brace).is_some()
    }

    fn characters(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    fn add(&mut self, cause: Cause, severity: Severity, span: Span) {
        let facts = self.facts(cause, span);
        self.around.findings.push(Finding::new(cause, severity, Place::Text).at(span).with(facts));
    }

    /// What a sentence about the characters in front of a token or behind it needs.
    fn facts(&self, cause: Cause, span: Span) -> Facts {
        let characters = self.characters(span);
        let shown: String = characters.trim().chars().take(MAX_SHOWN).collect();
        match cause {
            Cause::WrongAuthScheme => Facts::new().public("scheme", shown.trim_end_matches(':')),
            Cause::AuthSchemeLeftIn | Cause::AuthSchemeTwice | Cause::QuotedToken => {
                Facts::new().public("stripped", shown)
            }
            Cause::UrlEncodedToken => Facts::new().public("found", shown),
            Cause::TwoTokensJoined => Facts::new().public("count", 2_usize),
            Cause::WhitespaceAroundToken => Facts::new().public("count", characters.chars().count()),
            Cause::InvisibleCharacter => Facts::new().public("character", code_point(characters)),
            _ => Facts::new().claim("stripped", shown),
        }
    }

    /// What a sentence about the characters of a token needs.
    fn facts_inside(&self, cause: Cause, span: Span, count: usize) -> Facts {
        let characters = self.characters(span);
        let facts = Facts::new().public("count", count).public("position", span.start + 1);
        match cause {
            Cause::InvisibleCharacter => facts.public("character", code_point(characters)),
            Cause::LookalikeCharacter => {
                let expected = characters::glyph(self.text, span.start).and_then(|glyph| glyph.character);
                facts
                    .public("character", characters)
                    .public("expected", expected.map_or(String::new(), String::from))
            }
            Cause::UrlEncodedToken | Cause::TokenElided => facts.public("found", characters),
            Cause::DoubleEncodedToken => facts.public("length_bytes", span.len()),
            _ => facts,
        }
    }

    fn damage(&mut self, cause: Cause, span: Span) {
        self.add(cause, Severity::Warning, span);
        self.around.damaged = true;
    }

    fn schemes(&mut self) {
        let schemes: Vec<Layer> =
            self.layers.iter().copied().filter(|layer| layer.kind == Kind::Scheme).collect();
        let header = self.first(Kind::Header);
        let authorization = header.filter(|header| {
            let name = self.characters(header.span).trim_matches(|next: char| !next.is_ascii_alphanumeric());
            layers::is_authorization(name)
        });
        let Some(outermost) = schemes.last().copied() else {
            if let Some(header) = authorization
                && !layers::is_scheme(self.characters(self.inner))
            {
                self.add(Cause::MissingAuthScheme, Severity::Warning, header.span);
            }
            return;
        };
        let whole = Span::new(
            outermost.span.start,
            schemes.first().map_or(outermost.span.end, |first| first.span.end),
        );
        if schemes.len() > 1 {
            self.damage(Cause::AuthSchemeTwice, whole);
        } else if header.is_some() && self.alone || self.first(Kind::Name).is_some() {
            self.add(Cause::AuthSchemeLeftIn, Severity::Note, whole);
        } else if self.alone {
            self.damage(Cause::AuthSchemeLeftIn, whole);
        }
        let name = self.characters(outermost.span).get(..4).unwrap_or_default();
        let right = name.eq_ignore_ascii_case("bear") || name.eq_ignore_ascii_case("dpop");
        if !right && (authorization.is_some() || self.alone) {
            self.add(Cause::WrongAuthScheme, Severity::Warning, outermost.span);
        }
        if self.characters(whole).contains('%') && !self.in_address() {
            self.damage(Cause::UrlEncodedToken, whole);
        }
    }

    /// Quotation marks belong to the token unless they are the notation of a named value or of what holds it. One behind
    /// the token without a partner is no notation.
    fn quotes(&mut self) {
        let Some(index) = self.layers.iter().position(|layer| layer.kind == Kind::Quote) else { return };
        let Some(quote) = self.layers.get(index) else { return };
        let mut outside = self.layers.iter().skip(index + 1).filter(|layer| layer.kind != Kind::Space);
        let inside_scheme = outside.clone().any(|layer| layer.kind == Kind::Scheme);
        let notation = |kind| matches!(kind, Kind::Name | Kind::Header | Kind::Brace);
        let named = outside.next().is_some_and(|layer| notation(layer.kind));
        let inside_header = self.layers.iter().take(index).any(|layer| layer.kind == Kind::Header);
        let is_lone = quote.span.start >= self.inner.end;
        if is_lone || inside_scheme || self.alone && !named && !inside_header {
            self.damage(Cause::QuotedToken, quote.span);
            if self.characters(quote.span).starts_with('%') && !self.in_address() {
                self.damage(Cause::UrlEncodedToken, quote.span);
            }
        }
    }

    fn spaces(&mut self) {
        for (index, layer) in self.layers.iter().enumerate() {
            let edge = layer.span.start == 0 || layer.span.end == self.text.len();
            let quoted = self.layers.get(index + 1).is_some_and(|next| next.kind == Kind::Quote)
                && !self.layers.iter().take(index).any(|inner| inner.kind == Kind::Scheme);
            match layer.kind {
                Kind::Invisible => self.damage(Cause::InvisibleCharacter, layer.span),
                Kind::Space if !self.is_contained() && (edge || quoted) => {
                    self.damage(Cause::WhitespaceAroundToken, layer.span);
                }
                _ => {}
            }
        }
    }

    fn clinging(&mut self) {
        let contained = self.is_contained();
        // The value of a header is a scheme and the token, and nothing else (RFC 6750 section 2.1).
        let value = self.alone && self.first(Kind::Scheme).and(self.first(Kind::Header)).is_some();
        for (index, layer) in self.layers.iter().enumerate() {
            let mut outside = self.layers.iter().skip(index);
            let clings = match layer.kind {
                Kind::Bytes => true,
                Kind::Name | Kind::Brace if outside.any(|outer| outer.kind == Kind::Scheme) => true,
                Kind::Name | Kind::Bracket | Kind::Stop => !contained || value,
                _ => false,
            };
            if clings && !self.around.findings.iter().any(|finding| finding.cause == Cause::SurroundingText) {
                self.damage(Cause::SurroundingText, layer.span);
            }
        }
    }

    /// Credentials of another kind in the same value, behind a comma or in front of one.
    fn other_credentials(&mut self) {
        let outer = self.around.outer;
        let behind = self.text.get(self.inner.end..).unwrap_or_default();
        let behind = behind.strip_prefix(',').and_then(|rest| rest.trim_start().split_once(' '));
        let behind = behind.filter(|(scheme, rest)| layers::is_scheme(scheme) && !rest.starts_with("eyJ"));
        let window = self.text.floor_char_boundary(outer.start.saturating_sub(MAX_CREDENTIALS));
        let before = self.text.get(window..outer.start).unwrap_or_default().trim_end().strip_suffix(',');
        let mut words = before.unwrap_or_default().rsplit(' ');
        let before = words.next().filter(|rest| !rest.contains('.')).and(words.next());
        if behind.is_some() {
            self.damage(Cause::TwoTokensJoined, Span::new(self.inner.end, self.inner.end + 1));
        } else if before.is_some_and(layers::is_scheme) {
            self.damage(Cause::TwoTokensJoined, Span::new(outer.start.saturating_sub(1), outer.start));
        }
    }

    /// Words behind the token on the only line of a paste.
    fn words_behind(&mut self) {
        let outer = self.around.outer;
        let contained = self.first(Kind::Header).is_some() || self.first(Kind::Brace).is_some();
        if outer.start > 0 || contained {
            return;
        }
        let behind = Span::new(outer.end, self.text.len());
        let words = self.characters(behind).trim();
        let form = self.first(Kind::Name).is_some() && words.starts_with(['&', ';']);
        let lines = self.characters(Span::new(self.inner.end, self.text.len())).trim_end().contains('\n');
        if !words.is_empty() && !form && !lines && !words.contains("eyJ") {
            self.damage(Cause::SurroundingText, behind);
        }
    }

    /// What was found between the token's first and last character. An address is percent-encoded by rule.
    fn marks(&mut self, marks: &Marks) {
        for (cause, span, count) in &marks.0 {
            if *cause == Cause::UrlEncodedToken && self.in_address() {
                continue;
            }
            if span.end <= self.inner.start {
                self.damage(*cause, *span);
                continue;
            }
            let broken = matches!(cause, Cause::TokenElided | Cause::CaseChanged);
            let severity = if broken { Severity::Error } else { Severity::Warning };
            self.around.damaged = true;
            if let Some(known) = self.around.findings.iter_mut().find(|finding| finding.cause == *cause) {
                known.severity = known.severity.min(severity);
                continue;
            }
            let facts = self.facts_inside(*cause, *span, *count);
            self.around.findings.push(Finding::new(*cause, severity, Place::Text).at(*span).with(facts));
        }
    }

    /// Whether the token is a parameter of an address or of a form.
    fn in_address(&self) -> bool {
        let before = self.text.get(..self.around.outer.start).unwrap_or_default();
        self.first(Kind::Name).is_some() && before.ends_with(['?', '&', '#'])
    }
}

/// The name of a text's first character in Unicode's notation.
fn code_point(text: &str) -> String {
    text.chars().next().map_or(String::new(), |character| format!("U+{:04X}", u32::from(character)))
}
