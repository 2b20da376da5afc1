//! The signature covers the hash of the header's "nonce" in its place: an access token for Microsoft Graph.
//!
//! Whoever gets such a token is meant to be Graph, which puts the hash there before it verifies. That it verifies so is
//! evidence of what the token is, and no way for others to take it.

use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::Facts,
    jose::{
        base64url,
        json::{Node, quote},
    },
    verify::Hash,
};

/// Verifies over the header with the base64url-encoded SHA-256 of its "nonce".
pub fn propose(case: &Case) -> Vec<Proposal> {
    hashed(case).into_iter().collect()
}

fn hashed(case: &Case) -> Option<Proposal> {
    let header = case.header()?.document.as_ref()?;
    let nonce = header.root.get("nonce").and_then(Node::as_str)?;
    let hash = base64url::encode(&Hash::Sha256.digest(nonce.as_bytes()));
    let signed = header.with_members(&[("nonce", quote(&hash))])?;
    let input = format!("{}.{}", base64url::encode(signed.source.as_bytes()), case.jws.payload.text);
    let facts =
        Facts::new().public("from", nonce).public("to", hash.as_str()).public("corrected", hash.as_str());
    Some(Proposal::new(Edit::SigningInput(input.into_bytes().into()), facts).observed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_signed_over, verifies_after};

    #[test]
    fn the_hash_is_put_where_the_nonce_stands() {
        let payload = r#"{"aud":"https://graph.microsoft.com"}"#;
        let case = |nonce: &str| {
            // The example of RFC 7636 appendix B is a SHA-256 in base64url.
            let signed =
                r#"{"typ":"JWT","nonce":"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM","alg":"HS256"}"#;
            let sent = signed.replace("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", nonce);
            let input = [signed, payload].map(|text| base64url::encode(text.as_bytes())).join(".");
            case_signed_over(&sent, payload, input.as_bytes())
        };
        assert!(verifies_after(&case("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), propose));
        assert!(!verifies_after(&case("another"), propose));
        assert!(propose(&case_signed_over(r#"{"alg":"HS256"}"#, payload, b"")).is_empty());
    }
}
