//! Texts in which nothing looks like a token, though one was meant to stand there.

use super::{Find, SourceMap, around, layers, reader::Marks, scan};
use crate::{
    cause::Cause,
    finding::Span,
    jose::{is_placeholder, json},
};

/// The longest text that is taken for an opaque token, in bytes.
const MAX_OPAQUE: usize = 8192;

/// The shortest word that is taken for an opaque token inside a longer text, in characters.
const MIN_OPAQUE: usize = 16;

/// The greatest number of opaque tokens that are looked for.
const MAX_FINDS: usize = 16;

/// The members that hold a token in the answers of token endpoints and of their clients.
const MEMBERS: [&str; 8] =
    ["access_token", "id_token", "accessToken", "idToken", "token", "jwt", "authToken", "auth_token"];

/// The words that programs write for a token that isn't there.
const NOTHING: [&str; 6] = ["undefined", "null", "None", "nil", "NaN", "[object Object]"];

/// The whole text if it is one word; else the words behind the scheme Bearer.
pub(super) fn finds(text: &str) -> Vec<Find> {
    let inner = inner(text);
    let token = text.get(inner.range()).unwrap_or_default();
    if let Some(find) = encoded(text, inner) {
        return vec![find];
    }
    if is_word(token) {
        return vec![find(text, inner)];
    }
    let members = named_members(text).filter(|members| !members.is_empty());
    let spans = members.unwrap_or_else(|| behind_schemes(text));
    spans.into_iter().map(|span| find(text, span)).collect()
}

fn find(text: &str, span: Span) -> Find {
    let around = around::look(text, span, &Marks::default());
    Find {
        token: text.get(span.range()).unwrap_or_default().to_owned(),
        map: SourceMap::identity_at(span.start, span.len()),
        damage: around.findings,
        damaged: around.damaged,
    }
}

/// A scheme and a token that were base64-encoded together, or a token in lines as encoders write them.
fn encoded(text: &str, inner: Span) -> Option<Find> {
    let compact: String = text.get(inner.range())?.split_ascii_whitespace().collect();
    let (token, offset) = scan::decoded_token(&compact)?;
    let mut marks = Marks::default();
    marks.add(Cause::DoubleEncodedToken, inner);
    let around = around::look(text, inner, &marks);
    let map = SourceMap::encoded_at(inner, offset, token.len());
    Some(Find { token, map, damage: around.findings, damaged: around.damaged })
}

/// The tokens that the members of a JSON object are named for; nothing if the text is no object.
fn named_members(text: &str) -> Option<Vec<Span>> {
    let object = text.starts_with('{').then(|| json::parse(text.as_bytes()).ok())??;
    let is_token = |member: &&json::Member| {
        let length = member.node.as_str().map(str::len);
        MEMBERS.contains(&member.name.as_str()) && length == Some(member.node.span.len().saturating_sub(2))
    };
    let members = object.root.members().iter().filter(is_token).take(MAX_FINDS);
    Some(members.map(|member| Span::new(member.node.span.start + 1, member.node.span.end - 1)).collect())
}

/// Whether a text can be a token or stand for one.
fn is_word(text: &str) -> bool {
    let one_word = text.len() <= MAX_OPAQUE && !text.contains(char::is_whitespace) && !text.contains("://");
    let json = text.starts_with(['{', '[']) && json::parse(text.as_bytes()).is_ok();
    let form = text.contains('&') || text.trim_end_matches('=').contains('=');
    is_placeholder(text) || one_word && !json && !form
}

/// What is left when white space, quotation marks, a name and a scheme in front are taken off.
fn inner(text: &str) -> Span {
    let mut span = Span::new(0, text.len());
    loop {
        let now = text.get(span.range()).unwrap_or_default();
        let next = shorten(now).unwrap_or(now);
        if next.len() == now.len() {
            return span;
        }
        let start = span.start + (next.as_ptr() as usize - now.as_ptr() as usize);
        span = Span::new(start, start + next.len());
    }
}

fn shorten(text: &str) -> Option<&str> {
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        return Some(trimmed);
    }
    if is_placeholder(text) {
        return None;
    }
    let unquoted =
        ["\"", "'", "`"].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    unquoted.or_else(|| behind_scheme(text)).or_else(|| behind_name(text))
}

fn behind_scheme(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once([' ', '\t'])?;
    let scheme = word.trim_end_matches(':');
    (layers::is_scheme(scheme) && !is_speech(scheme, rest.trim())).then_some(rest)
}

/// Whether a scheme and what stands behind it are words of a sentence, as in "jwt malformed" and "token expired".
fn is_speech(scheme: &str, rest: &str) -> bool {
    let word = rest.len() < MIN_OPAQUE && rest.bytes().all(|byte| byte.is_ascii_lowercase());
    word && ["jwt", "token"].iter().any(|noun| scheme.eq_ignore_ascii_case(noun)) && !NOTHING.contains(&rest)
}

fn behind_name(text: &str) -> Option<&str> {
    let (name, rest) = text.split_once([':', '='])?;
    let plain = |next: char| next.is_ascii_alphanumeric() || matches!(next, '_' | '-');
    let known = name.len() <= 40 && !name.is_empty() && name.chars().all(plain);
    let value = rest.trim_start();
    let address = rest.starts_with("//");
    let padding = rest.is_empty() || rest.starts_with('=');
    (known && !address && (layers::is_authorization(name) || !padding && is_value(name, value)))
        .then_some(rest)
}

/// Whether a name is one that tokens have; an opaque token may hold a colon or an equals sign itself.
fn is_value(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !value.is_empty()
        && ["token", "jwt", "session", "auth", "cookie", "credential"].iter().any(|word| name.contains(word))
}

/// The words that stand behind a scheme in a longer text and are a token or nothing.
fn behind_schemes(text: &str) -> Vec<Span> {
    let finder = memchr::memmem::Finder::new(b"earer");
    let mut found = Vec::new();
    for at in finder.find_iter(text.as_bytes()).take(1024) {
        let Some(rest) = text.get(at + 5..) else { continue };
        let value = rest.trim_start_matches([' ', '\t', '"', '\'']);
        let start = text.len() - value.len();
        if let Some(length) = opaque_length(value)
            && rest.starts_with([' ', '\t'])
            && found.len() < MAX_FINDS
        {
            found.push(Span::new(start, start + length));
        }
    }
    found
}

fn opaque_length(value: &str) -> Option<usize> {
    let is_token =
        |next: char| next.is_ascii_alphanumeric() || matches!(next, '-' | '.' | '_' | '~' | '+' | '/' | '=');
    let length = value.find(|next| !is_token(next)).unwrap_or(value.len());
    let word = value.get(..length)?;
    let opaque =
        (MIN_OPAQUE..=MAX_OPAQUE).contains(&length) && word.bytes().any(|byte| byte.is_ascii_digit());
    let nothing = NOTHING.iter().find(|nothing| value.starts_with(**nothing)).map(|nothing| nothing.len());
    // A message that says how a header should look has its stand-in between angle brackets.
    let variable = value.split([' ', '"', '\'', '\n']).next().filter(|word| word.starts_with('$'));
    let variable = variable.filter(|word| is_placeholder(word)).map(str::len);
    nothing.or(variable).or(opaque.then_some(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, tokens: &[&str]) {
        let found: Vec<String> = finds(text).into_iter().map(|find| find.token).collect();
        assert_eq!(found, tokens, "{text}");
    }

    #[test]
    fn a_message_is_no_token_behind_a_scheme() {
        check("jwt malformed", &[]);
        check("JWT expired", &[]);
        check("token expired", &[]);
        check("invalid token", &[]);
    }

    #[test]
    fn a_variable_that_nobody_filled_in_is_a_token_that_is_missing() {
        check("curl -H 'Authorization: Bearer $ACCESS_TOKEN' https://api.example", &["$ACCESS_TOKEN"]);
        check("curl -H \"Authorization: Bearer ${TOKEN}\" x", &["${TOKEN}"]);
        check("{\"Authorization\":\"Bearer null\"}", &["null"]);
        check("expected 'Authorization: Bearer <token>', found nothing", &[]);
    }

    #[test]
    fn a_token_that_was_encoded_into_lines_is_read() {
        let token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.";
        check("ZXlKaGJHY2lPaUp1YjI1bElu\nMC5leUp6ZFdJaU9pSmhJbjAu\n", &[token]);
    }

    #[test]
    fn what_stands_behind_a_scheme_is_a_token() {
        check("JWT a1b2c3", &["a1b2c3"]);
        check("Bearer abcdef", &["abcdef"]);
        check("token undefined", &["undefined"]);
        check("Token abcdefghijklmnopqrstuvwxyz", &["abcdefghijklmnopqrstuvwxyz"]);
    }
}
