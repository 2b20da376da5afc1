//! `dpop-mismatch`: a proof of possession and the access token that stand in one paste don't fit (RFC 9449 section 4.3).
//!
//! The proof hashes the token ("ath"), names the request ("htm", "htu"), and the token names the proof's key ("cnf" with
//! "jkt"). That what stands in one paste belongs together is only likely, so it is a warning.

use super::{claim, typ};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Finding, Severity},
    jose::{self, Header, Token, base64url, json::Node},
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

/// Whether a proof is for this request: its method, and its address without query and fragment. The address may begin
/// with `//` where nobody knows its scheme.
pub fn against_request(case: &Case, method: &str, address: &str) -> Vec<Finding> {
    if !case.header().is_some_and(proves) {
        return Vec::new();
    }
    let text = |name: &str| case.claim(name).and_then(Node::as_str).unwrap_or_default();
    let target = address.split(['?', '#']).next().unwrap_or_default();
    let same_method = text("htm") == method;
    let same_target = Target::of(text("htu")).is(&Target::of(target));
    let differing = [("htm", same_method, method), ("htu", same_target, target)];
    let differing = differing.into_iter().filter(|(_, same, _)| !same);
    differing
        .map(|(name, _, expected)| {
            let finding = claim::unexpected(case, name, Cause::DpopMismatch, &[expected.to_owned()]);
            Finding { severity: Severity::Warning, ..finding }
        })
        .collect()
}

/// An address in the parts that are compared (RFC 3986 sections 6.2.2 and 6.2.3).
struct Target<'a> {
    scheme: String,
    authority: String,
    path: &'a str,
}

impl<'a> Target<'a> {
    fn of(address: &'a str) -> Self {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        let (scheme, rest) = address.split_once("//").unwrap_or(("", address));
        let (authority, _) = rest.split_once('/').unwrap_or((rest, ""));
        let path = rest.get(authority.len()..).filter(|path| !path.is_empty()).unwrap_or("/");
        let scheme = scheme.trim_end_matches(':').to_ascii_lowercase();
        let authority = authority.to_ascii_lowercase();
        let usual = [("https", ":443"), ("http", ":80")].into_iter();
        let mut usual = usual.filter(|(name, _)| *name == scheme || scheme.is_empty());
        let bare = usual.find_map(|(_, port)| authority.strip_suffix(port)).map(str::to_owned);
        Self { scheme, authority: bare.unwrap_or(authority), path }
    }

    fn is(&self, other: &Self) -> bool {
        let scheme = self.scheme == other.scheme || self.scheme.is_empty() || other.scheme.is_empty();
        scheme && (&self.authority, self.path) == (&other.authority, other.path)
    }
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
        against_request, check,
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
    fn a_proof_is_for_one_request() {
        let check = |payload: &str, method: &str, address: &str, expected: &str| {
            let case = case_of(r#"{"typ":"dpop+jwt","alg":"ES256"}"#, payload, |_| {});
            assert_eq!(words(&against_request(&case, method, address)), expected, "{payload} {address}");
        };
        let proof = r#"{"htm":"POST","htu":"https://Server.example:443/token"}"#;
        let one = "warning dpop-mismatch";
        check(proof, "POST", "https://server.example/token?a=1#b", "");
        check(proof, "POST", "//server.example:443/token", "");
        check(proof, "GET", "https://server.example/token", one);
        check(proof, "POST", "http://server.example/token", one);
        check(proof, "POST", "https://server.example/token/", one);
        check(proof, "POST", "https://other.example/token", one);
        check("{}", "GET", "https://server.example/", "warning dpop-mismatch, warning dpop-mismatch");
        check(r#"{"htm":"GET","htu":"https://server.example"}"#, "GET", "https://server.example/", "");
        let token = case_of("{}", proof, |_| {});
        assert!(against_request(&token, "GET", "https://other.example/").is_empty());
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
