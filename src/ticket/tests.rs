//! What may be in a report, and what never is.

use super::*;
use crate::{
    cause::{Cause, ExperimentId},
    diagnosis::report::{
        AsPasted, Change, ClaimsState, DecodeState, EntryReport, JsonText, MatchedKey, Opinion, Proof,
        Segment, SegmentKind, SignatureState, Standing, Verdict, Window,
    },
    finding::{Facts, Place, Span},
};

/// What must never be in a report.
const SIGNATURE: &str = "c2lnbmF0dXJlLW9mLXRoZS10b2tlbg";
const SECRET: &str = "hunter2";

fn member(name: &str, value: &str, instant: Option<i64>) -> JsonMember {
    let string = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).map(str::to_owned);
    JsonMember { name: name.into(), value: value.into(), string, instant, span: Span::default() }
}

fn json(members: Vec<JsonMember>) -> JsonText {
    JsonText { source: String::new(), pretty: String::new(), members }
}

fn token() -> TokenReport {
    let mismatch = Facts::new().claim("found", "payroll").claim("expected", "billing");
    let well_known = Facts::new().secret("value", SECRET);
    TokenReport {
        sightings: Vec::new(),
        as_pasted: AsPasted::Ok,
        segments: vec![Segment {
            kind: SegmentKind::Signature,
            text: SIGNATURE.into(),
            span: Span::default(),
        }],
        header: Some(json(vec![
            member("alg", "\"HS256\"", None),
            member("kid", "\"`<b>|@all\"", None),
            member("jwk", &format!("\"{SECRET}\""), None),
        ])),
        payload: Some(json(vec![
            member("sub", "\"ada\"", None),
            member("aud", "\"payroll\"", None),
            member("exp", "0", Some(0)),
        ])),
        verdict: Verdict::Rejected,
        decode: DecodeState::Ok,
        signature: SignatureState::Verified,
        claims: ClaimsState::Rejected,
        encryption: None,
        alg: Some("HS256".into()),
        kid: None,
        matched_key: Some(MatchedKey { index: 0, kid: None, read_as: "text".into(), thumbprint: None }),
        findings: vec![
            Finding::error(Cause::AudMismatch, Place::Payload).with(mismatch),
            Finding::warning(Cause::SecretWellKnown, Place::Keys).with(well_known.clone()),
        ],
        window: Some(Window { first: None, last: Some(-1) }),
        signatures: Vec::new(),
        disclosures: Vec::new(),
        proved: vec![Proof {
            kind: ProofKind::Accepted,
            class: Class::Attack,
            changes: vec![Change {
                experiment: ExperimentId::SecretWellKnown,
                cause: Cause::SecretWellKnown,
                class: Class::Attack,
                facts: well_known,
            }],
        }],
        ruled_out: vec![ExperimentId::SecretQuoted],
        possible: vec![Cause::WrongKey],
        entries: vec![EntryReport {
            id: "claims/aud".into(),
            standing: Standing::Found,
            causes: Vec::new(),
            trials: Vec::new(),
        }],
        opinion: Some(Opinion {
            library: "jsonwebtoken 10".into(),
            accepts: Some(false),
            message: "payroll".into(),
            differences: Vec::new(),
            disagrees: false,
        }),
        inner: None,
    }
}

fn write(shown: &[&str], language: Language) -> String {
    let report = Report { tokens: vec![token()], ..Report::default() };
    let policy = Policy { audience: vec!["billing".into()], leeway: 60, ..Policy::default() };
    let shown: Vec<String> = shown.iter().map(|name| (*name).to_owned()).collect();
    Ticket { report: &report, token: 0, policy: &policy, now: 60, shown: &shown, language, version: "1.0" }
        .markdown()
}

#[test]
fn secrets_and_the_signature_are_never_in_a_report() {
    for language in Language::ALL {
        let report = write(&["sub", "aud", "value", "jwk"], language);
        assert!(!report.contains(SIGNATURE) && !report.contains(SECRET), "{report}");
    }
}

#[test]
fn claim_values_are_masked_unless_ticked() {
    for language in Language::ALL {
        let masked = write(&[], language);
        for value in ["ada", "payroll", "billing"] {
            assert!(!masked.contains(value), "{value} in {masked}");
        }
        let ticked = write(&["aud"], language);
        assert!(
            ticked.contains("payroll") && ticked.contains("billing") && !ticked.contains("ada"),
            "{ticked}"
        );
    }
}

#[test]
fn a_report_says_what_was_found() {
    let report = write(&[], Language::En);
    for words in [
        "# Rejected: The token is for another audience",
        "| Signature | Verified |",
        "| Judged at | 1970-01-01 00:01:00 UTC |",
        "to 1969-12-31 23:59:59 UTC",
        "`secret-well-known`",
        "no quotation marks around the secret",
        "Perhaps signed with another key (`wrong-key`)",
        "`claims/aud` (Found)",
        "| `exp` | 0 (1970-01-01 00:00:00 UTC) |",
        "`kid: ˋ<b>¦@all`, `jwk`",
        "jsonwebtoken 10 rejects it",
        "| Leeway (s) | 60 |",
    ] {
        assert!(report.contains(words), "{words} is missing in\n{report}");
    }
}

#[test]
fn a_report_about_no_token_is_empty() {
    let (report, policy) = (Report::default(), Policy::default());
    let ticket = Ticket {
        report: &report,
        token: 0,
        policy: &policy,
        now: 0,
        shown: &[],
        language: Language::Zh,
        version: "",
    };
    assert_eq!(ticket.markdown(), "");
}
