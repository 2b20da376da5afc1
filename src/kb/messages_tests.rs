//! Recognition measured on what libraries really printed, and on what they did not.

use super::*;

#[derive(serde::Deserialize)]
struct Row {
    message: String,
    any_cause: Vec<Cause>,
}

pub(super) fn recogniser() -> Recogniser {
    Recogniser::new(&Knowledge::from_index(INDEX).unwrap())
}

/// The causes of a text in the order in which a reader sees them.
pub(super) fn causes(recogniser: &Recogniser, text: &str) -> Vec<Cause> {
    let mut causes = Vec::new();
    for message in recogniser.recognise(text) {
        causes.extend(message.causes);
    }
    causes
}

/// Checks how many rows give an expected cause as the first, and how many among the first three.
#[track_caller]
fn lead_to_their_cause(name: &str, rows: &str) {
    let recogniser = recogniser();
    let rows: Vec<Row> = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (mut first, mut third) = (0, 0);
    for row in &rows {
        let found = causes(&recogniser, &row.message);
        let expected = |cause: &Cause| row.any_cause.contains(cause);
        first += usize::from(found.first().is_some_and(expected));
        third += usize::from(found.iter().take(3).any(expected));
    }
    println!("{name}: {first} of {} as the first cause, {third} among the first three", rows.len());
    assert!(first * 100 >= rows.len() * 90, "{name}: {first} of {} as the first", rows.len());
    assert!(third * 100 >= rows.len() * 97, "{name}: {third} of {} among the first three", rows.len());
}

#[test]
fn most_messages_of_libraries_that_were_run_lead_to_their_cause() {
    lead_to_their_cause("messages.jsonl", include_str!("../../tests/data/messages.jsonl"));
}

#[test]
fn most_messages_found_in_sources_lead_to_their_cause() {
    let rows = include_str!("../../tests/data/messages-from-sources.jsonl");
    lead_to_their_cause("messages-from-sources.jsonl", rows);
}

/// A small sequence of numbers that is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn fill(&mut self, template: &str) -> String {
        const WORDS: [&str; 8] =
            ["alice", "orders", "billing", "report", "worker", "gateway", "sync", "proxy"];
        let mut line = String::new();
        let mut parts = template.split('{');
        line.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            let value = match name {
                "n" => (10 + self.next(89_990)).to_string(),
                "day" => (10 + self.next(18)).to_string(),
                "time" => format!("{:02}:{:02}:{:02}", self.next(24), self.next(60), self.next(60)),
                "ip" => format!("10.{}.{}.{}", self.next(256), self.next(256), self.next(256)),
                "hex" => format!("{:016x}", self.next(u64::MAX)),
                "word" => WORDS.get(usize::try_from(self.next(8)).unwrap()).unwrap().to_string(),
                other if part.contains('}') => format!("{{{other}}}"),
                other => format!("{{{other}"),
            };
            line.push_str(&value);
            line.push_str(rest);
        }
        line
    }
}

#[test]
fn ordinary_log_lines_are_left_alone() {
    let recogniser = recogniser();
    let templates: Vec<&str> = include_str!("../../tests/data/ordinary-log-templates.txt").lines().collect();
    let mut numbers = Numbers(7);
    let mut total = 0;
    let mut wrong: Vec<String> = Vec::new();
    for _ in 0..20 {
        for template in &templates {
            let line = numbers.fill(template);
            total += 1;
            wrong.extend(recogniser.recognise(&line).first().map(|found| format!("{line}: {found:?}")));
        }
    }
    assert!(total >= 2_000, "{total} lines are too few");
    assert!(wrong.len() * 500 < total, "{} of {total} lines: {:#?}", wrong.len(), wrong.first());
}

#[track_caller]
pub(super) fn check(text: &str, library: &str, cause: Cause) -> Recognised {
    let found = recogniser().recognise(text);
    let first = found.first().unwrap_or_else(|| panic!("nothing was recognised in {text}"));
    assert_eq!((first.library.as_str(), first.causes.first()), (library, Some(&cause)), "{text}\n{found:#?}");
    first.clone()
}

#[test]
fn a_long_sentence_of_a_library_is_believed_beside_words_of_other_things() {
    check("The key option must be a string, a buffer or a function", "fast-jwt", Cause::NoKey);
}

#[test]
fn a_sentence_that_a_terminal_or_a_mail_broke_is_read_as_one() {
    for wrapped in [
        "java.lang.IllegalArgumentException: Key bytes can only be\n    specified for HMAC signatures.",
        "java.lang.IllegalArgumentException: Key   bytes can only be specified for HMAC signatures.",
        "ERROR 1 --- [nio-8080-exec-1] java.lang.IllegalArgumentException: Key bytes can\nonly be specified for HMAC signatures.",
    ] {
        check(wrapped, "jjwt", Cause::AlgKeyMismatch);
    }
}

#[test]
fn the_address_of_a_key_set_shows_what_could_not_be_fetched() {
    let first = |text| recogniser().recognise(text).first().and_then(|found| found.causes.first().copied());
    let fetched = Some(Cause::JwksFetchFailed);
    assert_eq!(
        first("404 Client Error: Not Found for url: https://a.example/.well-known/jwks.json"),
        fetched
    );
    assert_eq!(first("404 Client Error: Not Found for url: https://a.example/orders.json"), None);
}

#[test]
fn words_of_the_network_are_a_message_only_where_a_token_was_refused() {
    let recogniser = recogniser();
    let first =
        |text: &str| recogniser.recognise(text).first().and_then(|found| found.causes.first().copied());
    for words in ["socket hang up", "getaddrinfo ENOTFOUND idp.example", "Bad Gateway", "Not Found"] {
        assert_eq!(first(&format!("HTTP 401 | {words}")), Some(Cause::JwksFetchFailed), "{words}");
        assert_eq!(first(&format!("HTTP 502 | {words}")), None, "{words}");
        assert_eq!(first(words), None);
    }
    assert_eq!(first("UnauthorizedError: connect ECONNREFUSED 127.0.0.1:443"), Some(Cause::JwksFetchFailed));
    let body =
        |words| format!(r#"HTTP 401 | {{"statusCode":401,"message":"{words}","error":"Unauthorized"}}"#);
    assert_eq!(first(&body("Bad Gateway")), Some(Cause::JwksFetchFailed));
    assert_eq!(first(&body("unable to verify the first certificate")), Some(Cause::JwksFetchFailed));
    assert_eq!(first(&body("Not Found in the list of members")), None);
    assert_eq!(first("HTTP 401 | Not Found in the list of members"), None);
}

#[test]
fn a_message_is_known_whatever_stands_around_it() {
    let expired = |text| check(text, "jose", Cause::Expired);
    expired(r#"JWTExpired: "exp" claim timestamp check failed"#);
    expired(
        r#"{"level":"error","msg":"JWTExpired: \"exp\" claim timestamp check failed","code":"ERR_JWT_EXPIRED"}"#,
    );
    expired("2026-11-22T03:00:00Z ERROR api ERR_JWT_EXPIRED");
    expired(
        "GET /callback?error=invalid&error_description=JWTExpired%3a+%22exp%22+claim+timestamp+check+failed",
    );
    expired("/callback?error_description=%22exp%22+claim+timestamp+check+failed");
    expired("<pre>JWTExpired: &quot;exp&quot; claim timestamp check failed</pre>");
    let idx = "Microsoft.IdentityModel";
    check(
        "info: Bearer was not authenticated. Failure message: IDX10214: Audience validation failed. Audiences: 'a'.",
        idx,
        Cause::AudMismatch,
    );
    check(
        r#"WWW-Authenticate: Bearer error="invalid_token", error_description="The signature key was not found""#,
        idx,
        Cause::JwksKidNotFound,
    );
    check("PGRST301: JWSError JWSInvalidSignature", "PostgREST / Supabase", Cause::SignatureMismatch);
}

#[test]
fn a_wrapper_gives_the_cause_of_words_behind_it_that_no_pattern_knows() {
    let causes = causes(&recogniser(), "failed to parse jws: the key set is empty");
    assert_eq!(causes.first(), Some(&Cause::JwksEmpty));
}

#[test]
fn a_wrapper_gives_the_cause_of_its_tail() {
    check(
        "token is unverifiable: error while executing keyfunc: unexpected signing method: HS256",
        "golang-jwt",
        Cause::AlgNotAllowed,
    );
    check("jwt.exceptions.DecodeError: Invalid payload string: Extra data", "PyJWT", Cause::PayloadNotJson);
    let express = check("UnauthorizedError: jwt expired", "express-jwt", Cause::Expired);
    assert_eq!(express.misleading, None);
}

#[test]
fn the_first_log_of_all_is_jose4j_behind_dropwizard() {
    let log = "WARN [2022-03-25 12:49:46,667] com.github.toastshaman.dropwizard.auth.jwt.JwtAuthFilter: Error decoding credentials: JWT rejected due to invalid signature. Additional details: [[9] Invalid JWS Signature: JsonWebSignature{\"alg\":\"HS256\"}->eyJhbGciOiJIUzI1NiJ9.e30.AAAA]\n! org.jose4j.jwt.consumer.InvalidJwtSignatureException: JWT rejected due to invalid signature.";
    let found = check(log, "jose4j", Cause::SignatureMismatch);
    assert_eq!(found.via.as_deref(), Some("dropwizard-auth-jwt"));
    assert!(found.causes.contains(&Cause::KeyChangedAtIssuer), "{found:?}");
    assert_eq!(found.entry.as_deref(), Some("operations/key-made-at-each-start"));
    assert_eq!(log.get(found.span.range()), Some("JWT rejected due to invalid signature"));
}

#[test]
fn a_message_that_says_something_else_says_so() {
    let found = check(
        "{\"detail\":\"Token is invalid or expired\",\"code\":\"token_not_valid\"}",
        "djangorestframework-simplejwt",
        Cause::Expired,
    );
    assert!(found.misleading.is_some());
}

#[test]
fn an_algorithm_in_the_wrong_case_is_what_is_wrong_with_it() {
    check("python_jwt._JWTError: algorithm not allowed: HS256", "python-jwt", Cause::AlgNotAllowed);
    check("python_jwt._JWTError: algorithm not allowed: hs256", "python-jwt", Cause::AlgCase);
    let cased = "InvalidAlgorithmError: Token algorithm 'Rs256' does not match the key's algorithm 'EdDSA'";
    let entry = check(cased, "PyJWT", Cause::AlgCase).entry;
    assert_eq!(entry.as_deref(), Some("algorithms/algorithm-not-allowed"));
    let lines = recogniser().line_by_line(cased);
    assert_eq!(lines.first().and_then(|message| message.causes.first()), Some(&Cause::AlgCase));
}

#[test]
fn what_stands_behind_a_colon_is_the_reason() {
    check("token is not valid: the only supported alg is RS256", "Okta JWT verifier", Cause::AlgNotAllowed);
    check("Ahc\\Jwt\\JWTException: Invalid token: Expired", "adhocore/jwt", Cause::Expired);
}

#[test]
fn a_line_that_no_pattern_knows_is_read() {
    let unknown = "a JWT library";
    check("acme: jwt was refused: its audience is not one of ours", unknown, Cause::AudMismatch);
    check("acme: jwt was refused: the kid is absent", unknown, Cause::KidMissing);
    check("acme: cannot retrieve the jwks, status 503", unknown, Cause::JwksFetchFailed);
    check("Token audience did not match required audience: null", unknown, Cause::AudNotExpected);
    let found = check("acme: the jwt has a curve that is wrong", unknown, Cause::JwkCurveWrong);
    assert!(found.entry.is_some(), "{found:?}");
    let recogniser = recogniser();
    for text in ["jwt accepted, audience api", "jwt refused\nthe curve is wrong", "the curve is wrong"] {
        assert_eq!(recogniser.recognise(text), [], "{text}");
    }
}

#[test]
fn names_and_codes_are_read_word_by_word() {
    let unknown = "a JWT library";
    check("acme refused it: TOKEN_SIGNATURE_MISMATCH", unknown, Cause::SignatureMismatch);
    check("acme.JwtIssuerMismatchFault in Acme.kt:7", unknown, Cause::IssMismatch);
    check("acme: the kid isn\\u0027t known to us", unknown, Cause::JwksKidNotFound);
    let found = check("acme: “JwtAudienceMismatchFault”", unknown, Cause::AudMismatch);
    assert_eq!("acme: “JwtAudienceMismatchFault”".get(found.span.range()), Some("AudienceMismatch"));
}

#[test]
fn the_order_of_words_tells_what_is_missing() {
    let unknown = "a JWT library";
    check("acme: this jwt does not contain an aud", unknown, Cause::AudMissing);
    check("acme: the aud of this jwt does not contain acme", unknown, Cause::AudMismatch);
}

#[test]
fn members_of_a_dump_are_no_fault() {
    let dump = r#"acme: jwt {"alg":"none","kid":"a","error":"","msg":"accepted"}"#;
    assert_eq!(recogniser().recognise(dump), []);
}

#[test]
fn other_kinds_of_tokens_are_left_alone() {
    let recogniser = recogniser();
    assert!(!recogniser.recognise("403: the token is missing").is_empty());
    for text in [
        "403: CSRF token is missing",
        "Webhook signature verification failed",
        "Reset token expired",
        "gpg: the issuer of the signature is unknown",
    ] {
        assert_eq!(recogniser.recognise(text), [], "{text}");
    }
}

#[test]
fn a_line_that_repeats_itself_is_one_message() {
    let text = "TokenExpiredError: jwt expired, invalid signature, JWTExpired: ".repeat(20_000);
    let found = recogniser().recognise(&text);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn no_text_stops_the_recogniser() {
    let recogniser = recogniser();
    for text in
        ["", "\\", "\\u00", "&quot", "%2", "{}", "\u{e2}", "é\u{2019}\u{feff}", "JWT expired at \\n\\", "\0"]
    {
        recogniser.recognise(text);
    }
    let spans = recogniser.recognise("é “JWTExpired”: \\\"exp\\\" claim timestamp check failed é");
    let span = spans.first().unwrap().span;
    assert!(
        "é “JWTExpired”: \\\"exp\\\" claim timestamp check failed é".get(span.range()).is_some(),
        "{span:?}"
    );
}

#[test]
fn lines_of_a_program_that_a_trace_shows_say_nothing() {
    let recogniser = recogniser();
    for trace in [
        "Traceback (most recent call last):\n  File \"/app/auth.py\", line 9, in verify\n    \
         return decode(token, csrf_value, allow_expired)\nOSError: no space left\n",
        "Error: no space left\n    at Client.fetchJwksFailed (/app/auth.js:9:3)\n    at token.expired (/app/a.js:1:1)",
    ] {
        assert_eq!(causes(&recogniser, trace), [], "{trace}");
    }
    let sentence = "    the token has expired";
    assert_eq!(causes(&recogniser, sentence), [Cause::Expired], "{sentence}");
}

#[test]
fn an_error_of_the_language_means_what_the_librarys_function_was_doing() {
    let recogniser = recogniser();
    let trace = "  File \"/usr/lib/python3/site-packages/jwt/api_jwt.py\", line 143, in _validate_exp\n    exp = int(payload[\"exp\"])\n";
    let plain = format!("{trace}TypeError: int() argument must be a string, not 'list'");
    assert_eq!(causes(&recogniser, &plain).first(), Some(&Cause::NumericDateNotANumber), "{plain}");
    let own = format!("{trace}jwt.exceptions.ExpiredSignatureError: Signature has expired");
    assert_eq!(causes(&recogniser, &own).first(), Some(&Cause::Expired), "{own}");
}

#[test]
fn a_stack_frame_beside_a_message_is_no_message() {
    let frame = "    at middleware (/app/node_modules/express-jwt/lib/index.js:102:22)";
    let recogniser = recogniser();
    for message in
        ["UnauthorizedError: jwt audience invalid. expected: a", "UnauthorizedError: invalid signature"]
    {
        let found = causes(&recogniser, &format!("{message}\n{frame}"));
        assert_eq!(found, causes(&recogniser, message), "{message}");
    }
    let alone = causes(&recogniser, &format!("Error\n{frame}"));
    assert_eq!(alone.first(), Some(&Cause::HeaderLost), "{alone:?}");
}

#[test]
fn a_number_that_go_can_not_read_as_an_integer_has_a_fraction() {
    let reason =
        "json: cannot unmarshal number 1621589724.242307 into Go struct field claims.exp of type int64";
    check(reason, "golang standard library", Cause::NumericDateFraction);
    let whole = check(&format!("unable to parse JWT: {reason}"), "Mercure", Cause::NumericDateFraction);
    assert_eq!(whole.entry.as_deref(), Some("time/fractional-seconds"));
}

#[test]
fn words_that_many_libraries_share_are_a_products_in_its_own_sentence() {
    for sentence in [
        "CommandRequest on check error: Error occurred in the document service: Invalid token",
        "Exception: An exception occurred inside the document service: Invalid token",
    ] {
        check(sentence, "ONLYOFFICE", Cause::SignatureMismatch);
    }
}
