//! Pastes as people make them.

mod expected;
mod inside;
mod many;

use super::*;
use crate::finding::Severity;

const HEADER: &str = "eyJhbGciOiJIUzI1NiJ9";
const PAYLOAD: &str = "eyJzdWIiOiIxIn0";
const SIGNATURE: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// The three parts in a text: `H`, `P` and `S` between angle quotation marks, `T` for the whole token.
fn fill(text: &str) -> String {
    text.replace("«T»", "«H».«P».«S»")
        .replace("«H»", HEADER)
        .replace("«P»", PAYLOAD)
        .replace("«S»", SIGNATURE)
}

/// Asserts that the paste holds just this token, with these findings and the characters that they are about.
#[track_caller]
fn check(paste: &str, token: &str, as_pasted: AsPasted, expected: &[(Cause, Severity, &str)]) {
    let (paste, token) = (fill(paste), fill(token));
    let candidates = extract(&paste);
    let tokens: Vec<_> = candidates.iter().map(|candidate| candidate.token.as_str()).collect();
    assert_eq!(tokens, [token], "{paste}");
    let found: Vec<_> = candidates
        .iter()
        .flat_map(|candidate| &candidate.damage)
        .map(|finding| {
            let span = finding.span.expect("each finding has a span");
            (finding.cause, finding.severity, paste.get(span.range()).expect("on characters").to_owned())
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(cause, severity, text)| (*cause, *severity, fill(text))).collect();
    assert_eq!(found, expected, "{paste}");
    assert_eq!(candidates.first().map(|candidate| candidate.as_pasted), Some(as_pasted), "{paste}");
}

/// A finding for which something was stripped.
const fn stripped(cause: Cause, text: &str) -> (Cause, Severity, &str) {
    (cause, Severity::Warning, text)
}

use AsPasted::{Damaged, Ok};

#[test]
fn a_token_alone_is_taken_as_it_is() {
    check("«T»", "«T»", Ok, &[]);
    check("«H»..«S»", "«H»..«S»", Ok, &[]);
    check("«H».«P».", "«H».«P».", Ok, &[]);
    check("«H»", "«H»", Ok, &[]);
    check("ewogICJhbGciOiJIUzI1NiIKfQ.ewp9.«S»", "ewogICJhbGciOiJIUzI1NiIKfQ.ewp9.«S»", Ok, &[]);
    check("dGhpcyBpcyBub3QganNvbg.«P».«S»", "dGhpcyBpcyBub3QganNvbg.«P».«S»", Ok, &[]);
}

#[test]
fn bare_schemes_are_stripped() {
    check("Bearer «T»", "«T»", Damaged, &[stripped(Cause::AuthSchemeLeftIn, "Bearer ")]);
    check("bearer:«T»", "«T»", Damaged, &[stripped(Cause::AuthSchemeLeftIn, "bearer:")]);
    check("Bearer«T»", "«T»", Damaged, &[stripped(Cause::AuthSchemeLeftIn, "Bearer")]);
    check("Bearer Bearer «T»", "«T»", Damaged, &[stripped(Cause::AuthSchemeTwice, "Bearer Bearer ")]);
    check(
        "JWT «T»",
        "«T»",
        Damaged,
        &[stripped(Cause::AuthSchemeLeftIn, "JWT "), stripped(Cause::WrongAuthScheme, "JWT ")],
    );
    check(
        "Bearer%20«T»",
        "«T»",
        Damaged,
        &[stripped(Cause::AuthSchemeLeftIn, "Bearer%20"), stripped(Cause::UrlEncodedToken, "Bearer%20")],
    );
}

#[test]
fn header_lines_are_containers() {
    let left_in = |text| (Cause::AuthSchemeLeftIn, Severity::Note, text);
    check("Authorization: Bearer «T»", "«T»", Ok, &[left_in("Bearer ")]);
    check("authorization: bearer «T»\r\n", "«T»", Ok, &[left_in("bearer ")]);
    check("Authorization: «T»", "«T»", Ok, &[stripped(Cause::MissingAuthScheme, "Authorization: ")]);
    check(
        "Authorization: Token «T»",
        "«T»",
        Ok,
        &[left_in("Token "), stripped(Cause::WrongAuthScheme, "Token ")],
    );
    check(
        "Authorization: Bearer Bearer «T»",
        "«T»",
        Damaged,
        &[stripped(Cause::AuthSchemeTwice, "Bearer Bearer ")],
    );
    check("Cookie: theme=dark; session=«T»; lang=en", "«T»", Ok, &[]);
    check("Cookie: session=«T»", "«T»", Ok, &[]);
    check("X-Access-Token: «T»", "«T»", Ok, &[]);
}

#[test]
fn other_containers_are_no_damage() {
    check("curl -H 'Authorization: Bearer «T»' https://api.example/", "«T»", Ok, &[]);
    check("https://app.example/cb?code=1#access_token=«T»&token_type=bearer", "«T»", Ok, &[]);
    check("GET /verify/«T»/confirm HTTP/1.1", "«T»", Ok, &[]);
    check("{\"access_token\":\"«T»\",\"expires_in\":3600}", "«T»", Ok, &[]);
    check(
        "{'Authorization': 'Bearer «T»'}",
        "«T»",
        Ok,
        &[(Cause::AuthSchemeLeftIn, Severity::Note, "Bearer ")],
    );
    check("{\"access_token\": \"«T»\"}", "«T»", Ok, &[]);
    check("12:00:01 WARN rejected token <«T»>: expired", "«T»", Ok, &[]);
    check("x?jwt=«H»%2E«P»%2E«S»&y=1", "«T»", Ok, &[]);
}

#[test]
fn what_clings_to_a_token_is_stripped() {
    check("\"«T»\"", "«T»", Damaged, &[stripped(Cause::QuotedToken, "\"")]);
    check("“«T»”", "«T»", Damaged, &[stripped(Cause::QuotedToken, "“")]);
    check("curl -H 'Authorization: Bearer «T»\"' x", "«T»", Damaged, &[stripped(Cause::QuotedToken, "\"")]);
    check("bad token\n«T»\"", "«T»", Damaged, &[stripped(Cause::QuotedToken, "\"")]);
    for paired in ["{\"error\":\"bad token «T»\"}", "x='the token is «T»'", "\"msg\": \"it's «T»\""] {
        check(paired, "«T»", Ok, &[]);
    }
    check("\"«T»", "«T»", Damaged, &[stripped(Cause::QuotedToken, "\"")]);
    check(
        "Authorization: Bearer \"«T»\"",
        "«T»",
        Damaged,
        &[(Cause::AuthSchemeLeftIn, Severity::Note, "Bearer "), stripped(Cause::QuotedToken, "\"")],
    );
    check("b'«T»'", "«T»", Damaged, &[stripped(Cause::SurroundingText, "b'")]);
    check("token=«T»", "«T»", Damaged, &[stripped(Cause::SurroundingText, "token=")]);
    check(
        "%22«T»%22",
        "«T»",
        Damaged,
        &[stripped(Cause::QuotedToken, "%22"), stripped(Cause::UrlEncodedToken, "%22")],
    );
    check(
        "\"«T»\\n\"",
        "«T»",
        Damaged,
        &[stripped(Cause::QuotedToken, "\""), stripped(Cause::WhitespaceAroundToken, "\\n")],
    );
    check("<«T»>", "«T»", Damaged, &[stripped(Cause::SurroundingText, "<")]);
    check("«T».", "«T»", Damaged, &[stripped(Cause::SurroundingText, ".")]);
    let left = (Cause::AuthSchemeLeftIn, Severity::Note, "Bearer ");
    for mark in [";", ",", "."] {
        let header = format!("Authorization: Bearer «T»{mark}");
        check(&header, "«T»", Damaged, &[left, stripped(Cause::SurroundingText, mark)]);
    }
    check("Authorization: Bearer {«T»}", "«T»", Damaged, &[left, stripped(Cause::SurroundingText, "{")]);
    check("https://app.example/cb?to=%2Fx%3Ftoken%253D«T»", "«T»", Ok, &[]);
    for word in ["myapp_", "access-token-", "v1.", "jwt."] {
        check(&format!("{word}«T»"), "«T»", Damaged, &[stripped(Cause::SurroundingText, word)]);
        let cause = stripped(Cause::SurroundingText, word);
        check(&format!("Authorization: Bearer {word}«T»"), "«T»", Damaged, &[cause]);
    }
    check("«T» is what I got", "«T»", Damaged, &[stripped(Cause::SurroundingText, "is what I got")]);
}

#[test]
fn white_space_is_stripped() {
    check("«T»\n", "«T»", Damaged, &[stripped(Cause::WhitespaceAroundToken, "\n")]);
    check("  «T»", "«T»", Damaged, &[stripped(Cause::WhitespaceAroundToken, "  ")]);
    check("eyJhbGci OiJIUzI1NiJ9.«P».«S»", "«T»", Damaged, &[stripped(Cause::WhitespaceInToken, " ")]);
    check(
        "«H».«P».dBjftJeZ4CVP-mB92K27\n    uhbUJU1p1r_wW1gFWFOEjXk",
        "«T»",
        Damaged,
        &[stripped(Cause::WhitespaceInToken, "\n    ")],
    );
    check("Hi,\n> «H».\n> «P».\n> «S»\n\nbye", "«T»", Damaged, &[stripped(Cause::WhitespaceInToken, "\n> ")]);
}
