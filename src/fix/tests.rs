//! Every library has a fix for every cause that one mends, and none of them switches a check off.

use super::*;
use crate::{
    diagnosis::{
        Diagnosis, Input,
        report::{Proof, ProofKind, Report},
    },
    finding::Facts,
    jose::json,
    verify::all,
};

pub(super) const TEMPLATES: Templates<'static> = Templates::new(include_str!("../../www/fixes.txt"));

/// A token of this algorithm, issuer and audience, with whatever signature.
pub(super) fn token(alg: &str, issuer: &str, audience: &str) -> TokenReport {
    let encode = |text: String| crate::jose::base64url::encode(text.as_bytes());
    let (header, iss, aud) = (json::quote(alg), json::quote(issuer), json::quote(audience));
    let payload = format!(r#"{{"iss":{iss},"aud":["another",{aud}],"exp":4102444800}}"#);
    let text = format!("{}.{}.c2ln", encode(format!(r#"{{"alg":{header}}}"#)), encode(payload));
    let report: Report = Diagnosis::start(Input { text, ..Input::default() }, None).finish();
    report.tokens.into_iter().next().unwrap()
}

pub(super) fn policy(audience: &str) -> Policy {
    Policy { audience: vec![audience.to_owned()], leeway: 30, ..Policy::default() }
}

/// The token with a proof of this cause.
pub(super) fn proved(mut token: TokenReport, cause: Cause, facts: Facts) -> TokenReport {
    let experiment = crate::cause::ExperimentId::ALL.into_iter().find(|id| id.cause() == cause);
    let experiment = experiment.unwrap_or(crate::cause::ExperimentId::ClockSkew);
    let change = Change { experiment, cause, class: Class::Repair, facts };
    token.proved = vec![Proof { kind: ProofKind::Accepted, class: Class::Repair, changes: vec![change] }];
    token
}

/// What would switch a check off, in one library or another.
const SWITCHES: [&str; 22] = [
    "verify_signature",
    "verify_exp",
    "verify_aud\": False",
    "verify=False",
    "verify: false",
    "ignoreExpiration",
    "ignoreNotBefore",
    "ValidateLifetime",
    "ValidateIssuer =",
    "ValidateAudience =",
    "ValidateIssuerSigningKey =",
    "RequireSignedTokens",
    "SignatureValidator",
    "WithoutClaimsValidation",
    "ParseUnverified",
    "insecure",
    "unsecured",
    "validate_exp",
    "validate_aud",
    "parseUnsecured",
    "\"none\"",
    ", false,",
];

/// The causes for which there is a fix.
fn mended() -> Vec<Cause> {
    let mended = |cause: &Cause| {
        let mut needs = Needs::default();
        needs.add(*cause, &Facts::new());
        !needs.is_empty()
    };
    Cause::ALL.into_iter().filter(mended).collect()
}

#[test]
fn every_library_has_a_fix_for_every_cause_that_one_mends() {
    let causes = mended();
    assert!(causes.len() > 50, "{causes:?}");
    let mut written = 0;
    for alg in ["HS256", "RS256", "ES384"] {
        let token = token(alg, "https://issuer.example", "api");
        for &cause in &causes {
            let Some(fix) = of(&proved(token.clone(), cause, Facts::new()), &policy("api")) else {
                // What a set of keys mends, a secret has nothing of.
                assert!(alg == "HS256" && needs::is_mended_by_a_key_set(cause), "{alg} {cause:?}");
                continue;
            };
            for library in LIBRARIES {
                let snippet = fix
                    .snippet(library, TEMPLATES)
                    .unwrap_or_else(|| panic!("{} {alg} {cause:?}", library.id));
                let text =
                    [snippet.verifier, snippet.issuer].into_iter().flatten().collect::<Vec<_>>().join("\n");
                assert!(!text.is_empty(), "{} {cause:?}", library.id);
                for switch in SWITCHES {
                    assert!(!text.contains(switch), "{} {cause:?}: {switch}\n{text}", library.id);
                }
                for hole in [
                    "{s}",
                    "{key}",
                    "{alg",
                    "{ALG",
                    "{iss",
                    "{aud",
                    "{sub",
                    "{azp",
                    "{typ",
                    "{nonce",
                    "{max_age",
                    "{leeway",
                    "{claim",
                    "{value",
                    "{lifetime",
                    "{prefix}",
                    "{options}",
                ] {
                    assert!(!text.contains(hole), "{} {cause:?}: {hole}\n{text}", library.id);
                }
                written += 1;
            }
        }
    }
    assert!(written > 1_000, "{written} fixes");
}

#[test]
fn a_verification_names_the_algorithm_the_issuer_the_audience_and_the_leeway() {
    let token = token("RS256", "https://issuer.example", "api");
    let fix = of(
        &proved(token, Cause::ClockSkew, Facts::new().public("leeway", Value::Seconds(42))),
        &policy("api"),
    );
    for library in LIBRARIES {
        let text = fix.as_ref().unwrap().snippet(library, TEMPLATES).unwrap().verifier.unwrap();
        for word in ["RS256", "\"https://issuer.example\"", "\"api\"", "42"] {
            assert!(text.contains(word), "{}: {word}\n{text}", library.id);
        }
    }
}

#[test]
fn a_claim_that_is_expected_is_compared_in_every_library() {
    let mut token = token("RS256", "https://issuer.example", "api");
    let payload = token.payload.as_mut().unwrap();
    for (name, value) in [("sub", "user-of-the-token"), ("azp", "client-of-the-token")] {
        let mut member = payload.members[0].clone();
        (member.name, member.string) = (name.to_owned(), Some(value.to_owned()));
        payload.members.push(member);
    }
    let text = |cause: Cause, facts: Facts, policy: &Policy, library: Library| {
        let fix = of(&proved(token.clone(), cause, facts), policy).unwrap();
        fix.snippet(library, TEMPLATES).unwrap().verifier.unwrap()
    };
    let all = Policy {
        subject: Some("user-of-the-policy".to_owned()),
        azp: Some("client-of-the-policy".to_owned()),
        typ: Some("at+jwt".to_owned()),
        nonce: Some("n-0".to_owned()),
        max_age: Some(4_321),
        ..Policy::default()
    };
    let age = Facts::new().public("age", Value::Seconds(98_765));
    for library in LIBRARIES {
        let none = text(Cause::IssNearMiss, Facts::new(), &Policy::default(), library);
        for word in ["user-of-the-token", "client-of-the-token", "nonce", "typ", "98765"] {
            assert!(!none.contains(word), "{}: {word}\n{none}", library.id);
        }
        let whole = text(Cause::IssNearMiss, Facts::new(), &all, library);
        for word in ["\"user-of-the-policy\"", "\"client-of-the-policy\"", "\"at+jwt\"", "nonce", "4321"] {
            assert!(whole.contains(word), "{}: {word}\n{whole}", library.id);
        }
        // A nonce is another one at each login.
        assert!(!whole.contains("n-0"), "{}\n{whole}", library.id);
        for (cause, facts, word) in [
            (Cause::SubMismatch, Facts::new(), "\"user-of-the-token\""),
            (Cause::AzpMismatch, Facts::new(), "\"client-of-the-token\""),
            (Cause::NonceMismatch, Facts::new(), "nonce"),
            (Cause::TypMismatch, Facts::new(), "\"at+jwt\""),
            (Cause::MaxAgeExceeded, age.clone(), "98765"),
        ] {
            let text = text(cause, facts, &all, library);
            assert!(text.contains(word), "{}, {cause:?}: {word}\n{text}", library.id);
        }
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut token = token("HS256", "i", "a");
    token.payload = None;
    let fix = of(&proved(token, Cause::SecretHexDecoded, Facts::new()), &Policy::default()).unwrap();
    assert!(!fix.names_somebody());
    let python = fix.snippet(Library::by_id("pyjwt").unwrap(), TEMPLATES).unwrap().verifier.unwrap();
    assert_eq!(
        python,
        "secret = bytes.fromhex(os.environ[\"JWT_SECRET\"])\nclaims = jwt.decode(\n    token,\n    secret,\n    algorithms=[\"HS256\"],\n)"
    );
}

#[test]
fn hostile_values_stay_string_literals() {
    let hostile = "\"}]); evil(`${x}#{y}{aud}\\\n\u{2028}</script>";
    let token = token("HS256", hostile, hostile);
    let fix = of(&proved(token, Cause::IssMismatch, Facts::new()), &policy(hostile)).unwrap();
    for library in LIBRARIES {
        let text = fix.snippet(library, TEMPLATES).unwrap().verifier.unwrap();
        let literal = quoted(hostile, library.dialect);
        assert_eq!(text.matches(&literal).count(), 2, "{}\n{text}", library.id);
        let rest = text.replace(&literal, "");
        assert!(!rest.contains("evil") && !rest.contains('\u{2028}'), "{}\n{text}", library.id);
    }
}

#[test]
fn an_attack_is_answered_with_the_algorithm_that_it_goes_around() {
    let token = proved(token("HS256", "i", "a"), Cause::AlgorithmConfusion, Facts::new());
    let listed =
        Policy { algorithms: Some(vec!["HS256".to_owned(), "PS384".to_owned()]), ..Policy::default() };
    assert_eq!(of(&token, &listed).unwrap().alg(), "PS384");
    assert_eq!(of(&token, &Policy::default()).unwrap().alg(), "RS256");
}

#[test]
fn the_reading_that_was_proved_is_the_one_in_the_fix() {
    for (cause, facts, words) in [
        (Cause::SecretBase64Decoded, Facts::new().public("encoding", "base64"), "Convert.FromBase64String("),
        (
            Cause::SecretBase64Decoded,
            Facts::new().public("encoding", "base64url"),
            "Base64UrlEncoder.DecodeBytes(",
        ),
        (Cause::SecretWhitespace, Facts::new(), ".Trim()"),
        (Cause::SecretQuoted, Facts::new(), "File.ReadAllText("),
        (Cause::SecretUrlEncoded, Facts::new(), "Uri.UnescapeDataString("),
        (Cause::SecretCharset, Facts::new().public("encoding", "utf-16le"), "Encoding.Unicode"),
        (
            Cause::SecretPrefix,
            Facts::new().public("prefix", "base64:").public("encoding", "base64"),
            "Convert.FromBase64String(Environment.GetEnvironmentVariable(\"JWT_SECRET\")![\"base64:\".Length..])",
        ),
    ] {
        let fix = of(&proved(token("HS512", "i", "a"), cause, facts), &Policy::default()).unwrap();
        let library = Library::of_message("Microsoft.IdentityModel").unwrap();
        let text = fix.snippet(library, TEMPLATES).unwrap().verifier.unwrap();
        assert!(text.contains(words) && text.contains("HS512"), "{text}");
    }
}

#[test]
fn what_no_line_decodes_has_a_fix_only_as_the_corrected_text() {
    let once = || Facts::new().public("encoding", "base64");
    let fix = |cause, facts| of(&proved(token("HS256", "i", "a"), cause, facts), &Policy::default());
    for facts in [once().public("count", 2_usize), once().public("cut", 2_usize)] {
        assert_eq!(fix(Cause::SecretBase64Decoded, facts), None);
    }
    for (cause, facts) in [
        (Cause::SecretBase64Decoded, once().public("count", 2_usize)),
        (Cause::SecretBase64Decoded, once().public("cut", 2_usize)),
        (Cause::SecretUrlEncoded, Facts::new().public("encoded_bytes", 8_usize)),
    ] {
        let fix = fix(cause, facts.secret("corrected", "key")).unwrap();
        let text = fix.snippet(LIBRARIES[0], TEMPLATES).unwrap().verifier.unwrap();
        assert!(text.starts_with("secret = os.environ[\"JWT_SECRET\"].encode()\n"), "{text}");
    }
}

#[test]
fn a_library_without_the_algorithm_has_no_fix() {
    let fix =
        of(&proved(token("ES512", "i", "a"), Cause::ClockSkew, Facts::new()), &Policy::default()).unwrap();
    let has = |id| fix.snippet(Library::by_id(id).unwrap(), TEMPLATES).is_some();
    assert!(has("pyjwt") && !has("rust-jsonwebtoken"));
}

#[test]
fn every_book_is_whole_and_names_algorithms_of_the_table() {
    for library in LIBRARIES {
        let book = TEMPLATES.book(library.id).unwrap();
        let algs: Vec<&str> = book.text("algs").unwrap().split(' ').collect();
        assert!(algs.iter().all(|alg| all().iter().any(|row| row.name == *alg)), "{algs:?}");
        assert!(
            book.text("verify").is_some()
                && book.section("secret").is_some()
                && book.section("jwks").is_some()
        );
        assert_eq!(Library::of_message(library.message), Some(library));
    }
    for dialect in Dialect::ALL {
        let book = TEMPLATES.book(dialect.book()).unwrap();
        for section in [
            "env",
            "file",
            "trimmed",
            "prefix",
            "text",
            "base64",
            "base64url",
            "hex",
            "percent",
            "latin-1",
            "utf-16",
            "pem",
            "pem-escaped",
            "nonce",
            "time",
            "bearer",
        ] {
            assert!(book.text(section).is_some_and(|text| !text.is_empty()), "{dialect:?} {section}");
        }
    }
}

#[test]
fn for_a_token_that_is_accepted_nothing_has_to_be_written_otherwise() {
    let mut token = token("HS256", "https://issuer.example", "api");
    token.possible = vec![Cause::AudMismatch];
    assert!(of(&token, &policy("api")).is_some());
    token.verdict = Verdict::Accepted;
    assert!(of(&token, &policy("api")).is_none());
}
