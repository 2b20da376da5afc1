//! `dpop-mismatch`: a proof of possession and the access token that stand in one paste don't fit (RFC 9449 section 4.3).
//!
//! The proof hashes the token ("ath"), names the request ("htm", "htu"), and the token names the proof's key ("cnf" with
//! "jkt"). That what stands in one paste belongs together is only likely, so it is a warning.
//!
//! A proof has rules of its own: the key of its header verifies it, and it has no "iss", "aud" or "exp" (sections 4.2
//! and 4.3). So neither the keys nor the expectations for access tokens are for it.

use std::rc::Rc;

use super::{claim, typ};
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place, Severity},
    jose::{self, Header, Token, base64url, json::Node},
    keys::{self, KeyKind, KeyRing},
    policy::Policy,
    verify::Hash,
};

/// The media type of a proof in full.
const PROOF: &str = "application/dpop+jwt";

/// Whether one of the other tokens is the other half of the binding.
pub(super) fn check(case: &Case, others: &[&str]) -> Vec<Finding> {
    let bound = is_proof(case) || case.claim("cnf").is_some();
    if bound && !others.is_empty() { compare(case, others) } else { Vec::new() }
}

/// Few tokens are bound to a key, and fewer stand beside their proof.
#[inline(never)]
fn compare(case: &Case, others: &[&str]) -> Vec<Finding> {
    let text = |name: &str, member: Option<&str>| {
        let node = case.claim(name)?;
        member.map_or(Some(node), |member| node.get(member))?.as_str()
    };
    let (name, found, possible) =
        match (text("ath", None).filter(|_| is_proof(case)), text("cnf", Some("jkt"))) {
            (Some(ath), _) => ("ath", ath, others.iter().map(|token| hash(token)).collect::<Vec<_>>()),
            (None, Some(jkt)) => {
                ("cnf.jkt", jkt, others.iter().filter_map(|token| proof_key(token)).collect())
            }
            (None, None) => return Vec::new(),
        };
    if possible.is_empty() || possible.iter().any(|value| value == found) {
        return Vec::new();
    }
    let facts = Facts::new().public("claim", name).claim("expected", claim::alternatives(&possible));
    let claim = name.split('.').next().unwrap_or(name);
    vec![claim::about(case, claim, Cause::DpopMismatch, Severity::Warning).with(facts.claim("found", found))]
}

/// Whether a case is about a proof.
pub fn is_proof(case: &Case) -> bool {
    case.header().is_some_and(proves)
}

/// A proof's case, with the public key of its own header, and without what is expected of access tokens.
///
/// What the policy says of proofs counts, and a "typ" if no access token is at hand: the proof may stand where one
/// belongs. A header without a public key makes no proof, and its case stays as it is.
#[inline(never)]
pub fn with_own_key(case: Case, alone: bool) -> Case {
    let Some(mut ring) = case.header().and_then(own_key) else { return case };
    for finding in ring.findings.iter_mut().chain(ring.keys.iter_mut().flat_map(|key| &mut key.findings)) {
        if finding.cause == Cause::JwkIsPrivate {
            finding.severity = Severity::Error;
        }
    }
    let policy = Rc::clone(&case.policy);
    let policy = if policy.typ.as_deref().is_some_and(|name| typ::full(name) == PROOF) {
        policy
    } else {
        let typ = policy.typ.clone().filter(|_| alone);
        Rc::new(Policy { typ, leeway: policy.leeway, ..Policy::default() })
    };
    Case { keys: Rc::new(ring), policy, ..case }
}

/// What is said of a proof that is judged by its own key: the key stands in the header, and what only access tokens
/// have is not missed.
#[inline(never)]
pub fn with_own_findings(case: &Case, findings: &mut Vec<Finding>) {
    findings.retain(|finding| match finding.cause {
        Cause::NeverExpires | Cause::NoAlgorithmList => false,
        Cause::WrongTokenKind => finding.severity == Severity::Error,
        _ => true,
    });
    for finding in findings {
        // Numbers are those of the keys at hand.
        let numbers = ["key_index", "key_text"];
        let facts = finding.facts.iter().filter(|fact| !numbers.contains(&fact.name.as_ref()));
        finding.facts = facts.cloned().collect();
        if finding.place == Place::Keys {
            finding.place = Place::Header;
            finding.span = case.header().and_then(|header| header.span("jwk"));
        }
    }
}

/// Whether a proof is for this request: its method, and its address without query and fragment. The address may begin
/// with `//` where nobody knows its scheme.
pub fn against_request(case: &Case, method: &str, address: &str) -> Vec<Finding> {
    if is_proof(case) { request(case, method, address) } else { Vec::new() }
}

#[inline(never)]
fn request(case: &Case, method: &str, address: &str) -> Vec<Finding> {
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
    header.typ().is_some_and(|name| typ::full(name) == PROOF)
}

/// What "ath" of a proof for this access token is.
fn hash(token: &str) -> String {
    base64url::encode(&Hash::Sha256.digest(token.as_bytes()))
}

/// The thumbprint of the key in a proof's header (RFC 7638); nothing when the token is no proof.
fn proof_key(token: &str) -> Option<String> {
    let Token::Jws(jws) = jose::parse(token) else { return None };
    let ring = own_key(jws.header().filter(|header| proves(header))?)?;
    ring.keys.first().map(keys::Key::thumbprint)
}

/// The key that a proof's header brings along, if it is one that may be shown: a secret vouches for nobody.
fn own_key(header: &Header) -> Option<KeyRing> {
    let source = &header.document.as_ref()?.source;
    let jwk = source.get(header.get("jwk")?.span.range())?;
    let ring = keys::read(&[jwk.to_owned()]);
    matches!(ring.keys.as_slice(), [key] if key.kind() != KeyKind::Secret).then_some(ring)
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{case_of, words},
        against_request, check, with_own_key,
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
        let found = check(&case_of("{}", &token("AAAA"), |_| {}), &[&proof]);
        let is =
            |name: &str, value: &str| found[0].facts.get(name).is_some_and(|fact| fact.value == value.into());
        assert!(is("claim", "cnf.jkt") && is("found", "AAAA") && is("expected", THUMBPRINT));
    }

    #[test]
    fn the_key_of_a_proof_is_the_one_in_its_header() {
        let own = |jwk: &str, alone: bool, typ: &str| {
            let header = format!(r#"{{"typ":"dpop+jwt","alg":"ES256","jwk":{jwk}}}"#);
            let case = case_of(&header, "{}", |policy| {
                policy.audience = vec!["api".to_owned()];
                policy.typ = Some(typ.to_owned());
            });
            let case = with_own_key(case, alone);
            (case.keys.keys.len(), case.policy.audience.len(), case.policy.typ.is_some())
        };
        assert_eq!(own(JWK, false, "at+jwt"), (1, 0, false));
        assert_eq!(own(JWK, true, "at+jwt"), (1, 0, true), "it may stand where an access token belongs");
        assert_eq!(own(JWK, false, "dpop+jwt"), (1, 1, true), "what is expected of proofs");
        for none in [r#"{"kty":"oct","k":"AAAA"}"#, "{}", "1", r#""a""#] {
            assert_eq!(own(none, false, "at+jwt").1, 1, "{none}");
        }
    }
}
