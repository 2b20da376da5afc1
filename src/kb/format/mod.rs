//! The shape of an entry, the same for the files that people write and for the JSON that is made of them.
//!
//! `build.rs` reads entries with `C`, `X` and `I` as texts that know their place in the file; the library reads them
//! as causes, experiments and ids. `kb/README.md` explains each field to a writer.
#![allow(clippy::struct_field_names, reason = "the fields are named as writers know them")]

pub mod index;
mod message;
mod parts;
mod rate;

use serde::{Deserialize, Serialize};

pub use message::*;
pub use parts::*;
pub use rate::Rate;

/// One entry of the knowledge base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<C, X, I> {
    /// `<category>/<slug>`, as the file's path.
    pub id: I,
    /// What it is about, as one would search for it.
    pub title: Text,
    /// What it is.
    pub kind: Kind,
    /// Words to filter by; provenance such as `ai_generated` or `partial` among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Words of which the product's tokens, its messages (their line, or the library's name) or its public keys have one.
    /// With them the entry is shown beside these only, or where a message names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    /// The HTTP status that clients usually see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The causes that it explains, the one it is most about first.
    pub causes: Vec<C>,
    /// What somebody sees.
    pub symptoms: Vec<Symptom>,
    /// Why it happens.
    pub root_cause: Root,
    /// The ways in which it comes about.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<Way<C>>,
    /// How to make sure.
    pub confirm: Vec<Step>,
    /// What to do, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// What it holds for; an empty list says that no version is known to make a difference.
    pub versions: Vec<Version>,
    /// What helps.
    pub workarounds: Vec<Attempt<X>>,
    /// What does not; an empty list says that none is known.
    pub dead_ends: Vec<Attempt<X>>,
    /// How not to come here again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prevention: Vec<Text>,
    /// Other entries.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<I>,
    /// Other errors that look alike, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_errors: Vec<Text>,
    /// Official documents.
    pub docs: Vec<Link>,
    /// Where all this was learnt.
    pub sources: Vec<Link>,
    /// What a source says wrongly, and what is right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Text>,
    /// The day of the first report, `YYYY-MM-DD`.
    pub first_seen: String,
    /// How many of those who had it got rid of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix_rate: Option<Rate>,
    /// How sure the source is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Rate>,
    /// How many pieces of evidence the source had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<u32>,
    /// Cases that show it.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example<C>>,
    /// Messages that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Log>,
}

/// A case that shows the fault; the same members as a case of the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example<C> {
    /// What is pasted.
    pub text: String,
    /// The texts of keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// What the verifier expects: the members that the command line's `policy` has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<serde_json::Map<String, serde_json::Value>>,
    /// The time of the failure, in seconds since 1970-01-01T00:00:00Z.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<i64>,
    /// The causes that must be reported; one of the entry's when it is empty.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub raises: Vec<C>,
}

/// A text in which the message of the fault stands, for faults that no token shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// The text.
    pub text: String,
    /// Who printed it.
    pub library: String,
}
