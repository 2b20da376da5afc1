//! Keys as OpenSSH writes them (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4).

use super::{
    Key, Material, ReadAs,
    found::{self, Found, MOST_KEYS, warning},
    material::{Curve, OkpCurve},
    points,
    rsa::RsaPublic,
};
use crate::{
    cause::Cause,
    finding::{Facts, Span},
    jose::base64url,
};

/// The names of the key types whose keys JOSE has algorithms for.
const TYPES: [&str; 5] =
    ["ssh-rsa", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"];

/// The keys of lines such as `ssh-ed25519 AAAA… comment`, or `None` when no line is one.
pub(super) fn read(text: &str) -> Option<Found> {
    let mut found = Found::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((span, blob)) = blob_of_line(line) {
            let span = span.shifted(start);
            let key = read_blob(&base64url::decode(blob).bytes, span)
                .or_else(|| read_wrapped(text.get(start..).unwrap_or_default(), span));
            if found.keys.len() + found.findings.len() >= MOST_KEYS {
                break;
            }
            found.append(key.map_or_else(|| Found::nothing(found::not_recognised(span, "ssh")), Found::key));
        }
        start += line.len();
    }
    (!found.keys.is_empty() || !found.findings.is_empty()).then_some(found)
}

/// The span from the type's name to the end of the blob, and the blob.
fn blob_of_line(line: &str) -> Option<(Span, &str)> {
    let start = TYPES.iter().find_map(|name| {
        let at = line.find(name)?;
        let alone =
            at == 0 || line.get(..at).is_some_and(|before| before.ends_with([' ', '\t', '"', '\'', '=']));
        let follows = line.get(at + name.len()..).is_some_and(|rest| rest.starts_with([' ', '\t']));
        (alone && follows).then_some(at)
    })?;
    let blob = line.get(start..)?.split_whitespace().nth(1)?.trim_matches(['"', '\'']);
    let offset = line.get(start..)?.find(blob)?;
    blob.starts_with("AAAA").then(|| (Span::new(start, start + offset + blob.len()), blob))
}

/// The key of a blob that goes on in the next lines.
fn read_wrapped(text: &str, span: Span) -> Option<Key> {
    let is_base64 = |piece: &&str| piece.chars().all(|c| c.is_ascii_alphanumeric() || "+/=".contains(c));
    let pieces = text.split_whitespace().skip_while(|piece| !piece.starts_with("AAAA"));
    let blob: String = pieces.take_while(is_base64).collect();
    let mut key = read_blob(&base64url::decode(&blob).bytes, span)?;
    let facts = Facts::new().public("reason", "blanks");
    key.findings.push(warning(Cause::PemNewlinesLost, span).with(facts));
    Some(key)
}

/// The key in the bytes behind a type's name.
pub(super) fn read_blob(bytes: &[u8], span: Span) -> Option<Key> {
    let mut fields = Fields(bytes);
    let name = fields.next()?;
    let material = material(name, &mut fields)?;
    let mut key = found::key(material, ReadAs::Ssh, span);
    let facts = Facts::new().public("typ", String::from_utf8_lossy(name).into_owned());
    key.findings.push(warning(Cause::SshPublicKey, span).with(facts));
    Some(key)
}

/// The public key in a private key file, which stands there in clear even when the file is encrypted.
pub(super) fn read_private(bytes: &[u8], span: Span) -> Option<Key> {
    let mut fields = Fields(bytes.strip_prefix(b"openssh-key-v1\0")?);
    let cipher = fields.next()?;
    fields.next()?;
    fields.next()?;
    fields.0 = fields.0.get(4..)?;
    let mut public = Fields(fields.next()?);
    let name = public.next()?;
    let mut key = found::key(material(name, &mut public)?, ReadAs::Ssh, span);
    let cause = if cipher == b"none" { Cause::PrivateKeyGiven } else { Cause::EncryptedPrivateKey };
    key.findings.push(warning(cause, span).with(Facts::new().public("label", "OPENSSH PRIVATE KEY")));
    Some(key)
}

fn material(name: &[u8], fields: &mut Fields<'_>) -> Option<Material> {
    match name {
        b"ssh-rsa" => {
            let e = fields.next()?;
            RsaPublic::new(fields.next()?, e).ok().map(Material::Rsa)
        }
        b"ssh-ed25519" => points::from_okp(OkpCurve::Ed25519, fields.next()?),
        _ => {
            let curve = match name.strip_prefix(b"ecdsa-sha2-")? {
                b"nistp256" => Curve::P256,
                b"nistp384" => Curve::P384,
                b"nistp521" => Curve::P521,
                _ => return None,
            };
            fields.next()?;
            points::from_sec1(curve, fields.next()?)
        }
    }
}

/// Strings behind their lengths (RFC 4251 section 5).
struct Fields<'a>(&'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (field, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(field)
    }
}
