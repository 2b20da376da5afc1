//! Near misses of names, clocks, and each expectation relaxed by itself.

use jwt_why::{
    cause::{Cause, Class},
    diagnosis::report::{TokenReport, Verdict},
    policy::Policy,
};
use serde_json::{Value, json};

use crate::{CLAIMS, HEADER, NOW, diagnose, proved, signed_with};

const SECRET: &str = "a-secret-of-many-characters-that-is-long-enough";

/// Asserts what is proved first of a token with these claims beside the usual ones.
#[track_caller]
fn check(claims: &Value, policy: impl FnOnce(&mut Policy), cause: &str, class: Class) {
    let mut all = json!({ "sub": "user-1", "iat": NOW - 60, "exp": NOW + 3_600 });
    for (name, value) in claims.as_object().into_iter().flatten() {
        all[name] = value.clone();
    }
    let mut expected = Policy::default();
    policy(&mut expected);
    let token = diagnose(signed_with(SECRET.as_bytes(), HEADER, &all.to_string()), SECRET, expected);
    assert_eq!(proved(&token), cause, "{claims}");
    assert_eq!(token.proved.first().map(|proof| proof.class), Some(class), "{claims}");
}

#[test]
fn near_misses_of_issuer_and_audience() {
    for (found, expected) in [
        ("http://localhost:8080/realms/a", "http://127.0.0.1:8080/realms/a"),
        ("http://localhost:8080/realms/a", "http://host.docker.internal:8080/realms/a"),
        ("https://www.issuer.example", "https://issuer.example"),
    ] {
        // A host has no second name when it is the audience.
        check(
            &json!({ "iss": found }),
            |policy| policy.issuer = vec![expected.to_owned()],
            "iss-near-miss",
            Class::Repair,
        );
        check(
            &json!({ "aud": found }),
            |policy| policy.audience = vec![expected.to_owned()],
            "aud-mismatch",
            Class::Decision,
        );
    }
    for (found, expected) in [
        ("https://issuer.example", "https://issuer.example/"),
        ("https://issuer.example/", "https://issuer.example"),
        ("https://issuer.example/realms/One", "https://issuer.example/realms/one"),
        ("HTTPS://issuer.example", "https://issuer.example"),
        ("http://issuer.example", "https://issuer.example"),
        ("issuer.example", "https://issuer.example"),
        ("https://issuer.example:443", "https://issuer.example"),
        ("\"cluster.example\"", "cluster.example"),
        ("http://issuer.example:8080/a", "http://issuer.example:8081/a"),
    ] {
        check(
            &json!({ "iss": found }),
            |policy| policy.issuer = vec![expected.to_owned()],
            "iss-near-miss",
            Class::Repair,
        );
        for aud in [json!(found), json!([found]), json!(["other", found])] {
            check(
                &json!({ "aud": aud }),
                |policy| policy.audience = vec![expected.to_owned()],
                "aud-near-miss",
                Class::Repair,
            );
        }
    }
    check(
        &json!({ "iss": "issuer " }),
        |policy| policy.issuer = vec!["issuer".to_owned()],
        "iss-near-miss",
        Class::Repair,
    );
    let issuer = "https://issuer.example";
    check(
        &json!({ "iss": [issuer] }),
        |policy| policy.issuer = vec![issuer.to_owned()],
        "iss-not-string",
        Class::Repair,
    );
    for aud in [json!("api web"), json!("web,api"), json!("[\"api\"]")] {
        check(
            &json!({ "aud": aud }),
            |policy| policy.audience = vec!["api".to_owned()],
            "aud-malformed",
            Class::Repair,
        );
    }
}

#[test]
fn what_a_message_says_was_expected() {
    let judge = |text: String, issuer: &[&str]| {
        let issuer = issuer.iter().map(|&name| name.to_owned()).collect();
        diagnose(text, SECRET, Policy { issuer, ..Policy::default() })
    };
    let token = signed_with(SECRET.as_bytes(), HEADER, CLAIMS);
    let quoted = |expected: &str| format!("jwt issuer invalid. expected: {expected}\n{token}");
    let noted =
        |token: &TokenReport| token.findings.iter().any(|finding| finding.cause == Cause::ExpectedByMessage);
    for (expected, cause) in [
        ("https://issuer.example/", "iss-near-miss"),
        ("http://issuer.example", "iss-near-miss"),
        ("https://other.example", "iss-mismatch"),
        ("https://issuer.example", ""),
    ] {
        let judged = judge(quoted(expected), &[]);
        assert_eq!((proved(&judged).as_str(), noted(&judged)), (cause, true), "{expected}");
    }
    // The policy that was given wins, and of two tokens nobody knows which one the message is about.
    let own = judge(quoted("https://issuer.example/"), &["https://issuer.example"]);
    assert_eq!((own.verdict, noted(&own)), (Verdict::Accepted, false));
    let other = signed_with(SECRET.as_bytes(), HEADER, &CLAIMS.replace("user-1", "user-2"));
    let two = judge(format!("{}\n{other}", quoted("https://issuer.example/")), &[]);
    assert_eq!((two.verdict, noted(&two)), (Verdict::Accepted, false));
}

#[test]
fn each_expectation_relaxed_by_itself() {
    let text = str::to_owned;
    check(
        &json!({}),
        |policy| policy.algorithms = Some(vec![text("RS256")]),
        "alg-not-allowed",
        Class::Decision,
    );
    check(&json!({}), |policy| policy.algorithms = Some(Vec::new()), "no-algorithm-list", Class::Decision);
    check(
        &json!({ "iss": "a" }),
        |policy| policy.issuer = vec![text("b"), text("c")],
        "iss-mismatch",
        Class::Decision,
    );
    check(&json!({}), |policy| policy.issuer = vec![text("b")], "iss-missing", Class::Decision);
    check(
        &json!({ "aud": ["a", "z"] }),
        |policy| policy.audience = vec![text("b")],
        "aud-mismatch",
        Class::Decision,
    );
    check(&json!({}), |policy| policy.audience = vec![text("b")], "aud-missing", Class::Decision);
    check(&json!({}), |policy| policy.subject = Some(text("user-2")), "sub-mismatch", Class::Decision);
    check(
        &json!({ "nonce": "a" }),
        |policy| policy.nonce = Some(text("b")),
        "nonce-mismatch",
        Class::Decision,
    );
    check(&json!({}), |policy| policy.nonce = Some(text("b")), "missing-claim", Class::Decision);
    check(&json!({ "azp": "a" }), |policy| policy.azp = Some(text("b")), "azp-mismatch", Class::Decision);
    check(&json!({}), |policy| policy.typ = Some(text("at+jwt")), "typ-mismatch", Class::Decision);
    check(&json!({}), |policy| policy.required = vec![text("scope")], "missing-claim", Class::Decision);
    let role = |policy: &mut Policy| drop(policy.claims.insert(text("role"), vec![text("\"admin\"")]));
    check(&json!({ "role": "reader" }), role, "claim-mismatch", Class::Decision);
    check(&json!({}), |policy| policy.max_age = Some(30), "clock-skew", Class::Repair);
    check(
        &json!({ "iat": NOW - 9_000 }),
        |policy| policy.max_age = Some(30),
        "max-age-exceeded",
        Class::Decision,
    );
    check(&json!({}), |policy| policy.max_lifetime = Some(30), "lifetime-too-long", Class::Decision);
}

#[test]
fn the_clock_is_moved_within_bounds_and_beyond_them() {
    let none = |_: &mut Policy| {};
    for seconds in [0, 1, 59, 299] {
        check(&json!({ "exp": NOW - seconds }), none, "clock-skew", Class::Repair);
        check(&json!({ "nbf": NOW + seconds.max(1) }), none, "clock-skew", Class::Repair);
    }
    check(&json!({ "exp": NOW - 300, "iat": NOW - 9_450 }), none, "expired", Class::Decision);
    check(&json!({ "nbf": NOW + 301 }), none, "not-yet-valid", Class::Decision);
    // Offsets of zones in quarter hours: from -12 to +14 hours.
    for quarters in [-48, -38, -20, -14, 4, 22, 23, 35, 56_i64] {
        let zone = quarters * 900;
        let (issued, until) = (NOW + zone, NOW + zone + 600);
        let claims = json!({ "iat": issued, "nbf": issued, "exp": until });
        check(&claims, none, "local-time-as-utc", Class::Repair);
    }
}

#[test]
fn dates_of_another_unit_or_kind() {
    let none = |_: &mut Policy| {};
    for name in ["exp", "nbf"] {
        let date = if name == "exp" { NOW + 60 } else { NOW - 60 };
        check(&json!({ name: date.to_string() }), none, "numeric-date-string", Class::Repair);
    }
    check(&json!({ "nbf": (NOW - 60) * 1_000 }), none, "numeric-date-milliseconds", Class::Repair);
    check(
        &json!({ "nbf": (NOW - 60) * 1_000, "iat": (NOW - 60) * 1_000, "exp": (NOW + 60) * 1_000 }),
        none,
        "numeric-date-milliseconds",
        Class::Repair,
    );
    check(&json!({ "exp": "2025-06-15T16:00:00Z" }), none, "numeric-date-string", Class::Repair);
    check(&json!({ "exp": 3_600 }), none, "numeric-date-relative", Class::Repair);
}
