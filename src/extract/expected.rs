//! The issuer and the audience that a verifier's message says it expected.
//!
//! Only messages whose form is known are read, and only where the value can't be taken for anything else: part of a
//! value would make a wrong verdict.

use std::collections::BTreeMap;

use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Severity, Span},
};

/// What a message says was expected of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// `iss` or `aud`.
    pub claim: &'static str,
    /// The values of which the claim must have one.
    pub values: Vec<String>,
    /// The message, from its first known word to the end of what is expected.
    pub span: Span,
}

/// How far behind the first words of a message the word stands that its value follows, in bytes: found values may stand
/// between.
const FAR: usize = 300;
/// The same, where nothing but punctuation stands between.
const NEAR: usize = 2;
/// The longest line that is looked at, in bytes.
const LONGEST_LINE: usize = 64 * 1024;
/// How much behind such words is read, in bytes.
const LONGEST_VALUES: usize = 2_048;
/// How many values a verifier may expect; messages that name more say nothing.
const MOST_VALUES: usize = 32;

/// Messages, a row each: the claim, its first words, the words that the value follows, and how far those are. All in
/// lower case, with `'` for every quotation mark.
const ROWS: [(&str, &str, &str, usize); 34] = [
    // jsonwebtoken and those around it; ruby-jwt, openidconnect for Rust; Keycloak; go-oidc; Firebase
    ("iss", "issuer invalid", "expected", NEAR),
    ("iss", "invalid issuer", "expected", NEAR),
    ("iss", "token issuer", "expected", NEAR),
    ("iss", "different provider", "expected", NEAR),
    ("iss", "(issuer) claim", "expected", NEAR),
    ("aud", "audience invalid", "expected", NEAR),
    ("aud", "invalid audience", "expected", NEAR),
    ("aud", "jwt audience", "expected", NEAR),
    ("aud", "token audience", "expected", NEAR),
    ("aud", "(audience) claim", "expected", NEAR),
    // openid-client and jwcrypto
    ("iss", "iss value", "expected", NEAR),
    ("iss", "iss' value", "expected", NEAR),
    ("aud", "aud mismatch", "expected", NEAR),
    ("aud", "aud' value", "expected", NEAR),
    ("aud", "missing the client_id", "expected", NEAR),
    // jose4j and Auth0; aws-jwt-verify; google-auth
    ("iss", "(iss) claim", "expected", FAR),
    ("iss", "issuer not allowed", "expected", FAR),
    ("aud", "(aud) claim", "expected", FAR),
    ("aud", "audience not allowed", "expected", FAR),
    ("aud", "wrong audience", "expected", FAR),
    // Nimbus
    ("iss", "iss claim has value", "must be", FAR),
    ("aud", "aud claim has value", "must be", FAR),
    // jjwt; Hono; go-oidc, Kubernetes, go-spiffe; Micronaut; google-auth
    ("iss", "expected iss claim to be", "", NEAR),
    ("iss", "expected issuer", "", NEAR),
    ("iss", "issuer claim of", "", NEAR),
    ("iss", "issuer should be one of the following", "", NEAR),
    ("aud", "expected aud claim to be", "", NEAR),
    ("aud", "expected audience", "", NEAR),
    ("aud", "for the target audiences", "", NEAR),
    // Microsoft.IdentityModel names each of its settings
    ("iss", "validationparameters.validissuer:", "", NEAR),
    ("iss", "validationparameters.validissuers:", "", NEAR),
    ("iss", "currentconfiguration.issuer:", "", NEAR),
    ("aud", "validationparameters.validaudience:", "", NEAR),
    ("aud", "validationparameters.validaudiences:", "", NEAR),
];

/// Words of which each row has one: a text without them is not read.
const MARKS: [&str; 7] = [
    "expected",
    "must be",
    "should be",
    "issuer claim",
    "target audience",
    "parameters.valid",
    "configuration.i",
];

/// What the messages in a text say was expected, a row for each claim; nothing of a claim of which one message can't be
/// read for certain.
pub fn expected(text: &str) -> Vec<Expected> {
    let text_in_small = text.to_ascii_lowercase();
    if MARKS.iter().any(|mark| text_in_small.contains(mark)) { read(text) } else { Vec::new() }
}

#[inline(never)]
fn read(text: &str) -> Vec<Expected> {
    let mut found: BTreeMap<&'static str, Option<Expected>> = BTreeMap::new();
    let mut offset = 0;
    for line in text.split('\n') {
        if line.len() <= LONGEST_LINE {
            let plain = line.to_ascii_lowercase().replace(['"', '`'], "'");
            for (claim, start, end, values) in ROWS.iter().flat_map(|row| messages(row, line, &plain)) {
                let span = Span::new(offset + start, offset + end);
                let all =
                    found.entry(claim).or_insert_with(|| Some(Expected { claim, values: Vec::new(), span }));
                *all = all.take().zip(values).map(|(mut all, values)| {
                    all.span.end = span.end;
                    for value in values {
                        if !all.values.contains(&value) {
                            all.values.push(value);
                        }
                    }
                    all
                });
                all.take_if(|all| all.values.len() > MOST_VALUES);
            }
        }
        offset += line.len() + 1;
    }
    found.into_values().flatten().filter(|expected| !expected.values.is_empty()).collect()
}

impl Expected {
    /// That this was taken from the text.
    pub fn finding(&self) -> Finding {
        let facts = Facts::new().public("claim", self.claim).claim("expected", self.values.join(", "));
        Finding::new(Cause::ExpectedByMessage, Severity::Note, Place::Text).at(self.span).with(facts)
    }
}

/// A message on a line: the claim, from where to where it stands, and what was expected if that is certain.
type Message = (&'static str, usize, usize, Option<Vec<String>>);

/// The messages of a row on a line; `plain` is the line as the rows are spelled.
fn messages<'a>(
    row: &'static (&str, &str, &str, usize),
    line: &'a str,
    plain: &'a str,
) -> impl Iterator<Item = Message> + 'a {
    let (claim, words, word, most) = *row;
    plain.match_indices(words).filter_map(move |(start, _)| {
        let is_part = |text: &str| text.ends_with(|letter: char| letter.is_ascii_alphanumeric());
        let behind = plain.get(start + words.len()..)?;
        let reach = behind.floor_char_boundary(most + word.len());
        let gap = behind.get(..reach)?.find(word)?;
        let at = start + words.len() + gap + word.len();
        let rest = line.get(at..)?;
        // `unexpected issuer …` names the one that was found.
        let cut = is_part(plain.get(..start)?) || gap > 0 && is_part(plain.get(..at - word.len())?);
        (!cut && rest.starts_with([' ', ':'])).then(|| {
            let rest = rest.get(..rest.floor_char_boundary(LONGEST_VALUES)).unwrap_or_default();
            let (values, end) = values(rest, words.ends_with(':')).unzip();
            (claim, start, at + end.unwrap_or_default(), values)
        })
    })
}

/// The values at the start of a text, and where they end; nothing unless they are certain. `named`: a colon stands before.
fn values(text: &str, named: bool) -> Option<(Vec<String>, usize)> {
    let (mut rest, mut colon, mut several) = (text, named, false);
    while let Some(word) =
        [" ", ":", "one of", "value of", "to be ", "in "].iter().find(|word| rest.starts_with(**word))
    {
        colon |= *word == ":";
        several |= *word == "one of";
        rest = rest.get(word.len()..)?;
    }
    let unescaped = rest.trim_start_matches('\\');
    let quote = unescaped.chars().next().filter(|&mark| "\"'`(\u{201c}".contains(mark));
    let inside = quote.map_or(rest, |mark| unescaped.get(mark.len_utf8()..).unwrap_or_default());
    let (written, parts): (&str, Vec<&str>) = if let Some(list) = inside.strip_prefix('[') {
        let list = list.split_once(']')?.0;
        (list, if list.contains(',') { list.split(',').collect() } else { list.split("\" ").collect() })
    } else if let Some(quote) = quote {
        let close = match quote {
            '(' => ')',
            '\u{201c}' => '\u{201d}',
            same => same,
        };
        let (value, behind) = inside.split_once(close)?;
        if behind.starts_with(char::is_alphanumeric) {
            return None;
        }
        (value, value.split(", ").collect())
    } else {
        bare(rest, colon, several)?
    };
    let mut values = Vec::new();
    for part in parts {
        let value = part.trim_matches(['\\', '"', '\'', '`', ' ']);
        if !["", "null", "nil"].iter().any(|nothing| value.eq_ignore_ascii_case(nothing)) {
            let may_have_blanks = quote.is_some() || part.ends_with(['"', '\'']);
            values.push(is_plain(value, may_have_blanks).then(|| value.to_owned())?);
        }
    }
    let end = text.len() - inside.len() + usize::from(inside.starts_with('[')) + written.len();
    Some((values, end))
}

/// Values without quotation marks. Where anything goes on behind them nobody knows where they end, unless they are
/// addresses, which have no blanks.
fn bare(text: &str, colon: bool, several: bool) -> Option<(&str, Vec<&str>)> {
    let mut written = text.split(['"', '\'', '`', '\\', '<', ']', '\r']).next()?;
    let mut ends = false;
    for end in [", but ", ", got", ", received", ", found", " as an aud"] {
        if let Some((before, _)) = written.split_once(end) {
            (written, ends) = (before, true);
        }
    }
    if !several {
        written = written.split(", ").next()?;
    }
    if written.contains("://") && !several && !written.contains(" or ") {
        written = written.split(' ').next()?;
    }
    if !(ends || colon || several || written.contains("://")) || written.len() + MOST_VALUES > LONGEST_VALUES
    {
        return None;
    }
    // A full stop ends the sentence, unless that goes on.
    let values = if ends { written } else { written.trim_end_matches(['.', ';', ')', ' ']) };
    Some((values, values.split(',').flat_map(|part| part.split(" or ")).collect()))
}

/// Whether a value stands there as it is: nothing was hidden or cut, and it is no pattern and no name of a type.
fn is_plain(value: &str, may_have_blanks: bool) -> bool {
    let odd = |letter: char| {
        "*<>$%&\u{2026}".contains(letter) || letter.is_control() || letter == ' ' && !may_have_blanks
    };
    let is_type = ["undefined", "none", "string", "array", "number", "object"]
        .iter()
        .any(|name| value.eq_ignore_ascii_case(name));
    let hidden = value.starts_with(['/', '['])
        || value.starts_with("PII ")
        || ["...", "redacted", "REDACTED"].iter().any(|mark| value.contains(mark));
    !is_type && !hidden && !value.contains(odd)
}
