//! A token as programs print it: the JSON of header and payload with a full stop between, and no signature.
//!
//! `JwtSecurityToken.ToString()` of .NET writes it, and with it the messages of Microsoft.IdentityModel.

use super::{
    Header, Jws, Serialization, Signature, Token, document,
    json::{self, Node},
    payload,
    segment::{Part, Segment},
};
use crate::{
    cause::Cause,
    finding::{Finding, Place, Span},
};

/// What stands between header and payload.
pub(crate) const BETWEEN: &str = "}.{";

/// Reads such a print; nothing if the text is none.
pub(super) fn parse(token: &str) -> Option<Token> {
    if token.starts_with('{') && token.contains(BETWEEN) { read(token) } else { None }
}

/// How long the print at the start of a text is, in bytes; nothing if there is none.
pub(crate) fn length(text: &str) -> Option<usize> {
    let header = json::parse_prefix(text).ok().filter(is_header)?.span.end;
    let payload = text.get(header..)?.strip_prefix('.')?;
    let payload = json::parse_prefix(payload).ok().filter(Node::is_object)?;
    Some(header + 1 + payload.span.end)
}

/// Whether an object is the header of a JWS.
fn is_header(header: &Node) -> bool {
    header.is_object() && header.get("alg").and_then(Node::as_str).is_some() && header.get("enc").is_none()
}

/// It is rare, and the page has no need of it to say what becomes of other tokens.
#[inline(never)]
fn read(token: &str) -> Option<Token> {
    length(token).filter(|&length| length == token.len())?;
    let header_end = json::parse_prefix(token).ok()?.span.end;
    let mut faults = Vec::new();
    let raw = |span: Span| Segment::read_raw(token.get(span.range()).unwrap_or_default(), span);
    let protected = raw(Span::new(0, header_end));
    let document = document::read(Part::Header, &protected, &mut faults).ok();
    let header = Header { protected, document, unprotected: Vec::new() };
    header.check(false, &mut faults);
    let payload = raw(Span::new(header_end + 1, token.len()));
    let content = payload::read(&header, &payload, false, &mut faults);
    faults.push(Finding::warning(Cause::DecodedToken, Place::Text).at(Span::new(0, token.len())));
    Some(Token::Jws(Box::new(Jws {
        serialization: Serialization::Decoded,
        payload,
        claims: content.claims,
        payload_fault: content.fault,
        nested: content.nested,
        signatures: vec![Signature { header, signature: Segment::absent(token.len()) }],
        disclosures: Vec::new(),
        key_binding: None,
        faults,
    })))
}

#[cfg(test)]
mod tests {
    use super::{super::parse, *};

    const PRINT: &str =
        r#"{"alg":"RS256","kid":"a.b","typ":"JWT"}.{"iss":"https://issuer.example","exp":1750000000}"#;

    #[test]
    fn header_and_claims_are_read_where_they_stand() {
        let Token::Jws(jws) = parse(PRINT) else { panic!("a print is a JWS") };
        assert_eq!(jws.serialization, Serialization::Decoded);
        assert_eq!(jws.header().and_then(Header::kid), Some("a.b"));
        let exp = jws.claims.as_ref().and_then(|claims| claims.root.member("exp")).expect("it has exp");
        assert_eq!(PRINT.get(jws.payload.span_in_segment(exp.node.span).range()), Some("1750000000"));
        assert!(jws.signatures[0].signature.is_empty());
        let causes: Vec<Cause> = jws.faults.iter().map(|fault| fault.cause).collect();
        assert_eq!(causes, [Cause::DecodedToken]);
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            r#"{"alg":"RS256"}.{"iss":"a"}.c2ln"#,
            r#"{"alg":"RS256"}.{"iss":"a"#,
            r#"{"typ":"JWT"}.{"iss":"a"}"#,
            r#"{"alg":"dir","enc":"A128GCM"}.{"iss":"a"}"#,
            r#"{"alg":5}.{}"#,
            "{}.{}",
        ] {
            assert!(
                !matches!(parse(text), Token::Jws(jws) if jws.serialization == Serialization::Decoded),
                "{text}"
            );
        }
    }
}
