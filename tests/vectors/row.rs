//! One row of the vectors, with its key in the words that a person would paste.

use jwt_why::{
    jose::base64url,
    keys::{self, KeyRing},
};
use serde_json::{Value, json};

/// What the row's source says must happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Valid,
    Invalid,
    Acceptable,
}

/// One row of `tests/data/vectors.jsonl`; `VECTORS.md` beside it explains the members.
pub struct Row {
    pub id: String,
    pub source: String,
    pub token: Option<String>,
    pub key: Value,
    pub alg_allowed: Option<Vec<String>>,
    pub expected: Expected,
    pub flags: Vec<String>,
    pub extra: Value,
}

impl Row {
    fn of(line: &str) -> Self {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| row[name].as_str().map(str::to_owned);
        let texts = |name: &str| {
            row[name]
                .as_array()
                .map(|list| list.iter().map(|item| item.as_str().unwrap().to_owned()).collect())
        };
        Self {
            id: text("id").unwrap(),
            source: text("id").unwrap().split('/').next().unwrap().to_owned(),
            token: text("token"),
            key: row["key"].clone(),
            alg_allowed: texts("alg_allowed"),
            expected: match row["expected"].as_str().unwrap() {
                "valid" => Expected::Valid,
                "invalid" => Expected::Invalid,
                "acceptable" => Expected::Acceptable,
                other => panic!("{other}"),
            },
            flags: texts("flags").unwrap_or_default(),
            extra: row["extra"].clone(),
        }
    }

    pub fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|own| own == flag)
    }

    /// The payload that the token leaves out.
    pub fn detached(&self) -> Option<Vec<u8>> {
        self.extra["detached_payload_b64url"].as_str().map(|text| base64url::decode(text).bytes)
    }

    /// The row's key, read from its text.
    pub fn ring(&self) -> KeyRing {
        keys::read(&self.key_texts())
    }

    /// The row's key as somebody would paste it.
    pub fn key_texts(&self) -> Vec<String> {
        match &self.key {
            Value::Null => Vec::new(),
            Value::String(text) => vec![text.clone()],
            key if key["raw_text"].is_string() => vec![key["raw_text"].as_str().unwrap().to_owned()],
            key => vec![pasteable(key).to_string()],
        }
    }
}

/// The key as JSON that exists outside this file: raw octets as an oct JWK.
fn pasteable(key: &Value) -> Value {
    if let Some(octets) = key["oct_b64url"].as_str() {
        return json!({ "kty": "oct", "k": octets });
    }
    match key["keys"].as_array() {
        Some(keys) => json!({ "keys": keys.iter().map(pasteable).collect::<Vec<_>>() }),
        None => key.clone(),
    }
}

/// All rows.
pub fn rows() -> Vec<Row> {
    include_str!("../data/vectors.jsonl").lines().map(Row::of).collect()
}
