//! The disclosures of an SD-JWT against the digests that were signed (RFC 9901 section 7.1).

use crate::{
    case::Case,
    finding::Finding,
    jose::{Jws, base64url},
    verify::Hash,
};

/// The disclosures that no digest answers to. With a hash that is not known here, none can be compared.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    match_disclosures(&case.jws).1
}

/// For each disclosure, whether there is just one digest of it; and a finding for each for which there isn't.
pub fn match_disclosures(jws: &Jws) -> (Vec<bool>, Vec<Finding>) {
    match hash(jws).filter(|_| !jws.disclosures.is_empty()) {
        Some(hash) => matched(jws, hash),
        None => (vec![false; jws.disclosures.len()], Vec::new()),
    }
}

/// Hardly any token has disclosures.
#[inline(never)]
fn matched(jws: &Jws, hash: Hash) -> (Vec<bool>, Vec<Finding>) {
    jws.match_disclosures(|text| base64url::encode(&hash.digest(text.as_bytes())))
}

/// The hash that its issuer names, if it is known here.
pub fn hash(jws: &Jws) -> Option<Hash> {
    let known = [Hash::Sha256, Hash::Sha384, Hash::Sha512];
    known.into_iter().find(|hash| hash.name().eq_ignore_ascii_case(jws.sd_alg()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jose::{Token, parse};

    /// The disclosure of a family name in RFC 9901 section 4.2.1, and its digest in section 4.2.3.
    const DISCLOSURE: &str = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
    const DIGEST: &str = "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0";

    #[track_caller]
    fn check(payload: &str, expected: &[bool], findings: usize) {
        let encode = |text: &str| base64url::encode(text.as_bytes());
        let token = format!("{}.{}.AAAA~{DISCLOSURE}~", encode(r#"{"alg":"ES256"}"#), encode(payload));
        let Token::Jws(jws) = parse(&token) else { panic!("a JWS") };
        let (matched, found) = match_disclosures(&jws);
        assert_eq!((matched.as_slice(), found.len()), (expected, findings), "{payload}");
    }

    #[test]
    fn a_disclosure_is_known_by_its_digest() {
        check(&format!(r#"{{"_sd":["{DIGEST}"],"_sd_alg":"sha-256"}}"#), &[true], 0);
        check(&format!(r#"{{"_sd":["{DIGEST}"]}}"#), &[true], 0);
        check(r#"{"_sd":["AAAA"]}"#, &[false], 1);
        check(r#"{"_sd":["AAAA"],"_sd_alg":"sha3-256"}"#, &[false], 0);
    }
}
