//! What messages of libraries say was expected.

use crate::extract::{Expected, expected};

#[track_caller]
fn check(text: &str, rows: &[(&str, &[&str])]) {
    let found = expected(text);
    let values = |row: &Expected| row.values.clone();
    let found: Vec<(&str, Vec<String>)> = found.iter().map(|row| (row.claim, values(row))).collect();
    let owned = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    let rows: Vec<(&str, Vec<String>)> = rows.iter().map(|(claim, values)| (*claim, owned(values))).collect();
    assert_eq!(found, rows, "{text}");
}

#[test]
fn libraries_quote_what_they_expected() {
    for text in [
        "jwt issuer invalid. expected: https://a.example/",
        "UnauthorizedError: jwt issuer invalid. expected: https://a.example/\n    at /srv/index.js:1:2",
        r#"{"message":"jwt issuer invalid. expected: https://a.example/","stack":"x"}"#,
        r"jwt issuer invalid. expected: https://a.example/\n    at /srv/index.js:1:2",
        "jwt issuer invalid. expected: https://a.example/ eyJhbGciOiJIUzI1NiJ9.e30.",
        "oidc: id token issued by a different provider, expected \"https://a.example/\" got \"x\"",
        r#"error="oidc: id token issued by a different provider, expected \"https://a.example/\" got \"x\"""#,
        "Invalid token issuer. Expected 'https://a.example/', but was 'x'",
        "Invalid issuer. Expected https://a.example/, received https://b.example",
        "Invalid issuer: expected `https://a.example/` (found `x`)",
        "Issuer (iss) claim mismatch in the ID token; expected \"https://a.example/\", found \"x\"",
        "Issuer (iss) claim mismatch in the ID token, expected (https://a.example/), found (https://b/)",
        "[[12] Issuer (iss) claim value (x) doesn't match expected value of https://a.example/]",
        "Expected iss claim to be: https://a.example/, but was: https://b.example.",
        "JWT iss claim has value https://b.example, must be https://a.example/",
        "expected issuer \"https://a.example/\" got \"x\"",
        "incorrect \"iss\" (issuer) claim. Expected \"https://a.example/\" but got \"x\".",
        "Issuer: 'x'. Did not match: validationParameters.ValidIssuer: 'Null' or \
         validationParameters.ValidIssuers: 'https://a.example/' or \
         validationParameters.ConfigurationManager.CurrentConfiguration.Issuer: 'null'.",
    ] {
        check(text, &[("iss", &["https://a.example/"])]);
    }
    for text in [
        "jwt audience invalid. expected: my-api",
        "oidc: expected audience \"my-api\" got [\"web\"]",
        "jwtsvid: expected audience in [\"my-api\"] (audience=[\"web\"])",
        "aud mismatch, expected my-api, got: web",
        "Expected aud claim to be: my-api, but was: [web].",
        "Invalid 'aud' value. Expected 'my-api' got 'web'",
        "Audience (aud) claim [web] doesn't contain an acceptable identifier. Expected my-api as an aud value.",
        "Token has wrong audience web, expected one of ['my-api']",
        "Audiences: 'web'. Did not match: validationParameters.ValidAudience: 'my-api' or \
         validationParameters.ValidAudiences: 'null'.",
    ] {
        check(text, &[("aud", &["my-api"])]);
    }
}

#[test]
fn one_of_several_may_be_expected() {
    check("jwt audience invalid. expected: urn:foo or urn:bar", &[("aud", &["urn:foo", "urn:bar"])]);
    check("expected issuer \"a\"\nexpected issuer \"a\"", &[("iss", &["a"])]);
    check("Expected iss claim to be: https://a., but was: https://a.", &[("iss", &["https://a."])]);
    check("jwt issuer invalid. expected: https://a,https://b", &[("iss", &["https://a", "https://b"])]);
    check("Invalid issuer, expected one of [a,https://b], but got c", &[("iss", &["a", "https://b"])]);
    check("oidc: expected audience [\"a\" \"b c\"] got []", &[("aud", &["a", "b c"])]);
    check("Invalid 'aud' value. Expected '['a', 'b']' in '['c']'", &[("aud", &["a", "b"])]);
    check(
        "validationParameters.ValidAudience: 'a' or validationParameters.ValidAudiences: 'b, c'.",
        &[("aud", &["a", "b", "c"])],
    );
    let two = "jwt issuer invalid. expected: a\njwt audience invalid. expected: b";
    check(two, &[("aud", &["b"]), ("iss", &["a"])]);
}

#[test]
fn what_is_not_certain_is_not_taken() {
    for text in [
        "",
        "jwt issuer invalid. expected: ",
        "jwt issuer invalid. expected: undefined",
        "jwt issuer invalid. expected: <your issuer>",
        "jwt issuer invalid. expected: https://***.example/",
        "jwt audience invalid. expected: /^api/",
        "jwt audience invalid. expected: My API and more",
        "aud: Invalid audience. Expected string, received number",
        "expected audience not available in the token",
        "expected issuer",
        "Invalid 'aud' value. Expected '' in '['a', 'b']'",
        "expected issuer mismatch, see the log",
        "unexpected issuer https://b.example",
        "unexpected audience: web",
        "Did not match: validationParameters.ValidAudience: 'a' or validationParameters.ValidAudiences: \
         '[PII of type 'System.String' is hidden. For more details, see x.]'.",
        "validationParameters.ValidAudience: 'null'",
        "Audience (aud) claim [x] present in the JWT but no expected audience value(s) were provided. \
         Expected one of [] as an aud value.",
        "oidc: expected audience \"my oidc client name -- redacted\" got []",
    ] {
        check(text, &[]);
    }
}

#[test]
fn the_message_is_marked_in_the_paste() {
    let text = "one\njwt issuer invalid. expected: \"a\"";
    let found = expected(text);
    let marked = found.first().and_then(|row| text.get(row.span.range()));
    assert_eq!(marked, Some("issuer invalid. expected: \"a"));
}

#[test]
fn a_text_full_of_messages_is_read_once() {
    for (words, times) in
        [("invalid issuer. expected ", 200_000), ("(iss) claim ", 60_000), ("\u{e9}[", 90_000)]
    {
        for text in
            [words.repeat(times), words.repeat(60_000 / words.len() + 1), format!("{words}\n").repeat(20_000)]
        {
            assert!(expected(&text).is_empty());
        }
    }
}
