//! The token was signed with a secret that stands in tutorials, libraries' examples or published lists.

use super::{is_hmac, own};
use crate::{
    case::Case,
    cause::ExperimentId,
    experiments::Proposal,
    finding::Facts,
    verify::{Algorithm, hmac},
};

/// The experiment's name.
pub const ID: ExperimentId = ExperimentId::SecretWellKnown;

/// The most common ones, tried with each token. The long lists are handed to [`among`] in pieces.
const COMMON: [&str; 57] = [
    "secret",
    "your-256-bit-secret",
    "your-384-bit-secret",
    "your-512-bit-secret",
    "a-string-secret-at-least-256-bits-long",
    "changeme",
    "changeit",
    "change_me",
    "CHANGE_ME",
    "change-me",
    "password",
    "Password1",
    "123456",
    "12345678",
    "1234567890",
    "test",
    "testing",
    "key",
    "mykey",
    "my-key",
    "secretkey",
    "secret_key",
    "secret-key",
    "secretKey",
    "SecretKey",
    "mysecret",
    "my-secret",
    "my_secret",
    "mySecret",
    "my-secret-key",
    "mysecretkey",
    "my_secret_key",
    "mySecretKey",
    "jwt",
    "jwtsecret",
    "jwt_secret",
    "jwt-secret",
    "jwtSecret",
    "jwt-secret-key",
    "jwt_secret_key",
    "supersecret",
    "super-secret",
    "super_secret",
    "supersecretkey",
    "super-secret-key",
    "shhhhh",
    "shhhhhared-secret",
    "shh",
    "keyboard cat",
    "some-secret",
    "private",
    "privatekey",
    "hmac",
    "token",
    "admin",
    "example",
    "default",
];

/// Tries the common published secrets.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if !is_hmac(case) {
        return Vec::new();
    }
    COMMON.iter().map(|secret| proposal(secret)).collect()
}

/// Over a longer content a hundred thousand secrets are not tried, in bytes.
const LONGEST: usize = 64 * 1024;

/// The proposal of the secret of a list with which the signature verifies; a list has one secret a line.
///
/// Nothing is proved by it: the proposal has to lead to acceptance like any other.
pub fn among(case: &Case, list: &str) -> Option<Proposal> {
    let algorithm = case.algorithm.filter(|_| is_hmac(case) && case.signing_input.len() <= LONGEST)?;
    list.lines().find(|secret| fits(case, algorithm, secret)).map(proposal)
}

fn fits(case: &Case, algorithm: &Algorithm, secret: &str) -> bool {
    hmac(algorithm, secret.as_bytes(), &case.signing_input).is_some_and(|tag| tag == *case.signature)
}

fn proposal(secret: &str) -> Proposal {
    own(secret.as_bytes(), Facts::new().secret("value", secret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{check_secret, hs256};

    #[test]
    fn common_secrets_are_tried_whatever_was_given() {
        for secret in ["secret", "your-256-bit-secret", "keyboard cat"] {
            check_secret(propose, b"key", secret.as_bytes());
        }
    }

    #[test]
    fn a_list_is_searched_line_by_line() {
        let case = hs256(b"key", b"correct horse");
        assert!(among(&case, "battery\nstaple\n").is_none());
        assert!(among(&case, "battery\ncorrect horse\n").is_some());
    }
}
