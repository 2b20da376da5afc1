//! A "kid" that looks as if it were meant for a file system, a database or a shell.

use super::Header;
use crate::{
    cause::Cause,
    finding::{Facts, Finding, Place},
};

/// Texts that no honest key id contains, in lower case, with the kind of attempt that they stand for.
const MARKS: [(&str, &str); 22] = [
    ("../", "path"),
    ("..\\", "path"),
    ("..%2f", "path"),
    ("file://", "path"),
    ("/dev/", "path"),
    ("/etc/", "path"),
    ("/proc/", "path"),
    ("'", "quote"),
    ("\"", "quote"),
    ("`", "quote"),
    ("union select", "query"),
    ("union all select", "query"),
    (" or 1=1", "query"),
    ("--", "query"),
    ("/*", "query"),
    (";", "command"),
    ("|", "command"),
    ("&&", "command"),
    ("$(", "command"),
    ("${", "command"),
    ("<", "markup"),
    ("\0", "command"),
];

/// The most characters of a kid that a fact carries.
const MAX_SHOWN: usize = 120;

pub(super) fn check(header: &Header, faults: &mut Vec<Finding>) {
    let Some(kid) = header.parameter("kid") else { return };
    let Some(text) = kid.node.as_str().map(str::to_ascii_lowercase) else { return };
    if let Some(kind) = kind(&text) {
        let shown: String = kid.node.as_str().unwrap_or_default().chars().take(MAX_SHOWN).collect();
        faults.push(
            Finding::warning(Cause::KidInjection, Place::Header)
                .at(kid.value)
                .with(Facts::new().public("reason", kind).public("found", shown)),
        );
    }
}

/// The kind of attempt; a comment sign alone may be part of a random id, so it needs a blank or a quote beside it.
fn kind(text: &str) -> Option<&'static str> {
    let suspicious = |mark: &str| match mark {
        "--" => text.contains("-- ") || text.contains(" --"),
        _ => text.contains(mark),
    };
    MARKS.iter().find(|(mark, _)| suspicious(mark)).map(|(_, kind)| *kind)
}
