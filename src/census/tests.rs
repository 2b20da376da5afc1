//! Logs with many tokens.

use super::*;
use crate::{
    cause::Cause,
    jose::base64url,
    sign::{self, Order as Commission},
    verify,
};

const SECRETS: [&str; 2] =
    ["a-string-secret-at-least-256-bits-long!", "another-secret-of-at-least-256-bits!!!!"];

/// 2026-01-02T03:04:05Z
const START: i64 = 1_767_323_045;

/// A token with this subject that expires at this time.
fn token(secret: &str, subject: &str, exp: i64) -> String {
    let parts = [r#"{"alg":"HS256"}"#.to_owned(), format!(r#"{{"iss":"i","sub":"{subject}","exp":{exp}}}"#)];
    let input = parts.map(|part| base64url::encode(part.as_bytes())).join(".");
    let algorithm = verify::by_name("HS256").expect("a row of the table");
    let tag = verify::hmac(algorithm, secret.as_bytes(), input.as_bytes()).expect("an HMAC");
    format!("{input}.{}", base64url::encode(&tag))
}

fn standards(keys: &[&str]) -> Standards {
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    Standards { keys, now: START, ..Standards::default() }
}

/// The table of a log that comes in pieces of these lengths, in turn.
fn view_of(log: &[u8], lengths: &[usize], standards: &Standards, query: &Query) -> View {
    let (mut census, mut memo) = (Census::new(standards), Verifications::default());
    let (mut rest, mut turns) = (log, lengths.iter().cycle());
    while !rest.is_empty() {
        let length = turns.next().copied().unwrap_or(1).min(rest.len());
        let (piece, later) = rest.split_at(length);
        census.push(piece);
        // Judging in between must not change what comes out either.
        census.judge_next(&mut memo);
        rest = later;
    }
    census.finish();
    while census.judge_next(&mut memo) {}
    census.view(query)
}

fn all() -> Query {
    Query { most: 1_000, ..Query::default() }
}

fn view(log: &str, keys: &[&str]) -> View {
    view_of(log.as_bytes(), &[1 << 20], &standards(keys), &all())
}

#[test]
fn a_token_is_judged_at_each_of_its_times() {
    let good = token(SECRETS[0], "ada", START + 60);
    let log = format!(
        "2026-01-02T03:04:05Z GET {good}\n2026-01-02T03:04:06Z GET {good}\n  at x\n2026-01-02T03:06:00Z 401 {good}\n"
    );
    let found = view(&log, &SECRETS[..1]);
    let [row] = &found.rows[..] else { panic!("{} rows", found.rows.len()) };
    assert_eq!((row.count, row.accepted, row.rejected), (3, 2, 1));
    assert_eq!(row.fate, Some(Fate::Rejected(Cause::Expired)));
    assert_eq!(row.ends, Some((START, START + 115)));
    assert_eq!(row.matched, Some(Match { key: 0, asked: true }));
    assert_eq!(row.places.iter().map(|place| place.line).collect::<Vec<_>>(), [1, 2, 4]);
    assert_eq!(row.places[0].offset, 25);
    assert_eq!(row.subject.as_deref(), Some("ada"));
    let groups: Vec<_> =
        found.groups.iter().map(|group| (group.fate, group.tokens, group.sightings)).collect();
    let expected = [(None, 1, 3), (Some(Fate::Accepted), 1, 2), (Some(Fate::Rejected(Cause::Expired)), 1, 1)];
    assert_eq!(groups, expected);
    assert_eq!(found.groups[0].bins.iter().sum::<u64>(), 3);
    assert_eq!((found.groups[2].bins[BINS - 1], found.groups[1].bins[0]), (1, 2));
}

#[test]
fn without_a_time_the_time_of_the_question_counts() {
    let old = token(SECRETS[0], "ada", START - 1);
    let found = view(&format!("rejected {old}"), &SECRETS[..1]);
    assert_eq!(found.rows[0].fate, Some(Fate::Rejected(Cause::Expired)));
    assert_eq!(found.summary.ends, None);
    assert!(found.groups.iter().all(|group| group.bins.is_empty()));
    let log = format!("2026-01-02 03:04:00 ERROR\n\n  caused by: {old}\n\tat {old}");
    let found = view(&log, &SECRETS[..1]);
    assert_eq!((found.rows[0].accepted, found.rows[0].ends), (2, Some((START - 5, START - 5))));
    assert!(found.summary.without_zone);
}

#[test]
fn the_pieces_make_no_difference() {
    let mut log = Vec::new();
    for round in 0..60_i64 {
        let (secret, subject) = (SECRETS[usize::from(round % 3 == 0)], format!("user {}", round % 7));
        let token = token(secret, &subject, START + 20 + round % 5);
        let line = match round % 4 {
            0 => format!("2026-01-02T03:04:{:02}Z Authorization: Bearer {token}\n", 5 + round / 2),
            1 => format!("{{\"token\":\"{token}\",\"ts\":{}}}\r\n", START + round),
            2 => format!("  at {token} and {token}é\n\n"),
            _ => format!("{} token={token}\n", "x y ".repeat(5_000)),
        };
        log.extend_from_slice(line.as_bytes());
        log.extend_from_slice(b"\xff\xfe no text\n");
    }
    let standards = standards(&SECRETS);
    let whole = view_of(&log, &[log.len()], &standards, &all());
    assert_eq!((whole.summary.sightings, whole.summary.bytes), (75, wide(log.len())));
    let mut state = 1_u32;
    for round in 0..12 {
        let lengths: Vec<usize> = (0..50)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                1 + (state >> 8) as usize % (1 << (1 + round))
            })
            .collect();
        assert!(view_of(&log, &lengths, &standards, &all()) == whole, "pieces of {lengths:?}");
    }
}

#[test]
fn a_key_that_the_token_does_not_ask_for_is_named() {
    let set = |kid: &str, secret: &str| {
        format!(r#"{{"kty":"oct","kid":"{kid}","k":"{}"}}"#, base64url::encode(secret.as_bytes()))
    };
    let keys = format!(r#"{{"keys":[{},{}]}}"#, set("a", SECRETS[0]), set("b", SECRETS[1]));
    let header = base64url::encode(br#"{"alg":"HS256","kid":"a"}"#);
    let mine = token(SECRETS[1], "ada", START + 60);
    let payload = mine.split('.').nth(1).expect("a payload");
    let input = format!("{header}.{payload}");
    let algorithm = verify::by_name("HS256").expect("a row of the table");
    let tag = verify::hmac(algorithm, SECRETS[1].as_bytes(), input.as_bytes()).expect("an HMAC");
    let found = view(&format!("{input}.{}", base64url::encode(&tag)), &[&keys]);
    assert_eq!(found.rows[0].matched, Some(Match { key: 1, asked: false }));
    assert_eq!((found.rows[0].accepted, found.rows[0].rejected), (0, 1));
}

#[test]
fn replicas_with_keys_of_their_own_are_suspected() {
    let one = |secret: usize, subject| token(SECRETS[secret], subject, START + 60);
    let log = |tokens: &[String]| tokens.join("\n");
    let same = log(&[one(0, "a"), one(0, "b")]);
    assert_eq!(view(&same, &SECRETS).replicas, []);
    let different = log(&[one(0, "a"), one(1, "b"), one(1, "c")]);
    let found = view(&different, &SECRETS).replicas;
    assert_eq!(
        found.iter().map(|kind| (kind.keys.clone(), kind.unverified)).collect::<Vec<_>>(),
        [(vec![(0, 1), (1, 2)], 0)]
    );
    assert_eq!(found[0].issuer.as_deref(), Some("i"));
    let found = view(&different, &SECRETS[..1]).replicas;
    assert_eq!((found[0].keys.clone(), found[0].unverified), (vec![(0, 1)], 2));
    // A token that was cut says nothing about keys.
    let mut cut = one(0, "b");
    cut.truncate(cut.len() - 9);
    assert_eq!(view(&log(&[one(0, "a"), cut]), &SECRETS[..1]).replicas, []);
}

#[test]
fn other_standards_judge_anew_without_reading_again() {
    let log = format!("2026-01-02T03:04:05Z {}", token(SECRETS[0], "ada", START - 9));
    let (mut census, mut memo) = (Census::new(&standards(&[])), Verifications::default());
    census.push(log.as_bytes());
    census.finish();
    while census.judge_next(&mut memo) {}
    let fate = |census: &Census| census.view(&all()).rows[0].fate;
    assert_eq!(fate(&census), Some(Fate::Rejected(Cause::Expired)));
    let mut lenient = standards(&SECRETS);
    lenient.policy.leeway = 10;
    census.judge_by(&lenient);
    assert_eq!((fate(&census), census.view(&all()).summary.waiting), (None, 1));
    while census.judge_next(&mut memo) {}
    assert_eq!(fate(&census), Some(Fate::Accepted));
    let (text, time) = census.token(0).expect("a token");
    assert!(log.ends_with(&*text));
    assert_eq!(time, Some(START));
    assert_eq!(census.parts(0, &mut memo).payload.expect("claims").members.len(), 3);
}

#[test]
fn messages_are_counted_line_by_line_wherever_pieces_end() {
    let knowledge = Rc::new(Knowledge::from_index(crate::kb::INDEX).unwrap());
    let long = "x".repeat(70_000);
    let mut log = String::new();
    for line in [
        "GET /orders 401",
        "JsonWebTokenError: invalid signature",
        "TokenExpiredError: jwt expired",
        "jwt.exceptions.ExpiredSignatureError: Signature has expired",
        "TokenExpiredError: jwt expired",
        &format!("{long} TokenExpiredError: jwt expired"),
        "nothing at all",
        "jwt.exceptions.ExpiredSignatureError: Signature has expired",
    ] {
        log.push_str(line);
        log.push('\n');
    }
    log.push_str("io.jsonwebtoken.ExpiredJwtException: JWT expired at 2023-11-14T22:13:20Z.");
    let named = |length: usize| {
        let mut census = Census::new(&standards(&[]));
        census.look_for_messages(Rc::clone(&knowledge));
        log.as_bytes().chunks(length).for_each(|piece| census.push(piece));
        census.finish();
        census.view(&all()).messages
    };
    let once = named(log.len());
    let found: Vec<_> = once.iter().map(|named| (named.cause, named.lines, named.first)).collect();
    assert_eq!(found[0], (Cause::Expired, 5, 3));
    assert_eq!(found[1].1, 1, "{found:?}");
    assert_eq!(found[1].2, 2);
    assert_eq!(once[0].libraries.len(), 3, "{once:?}");
    for length in [1, 7, 64, 1_000, 65_536, 65_537] {
        assert_eq!(named(length), once, "{length}");
    }
}

#[test]
fn rows_are_ordered_and_filtered() {
    let mut log = String::new();
    for (times, subject) in [(1, "ada"), (3, "grace"), (2, "alan")] {
        log.push_str(&format!("{}\n", token(SECRETS[0], subject, START + 60)).repeat(times));
    }
    let subjects = |query: Query| {
        let view = view_of(log.as_bytes(), &[100], &standards(&SECRETS), &query);
        let rows = view.rows.iter().filter_map(|row| row.subject.clone()).collect::<Vec<_>>();
        (view.fitting, rows)
    };
    let by_count = Query { order: Order::Count, ..all() };
    assert_eq!(subjects(all()), (3, vec!["ada".into(), "grace".into(), "alan".into()]));
    assert_eq!(subjects(by_count.clone()).1, ["ada", "alan", "grace"]);
    assert_eq!(
        subjects(Query { descending: true, most: 2, ..by_count }),
        (3, vec!["grace".into(), "alan".into()])
    );
    assert_eq!(subjects(Query { words: " A".into(), ..all() }).0, 3);
    assert_eq!(subjects(Query { words: "GRACE".into(), ..all() }), (1, vec!["grace".into()]));
    assert_eq!(subjects(Query { fate: Some(Fate::Undecided), ..all() }).0, 0);
    assert_eq!(subjects(Query { fate: Some(Fate::Accepted), ..all() }).0, 3);
}

#[test]
fn what_the_bounds_leave_out_is_counted() {
    let mut census = Census::new(&standards(&[]));
    let long = format!("eyJhbGciOiJIUzI1NiJ9.{}.abc\n", "A".repeat(MAX_TOKEN));
    census.push(long.as_bytes());
    for number in 0..MAX_TOKENS + 7 {
        census.push(format!("eyJhbGciOiJIUzI1NiJ9.e30.{number:08}\n").as_bytes());
    }
    census.finish();
    let summary = census.view(&all()).summary;
    assert_eq!((summary.tokens, summary.left_out, summary.too_long), (wide(MAX_TOKENS), 7, 1));
}

const EC: &str = include_str!("../../tests/data/keys/own-es256-0.pem");
const OTHER_EC: &str = include_str!("../../tests/data/keys/own-es256-1.pem");

/// Tokens of ES256 on a line each: three by the first key, one by the other, one that no key verifies, one of HS256.
fn elliptic() -> String {
    let signed = |key: &str, number: usize| {
        let order = Commission {
            header: r#"{"alg":"ES256"}"#.to_owned(),
            payload: format!(r#"{{"sub":"user-{number}"}}"#),
            algorithm: "ES256".to_owned(),
            key: key.to_owned(),
            ..Commission::default()
        };
        sign::sign(&order, &[7; 64]).unwrap_or_else(|refusal| panic!("{refusal:?}")).token
    };
    let mut tokens: Vec<String> = (0..3).map(|number| signed(EC, number)).collect();
    tokens.push(signed(OTHER_EC, 3));
    let (content, _) = tokens[0].split_once('.').expect("segments");
    tokens.push(format!("{content}.e30.{}", "A".repeat(86)));
    tokens.push(token(SECRETS[0], "ada", START + 60));
    tokens.join("\n")
}

/// What is asked elsewhere until everything is known, and what the memo says to the answers.
fn asked(census: &Census, memo: &mut Verifications, lie: impl Fn(usize, bool) -> bool) -> (usize, bool) {
    let (mut count, mut agrees) = (0, true);
    loop {
        let errands = census.errands(0, 100, memo);
        if errands.is_empty() || !agrees {
            return (count, agrees);
        }
        let answers = errands.iter().enumerate().map(|(index, errand)| {
            let mut ours = Verifications::default();
            ours.learn(std::slice::from_ref(errand), &[Some(true)]);
            Some(lie(count + index, ours.knows(errand) == Some(true)))
        });
        let answers: Vec<_> = answers.collect();
        agrees = memo.learn(&errands, &answers);
        count += errands.len();
    }
}

#[test]
fn what_was_verified_elsewhere_is_judged_the_same_and_not_verified_again() {
    let standards = standards(&[EC, OTHER_EC, SECRETS[0]]);
    let mut census = Census::new(&standards);
    census.push(elliptic().as_bytes());
    census.finish();
    let alone = view_of(elliptic().as_bytes(), &[1 << 20], &standards, &all());
    let mut memo = Verifications::default();
    let (count, agrees) = asked(&census, &mut memo, |_, verified| verified);
    // Two keys for each of five tokens; HMAC is computed here.
    assert_eq!((count, agrees), (10, true));
    // One of each kind was computed here, too: each key says yes and no.
    assert_eq!(memo.computed, 4);
    while census.judge_next(&mut memo) {}
    assert_eq!(census.view(&all()), alone);
    assert_eq!(memo.computed, 5, "what HMAC needed, and nothing else");
    assert_eq!(alone.rows.iter().filter(|row| row.accepted == 1).count(), 5);
}

#[test]
fn a_wrong_answer_from_elsewhere_is_noticed() {
    let mut census = Census::new(&standards(&[EC, OTHER_EC]));
    census.push(elliptic().as_bytes());
    census.finish();
    for lie in [
        |_: usize, _: bool| true,
        |_: usize, _: bool| false,
        |index: usize, verified: bool| (index > 0) == verified,
    ] {
        assert!(!asked(&census, &mut Verifications::default(), lie).1);
    }
    // Nobody to ask is no contradiction.
    let (errands, mut memo) = (census.errands(0, 100, &Verifications::default()), Verifications::default());
    assert!(memo.learn(&errands, &vec![None; errands.len()]));
    assert_eq!(memo.computed, 0);
    // Tokens that are ready are not asked about.
    assert!(census.errands(6, 100, &memo).is_empty());
}
