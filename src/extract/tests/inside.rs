//! Damage between a token's first character and its last.

use super::{
    AsPasted::{Damaged, Ok},
    check, fill, stripped,
};
use crate::{cause::Cause, extract::extract, finding::Severity, jose::base64url};

#[test]
fn escapes_are_resolved() {
    check("«H»%2E«P»%2e«S»", "«T»", Damaged, &[stripped(Cause::UrlEncodedToken, "%2E")]);
    check("«H»%252E«P»%252E«S»", "«T»", Damaged, &[stripped(Cause::UrlEncodedToken, "%252E")]);
    check("«H»\\u002e«P»\\u002e«S»", "«T»", Damaged, &[stripped(Cause::SurroundingText, "\\u002e")]);
    check(
        "«H».«P».dBjftJeZ4CVP-mB92K27uhbUJU1p1r\\_wW1gFWFOEjXk",
        "«T»",
        Damaged,
        &[stripped(Cause::SurroundingText, "\\_")],
    );
}

#[test]
fn characters_that_nobody_sees_are_dropped() {
    check("«H».«P»\u{200b}.«S»", "«T»", Damaged, &[stripped(Cause::InvisibleCharacter, "\u{200b}")]);
    check("\u{feff}«T»", "«T»", Damaged, &[stripped(Cause::InvisibleCharacter, "\u{feff}")]);
    check("«T»\u{a0}", "«T»", Damaged, &[stripped(Cause::InvisibleCharacter, "\u{a0}")]);
}

#[test]
fn characters_that_look_alike_are_replaced() {
    check("«H»․«P»․«S»", "«T»", Damaged, &[stripped(Cause::LookalikeCharacter, "․")]);
    check(
        "«H».«P».dBjftJeZ4CVP–mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "«T»",
        Damaged,
        &[stripped(Cause::LookalikeCharacter, "–")],
    );
    check(
        "«H».«P».dBjftJеZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "«T»",
        Damaged,
        &[stripped(Cause::LookalikeCharacter, "е")],
    );
}

#[test]
fn what_was_left_out_is_an_error() {
    let elided = |text| (Cause::TokenElided, Severity::Error, text);
    check("«H».eyJzdWIi...", "«H».eyJzdWIi", Damaged, &[elided("...")]);
    check("«H».eyJzdWIi…", "«H».eyJzdWIi", Damaged, &[elided("…")]);
    check("«H».«P».dBjf***", "«H».«P».dBjf", Damaged, &[elided("***")]);
    check("user=1 token=eyJhbGciOi****** x", "eyJhbGciOi", Damaged, &[elided("******")]);
    check("rejected eyJhbGciOiJIUzI1NiJ9...EjXk today", "«H»", Damaged, &[elided("...")]);
}

#[test]
fn a_changed_case_is_an_error() {
    let lower = fill("«T»").to_lowercase();
    check(&lower, &lower, Damaged, &[(Cause::CaseChanged, Severity::Error, &lower)]);
    let upper = fill("«T»").to_uppercase();
    check(&upper, &upper, Damaged, &[(Cause::CaseChanged, Severity::Error, &upper)]);
}

#[test]
fn a_blank_is_a_plus_sign_where_that_reads_better() {
    let payload = base64url::encode(r#"{"a":">>>>??"}"#.as_bytes()).replace('-', "+").replace('_', "/");
    assert!(payload.contains('+') && payload.contains('/'), "{payload}");
    let token = fill(&format!("«H».{payload}.«S»"));
    check(&token.replace('+', " "), &token, Damaged, &[stripped(Cause::PlusBecameSpace, " ")]);
    check(&token, &token, Ok, &[]);
}

#[test]
fn a_sign_of_the_standard_alphabet_ends_no_signature_that_goes_on() {
    let signature = format!("{}+{}", "A".repeat(64), "B".repeat(21));
    let token = fill(&format!("«H».«P».{signature}"));
    check(&token, &token, Ok, &[]);
    let followed = fill(&format!("«H».«P».{}/path", "A".repeat(64)));
    assert!(crate::extract::extract(&followed)[0].token.ends_with('A'));
}

#[test]
fn a_token_that_was_encoded_once_more_is_decoded() {
    let twice = base64url::encode(fill("«T»").as_bytes());
    check(&twice, "«T»", Damaged, &[stripped(Cause::DoubleEncodedToken, &twice)]);
    check(
        &format!("{twice}=="),
        "«T»",
        Damaged,
        &[stripped(Cause::DoubleEncodedToken, &format!("{twice}=="))],
    );
    let with_scheme = base64url::encode(fill("Bearer «T»").as_bytes());
    check(&with_scheme, "«T»", Damaged, &[stripped(Cause::DoubleEncodedToken, &with_scheme)]);
    let candidates = extract(&twice);
    let inner = candidates.iter().map(|candidate| candidate.map.span((0, 20).into())).next();
    assert_eq!(inner, Some((0, 27).into()));
}

#[test]
fn characters_of_no_alphabet_stay_in_the_token() {
    check("eyJhb*ciOiJIUzI1NiJ9.«P».«S»", "eyJhb*ciOiJIUzI1NiJ9.«P».«S»", Ok, &[]);
    check(
        "«H».«P».dBjftJeZ!CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "«H».«P».dBjftJeZ!CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        Ok,
        &[],
    );
}

#[test]
fn lines_that_were_wrapped_are_joined() {
    let signature = base64url::encode(&[7; 256]);
    let token = fill(&format!("«H».«P».{signature}"));
    for (width, end) in [(64, "\n"), (76, "\r\n"), (72, "\n> "), (40, " \\\n  "), (50, "=\n")] {
        let lines: Vec<_> = token.as_bytes().chunks(width).map(String::from_utf8_lossy).collect();
        let paste = format!("Hello,\n\n{}\n\nregards\n", lines.join(end));
        check(&paste, &token, Damaged, &[stripped(Cause::WhitespaceInToken, end)]);
    }
}

#[test]
fn what_follows_on_the_next_line_is_no_part_of_a_token() {
    check("«T»\nThe next line", "«T»", Ok, &[]);
    check("WARN «H».«P».cut\nWARN next", "«H».«P».cut", Ok, &[]);
    check("a «T»\nAbCdEf1234567890AbCdEf1234567890", "«T»", Ok, &[]);
    check("x «H» is the header\nof «P».", "«H»", Ok, &[]);
}

#[test]
fn selective_disclosures_belong_to_the_token() {
    check("«T»~WyJhIiwiYiIsMV0~", "«T»~WyJhIiwiYiIsMV0~", Ok, &[]);
    check("vp=«T»~WyJhIiwiYiIsMV0~«T»&x", "«T»~WyJhIiwiYiIsMV0~«T»", Ok, &[]);
}

#[test]
fn a_token_that_limits_would_cut_is_noted() {
    let payload = base64url::encode(format!("{{\"a\":\"{}\"}}", "x".repeat(4096)).as_bytes());
    let token = fill(&format!("«H».{payload}.«S»"));
    check(&token, &token, Ok, &[(Cause::HeaderValueTooLong, Severity::Note, &token)]);
}

#[test]
fn a_token_that_ends_where_a_cookie_is_full_may_have_been_cut() {
    let token =
        |length: usize| format!("{}{}", fill("«H».eyJh"), "Y".repeat(length - fill("«H».eyJh").len()));
    for (before, length) in [
        ("", 4096),
        ("Cookie: a=1; access_token=", 4096 - 12),
        ("Cookie: a=1; access_token=", 4096 - 13),
        ("\nCookie: a=1; access_token=", 4096 - 26),
    ] {
        let found = extract(&format!("{before}{}", token(length)));
        let limit = found[0].damage.iter().find(|finding| finding.cause == Cause::HeaderValueTooLong);
        assert!(limit.is_some_and(|finding| finding.facts.get("limit_bytes").is_some()), "{before} {length}");
    }
    for (before, length) in [("", 4095), ("", 4000), ("Cookie: a=1; access_token=", 4096 - 14)] {
        let found = extract(&format!("{before}{}", token(length)));
        let limit = found[0].damage.iter().find(|finding| finding.cause == Cause::HeaderValueTooLong);
        assert_eq!(limit, None, "{before} {length}");
    }
}
