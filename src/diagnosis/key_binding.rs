//! `key-binding`: the JWT behind the disclosures of an SD-JWT, by which its holder shows that the key is theirs (RFC 9901
//! section 7.3).
//!
//! Its "typ", its hash of what is sent and its signature are looked at. "aud" and "nonce" are the verifier's to compare.

use std::rc::Rc;

use super::judge::Bench;
use crate::{
    case::Case,
    cause::Cause,
    checks, evaluation,
    finding::{Facts, Finding, Place, Severity},
    jose::{self, Header, Jws, Token, base64url, json::Node},
    keys::{self, KeyKind},
    policy::Policy,
    verify::Verifications,
};

/// The "typ" that it must have.
const TYP: &str = "kb+jwt";

/// What there is to say of it. Few tokens have one.
#[inline(never)]
pub(super) fn judge(jws: &Jws, bench: &Bench, memo: &mut Verifications) -> Option<Finding> {
    // A tilde that strayed into a signature begins no JWT.
    let (text, span) = jws.key_binding.as_ref().filter(|(text, _)| text.contains('.'))?;
    let found =
        |severity, facts| Some(Finding::new(Cause::KeyBinding, severity, Place::Text).at(*span).with(facts));
    let because = |reason: &'static str| Facts::new().public("reason", reason);
    let expected = |claim: &'static str, is: Option<&str>, expected: &str| {
        let facts = Facts::new().public("claim", claim).public("expected", expected);
        is.into_iter().fold(facts, |facts, is| facts.public("found", is))
    };
    let binding = match jose::parse(text) {
        Token::Jws(jws) if jws.header().and_then(Header::typ) == Some(TYP) => jws,
        other => {
            let typ = if let Token::Jws(jws) = &other { jws.header().and_then(Header::typ) } else { None };
            return found(Severity::Error, expected("typ", typ, TYP));
        }
    };
    let hashed = binding.claims.as_ref().and_then(|claims| claims.root.get("sd_hash"));
    let hashed = hashed.and_then(Node::as_str);
    let hash = checks::disclosure_hash(jws).map(|hash| base64url::encode(&hash.digest(&sent(jws))));
    if let Some(hash) = hash.filter(|hash| hashed != Some(hash)) {
        return found(Severity::Error, expected("sd_hash", hashed, &hash));
    }
    let Some(key) = holders_key(jws) else { return found(Severity::Note, because("key-of-cnf-unknown")) };
    let case = Case::new(Rc::from(binding), 0, Rc::new(key), Rc::new(Policy::default()), bench.now, None);
    if evaluation::verified(&case, memo) {
        found(Severity::Note, because("aud-and-nonce-left"))
    } else {
        found(Severity::Error, because("not-by-key-of-cnf"))
    }
}

/// What the holder hashes: the token with its disclosures, up to the last tilde (RFC 9901 section 4.3.1).
fn sent(jws: &Jws) -> Vec<u8> {
    let mut sent = jws.signing_input(0, None);
    sent.push(b'.');
    let signature = jws.signatures.first().map(|signed| &signed.signature);
    for segment in signature.into_iter().chain(jws.disclosures.iter().map(|shown| &shown.segment)) {
        sent.extend_from_slice(segment.text.as_bytes());
        sent.push(b'~');
    }
    sent
}

/// The public key that the issuer names in "cnf" (RFC 7800 section 3.2).
fn holders_key(jws: &Jws) -> Option<keys::KeyRing> {
    let claims = jws.claims.as_ref()?;
    let jwk = claims.source.get(claims.root.get("cnf")?.get("jwk")?.span.range())?;
    let ring = keys::read(&[jwk.to_owned()]);
    matches!(ring.keys.as_slice(), [key] if key.kind() != KeyKind::Secret).then_some(ring)
}

#[cfg(test)]
mod tests {
    use crate::{
        cause::Cause,
        diagnosis::{Diagnosis, Input},
        finding::Severity,
        jose::json::{self, Node},
    };

    /// How grave what is said of the key binding is.
    fn severity(text: &str) -> Option<Severity> {
        let input = Input { text: text.to_owned(), ..Input::default() };
        let report = Diagnosis::start(input, None).finish();
        let token = report.tokens.into_iter().next()?;
        token
            .findings
            .iter()
            .find(|finding| finding.cause == Cause::KeyBinding)
            .map(|finding| finding.severity)
    }

    #[test]
    fn a_key_binding_is_for_what_is_sent_and_by_the_key_of_cnf() {
        let mut seen = 0;
        let rows = include_str!("../../tests/data/vectors.jsonl").lines();
        for line in rows.filter(|line| line.contains("\"sd_jwt\"")) {
            let row = json::parse(line.as_bytes()).expect("each line is JSON").root;
            let text = row.get("extra").and_then(|extra| extra.get("sd_jwt")).and_then(Node::as_str);
            let text = text.expect("the row has an SD-JWT");
            let (sent, binding) = text.rsplit_once('~').expect("a tilde");
            assert_eq!(severity(text), (!binding.is_empty()).then_some(Severity::Note), "{text}");
            if !binding.is_empty() {
                seen += 1;
                let (less, _) = sent.rsplit_once('~').expect("a disclosure");
                assert_eq!(severity(&format!("{less}~{binding}")), Some(Severity::Error));
                let damaged = binding.replace(&binding[binding.len() - 6..], "AAAAAA");
                assert_eq!(severity(&format!("{sent}~{damaged}")), Some(Severity::Error));
            }
            assert_eq!(severity(&format!("{sent}~e30.e30.AAAA")), Some(Severity::Error));
            assert_eq!(severity(&format!("{sent}~AAAA")), None);
        }
        assert!(seen > 1, "only {seen} key bindings");
    }
}
