//! What the tokens of a log are judged by: keys, a policy, a time.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    diagnosis::judge::Bench,
    keys::{self, SecretReading},
    policy::Policy,
};

/// What tokens are judged by.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standards {
    /// The key texts; empty ones are no keys.
    pub keys: Vec<String>,
    /// How a text that is no key in any other form is read as a secret.
    pub reading: SecretReading,
    /// What the verifier expects.
    pub policy: Policy,
    /// The time at which a token is judged where the log doesn't say when it was seen, in seconds since
    /// 1970-01-01T00:00:00Z.
    pub now: i64,
}

impl std::fmt::Debug for Standards {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Standards({} key texts, now {})", self.keys.len(), self.now)
    }
}

impl Standards {
    pub(super) fn bench(&self) -> Bench {
        Bench {
            keys: Rc::new(keys::read_as(&self.keys, self.reading)),
            policy: Rc::new(self.policy.clone()),
            now: self.now,
            detached_payload: None,
            tokens: Vec::new(),
            request: None,
            expected: Vec::new(),
        }
    }
}
