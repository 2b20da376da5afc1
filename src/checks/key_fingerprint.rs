//! `key-fingerprint-…`: the token names its key by a digest of the public key, which proves whether a key is meant.
//!
//! The "kid" for a Docker registry of version 2 is libtrust's: the first 240 bits of the SHA-256 digest of the
//! SubjectPublicKeyInfo (RFC 5280 section 4.1) in base32, in groups of four letters. The "iss" for Snowflake ends in
//! `SHA256:` and the whole digest in base64. Nobody but these products compares it, so a key that has another one is no
//! error.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::SignatureScene;
use crate::{
    case::Case,
    cause::Cause,
    evaluation::Attempt,
    finding::{Facts, Finding, Place, Severity, Span},
    jose::json::Node,
};

/// The letters of base32 (RFC 4648 section 6).
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// The length of libtrust's id: twelve groups of four letters and the colons between them.
const LIBTRUST: usize = 12 * 4 + 11;
/// What stands before Snowflake's digest.
const SNOWFLAKE: &str = ".SHA256:";

/// A fingerprint in a token.
struct Named<'a> {
    place: Place,
    /// Where the parameter or the claim stands.
    span: Option<Span>,
    /// Its name.
    claim: &'static str,
    /// The fingerprint as it is spelled.
    found: &'a str,
}

/// Whether the key that verifies, or else one of the keys at hand, is the one that the token names.
pub(super) fn check(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let by_kid = scene.case.kid().is_some_and(|kid| kid.len() == LIBTRUST);
    if by_kid || issuer(scene.case).is_some_and(|issuer| issuer.contains(SNOWFLAKE)) {
        compare(scene)
    } else {
        Vec::new()
    }
}

fn issuer(case: &Case) -> Option<&str> {
    case.claim("iss").and_then(Node::as_str)
}

fn by_kid(case: &Case) -> Option<Named<'_>> {
    let found = case.kid().filter(|kid| kid.len() == LIBTRUST)?;
    let fits =
        |(index, letter): (usize, u8)| if index % 5 == 4 { letter == b':' } else { BASE32.contains(&letter) };
    let span = case.header()?.span("kid");
    found.bytes().enumerate().all(fits).then_some(Named { place: Place::Header, span, claim: "kid", found })
}

fn by_issuer(case: &Case) -> Option<Named<'_>> {
    let (_, found) = issuer(case)?.rsplit_once(SNOWFLAKE)?;
    let span = case.claim_span("iss");
    (found.len() == 44).then_some(Named { place: Place::Payload, span, claim: "iss", found })
}

/// Hardly any token is named so, and a public key has to be written in DER for it.
#[inline(never)]
fn compare(scene: &SignatureScene<'_>) -> Vec<Finding> {
    let Some(named) = by_kid(scene.case).or_else(|| by_issuer(scene.case)) else { return Vec::new() };
    let ring = &scene.case.keys.keys;
    let verified = match scene.attempt {
        Attempt::Verified(index, _) => Some(*index),
        Attempt::Mismatch | Attempt::NotChecked => None,
    };
    let digests = ring.iter().enumerate().filter(|(index, _)| verified.is_none_or(|only| only == *index));
    let spell = |digest: [u8; 32]| {
        if named.place == Place::Header { libtrust(digest) } else { STANDARD.encode(digest) }
    };
    let spelled: Vec<(usize, String)> =
        digests.filter_map(|(index, key)| Some((index, spell(key.spki_digest()?)))).collect();
    let facts = Facts::new().public("claim", named.claim).public("found", named.found);
    let (cause, severity, facts) = match spelled.iter().find(|(_, spelled)| spelled == named.found) {
        Some((index, _)) => (Cause::KeyFingerprintMatch, Severity::Note, facts.public("key_index", *index)),
        None => match spelled.as_slice() {
            [] => return Vec::new(),
            [(index, only)] => {
                let facts = facts.public("key_index", *index).public("expected", only.as_str());
                (Cause::KeyFingerprintMismatch, Severity::Warning, facts)
            }
            _ => (Cause::KeyFingerprintMismatch, Severity::Warning, facts),
        },
    };
    vec![Finding::new(cause, severity, named.place).maybe_at(named.span).with(facts)]
}

fn libtrust(digest: [u8; 32]) -> String {
    let bit = |at: usize| digest.get(at / 8).is_some_and(|octet| octet >> (7 - at % 8) & 1 == 1);
    let letter = |at: usize| {
        let value = (at * 5..at * 5 + 5).fold(0, |value, at| value * 2 + usize::from(bit(at)));
        BASE32.get(value).copied().map_or('=', char::from)
    };
    let groups: Vec<String> =
        (0..12).map(|group| (0..4).map(|at| letter(group * 4 + at)).collect()).collect();
    groups.join(":")
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{signature_findings, signed, words},
        *,
    };
    use crate::policy::Policy;

    const KEY: &str = r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM"}"#;
    const OTHER: &str = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    // Both computed with Python's `cryptography` from the key in DER.
    const KID: &str = "3INR:WJP3:BLXL:5N2T:QCBI:EU6F:23GY:YNNC:EKSF:EZCV:DWZO:O2OE";
    const FINGERPRINT: &str = "2hsbJfsK7r63U4CCglPF1s2MNaIipFJkVR2y52nE4Mc=";

    #[track_caller]
    fn check_with(header: &str, payload: &str, keys: &[&str], expected: &str) {
        let token = signed(header, payload, b"some secret");
        let findings = signature_findings(check, &token, keys, Policy::default());
        assert_eq!(words(&findings), expected, "{header} {payload} {}", keys.len());
    }

    #[test]
    fn a_registrys_kid_names_one_key() {
        let header = format!(r#"{{"alg":"ES256","kid":"{KID}"}}"#);
        check_with(&header, "{}", &[KEY], "note key-fingerprint-match");
        check_with(&header, "{}", &[OTHER, KEY], "note key-fingerprint-match");
        check_with(&header, "{}", &[OTHER], "warning key-fingerprint-mismatch");
        check_with(&header, "{}", &["a secret"], "");
        check_with(&header, "{}", &[], "");
        for kid in [KID.to_lowercase(), KID.replace(':', "-"), "a".to_owned()] {
            check_with(&format!(r#"{{"alg":"ES256","kid":"{kid}"}}"#), "{}", &[OTHER], "");
        }
    }

    #[test]
    fn snowflakes_issuer_names_one_key() {
        let header = r#"{"alg":"RS256"}"#;
        let payload = format!(r#"{{"iss":"ACCOUNT.USER.SHA256:{FINGERPRINT}"}}"#);
        check_with(header, &payload, &[KEY], "note key-fingerprint-match");
        check_with(header, &payload, &[OTHER], "warning key-fingerprint-mismatch");
        check_with(header, r#"{"iss":"ACCOUNT.USER.SHA256:abc"}"#, &[OTHER], "");
        check_with(header, r#"{"iss":"https://issuer.example"}"#, &[OTHER], "");
    }

    #[test]
    fn only_the_key_that_verifies_counts() {
        let header = r#"{"alg":"HS256"}"#;
        let payload = format!(r#"{{"iss":"ACCOUNT.USER.SHA256:{FINGERPRINT}"}}"#);
        check_with(header, &payload, &[KEY, "some secret"], "");
    }
}
