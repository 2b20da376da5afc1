//! What a real library makes of the same case: `jsonwebtoken` for Rust, with our table as its cryptography.
//!
//! The library reads the system's clock for "exp" and "nbf", and this library of ours has none. So it is asked
//! everything else, and its rule for the two claims is applied to the time of the question at the same place in the
//! order of its checks; [`Opinion::by_rule`] says when that decided.

mod difference;
mod provider;
pub mod webcrypto;

use jsonwebtoken::{Algorithm as Name, Validation, errors::ErrorKind};
use serde::de::IgnoredAny;

pub use self::difference::Difference;
use crate::{
    jose::{
        base64url,
        json::{self, Document, Node},
    },
    keys::Key,
};

/// The library that is asked, with its version.
pub const LIBRARY: &str = "jsonwebtoken 11.1";

/// What is asked. The names of claims and algorithms are as the token spells them.
pub struct Question<'a> {
    /// The token in Compact Serialization.
    pub token: &'a str,
    /// The key that the verifier has.
    pub key: &'a Key,
    /// The list of algorithms; `None` when there is no list, which stands for all that the key's kind has.
    pub algorithms: Option<&'a [String]>,
    /// The expected issuers; empty when "iss" is not checked.
    pub issuers: &'a [String],
    /// The expected audiences; empty when none is expected.
    pub audiences: &'a [String],
    /// The expected "sub".
    pub subject: Option<&'a str>,
    /// The claims that must be present, beside "exp", which the library always requires.
    pub required: &'a [String],
    /// How many seconds the clocks may differ.
    pub leeway: u64,
    /// The time in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
}

/// What the library says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It accepts the token.
    Accepted,
    /// It rejects the token: its error as it prints it.
    Rejected(String),
    /// It can't be asked, because its types have no place for such a key.
    KeyUnknown,
}

/// The library's answer, and what is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The answer.
    pub answer: Answer,
    /// Whether the library's rule for "exp" or "nbf" decided, applied by us to the question's time.
    pub by_rule: bool,
    /// The known differences that may have decided, for saying why it is another answer than ours.
    pub differences: Vec<Difference>,
}

/// Asks the library.
pub fn ask(question: &Question<'_>) -> Opinion {
    let (answer, by_rule) = match provider::decoding_key(question.key.material()) {
        Some(key) => decode(question, &key),
        None => (Answer::KeyUnknown, false),
    };
    Opinion { differences: difference::at_work(question, &answer), answer, by_rule }
}

fn decode(question: &Question<'_>, key: &jsonwebtoken::DecodingKey) -> (Answer, bool) {
    provider::install();
    let error = jsonwebtoken::decode::<IgnoredAny>(question.token, key, &validation(question)).err();
    let after_the_dates = error.as_ref().is_none_or(|error| {
        matches!(
            error.kind(),
            ErrorKind::InvalidSubject | ErrorKind::InvalidIssuer | ErrorKind::InvalidAudience
        )
    });
    match out_of_time(question).filter(|_| after_the_dates) {
        Some(of_the_dates) => (Answer::Rejected(of_the_dates.to_owned()), true),
        None => (error.map_or(Answer::Accepted, |error| Answer::Rejected(error.to_string())), false),
    }
}

fn validation(question: &Question<'_>) -> Validation {
    let mut validation = Validation::new(Name::HS256);
    validation.algorithms = algorithms(question);
    // Both would read the system's clock.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.required_spec_claims.extend(question.required.iter().cloned());
    validation.sub = question.subject.map(str::to_owned);
    if !question.issuers.is_empty() {
        validation.set_issuer(question.issuers);
    }
    if !question.audiences.is_empty() {
        validation.set_audience(question.audiences);
    }
    validation
}

/// The library's list: the names it knows of the given ones, or all of the key's family.
fn algorithms(question: &Question<'_>) -> Vec<Name> {
    match question.algorithms {
        Some(names) => names.iter().filter_map(|alg| provider::name_of(alg)).collect(),
        None => provider::decoding_key(question.key.material())
            .map(|key| key.family().algorithms().to_vec())
            .unwrap_or_default(),
    }
}

/// Whether the list names algorithms of another family than the key's.
fn is_mixed(question: &Question<'_>) -> bool {
    let family = provider::decoding_key(question.key.material()).map(|key| key.family());
    let others = |name: &Name| family.is_some_and(|family| family != name.family());
    let list = algorithms(question);
    list.iter().any(others) && !list.iter().all(others)
}

/// The error of the library's rule for "exp" and "nbf": a number is rounded to a second, and compared with the time
/// after the leeway was taken off or added.
fn out_of_time(question: &Question<'_>) -> Option<&'static str> {
    let payload = question.token.split('.').nth(1)?;
    let claims: Document = json::parse(&base64url::decode(payload).bytes).ok()?;
    let now = u64::try_from(question.now).unwrap_or(0);
    let exp = claims.root.get("exp").and_then(Node::as_number).and_then(rounded);
    let nbf = claims.root.get("nbf").map(|node| node.as_number().and_then(rounded));
    if exp.is_some_and(|exp| exp < now.saturating_sub(question.leeway)) {
        Some("ExpiredSignature")
    } else if nbf == Some(None) {
        Some("Invalid format for claim: nbf")
    } else if nbf.flatten().is_some_and(|nbf| nbf > now.saturating_add(question.leeway)) {
        Some("ImmatureSignature")
    } else {
        None
    }
}

/// The number as the library coerces it; `None` for what it calls malformed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the library rounds so, and the bounds are checked as it checks them"
)]
fn rounded(number: &str) -> Option<u64> {
    if let Ok(number) = number.parse::<u64>() {
        return Some(number);
    }
    let number = serde_json::from_slice::<f64>(number.as_bytes()).ok()?;
    (number >= 0.0 && number < u64::MAX as f64).then(|| number.round() as u64)
}

#[cfg(test)]
mod tests;
