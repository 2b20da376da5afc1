//! Tests as data: a token's header and payload, a policy, and the findings in words.

use std::rc::Rc;

use super::SignatureScene;
use crate::{
    case::Case,
    evaluation,
    finding::{Finding, Severity},
    jose::{self, Token, base64url},
    keys::{self, KeyRing},
    policy::Policy,
    verify::{self, Verifications},
};

/// The time of every test's verdict.
pub(super) const NOW: i64 = 1_750_000_000;

/// The case of a token with this payload, without keys.
pub(super) fn case(payload: &str, policy: impl FnOnce(&mut Policy)) -> Case {
    case_of(r#"{"alg":"HS256"}"#, payload, policy)
}

/// The case of a token with this header and this payload, without keys.
pub(super) fn case_of(header: &str, payload: &str, change: impl FnOnce(&mut Policy)) -> Case {
    let token =
        format!("{}.{}.AAAA", base64url::encode(header.as_bytes()), base64url::encode(payload.as_bytes()));
    let mut policy = Policy::default();
    change(&mut policy);
    case_from(&token, KeyRing::default(), policy)
}

/// The case of this token, these keys and this policy.
pub(super) fn case_from(token: &str, keys: KeyRing, policy: Policy) -> Case {
    let Token::Jws(jws) = jose::parse(token) else { panic!("{token} is a JWS") };
    Case::new(Rc::from(jws), 0, Rc::new(keys), Rc::new(policy), NOW, None)
}

/// Asserts what a check finds in a payload: `error expired, note never-expires`.
#[track_caller]
pub(super) fn check_claims(
    check: fn(&Case) -> Vec<Finding>,
    payload: &str,
    policy: impl FnOnce(&mut Policy),
    expected: &str,
) {
    assert_eq!(words(&check(&case(payload, policy))), expected, "{payload}");
}

/// Asserts what a check finds in a header.
#[track_caller]
pub(super) fn check_header(
    check: fn(&Case) -> Vec<Finding>,
    header: &str,
    policy: impl FnOnce(&mut Policy),
    expected: &str,
) {
    assert_eq!(words(&check(&case_of(header, "{}", policy))), expected, "{header}");
}

/// The findings in words: severity and cause.
pub(super) fn words(findings: &[Finding]) -> String {
    let word = |finding: &Finding| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        format!("{severity} {}", finding.cause.id())
    };
    findings.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// A token with an HMAC of this secret.
pub(super) fn signed(header: &str, payload: &str, secret: &[u8]) -> String {
    let input = format!("{}.{}", base64url::encode(header.as_bytes()), base64url::encode(payload.as_bytes()));
    let algorithm = verify::by_name("HS256").expect("HS256 is in the table");
    let mac = verify::hmac(algorithm, secret, input.as_bytes()).expect("HS256 is an HMAC");
    format!("{input}.{}", base64url::encode(&mac))
}

/// What a check of the signature's stage finds.
pub(super) fn signature_findings(
    check: fn(&SignatureScene<'_>) -> Vec<Finding>,
    token: &str,
    keys: &[&str],
    policy: Policy,
) -> Vec<Finding> {
    let texts: Vec<String> = keys.iter().map(|&text| text.to_owned()).collect();
    let case = case_from(token, keys::read(&texts), policy);
    let stage = evaluation::signature_stage(&case, &mut Verifications::default());
    check(&SignatureScene { case: &case, selection: &stage.selection, attempt: &stage.attempt })
}

/// Asserts what a check of the signature's stage finds with this header and these keys.
#[track_caller]
pub(super) fn check_signature(
    check: fn(&SignatureScene<'_>) -> Vec<Finding>,
    header: &str,
    keys: &[&str],
    policy: impl FnOnce(&mut Policy),
    expected: &str,
) {
    let mut changed = Policy::default();
    policy(&mut changed);
    let token = signed(header, "{}", b"some secret");
    assert_eq!(words(&signature_findings(check, &token, keys, changed)), expected, "{header} {}", keys.len());
}
