//! `dpop-mismatch`: a proof of possession and the access token that stand in one paste don't fit (RFC 9449 section 4.3).
//!
//! The proof hashes the token ("ath"), the token names the proof's key ("cnf" with "jkt"). That the two belong together
//! is only likely, so it is a warning.

use super::{claim, typ};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Finding, Severity},
    jose::{self, Header, Token, base64url},
    keys,
    verify::Hash,
};

/// Whether one of the other tokens is the other half of the binding.
pub(super) fn check(case: &Case, others: &[&str]) -> Vec<Finding> {
    let text = |name: &str, member: Option<&str>| {
        let node = case.claim(name)?;
        member.map_or(Some(node), |member| node.get(member))?.as_str()
    };
    let is_proof = case.header().is_some_and(proves);
    let (name, found, possible) = match (text("ath", None).filter(|_| is_proof), text("cnf", Some("jkt"))) {
        (Some(ath), _) => ("ath", ath, others.iter().map(|token| hash(token)).collect::<Vec<_>>()),
        (None, Some(jkt)) => ("cnf", jkt, others.iter().filter_map(|token| proof_key(token)).collect()),
        (None, None) => return Vec::new(),
    };
    if possible.is_empty() || possible.iter().any(|value| value == found) {
        return Vec::new();
    }
    let mut finding = claim::unexpected(case, name, Cause::DpopMismatch, &possible);
    finding.severity = Severity::Warning;
    vec![finding]
}

/// Whether the header is the one of a proof.
fn proves(header: &Header) -> bool {
    header.typ().is_some_and(|name| typ::full(name) == "application/dpop+jwt")
}

/// What "ath" of a proof for this access token is.
fn hash(token: &str) -> String {
    base64url::encode(&Hash::Sha256.digest(token.as_bytes()))
}

/// The thumbprint of the key in a proof's header (RFC 7638); nothing when the token is no proof.
fn proof_key(token: &str) -> Option<String> {
    let Token::Jws(jws) = jose::parse(token) else { return None };
    let header = jws.header().filter(|header| proves(header))?;
    let source = &header.document.as_ref()?.source;
    let jwk = source.get(header.get("jwk")?.span.range())?;
    keys::read(&[jwk.to_owned()]).keys.first().map(keys::Key::thumbprint)
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{case_of, words},
        check,
    };
    use crate::jose::base64url;

    /// The key, its thumbprint, and an access token with its hash, of RFC 9449 sections 4.2, 6.1 and 7.1.
    const JWK: &str = r#"{"kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs","y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"}"#;
    const THUMBPRINT: &str = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    const TOKEN: &str = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
    const HASH: &str = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

    #[track_caller]
    fn check_pair(header: &str, payload: &str, other: &str, expected: &str) {
        assert_eq!(words(&check(&case_of(header, payload, |_| {}), &[other])), expected, "{payload}");
    }

    #[test]
    fn a_proof_hashes_its_access_token() {
        let proof = r#"{"typ":"dpop+jwt","alg":"ES256"}"#;
        check_pair(proof, &format!(r#"{{"ath":"{HASH}"}}"#), TOKEN, "");
        check_pair(proof, r#"{"ath":"AAAA"}"#, TOKEN, "warning dpop-mismatch");
        check_pair(proof, "{}", TOKEN, "");
        check_pair("{}", r#"{"ath":"AAAA"}"#, TOKEN, "");
    }

    #[test]
    fn an_access_token_names_the_key_of_its_proof() {
        let header = format!(r#"{{"typ":"dpop+jwt","alg":"ES256","jwk":{JWK}}}"#);
        let proof = format!("{}.e30.AAAA", base64url::encode(header.as_bytes()));
        let token = |jkt: &str| format!(r#"{{"cnf":{{"jkt":"{jkt}"}}}}"#);
        check_pair("{}", &token(THUMBPRINT), &proof, "");
        check_pair("{}", &token("AAAA"), &proof, "warning dpop-mismatch");
        check_pair("{}", &token("AAAA"), TOKEN, "");
    }
}
