//! What the verifier expects. What is not set is not checked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The expectations that a token is judged by, as the command line's JSON and the page's form spell them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// The "alg" values that are allowed; none: no list was given; empty: nothing is allowed.
    pub algorithms: Option<Vec<String>>,
    /// The issuers of which "iss" must be one.
    pub issuer: Vec<String>,
    /// The audiences of which "aud" must hold one.
    pub audience: Vec<String>,
    /// The expected "sub".
    pub subject: Option<String>,
    /// The expected "nonce".
    pub nonce: Option<String>,
    /// The expected "azp".
    pub azp: Option<String>,
    /// The expected "typ", compared as RFC 7515 section 4.1.9 says.
    pub typ: Option<String>,
    /// The claims that must be present.
    pub required: Vec<String>,
    /// The other claims that are expected: the JSON texts of the values of which the claim must be one.
    pub claims: BTreeMap<String, Vec<String>>,
    /// How many seconds the clocks may differ.
    pub leeway: u32,
    /// The greatest age in seconds since "iat".
    pub max_age: Option<u32>,
    /// The greatest lifetime in seconds from "iat" to "exp".
    pub max_lifetime: Option<u32>,
}
