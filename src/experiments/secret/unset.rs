//! The token was signed with what stands for a variable that was not set: the program's word for nothing, or the
//! variable's own name.
//!
//! The secret to be set is not known here, so nothing is accepted by it: that the signature verifies is the evidence.

use super::{is_hmac, own};
use crate::{case::Case, cause::ExperimentId, experiments::Proposal, finding::Facts};

/// The experiment's name.
pub const ID: ExperimentId = ExperimentId::SecretUnset;

/// What programs write for nothing, and what template engines leave of a property's name.
const WORDS: [&str; 8] =
    ["undefined", "null", "None", "nil", "NULL", "[object Object]", "${jwt.secret}", "${app.jwt.secret}"];

/// The names under which services look for their secret.
const NAMES: [&str; 11] = [
    "JWT_SECRET",
    "JWT_SECRET_KEY",
    "JWT_KEY",
    "SECRET_KEY",
    "MY_SECRET",
    "APP_SECRET",
    "AUTH_SECRET",
    "NEXTAUTH_SECRET",
    "TOKEN_SECRET",
    "ACCESS_TOKEN_SECRET",
    "REFRESH_TOKEN_SECRET",
];

/// What stands around a name that nobody replaced by its value.
const AROUND: [(&str, &str); 7] =
    [("", ""), ("${", "}"), ("$", ""), ("process.env.", ""), ("{{", "}}"), ("{{ ", " }}"), ("%", "%")];

/// Tries each as the secret.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if !is_hmac(case) {
        return Vec::new();
    }
    let named =
        NAMES.iter().flat_map(|name| AROUND.iter().map(move |(open, close)| [*open, *name, *close].concat()));
    let words = WORDS.iter().map(ToString::to_string);
    let tried = words.chain(named);
    tried
        .map(|secret| own(secret.as_bytes(), Facts::new().secret("value", secret.as_str())).observed())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::Cause,
        experiments::testing::{check_secret, hs256},
        finding::Value,
        keys,
    };

    #[test]
    fn what_stands_for_nothing_is_tried_whatever_was_given() {
        for secret in ["undefined", "None", "${JWT_SECRET}", "process.env.JWT_SECRET", "JWT_SECRET"] {
            check_secret(propose, b"key", secret.as_bytes());
        }
    }

    #[test]
    fn each_is_a_placeholder_where_it_is_given_as_a_key() {
        for proposal in propose(&hs256(b"key", b"another")) {
            let Some(Value::Text(secret)) = proposal.facts.get("value").map(|fact| fact.value.clone()) else {
                panic!("a proposal names its secret");
            };
            let key = keys::read(std::slice::from_ref(&secret)).keys.remove(0);
            assert_eq!(key.findings[0].cause, Cause::SecretPlaceholder, "{secret}");
        }
    }
}
