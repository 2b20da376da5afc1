//! Finds the tokens in whatever was pasted: alone, in headers, cookies, addresses, commands, JSON, logs, mail.
//!
//! Extraction never fails and takes linear time. Each candidate knows where its characters stood, and what had to be
//! stripped from them. It owns the findings about how a token came here (group `transport`) except those about texts
//! that are no token at all, which `jose` makes.

mod around;
mod characters;
mod cookie;
mod decoded;
mod elision;
mod expected;
mod json_object;
mod layers;
mod log_time;
mod reader;
mod request;
mod scan;
mod seed;
mod source_map;
mod unencoded;
mod whole;
mod wrap;

use std::collections::{HashMap, hash_map::Entry};

pub use expected::{Expected, expected};
pub use log_time::MAX_RECORD;
pub use request::{Request, request};
pub use source_map::SourceMap;

pub use crate::time::{LogTime, first_time, log_times};

use serde::{Deserialize, Serialize};

use crate::cause::Cause;
use crate::finding::{Facts, Finding, Place, Severity, Span};

/// The greatest length of a cookie's value that browsers keep, in bytes (RFC 6265 section 6.1).
const COOKIE_LIMIT: usize = 4_096;
/// The longest header line that common servers and proxies take, in bytes.
const HEADER_LINE_LIMIT: usize = 8_192;
/// What stands around a token in a header line: "Authorization: Bearer " and the line's end, in bytes.
const AROUND_HEADER: usize = 24;

/// Something in the paste that looks like a token.
#[derive(Clone)]
pub struct Candidate {
    /// The token's characters after stripping: a Compact Serialization, a JSON Serialization, or a text that stands
    /// where a token should.
    pub token: String,
    /// Leads from the token to its first occurrence in the paste.
    pub map: SourceMap,
    /// Where it stands, in order.
    pub occurrences: Vec<Occurrence>,
    /// What was stripped and what is noteworthy around the first occurrence; spans count in the paste.
    pub damage: Vec<Finding>,
    /// Whether something was stripped that doesn't belong there.
    pub as_pasted: AsPasted,
}

/// Whether a token stood in the paste as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AsPasted {
    /// It did: alone, or in a container that is meant to hold one.
    Ok,
    /// Something had to be stripped or repaired.
    Damaged,
}

/// A place where a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// From its first character to its last.
    pub span: Span,
    /// The line, counted from 1.
    pub line: usize,
    /// The time that the log itself gives for it.
    pub time: Option<LogTime>,
}

/// A token at one place of the paste, before equal ones are put together.
struct Find {
    token: String,
    map: SourceMap,
    damage: Vec<Finding>,
    damaged: bool,
}

/// Everything that looks like a token, each distinct one once, in order of first appearance.
///
/// Text in which nothing looks like a token is a candidate as a whole if it is one short word; empty text is one too.
pub fn extract(text: &str) -> Vec<Candidate> {
    let mut finds = unencoded::find(text).map_or_else(|| scan::tokens(text), |find| vec![find]);
    decoded::add(text, &mut finds);
    if finds.is_empty() {
        finds = whole::finds(text);
    }
    gather(text, finds)
}

/// The tokens in one line of a log that is too long to be held whole, each distinct one once.
///
/// Unlike in [`extract`], what stands alone in the line is no token for that.
pub fn in_line(line: &str) -> Vec<Candidate> {
    gather(line, scan::tokens(line))
}

fn gather(text: &str, finds: Vec<Find>) -> Vec<Candidate> {
    let mut clock = log_time::Clock::new(text);
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for find in finds {
        let span = find.map.extent();
        let (line, time) = clock.at(span);
        let occurrence = Occurrence { span, line, time };
        match known.entry(find.token) {
            Entry::Occupied(entry) => {
                if let Some(candidate) = candidates.get_mut(*entry.get()) {
                    candidate.occurrences.push(occurrence);
                }
            }
            Entry::Vacant(entry) => {
                let mut damage = find.damage;
                damage.extend(too_long(entry.key(), span).or_else(|| cookie::full(text, span)));
                let as_pasted = if find.damaged { AsPasted::Damaged } else { AsPasted::Ok };
                let token = entry.key().clone();
                entry.insert(candidates.len());
                candidates.push(Candidate {
                    token,
                    map: find.map,
                    occurrences: vec![occurrence],
                    damage,
                    as_pasted,
                });
            }
        }
    }
    candidates
}

/// A token that common limits would cut: a cookie is one way to send it, a header line is nearly every way.
fn too_long(token: &str, span: Span) -> Option<Finding> {
    let (severity, limit) = if token.len() + AROUND_HEADER > HEADER_LINE_LIMIT {
        (Severity::Warning, HEADER_LINE_LIMIT)
    } else if token.len() > COOKIE_LIMIT {
        (Severity::Note, COOKIE_LIMIT)
    } else {
        return None;
    };
    let facts = Facts::new().public("length_bytes", token.len()).public("limit", limit);
    Some(Finding::new(Cause::HeaderValueTooLong, severity, Place::Text).at(span).with(facts))
}

#[cfg(test)]
mod tests;
