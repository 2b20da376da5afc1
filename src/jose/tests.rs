//! Tokens with one fault each: the cause, and just the characters that it is about.

use super::{
    Serialization, Token, base64url,
    json::Node,
    parse,
    testing::{check, compact},
};
use crate::{
    cause::Cause,
    finding::{
        Severity::{self, Error, Note, Warning},
        Span,
    },
};

const HEADER: &str = r#"{"alg":"HS256"}"#;
const CLAIMS: &str = r#"{"sub":"1"}"#;

/// A token of header and payload texts, with a signature of three bytes.
fn token(header: &str, payload: &str) -> String {
    compact(&[header, payload, "sig"])
}

/// The base64url characters of the last place where a text has this part.
fn encoded(text: &str, part: &str) -> String {
    let start = text.rfind(part).expect("the part stands in the text");
    let end = start + part.len();
    base64url::encode(text.as_bytes()).get(start * 8 / 6..(end * 8).div_ceil(6)).expect("ASCII").to_owned()
}

/// Asserts that a header gives just this finding, about these characters of its JSON text.
#[track_caller]
fn check_header(header: &str, cause: Cause, severity: Severity, about: &str) {
    check(&token(header, CLAIMS), &[(cause, severity, &encoded(header, about))]);
}

/// The same for a payload.
#[track_caller]
fn check_payload(payload: &str, cause: Cause, severity: Severity, about: &str) {
    check(&token(HEADER, payload), &[(cause, severity, &encoded(payload, about))]);
}

#[test]
fn a_sound_token_has_no_findings() {
    let parsed = check(&token(HEADER, CLAIMS), &[]);
    let Token::Jws(jws) = parsed else { panic!("a JWS") };
    assert_eq!(jws.serialization, Serialization::Compact);
    assert_eq!(jws.header().and_then(|header| header.alg()), Some("HS256"));
    assert_eq!(
        jws.claims.as_ref().and_then(|claims| claims.root.get("sub")).and_then(Node::as_str),
        Some("1")
    );
    assert_eq!(jws.signing_input(0, None), compact(&[HEADER, CLAIMS]).into_bytes());
    assert_eq!(jws.signing_input(1, None), b"");
    check(&token(" {\n\"alg\" : \"RS256\", \"kid\":\"a/b+c=\" } ", CLAIMS), &[]);
    check(&compact(&[r#"{"alg":"none"}"#, CLAIMS, ""]), &[]);
}

#[test]
fn segments_are_counted() {
    let [header, claims] = [HEADER, CLAIMS].map(|text| base64url::encode(text.as_bytes()));
    check(&header, &[(Cause::SegmentCount, Error, &header)]);
    let two = format!("{header}.{claims}");
    check(&two, &[(Cause::SegmentCount, Error, &two), (Cause::MissingSignature, Error, "")]);
    check(&format!("{two}.c2ln.extra.x"), &[(Cause::SegmentCount, Error, ".extra.x")]);
    check(&format!("{two}."), &[(Cause::MissingSignature, Error, "")]);
    check(&format!("{header}..c2ln"), &[(Cause::DetachedPayload, Error, "")]);
}

#[test]
fn encrypted_tokens_have_five_segments() {
    let header = base64url::encode(br#"{"alg":"dir","enc":"A256GCM"}"#);
    let whole = format!("{header}..AAAA.AAAA.AAAA");
    let Token::Jwe(jwe) = check(&whole, &[(Cause::JweNotJws, Note, &whole)]) else { panic!("a JWE") };
    assert_eq!((jwe.alg(0), jwe.enc(0)), (Some("dir"), Some("A256GCM")));
    assert_eq!(jwe.additional_authenticated_data(), header.clone().into_bytes());
    let cut = format!("{header}..AAAA.AAAA");
    check(&cut, &[(Cause::SegmentCount, Error, &cut), (Cause::JweNotJws, Note, &cut)]);
}

#[test]
fn spelling_of_segments_is_strict_and_narrow() {
    let text = |signature: &str| format!("{}.{signature}", compact(&[HEADER, CLAIMS]));
    check(&text("a+/b"), &[(Cause::StandardBase64, Error, "+/")]);
    check(
        &text("c2ln+8=="),
        &[
            (Cause::StandardBase64, Error, "+"),
            (Cause::Base64Padding, Error, "=="),
            (Cause::NonCanonicalBase64, Error, "8"),
        ],
    );
    check(&text("c2l!"), &[(Cause::IllegalCharacter, Error, "!")]);
    check(&text("c2lnA"), &[(Cause::ImpossibleLength, Error, "A")]);
    check(&text("c2ln_-"), &[(Cause::NonCanonicalBase64, Error, "-")]);
}

#[test]
fn a_character_too_many_is_seen_where_the_length_allows_it() {
    let [header, claims] =
        [r#"{"alg":"RS256","kid":"12"}"#, CLAIMS].map(|text| base64url::encode(text.as_bytes()));
    check(
        &format!("{header}A.{claims}.c2ln"),
        &[(Cause::ImpossibleLength, Error, "A"), (Cause::HeaderNotJson, Error, "0A")],
    );
}

#[test]
fn headers_that_are_no_json_object_are_named() {
    check_header("{'", Cause::HeaderNotJson, Error, "'");
    check_header(r#"{"alg":"HS256"}xyz"#, Cause::HeaderNotJson, Error, "x");
    check_header("null", Cause::HeaderNotObject, Error, "null");
    check_header(r#" ["HS256"]"#, Cause::HeaderNotObject, Error, r#"["HS256"]"#);
    check(".eyJzdWIiOiIxIn0.c2ln", &[(Cause::HeaderEmpty, Error, "")]);
    check(
        "e30.eyJzdWIiOiIxIn0.c2ln",
        &[(Cause::HeaderEmpty, Error, "e30"), (Cause::AlgMissing, Error, "e30")],
    );
    let not_utf8 =
        format!("{}.{}.c2ln", base64url::encode(b"{\"a\":\"\xff\xfe\"}"), base64url::encode(b"{}"));
    check(&not_utf8, &[(Cause::HeaderNotUtf8, Error, "__")]);
}

#[test]
fn payloads_that_are_no_json_object_are_named() {
    check_payload("{'", Cause::PayloadNotJson, Error, "'");
    check_payload(r#"{"exp":Infinity}"#, Cause::PayloadNotJson, Error, "I");
    check_payload(r#"{"sub":"#, Cause::PayloadNotJson, Error, ":");
    check_payload(r#""hello""#, Cause::PayloadNotObject, Error, r#""hello""#);
    check_payload("[1]", Cause::PayloadNotObject, Error, "[1]");
    let latin1 =
        format!("{}.{}.c2ln", base64url::encode(HEADER.as_bytes()), base64url::encode(b"{\"n\":\"\xe9\"}"));
    check(&latin1, &[(Cause::PayloadNotUtf8, Error, "6S")]);
}

#[test]
fn deep_nesting_ends_in_a_finding() {
    for depth in [129, 10_000] {
        let payload = r#"{"a":"#.repeat(depth);
        let parsed = parse(&token(HEADER, &payload));
        let causes: Vec<_> = parsed.findings().iter().map(|finding| finding.cause).collect();
        assert_eq!(causes, [Cause::InputTooDeep]);
    }
}

#[test]
fn duplicate_members_are_marked_where_they_stand_last() {
    check_header(r#"{"alg":"none","alg":"HS256"}"#, Cause::DuplicateMember, Warning, r#""alg""#);
    check_payload(r#"{"exp":1,"a":{"b":1,"b":2}}"#, Cause::DuplicateMember, Warning, r#""b""#);
}

#[test]
fn parameters_of_the_wrong_type_are_named() {
    check_header(r#"{"typ":"JWT"}"#, Cause::AlgMissing, Error, r#"{"typ":"JWT"}"#);
    check_header(r#"{"alg":256}"#, Cause::AlgMissing, Error, "256");
    check_header(r#"{"alg":"HS256","typ":1}"#, Cause::TypNotString, Error, "1");
    check_header(r#"{"alg":"HS256","typ":null}"#, Cause::TypNotString, Error, "null");
    check_header(r#"{"alg":"HS256","kid":7}"#, Cause::KidNotString, Error, "7");
    check_header(r#"{"alg":"HS256","kid":["a"]}"#, Cause::KidNotString, Error, r#"["a"]"#);
}

#[test]
fn kids_that_look_like_attacks_are_noticed() {
    for kid in [
        "../../dev/null",
        "/etc/passwd",
        "x' UNION SELECT 'k",
        "a;id",
        "k|cat",
        "$(id)",
        "${jndi:ldap}",
        "x -- ",
    ] {
        let header = format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#);
        check_header(&header, Cause::KidInjection, Warning, &format!("\"{kid}\""));
    }
}

#[test]
fn honest_kids_are_left_alone() {
    let kids = [
        "2011-04-29",
        "k/1+x==",
        "https://issuer.example/keys/1",
        "did:example:123#key-1",
        "a--b",
        "signing.pem",
        "arn:aws:kms:eu-west-1:1:key/2",
        "{x}",
        "user@example",
        "-KI3Q9nNR7bRofxmeZoXqbHZGew",
    ];
    for kid in kids {
        check(&token(&format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#), CLAIMS), &[]);
    }
}

#[test]
fn keys_in_the_header_are_noticed() {
    check_header(r#"{"alg":"HS256","jku":"https://x.example"}"#, Cause::EmbeddedKey, Warning, r#""jku""#);
    check_header(r#"{"alg":"ES256","jwk":{"kty":"EC"}}"#, Cause::EmbeddedKey, Warning, r#""jwk""#);
    check_header(r#"{"typ":"dpop+jwt","alg":"ES256","jwk":{}}"#, Cause::EmbeddedKey, Note, r#""jwk""#);
}

#[test]
fn crit_is_checked() {
    check_header(r#"{"x":1,"alg":"HS256","crit":["x"]}"#, Cause::CritNotUnderstood, Error, r#""x""#);
    check_header(r#"{"alg":"HS256","crit":["exp"]}"#, Cause::CritMalformed, Error, r#""exp""#);
    check_header(r#"{"alg":"HS256","crit":[]}"#, Cause::CritMalformed, Error, "[]");
    check_header(r#"{"alg":"HS256","crit":"b64"}"#, Cause::CritMalformed, Error, r#""b64""#);
    check_header(r#"{"alg":"HS256","crit":["alg"]}"#, Cause::CritMalformed, Error, r#""alg""#);
    check_header(r#"{"alg":"HS256","crit":[1]}"#, Cause::CritMalformed, Error, "1");
}

#[test]
fn unencoded_payloads_are_read_as_they_stand() {
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    let text = format!("{}.{CLAIMS}.c2ln", base64url::encode(header.as_bytes()));
    let Token::Jws(jws) = check(&text, &[(Cause::B64False, Error, &encoded(header, "false"))]) else {
        panic!("a JWS")
    };
    assert!(jws.signing_input(0, None).ends_with(CLAIMS.as_bytes()));
    assert_eq!(text.get(jws.payload.span_in_segment(Span::new(0, 6)).range()), Some(r#"{"sub""#));
    let Token::Jws(jws) = parse(&text.replace(CLAIMS, "he~llo")) else { panic!("a JWS") };
    assert_eq!((&jws.payload.bytes[..], jws.disclosures.len()), (&b"he~llo"[..], 0));
    // Without "crit" it is said as often of what is encoded.
    let header = r#"{"alg":"HS256","b64":false}"#;
    let text = token(header, CLAIMS);
    let Token::Jws(jws) = check(&text, &[(Cause::B64False, Error, &encoded(header, "false"))]) else {
        panic!("a JWS")
    };
    assert!(jws.claims.is_some());
    let raw = format!("{}.{CLAIMS}.c2ln", base64url::encode(header.as_bytes()));
    let Token::Jws(jws) = check(&raw, &[(Cause::B64False, Error, &encoded(header, "false"))]) else {
        panic!("a JWS")
    };
    assert!(jws.claims.is_some());
}

#[test]
fn a_detached_payload_enters_the_signing_input() {
    let encoded = format!("{}..c2ln", base64url::encode(HEADER.as_bytes()));
    let Token::Jws(jws) = parse(&encoded) else { panic!("a JWS") };
    assert!(jws.signing_input(0, Some(b"abc")).ends_with(b".YWJj"));
    let raw = format!("{}..c2ln", base64url::encode(br#"{"alg":"HS256","b64":false}"#));
    let Token::Jws(jws) = parse(&raw) else { panic!("a JWS") };
    assert!(jws.signing_input(0, Some(b"$.02")).ends_with(b".$.02"));
}

#[test]
fn nested_and_compressed_payloads_are_recognised() {
    let inner = token(HEADER, CLAIMS);
    let outer = token(r#"{"alg":"HS256","cty":"JWT"}"#, &inner);
    let segment = base64url::encode(inner.as_bytes());
    let Token::Jws(jws) = check(&outer, &[(Cause::NestedJwt, Note, &segment)]) else { panic!("a JWS") };
    assert_eq!(jws.nested, Some(inner));
    let zipped = token(r#"{"alg":"HS256","zip":"DEF"}"#, "\u{1}\u{2}");
    check(&zipped, &[(Cause::PayloadCompressed, Error, "AQI")]);
    let gzip = format!("{}.H4sIAA.c2ln", base64url::encode(HEADER.as_bytes()));
    check(&gzip, &[(Cause::PayloadCompressed, Error, "H4sIAA")]);
}

#[test]
fn texts_that_are_no_token_are_told_apart() {
    for text in
        ["", "undefined", "null", "[object Object]", "..", "Bearer", "${TOKEN}", "{{token}}", "<token>"]
    {
        check(text, &[(Cause::PlaceholderToken, Error, text)]);
    }
    for text in ["3f0c9a4e-1f0b-4d52-9f1e-0e5f4d1a2b3c", "ya29.a0AfB", "hello", "www.example.com", "Zm9v"] {
        check(text, &[(Cause::OpaqueToken, Error, text)]);
    }
    let cut = "eyJhbGciOiJIUzI1NiIsInR5c";
    check(cut, &[(Cause::SegmentCount, Error, cut)]);
}

#[test]
fn json_serializations_are_read() {
    let [header, claims] = [HEADER, CLAIMS].map(|text| base64url::encode(text.as_bytes()));
    let flat = format!(
        r#"{{"payload":"{claims}","protected":"{header}","header":{{"kid":"a"}},"signature":"c2ln"}}"#
    );
    let Token::Jws(jws) = check(&flat, &[(Cause::JsonSerialization, Error, &flat)]) else { panic!("a JWS") };
    assert_eq!(jws.serialization, Serialization::Flattened);
    assert_eq!(jws.signing_input(0, None), format!("{header}.{claims}").into_bytes());
    let header_span = jws.header().and_then(|header| header.span("kid")).expect("a kid");
    assert_eq!(flat.get(header_span.range()), Some("\"a\""));

    let general = format!(
        r#"{{"payload":"{claims}","signatures":[{{"header":{{"alg":"HS256"}},"signature":"c2ln"}},{{"protected":"{header}","signature":"+w"}}]}}"#
    );
    let parsed =
        check(&general, &[(Cause::JsonSerialization, Error, &general), (Cause::StandardBase64, Error, "+")]);
    let Token::Jws(jws) = parsed else { panic!("a JWS") };
    assert_eq!((jws.serialization, jws.signatures.len()), (Serialization::General, 2));
    assert_eq!(jws.signing_input(0, None), format!(".{claims}").into_bytes());
}

#[test]
fn a_parameter_may_not_be_protected_and_unprotected() {
    let header = base64url::encode(HEADER.as_bytes());
    let text =
        format!(r#"{{"payload":"e30","protected":"{header}","header":{{"alg":"none"}},"signature":"c2ln"}}"#);
    check(&text, &[(Cause::JsonSerialization, Error, &text), (Cause::DuplicateMember, Error, "\"alg\"")]);
}

#[test]
fn a_json_serialization_of_an_encryption_is_read() {
    let protected = base64url::encode(br#"{"enc":"A128GCM"}"#);
    let text = format!(
        r#"{{"protected":"{protected}","recipients":[{{"header":{{"alg":"A128KW"}},"encrypted_key":"AAAA"}}],"iv":"AAAA","ciphertext":"AAAA","tag":"AAAA","aad":"YQ"}}"#
    );
    let expected = [(Cause::JsonSerialization, Error, text.as_str()), (Cause::JweNotJws, Note, &text)];
    let Token::Jwe(jwe) = check(&text, &expected) else { panic!("a JWE") };
    assert_eq!((jwe.alg(0), jwe.enc(0), jwe.alg(1)), (Some("A128KW"), Some("A128GCM"), None));
    assert_eq!(jwe.additional_authenticated_data(), format!("{protected}.YQ").into_bytes());
}
