//! Which library a message is said to be of, and which entry the words of a product lead to.

use super::{
    messages_tests::{causes, check, recogniser},
    *,
};

#[test]
fn words_that_may_be_anybodys_name_a_library_only_where_it_shows_itself() {
    let unknown = "a JWT library";
    for (words, library, mark, cause) in [
        // Its letters are others in case.
        ("Signature is invalid.", "golang-jwt", "github.com/golang-jwt/jwt: ", Cause::SignatureMismatch),
        // They go on a sentence.
        (
            "Connection failed: Access token is expired.",
            "golang-jwt",
            "github.com/golang-jwt/jwt: ",
            Cause::Expired,
        ),
        // Many print them.
        ("invalid signature", "jsonwebtoken", "JsonWebTokenError: ", Cause::SignatureMismatch),
    ] {
        let found = check(words, unknown, cause);
        assert_eq!(found.misleading, None, "{found:?}");
        assert!(found.entry.is_some(), "{found:?}");
        check(&format!("{mark}{words}"), library, cause);
    }
    let noted = check("signature is invalid", "golang-jwt", Cause::SignatureMismatch);
    assert!(noted.misleading.is_some());
}

#[test]
fn the_code_of_a_character_tells_what_was_decoded() {
    let decoded = |code| format!("java.lang.IllegalArgumentException: Illegal base64 character {code}\n");
    for (code, cause) in
        [("2d", Cause::IllegalCharacter), ("7b", Cause::KeyNotRecognised), ("a", Cause::WhitespaceInToken)]
    {
        assert!(check(&decoded(code), "Java", cause).misleading.is_some());
    }
    check("DecodingException: Illegal base64 character: '_'", "jjwt", Cause::IllegalCharacter);
}

#[test]
fn a_product_that_names_itself_leads_to_its_own_entry() {
    let shows = |text, library, entry: &str| {
        let found = recogniser().recognise(text);
        let first = found.first().map(|found| (found.library.as_str(), found.entry.as_deref()));
        assert_eq!(first, Some((library, Some(entry))), "{text}");
    };
    shows(
        "[ERROR][HTTPJwtAuthenticator] Error while creating JWT authenticator\njava.lang.IllegalArgumentException: Illegal base64 character 2d",
        "OpenSearch Security",
        "platforms/opensearch-signing-key",
    );
    shows(
        "logger=auth.jwt level=warn msg=\"Failed to verify JWT\" error=\"no keys found\"",
        "Grafana auth.jwt",
        "platforms/grafana-auth-jwt",
    );
    shows(
        "okta_jwt_verifier.exceptions.JWKException: No matching JWK.",
        "Okta JWT verifier",
        "platforms/okta-org-server",
    );
    for answer in [
        r#"{"message":"Missing Authentication Token"}"#,
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter.",
    ] {
        shows(answer, "AWS", "platforms/aws-http-api-authorizer");
    }
    shows(
        "XMPPError: not-allowed - cancel [Room and token mismatched]",
        "Jitsi / Prosody",
        "platforms/jitsi-token",
    );
    shows(
        r#"{"code":-32000,"message":"Auth failed: Invalid or missing token"}"#,
        "Ethereum Engine API",
        "platforms/ethereum-engine-api",
    );
    shows(r#"{"fields":{"rsa_public_key":"invalid key"}}"#, "Kong", "platforms/kong-credential");
    shows(
        "[error] 7#0: *6 failed to turn hex key into binary",
        "nginx auth-jwt modules",
        "signature/secret-is-hex",
    );
}

#[test]
fn words_of_an_apache_module_are_not_those_of_a_directive_of_nginx() {
    let log = "[auth_jwt:error] AH55512: Decoding process has failed, token is either malformed or signature is invalid";
    check(log, "mod_authnz_jwt", Cause::SegmentCount);
    check(
        "[error] 77#0: *42 failed to parse JWT, client: 10.0.0.1",
        "nginx auth-jwt modules",
        Cause::SignatureMismatch,
    );
}

#[test]
fn a_box_of_a_debugger_that_is_ticked_is_no_broken_base64() {
    let prose = "verify() fails - Signature always Invalid! but jwt.io says Signature Verified with 'secret base64 encoded' ticked";
    let found = causes(&recogniser(), prose);
    assert_eq!(found.first(), Some(&Cause::SecretBase64Decoded));
}

#[test]
fn a_key_that_is_no_key_of_the_web_stops_djwt() {
    let trace = "TypeError: Cannot read properties of undefined (reading 'name')\n    if (keyAlgorithm.name === algAlgorithm.name) {\n    at verify (https://deno.land/x/djwt@v2.7/algorithm.ts:46:22)";
    check(trace, "djwt", Cause::AlgKeyMismatch);
}
