//! Keys in settings: JSON of a product that has the key in a member, and the name that a file gives to such JSON.

use super::{
    SecretReading,
    found::{Found, note},
    jwk,
    recognise::{Depth, recognise_text},
    secret,
};
use crate::{
    cause::Cause,
    finding::{Facts, Span},
    jose::json::Node,
};

/// The members that hold a shared secret, the most telling first, in small letters alone: beside a "secret", a "key" is
/// the name of the credential.
const SECRETS: [&str; 7] =
    ["secret", "jwtsecret", "secretkey", "signingkey", "clientsecret", "jwtkey", "key"];

/// The longest name of a setting.
const LONGEST_NAME: usize = 80;

/// Where JSON begins behind the name of a setting: `NAME: '{…}'`, `- NAME={…}`.
pub(super) fn behind_a_name(content: &str) -> Option<usize> {
    let of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-. ".contains(byte);
    let name = content.bytes().take(LONGEST_NAME).take_while(of_name).count();
    let value = content.get(name..)?.strip_prefix(['=', ':'])?.trim_start();
    let is_json = value.strip_prefix(['"', '\'']).unwrap_or(value).starts_with('{');
    (name > 0 && is_json).then(|| content.len() - value.len())
}

/// How deep in one another the objects of settings stand.
const DEEPEST: usize = 4;

/// The keys in the strings of an object, or of one that stands in it; a secret only where `secrets` says so.
#[inline(never)]
pub(super) fn read(root: &Node, depth: Depth, secrets: bool) -> Option<Found> {
    let depth = depth.deeper()?;
    let of_object = |node: &Node| {
        let keys = keys(node, depth);
        let secret = || if secrets { secret(node, depth) } else { None };
        keys.or_else(secret)
    };
    let mut level = vec![root];
    for _ in 0..DEEPEST {
        if let Some(found) = level.iter().find_map(|node| of_object(node)) {
            return Some(found);
        }
        level = level.into_iter().flat_map(Node::members).map(|member| &member.node).collect();
    }
    None
}

/// What was taken as the key.
fn taken(found: Found, member: &str, span: Span) -> Found {
    found.with(note(Cause::KeyInSettings, span).with(Facts::new().public("member", member)))
}

/// The keys that can be told from secrets: a map from "kid" to certificate, a service account, a realm's answer.
fn keys(node: &Node, depth: Depth) -> Option<Found> {
    let mut all = Found::default();
    let mut named = true;
    let mut first = None;
    for (name, text, span) in jwk::strings(node) {
        // What only says where a key is belongs to the document and is no key of it.
        let inner = recognise_text(text, depth).filter(|inner| !inner.keys.is_empty());
        let Some(mut inner) = inner.map(|inner| inner.within(span)) else {
            named = false;
            continue;
        };
        for key in &mut inner.keys {
            key.kid.get_or_insert_with(|| name.to_owned());
        }
        first.get_or_insert((name, span));
        all.append(inner);
    }
    let (member, span) = first?;
    if named && node.members().len() == all.keys.len() {
        all.is_set = true;
        return Some(all);
    }
    for key in &mut all.keys {
        key.kid = None;
    }
    Some(taken(all, member, span))
}

/// The secret, if one of the members is named so and nothing else is recognised in it.
fn secret(node: &Node, depth: Depth) -> Option<Found> {
    let rank = |name: &str| {
        let letters = name.chars().filter(char::is_ascii_alphabetic);
        let plain: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        SECRETS.iter().position(|known| *known == plain)
    };
    let strings = jwk::strings(node).filter(|(_, text, _)| !text.is_empty());
    let ranked = strings.filter_map(|(name, text, span)| Some((rank(name)?, name, text, span)));
    let (_, name, text, span) = ranked.min_by_key(|(rank, ..)| *rank)?;
    let is_secret = recognise_text(text, depth).is_none();
    is_secret.then(|| taken(secret::read(text, SecretReading::Text).within(span), name, span))
}
