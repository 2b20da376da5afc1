//! The key is in the token's own header ("jwk", "x5c"): whoever sent the token chose it.

use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::Facts,
    jose::json::{Document, Node},
    keys,
};

/// Uses the keys that the header carries.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let Some(header) = case.header() else { return Vec::new() };
    let document = header.document.as_ref();
    let jwk = header.get("jwk").zip(document).and_then(|(node, document)| source(document, node));
    let chain = header.get("x5c").and_then(Node::as_array).unwrap_or_default();
    let certificate = chain.first().and_then(Node::as_str).map(str::to_owned);
    let texts = [("jwk", jwk), ("x5c", certificate)];
    texts.into_iter().filter_map(|(parameter, text)| Some((parameter, text?))).flat_map(proposals).collect()
}

/// A value as it was spelled.
fn source(document: &Document, node: &Node) -> Option<String> {
    document.source.get(node.span.range()).filter(|text| text.starts_with('{')).map(str::to_owned)
}

fn proposals((parameter, text): (&'static str, String)) -> impl Iterator<Item = Proposal> {
    let own = keys::read(&[text]).keys.into_iter();
    own.map(move |key| {
        Proposal::new(Edit::OwnKey(Box::new(key)), Facts::new().public("parameter", parameter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, verifies_after};

    #[test]
    fn the_jwk_of_the_header_is_used() {
        let case = case_of(r#"{"alg":"HS256","jwk":{"kty":"oct","k":"b25l"}}"#, b"one", "two");
        assert!(verifies_after(&case, propose));
    }

    #[test]
    fn a_header_without_a_key_gives_no_proposal() {
        assert!(propose(&case_of("HS256", b"one", "two")).is_empty());
    }
}
