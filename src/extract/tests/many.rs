//! Several tokens in one paste, where they stand, and when.

use super::{
    AsPasted::{Damaged, Ok},
    HEADER, PAYLOAD, check, fill, stripped,
};
use crate::{
    cause::Cause,
    extract::{Candidate, extract},
    finding::Severity,
};

/// Another token, so that two can be told apart.
const OTHER: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIyIn0.";

fn tokens(candidates: &[Candidate]) -> Vec<&str> {
    candidates.iter().map(|candidate| candidate.token.as_str()).collect()
}

/// Line and time of each occurrence of the first token.
#[track_caller]
fn check_places(paste: &str, expected: &[(usize, Option<i64>)]) {
    let paste = fill(paste);
    let candidates = extract(&paste);
    let places: Vec<_> = candidates
        .iter()
        .flat_map(|candidate| &candidate.occurrences)
        .map(|place| (place.line, place.time.map(|time| time.instant)))
        .collect();
    assert_eq!(places, expected, "{paste}");
}

#[test]
fn a_token_seen_twice_is_one_candidate() {
    let paste = fill("2022-03-25 12:49:46,667 WARN «T»\n! caused by «T»\n2022-03-25 12:49:50 WARN «T»\n");
    let candidates = extract(&paste);
    assert_eq!(tokens(&candidates), [fill("«T»")]);
    check_places(&paste, &[(1, Some(1_648_212_586)), (2, Some(1_648_212_586)), (3, Some(1_648_212_590))]);
}

#[test]
fn the_time_of_a_record_is_that_of_its_line_or_of_one_above() {
    check_places("«T»", &[(1, None)]);
    check_places("[25/Mar/2022:12:49:46 +0000] GET\n\n  at x\n  «T»", &[(4, Some(1_648_212_586))]);
    check_places(r#"{"token":"«T»","ts":1648212586.667}"#, &[(1, Some(1_648_212_586))]);
    let long = "x".repeat(20_000);
    check_places(
        &format!("2022-03-25 12:49:40 {long} 2022-03-25 12:49:46 «T» {long}"),
        &[(1, Some(1_648_212_586))],
    );
}

#[test]
fn several_tokens_keep_their_order() {
    let paste = fill(&format!("{{\"id_token\":\"{OTHER}\",\"access_token\":\"«T»\"}} {OTHER}"));
    let candidates = extract(&paste);
    assert_eq!(tokens(&candidates), [OTHER, &fill("«T»")]);
    assert_eq!(candidates.iter().map(|candidate| candidate.occurrences.len()).collect::<Vec<_>>(), [2, 1]);
    let lines = fill(&format!("{OTHER}\n«T»\n"));
    assert_eq!(tokens(&extract(&lines)), [OTHER, &fill("«T»")]);
}

#[test]
fn credentials_that_were_joined_are_noticed() {
    for between in [", Bearer ", ",", ", ", ""] {
        let other = fill("«H».eyJzdWIiOiIyIn0.«S»");
        let paste = fill(&format!("Bearer «T»{between}{other}"));
        let candidates = extract(&paste);
        assert_eq!(tokens(&candidates), [&fill("«T»"), &other], "{between:?}");
        for candidate in &candidates {
            let causes: Vec<_> = candidate.damage.iter().map(|finding| finding.cause).collect();
            assert!(causes.contains(&Cause::TwoTokensJoined), "{between:?}: {causes:?}");
        }
    }
}

#[test]
fn credentials_of_another_kind_in_the_same_value_are_noticed() {
    for paste in ["Authorization: Basic dXNlcjpw, Bearer «T»", "Authorization: Bearer «T», Basic dXNlcjpw"]
    {
        let candidates = extract(&fill(paste));
        let causes: Vec<_> =
            candidates.iter().flat_map(|found| &found.damage).map(|finding| finding.cause).collect();
        assert!(causes.contains(&Cause::TwoTokensJoined), "{paste}: {causes:?}");
    }
}

#[test]
fn json_serializations_are_found_inside_other_text() {
    let object = format!(
        r#"{{"payload":"{PAYLOAD}","protected":"{HEADER}","header":{{"kid":"a"}},"signature":"c2ln"}}"#
    );
    check(&object, &object, Ok, &[]);
    check(&format!("12:00 got {{\"jws\": {object}}} from peer"), &object, Ok, &[]);
    let general =
        format!(r#"{{"payload":"{PAYLOAD}","signatures":[{{"protected":"{HEADER}","signature":"c2ln"}}]}}"#);
    check(&general, &general, Ok, &[]);
    let encrypted = format!(r#"{{"protected":"{HEADER}","ciphertext":"AAAA","iv":"AA","tag":"AA"}}"#);
    check(&encrypted, &encrypted, Ok, &[]);
}

#[test]
fn other_base64_of_json_is_no_token() {
    for paste in ["state=eyJyZWRpcmVjdCI6Ii8ifQ&x=1", "cursor eyJpZCI6MX0 next", "keyjar.eyj and view"] {
        assert_eq!(tokens(&extract(paste)), Vec::<&str>::new(), "{paste}");
    }
}

#[test]
fn stand_ins_are_candidates() {
    let left_in = |text| (Cause::AuthSchemeLeftIn, Severity::Note, text);
    for text in ["undefined", "[object Object]", "..", "", "Bearer", "3f0c9a4e-1f0b-4d52-9f1e-0e5f4d1a2b3c"] {
        check(text, text, Ok, &[]);
    }
    check("Authorization: Bearer null", "null", Ok, &[left_in("Bearer ")]);
    check("\"undefined\"", "undefined", Damaged, &[stripped(Cause::QuotedToken, "\"")]);
    check("Bearer undefined", "undefined", Damaged, &[stripped(Cause::AuthSchemeLeftIn, "Bearer ")]);
    check("curl -H 'Authorization: Bearer undefined' https://x.example", "undefined", Ok, &[]);
    check("Authorization: Bearer ", "Bearer", Ok, &[]);
    check(r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA"}"#, "2YotnFZFEjr1zCsicMWpAA", Ok, &[]);
}

#[test]
fn a_text_without_a_token_has_no_candidates() {
    for text in [
        "12:00:01 WARN nothing to see here",
        "https://api.example/path?x=1",
        "{\"error\":\"invalid_token\"}",
        "WWW-Authenticate: Bearer error=\"invalid_token\"\nServer: x",
        "Bearer token required for this resource",
    ] {
        assert_eq!(tokens(&extract(text)), Vec::<&str>::new(), "{text}");
    }
}
