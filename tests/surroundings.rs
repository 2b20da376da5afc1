//! What stands beside a message of a library, on its line or around it, does not change what it means.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use jwt_why::{cause::Cause, kb::Knowledge};
use serde_json::Value;

/// A token in RS256, whose characters spell `ssl`, `git` and `sql` by chance.
const TOKEN: &str = concat!(
    "eyJhbGciOiJSUzI1NiIsImtpZCI6IlEyR2l0LXNTc2w5In0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUuY29tIiwic3ViIjoidS0xMiJ9.",
    "q1YqLk1SslJKVKoFAA4Ssl9xGit7rK-3mQSql2ZbNqv8Wd0aTls5uHc_Jp1oEiY6fXkD4tR9sLzGbMw7CnVyQhTeO3UjAx5KPrIl2FgZSdBv8mNq",
    "0yWcHtJu6oLeXiRk1sPaGzDf4Tb9MvQnYhC3jUxEwOr7KlSpIg5ZAd2FBt8qVm1yNcWoHuJxLe6TiRs0kPzGaDf3MbQvYn9ChXjUwErO4KlSpIg7",
    "ZAd1FBt5qVm2yNcWoHuJxLe8TiRs6kPzGaDf0MbQvYn3ChXjUwErO9KlSpIg4ZAd7FBt1qVm5yNcWoHuJxLe2TiRs8kPzGaDf6MbQvYn0ChXjUwE",
);

/// Messages of libraries: all that were given, and some that were found.
fn rows() -> impl Iterator<Item = &'static str> {
    let found = include_str!("data/messages-from-sources.jsonl").lines().step_by(4);
    include_str!("data/messages.jsonl").lines().chain(found)
}

/// Of how many messages in a hundred the first cause may be another one beside other words. In a log that names a key
/// beside `invalid`, for one, nobody can tell what is said of what.
const MOST: usize = 2;

fn first(knowledge: &Knowledge, text: &str) -> Option<Cause> {
    knowledge.recogniser().recognise(text).first()?.causes.first().copied()
}

#[track_caller]
fn does_not_matter(around: impl Fn(&str) -> String) {
    let knowledge = Knowledge::from_index(include_str!(concat!(env!("OUT_DIR"), "/knowledge.txt"))).unwrap();
    let (mut all, mut changed) = (0, Vec::new());
    for row in rows() {
        let row: Value = serde_json::from_str(row).unwrap();
        let message = row["message"].as_str().unwrap();
        let Some(alone) = first(&knowledge, message).filter(|_| !message.contains('\n')) else { continue };
        let beside = first(&knowledge, &around(message));
        all += 1;
        if beside != Some(alone) {
            changed.push(format!("{message}: {alone:?}, then {beside:?}"));
        }
    }
    assert!(all > 1000, "only {all} messages");
    assert!(changed.len() * 100 <= MOST * all, "{} of {all}:\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn a_token_before_it() {
    does_not_matter(|message| format!("GET /orders Authorization: Bearer {TOKEN} -> 401: {message}"));
}

#[test]
fn a_token_behind_it() {
    does_not_matter(|message| format!("{message} token={TOKEN}"));
}

#[test]
fn fields_behind_it() {
    does_not_matter(|message| {
        let message = message.replace('"', "\\\"");
        format!(
            "time=\"2026-11-02T10:11:12Z\" level=warning msg=\"{message}\" kid=k1 alg=RS256 \
             iss=https://id.example.com sub=u-12 aud=orders-api remote=10.1.2.3:4123"
        )
    });
}

#[test]
fn fields_in_brackets_behind_it() {
    does_not_matter(|message| format!("{message} (kid: k1, alg: RS256, issuer: https://id.example.com)"));
}

#[test]
fn cookies_before_it() {
    does_not_matter(|message| format!("POST /session cookie: sid=Vv5CknOGi; csrf=wUPE0nbj8 => {message}"));
}

#[test]
fn members_of_a_json_log() {
    does_not_matter(|message| {
        serde_json::json!({
            "level": "error", "logger": "auth", "kid": "k1", "alg": "RS256", "iss": "https://id.example.com",
            "aud": "orders-api", "exp": 1_700_000_000, "err": message, "trace_id": "65f1a2b3c4d5e6f7",
        })
        .to_string()
    });
}

#[test]
fn sentences_of_whoever_asks() {
    does_not_matter(|message| {
        format!(
            "Hi, since last night our service says \"{message}\". The token has not expired and the audience is \
             right. Any idea?"
        )
    });
}
