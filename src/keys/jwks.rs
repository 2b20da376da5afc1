//! JSON with keys in it: a JWK, a JWK Set (RFC 7517 section 5), and documents that only hold or mention keys.

use super::{
    Key,
    found::{Found, not_recognised, note, warning},
    jwk,
    pem::trimmed_span,
    recognise::{Depth, recognise_text},
    settings,
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Span},
    jose::json::{self, JsonFault, Node, Reason, Value},
};

/// Reads JSON, or `None` when the text is not meant as JSON.
pub(super) fn read(text: &str, depth: Depth) -> Option<Found> {
    let span = trimmed_span(text.trim_start_matches('\u{feff}'));
    let span = span.shifted(text.len() - text.trim_start_matches('\u{feff}').len());
    let content = text.get(span.range())?;
    if let Some(found) = quoted(content, depth) {
        return Some(found.within(span));
    }
    if let Some(start) = settings::behind_a_name(content) {
        let mut found = read(content.get(start..)?, depth.deeper()?)?;
        // The quotation marks are those of the file.
        found.findings.retain(|finding| finding.cause != Cause::PemQuoted);
        return Some(found.shifted(span.start + start));
    }
    if !content.starts_with(['{', '[', '"']) {
        return None;
    }
    match json::parse(content.as_bytes()) {
        Ok(document) => of_document(&document.root, depth).map(|found| found.shifted(span.start)),
        Err(fault) => {
            let finding = not_json(content, fault)?;
            let found = unwrapped(content, fault, depth).unwrap_or_default();
            Some(found.with(finding).shifted(span.start))
        }
    }
}

/// JSON whose strings were broken into lines on their way: with blanks for the line ends, which the readers of the values
/// leave out, each octet keeps its place.
#[inline(never)]
fn unwrapped(content: &str, fault: JsonFault, depth: Depth) -> Option<Found> {
    if fault.reason != Reason::ControlCharacter {
        return None;
    }
    let document = json::parse(content.replace(['\n', '\r'], " ").as_bytes()).ok()?;
    of_document(&document.root, depth).filter(|found| !found.keys.is_empty())
}

/// JSON between quotation marks that are not JSON's, or whose own quotation marks are still escaped.
fn quoted(content: &str, depth: Depth) -> Option<Found> {
    let strip = |quote| content.strip_prefix(quote)?.strip_suffix(quote);
    let plain = match strip('\'').or_else(|| strip('`')) {
        Some(inner) if inner.starts_with(['{', '[']) => inner.to_owned(),
        None if content.starts_with("{\\\"") || content.starts_with("[{\\\"") => {
            content.replace("\\\"", "\"")
        }
        _ => return None,
    };
    let span = Span::new(0, content.len());
    let found = recognise_text(&plain, depth.deeper()?)?;
    Some(found.with(warning(Cause::PemQuoted, span)))
}

fn of_document(root: &Node, depth: Depth) -> Option<Found> {
    match &root.value {
        Value::Object(_) => Some(of_object(root, depth)),
        Value::Array(items) => Some(of_bare_array(root, items)),
        Value::String(text) => {
            let inner = recognise_text(text, depth.deeper()?)?.within(root.span);
            let inner = inner.with(warning(Cause::PemQuoted, root.span));
            let escaped = text.len() < root.span.len() - 2 && text.contains("-----");
            let how =
                || warning(Cause::PemNewlinesLost, root.span).with(Facts::new().public("reason", "escaped"));
            Some(if escaped { inner.with(how()) } else { inner })
        }
        _ => None,
    }
}

/// A text that begins as JSON and is none, unless it may as well be a secret.
fn not_json(content: &str, fault: JsonFault) -> Option<Finding> {
    let at = character_at(content, fault.offset);
    let facts = Facts::new().public("format", "json").public("reason", fault.reason.id());
    let names = |words: &[&str]| words.iter().any(|word| content.contains(word));
    if content.starts_with('"') {
        return None;
    }
    if names(&["\"keys\"", "'keys'", "\"kty\"", "'kty'"]) {
        return Some(warning(Cause::JwksNotJson, at).with(facts));
    }
    let compact: String = content.chars().filter(|c| !c.is_whitespace()).take(3).collect();
    let object = ["{\"", "{'", "[{", "[\""].iter().any(|start| compact.starts_with(start));
    (object && content.contains(':')).then(|| not_recognised(at, "json").with(facts))
}

/// The character at an offset; the last one where the text ends there.
fn character_at(text: &str, offset: usize) -> Span {
    let at = text.char_indices().take_while(|(start, _)| *start <= offset).last();
    at.map_or_else(Span::default, |(start, character)| Span::new(start, start + character.len_utf8()))
}

fn of_object(root: &Node, depth: Depth) -> Found {
    if let Some(keys) = root.get("keys") {
        return match &keys.value {
            Value::Array(items) => of_set(keys, items),
            _ => of_keys_object(root, keys),
        };
    }
    if jwk::is_meant(root) {
        return jwk::read(root);
    }
    if let Some(found) = inside(root) {
        return found.with(not_a_set_finding(root, "wrapped"));
    }
    let form = form(root);
    match settings::read(root, depth, form == "json") {
        Some(found) if found.is_set => found.with(not_a_set_finding(root, "wrapped")),
        Some(found) => found,
        None => not_a_set(root, form),
    }
}

/// A set whose "keys" is one JWK, or an object of JWKs by "kid".
#[inline(never)]
fn of_keys_object(root: &Node, keys: &Node) -> Found {
    let finding = not_a_set_finding(root, "keys-not-array");
    if jwk::is_meant(keys) {
        return Found { is_set: true, ..jwk::read(keys) }.with(finding);
    }
    let mut found = Found { is_set: true, ..Found::default() };
    for member in keys.members().iter().filter(|member| jwk::is_meant(&member.node)) {
        let mut inner = jwk::read(&member.node);
        for key in &mut inner.keys {
            key.kid.get_or_insert_with(|| member.name.clone());
        }
        found.append(inner);
    }
    found.with(finding)
}

/// What kind of document an object without keys is.
fn form(root: &Node) -> &'static str {
    let has = |name| root.get(name).is_some();
    if has("jwks_uri") {
        "discovery"
    } else if has("error") || has("errors") || has("message") {
        "error"
    } else if has("access_token") || has("id_token") {
        "token-response"
    } else {
        "json"
    }
}

fn not_a_set(root: &Node, form: &'static str) -> Found {
    Found::nothing(not_a_set_finding(root, form))
}

fn not_a_set_finding(root: &Node, form: &'static str) -> Finding {
    let mut facts = Facts::new().public("format", form);
    if let Some(address) = root.get("jwks_uri").and_then(Node::as_str) {
        facts = facts.public("jwks_uri", address);
    }
    if let Some(error) = root.get("error").and_then(Node::as_str) {
        facts = facts.public("error", error);
    }
    warning(Cause::JwksNotASet, root.span).with(facts)
}

fn of_set(keys: &Node, items: &[Node]) -> Found {
    let mut found = Found { is_set: true, ..Found::default() };
    if items.is_empty() {
        return found.with(warning(Cause::JwksEmpty, keys.span));
    }
    for (index, item) in items.iter().enumerate() {
        let mut read = if item.is_object() {
            jwk::read(item)
        } else {
            Found::nothing(
                warning(Cause::JwkValueMalformed, item.span)
                    .with(Facts::new().public("value_type", item.value.kind())),
            )
        };
        if items.len() > 1 {
            read.name(item.get("kid").and_then(Node::as_str), index + 1);
        }
        found.append(read);
    }
    let noticed = [duplicate_kids(&found.keys), secrets_among_public_keys(&found.keys)];
    found.findings.extend(noticed.into_iter().flatten());
    found
}

fn of_bare_array(root: &Node, items: &[Node]) -> Found {
    if items.is_empty() || !items.iter().any(|item| item.is_object() && jwk::is_meant(item)) {
        return not_a_set(root, "array");
    }
    of_set(root, items).with(not_a_set_finding(root, "array"))
}

/// One finding for each "kid" that a key has after another; keys of different kinds may share one (RFC 7517 section 4.5).
fn duplicate_kids(keys: &[Key]) -> Vec<Finding> {
    let mut seen = std::collections::HashMap::new();
    keys.iter()
        .filter_map(|key| {
            let kid = key.kid.as_deref()?;
            let earlier = seen.insert(kid, key.kind())?;
            let facts = Facts::new().public("kid", kid);
            Some(if earlier == key.kind() {
                warning(Cause::JwksDuplicateKid, key.span).with(facts)
            } else {
                note(Cause::JwksDuplicateKid, key.span).with(facts.public("reason", "other-kty"))
            })
        })
        .collect()
}

/// One finding for each secret of a set that has public keys too.
fn secrets_among_public_keys(keys: &[Key]) -> Vec<Finding> {
    if keys.iter().all(|key| key.secret().is_some()) {
        return Vec::new();
    }
    let finding = |key: &Key| {
        let kid = key.kid.as_deref();
        let facts = kid.map_or_else(Facts::new, |kid| Facts::new().public("kid", kid));
        warning(Cause::JwksHoldsSecret, key.span).with(facts)
    };
    keys.iter().filter(|key| key.secret().is_some()).map(finding).collect()
}

/// The set or the JWK that stands in a member of the object, as some answers wrap it.
#[inline(never)]
fn inside(root: &Node) -> Option<Found> {
    root.members().iter().find_map(|member| {
        let node = &member.node;
        match node.get("keys").unwrap_or(node) {
            keys @ Node { value: Value::Array(items), .. } if items.iter().any(jwk::is_meant) => {
                Some(of_set(keys, items))
            }
            _ => jwk::is_meant(node).then(|| jwk::read(node)),
        }
    })
}
