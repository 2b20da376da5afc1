//! Who raises which cause: each has exactly one owner, or a reason why no paste can show it.
//!
//! The rooms are read as text: a cause belongs to the room that names it outside of tests, and among the checks to one
//! file. What a cause is named for without being raised is listed with its reason; a row that is no longer needed fails.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use jwt_why::cause::{Cause, ExperimentId};

/// The rooms that raise findings.
const ROOMS: [&str; 5] = ["extract", "jose", "keys", "verify", "diagnosis"];

/// The causes that a room names and does not raise.
const MENTIONS: [(&str, &str, &str); 20] = [
    (
        "checks/dpop.rs",
        "jwk-is-private",
        "the key of a proof's header is read as others are, and is an error there",
    ),
    ("checks/dpop.rs", "never-expires", "a proof has no exp, so it is not missed"),
    ("checks/dpop.rs", "no-algorithm-list", "the list is for access tokens, so it is not missed"),
    ("checks/dpop.rs", "wrong-token-kind", "a proof stands beside the token that it looks to be in place of"),
    (
        "diagnosis",
        "placeholder-token",
        "an empty paste is nothing to reject yet, so its severity is lowered there",
    ),
    (
        "diagnosis",
        "signature-mismatch",
        "that it does not verify is no explanation, so it is not called possible",
    ),
    (
        "diagnosis",
        "der-signature",
        "without a key it is no proof, and called possible where the form shows it",
    ),
    (
        "diagnosis",
        "secret-base64-text",
        "a verifier that refuses what is accepted here may decode the secret",
    ),
    ("diagnosis", "secret-hex-text", "a verifier that refuses what is accepted here may decode the secret"),
    (
        "diagnosis",
        "max-age-exceeded",
        "how old a token may be is the verifier's own, so a message may be right",
    ),
    (
        "diagnosis",
        "lifetime-too-long",
        "how long it may live is the verifier's own, so a message may be right",
    ),
    (
        "diagnosis",
        "token-elided",
        "what a log left out was not in the token, so other findings are not of it",
    ),
    ("diagnosis", "segment-count", "what a log left out is no segment that the token lacks"),
    ("keys", "base64-padding", "what is wrong with a JWK's value is a jwk-value-malformed"),
    ("keys", "illegal-character", "what is wrong with a JWK's value is a jwk-value-malformed"),
    ("keys", "impossible-length", "what is wrong with a JWK's value is a jwk-value-malformed"),
    ("keys", "non-canonical-base64", "what is wrong with a JWK's value is a jwk-value-malformed"),
    ("keys", "standard-base64", "what is wrong with a JWK's value is a jwk-value-malformed"),
    ("verify", "alg-key-mismatch", "why a key was not tried; the check says so once for all keys"),
    ("verify", "curve-mismatch", "why a key was not tried; the check says so once for all keys"),
];

/// The causes that no token, key or policy can show.
const UNSEEN: [(&str, &str); 5] = [
    ("header-lost", "the token never arrived; only the verifier's message tells"),
    ("jwks-fetch-failed", "a failure of the verifier's network; only its message tells"),
    ("key-changed-at-issuer", "what happened at the issuer; it is called possible, and messages tell"),
    ("library-defect", "a failure of the verifier itself; only its message tells"),
    ("token-revoked", "a list that the verifier keeps; only its message tells"),
];

#[test]
fn each_cause_has_one_owner() {
    let owners = owners();
    let faults: Vec<String> = Cause::ALL
        .into_iter()
        .filter_map(|cause| {
            let of_cause = owners.get(cause.id()).cloned().unwrap_or_default();
            (of_cause.len() != 1).then(|| format!("{}: {of_cause:?}", cause.id()))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_exception_is_needed() {
    let named = named_by_rooms();
    for (room, cause, reason) in MENTIONS {
        let names = named.get(cause).is_some_and(|owners| owners.contains(room));
        assert!(names && !reason.is_empty(), "{room} does not name {cause}");
    }
    for (cause, reason) in UNSEEN {
        let known = Cause::from_id(cause).is_some();
        assert!(known && !named.contains_key(cause) && !reason.is_empty(), "{cause} can be seen");
    }
}

/// The owners of each cause.
fn owners() -> BTreeMap<String, BTreeSet<String>> {
    let mut owners = named_by_rooms();
    for (room, cause, _) in MENTIONS {
        owners.entry(cause.to_owned()).or_default().remove(room);
    }
    for experiment in ExperimentId::ALL.into_iter().filter(|experiment| experiment.cause().needs_proof()) {
        owners.entry(experiment.cause().id().to_owned()).or_default().insert("experiments".to_owned());
    }
    // It is never proved: the search calls it possible when nothing else explains the signature.
    owners.entry(Cause::WrongKey.id().to_owned()).or_default().insert("experiments".to_owned());
    for (cause, _) in UNSEEN {
        owners.entry(cause.to_owned()).or_default().insert("nobody".to_owned());
    }
    owners
}

/// The rooms, and the files of the checks, that name each cause outside of tests.
fn named_by_rooms() -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rooms = ROOMS.iter().map(|room| (source.join(room), Some(*room)));
    for (folder, room) in rooms.chain([(source.join("checks"), None)]) {
        for file in rust_files(&folder) {
            let owner = room.map_or_else(
                || format!("checks/{}", file.file_name().unwrap().to_string_lossy()),
                str::to_owned,
            );
            let text = fs::read_to_string(&file).unwrap();
            for cause in causes_in(&text) {
                named.entry(cause.id().to_owned()).or_default().insert(owner.clone());
            }
        }
    }
    named
}

/// The Rust files of a folder and the folders in it, those of tests left out.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") && !name.contains("test") {
            files.push(path);
        }
    }
    assert!(!files.is_empty(), "{} has no code", folder.display());
    files
}

/// The causes that a file names before its tests.
fn causes_in(text: &str) -> Vec<Cause> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let variants = code
        .split("Cause::")
        .skip(1)
        .map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>());
    variants
        .filter_map(|variant| Cause::ALL.into_iter().find(|cause| format!("{cause:?}") == variant))
        .collect()
}
