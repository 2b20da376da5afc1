//! Selective disclosure (RFC 9901): `<issuer-signed JWT>~<disclosure>~…~<optional key-binding JWT>`.

use std::collections::HashMap;

use super::{
    Jws,
    json::{self, Document, Node, Value},
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place, Span},
};

/// A claim or an array element that its holder chose to show.
#[derive(Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// Its characters; the digest is made over them.
    pub segment: Segment,
    /// What it says, if it is an array of a salt, a name and a value, or of a salt and a value.
    pub document: Option<Document>,
}

impl Disclosure {
    fn items(&self) -> &[Node] {
        self.document.as_ref().and_then(|document| document.root.as_array()).unwrap_or_default()
    }

    /// The claim's name; none for an array element.
    pub fn name(&self) -> Option<&str> {
        if let [_, name, _] = self.items() { name.as_str() } else { None }
    }

    /// The value.
    pub fn value(&self) -> Option<&Node> {
        self.items().last()
    }
}

/// The parts of a token behind its first tilde.
pub(super) struct Disclosed {
    pub disclosures: Vec<Disclosure>,
    /// The key-binding JWT and its place.
    pub key_binding: Option<(String, Span)>,
}

/// Splits what stands behind the first tilde, which is at `at` in the token.
pub(super) fn split(token: &str, at: usize, faults: &mut Vec<Finding>) -> Disclosed {
    let mut disclosures = Vec::new();
    let mut start = at + 1;
    for text in token.get(start..).unwrap_or_default().split('~') {
        let span = Span::new(start, start + text.len());
        start = span.end + 1;
        if span.end == token.len() {
            let key_binding = (!text.is_empty()).then(|| (text.to_owned(), span));
            return Disclosed { disclosures, key_binding };
        }
        disclosures.push(disclosure(text, span, faults));
    }
    Disclosed { disclosures, key_binding: None }
}

fn disclosure(text: &str, span: Span, faults: &mut Vec<Finding>) -> Disclosure {
    let segment = Segment::read(Part::Disclosure, text, span, faults);
    let document = json::parse(&segment.bytes).ok().filter(|document| {
        document.root.as_array().is_some_and(|items| match items {
            [salt, _] => salt.as_str().is_some(),
            [salt, name, _] => salt.as_str().is_some() && name.as_str().is_some(),
            _ => false,
        })
    });
    Disclosure { segment, document }
}

impl Jws {
    /// The hash algorithm of the digests, by its name in the registry of Named Information (default `sha-256`).
    pub fn sd_alg(&self) -> &str {
        let claims = self.claims.as_ref();
        claims.and_then(|claims| claims.root.get("_sd_alg")).and_then(Node::as_str).unwrap_or("sha-256")
    }

    /// Matches the disclosures against the digests in the payload and in other disclosures.
    ///
    /// `digest` gives the base64url-encoded hash of a disclosure's characters. The answer has, for each disclosure,
    /// whether there is just one digest of it; the findings name those for which there isn't.
    pub fn match_disclosures(&self, digest: impl Fn(&str) -> String) -> (Vec<bool>, Vec<Finding>) {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let disclosed = self.disclosures.iter().filter_map(Disclosure::value);
        for root in self.claims.iter().map(|claims| &claims.root).chain(disclosed) {
            for digest in digests(root) {
                *places.entry(digest).or_default() += 1;
            }
        }
        let mut seen: HashMap<String, usize> = HashMap::new();
        let digests: Vec<String> = self.disclosures.iter().map(|shown| digest(&shown.segment.text)).collect();
        for digest in &digests {
            *seen.entry(digest.clone()).or_default() += 1;
        }
        let matched: Vec<bool> = digests
            .iter()
            .map(|digest| places.get(digest.as_str()) == Some(&1) && seen.get(digest) == Some(&1))
            .collect();
        let findings = self
            .disclosures
            .iter()
            .enumerate()
            .zip(&matched)
            .filter(|((_, shown), matched)| !**matched || shown.document.is_none())
            .map(|((index, shown), _)| unmatched(index, shown))
            .collect();
        (matched, findings)
    }
}

fn unmatched(index: usize, shown: &Disclosure) -> Finding {
    let facts = Facts::new().public("position", index + 1);
    let facts = match shown.name() {
        Some(name) => facts.public("claim", name),
        None => facts,
    };
    Finding::error(Cause::SdJwtDisclosureUnmatched, Place::Text).at(shown.segment.span).with(facts)
}

/// The digests in a value: the elements of `_sd`, and the array elements `{"...": digest}`.
fn digests(root: &Node) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        match &node.value {
            Value::Object(members) => {
                let listed = node.get("_sd").and_then(Node::as_array).unwrap_or_default();
                found.extend(listed.iter().filter_map(Node::as_str));
                found.extend(node.get("...").and_then(Node::as_str));
                open.extend(members.iter().map(|member| &member.node));
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {

    use crate::jose::{Token, base64url, parse};

    /// A stand-in for a hash: the first characters of the text.
    fn digest(text: &str) -> String {
        text.chars().take(12).collect()
    }

    fn token(payload: &str, disclosures: &[&str]) -> String {
        let encode = |text: &str| base64url::encode(text.as_bytes());
        let parts: Vec<_> = disclosures.iter().map(|text| encode(text) + "~").collect();
        format!("{}.{}.AAAA~{}", encode(r#"{"alg":"ES256"}"#), encode(payload), parts.concat())
    }

    #[track_caller]
    fn check(token: &str, expected: &[bool]) {
        let Token::Jws(jws) = parse(token) else { panic!("{token} is a JWS") };
        let (matched, findings) = jws.match_disclosures(digest);
        assert_eq!(matched, expected);
        assert_eq!(findings.len(), expected.iter().filter(|matched| !**matched).count());
    }

    #[test]
    fn disclosures_match_digests_at_any_depth() {
        let name = r#"["salt1","name","Ada"]"#;
        let element = r#"["salt2",{"_sd":["WyJzYWx0MyIs"]}]"#;
        let inner = r#"["salt3","inner",1]"#;
        let payload = r#"{"_sd":["WyJzYWx0MSIs"],"list":[{"...":"WyJzYWx0MiIs"}],"_sd_alg":"sha-256"}"#;
        check(&token(payload, &[name, element, inner]), &[true, true, true]);
    }

    #[test]
    fn a_disclosure_without_a_digest_or_shown_twice_is_unmatched() {
        let name = r#"["salt1","name","Ada"]"#;
        check(&token("{}", &[name]), &[false]);
        check(&token(r#"{"_sd":["WyJzYWx0MSIs"]}"#, &[name, name]), &[false, false]);
    }

    #[test]
    fn the_key_binding_stands_behind_the_last_tilde() {
        let text = token("{}", &[]) + "eyJh.eyJi.cc";
        let Token::Jws(jws) = parse(&text) else { panic!("{text} is a JWS") };
        let key_binding = jws.key_binding.expect("a key-binding JWT");
        assert_eq!(key_binding.0, "eyJh.eyJi.cc");
        assert_eq!(text.get(key_binding.1.range()), Some("eyJh.eyJi.cc"));
    }
}
