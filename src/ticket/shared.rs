//! A report that fits behind the `#` of a link: the verdict, what it rests on, and the claims that somebody ticked.
//!
//! **Invariant.** No segment of the token, no key text, no fact of a finding, and no claim that was not ticked.

use serde::{Deserialize, Serialize};

use crate::{
    cause::{Cause, Class, ExperimentId},
    diagnosis::report::{ClaimsState, DecodeState, ProofKind, SignatureState, TokenReport, Verdict},
    finding::Severity,
    jose::base64url,
};

/// The longest text of a link that is read, in bytes.
const LONGEST: usize = 32_768;
/// The most of anything that is carried.
const MOST: usize = 40;
/// The longest value of a claim that is carried, in bytes.
const LONGEST_VALUE: usize = 512;
/// The form that is written; one that was written otherwise is not read.
const FORM: u8 = 1;

/// What a link tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    #[serde(rename = "f")]
    form: u8,
    /// The answer.
    #[serde(rename = "v")]
    pub verdict: Verdict,
    /// What became of reading the token.
    #[serde(rename = "d")]
    pub decode: DecodeState,
    /// What became of its signature.
    #[serde(rename = "s")]
    pub signature: SignatureState,
    /// What became of its claims.
    #[serde(rename = "c")]
    pub claims: ClaimsState,
    /// The time by which it was judged, in seconds since 1970-01-01T00:00:00Z.
    #[serde(rename = "n")]
    pub now: i64,
    /// The causes of the errors, the most telling first.
    #[serde(rename = "e", default)]
    pub errors: Vec<Cause>,
    /// What would make it pass, best first.
    #[serde(rename = "p", default)]
    pub proved: Vec<SharedProof>,
    /// What was ruled out.
    #[serde(rename = "r", default)]
    pub ruled_out: Vec<ExperimentId>,
    /// The claims that somebody ticked: name, and value as it was spelled.
    #[serde(rename = "t", default)]
    pub ticked: Vec<(String, String)>,
}

/// A smallest set of changes that explains the rejection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedProof {
    /// How it was proved.
    #[serde(rename = "k")]
    pub kind: ProofKind,
    /// The gravest class of its changes.
    #[serde(rename = "c")]
    pub class: Class,
    /// What was changed, and the cause that it proves.
    #[serde(rename = "x")]
    pub changes: Vec<(ExperimentId, Cause)>,
}

impl Shared {
    /// What a link may tell of a token; `ticked` are the names of the claims that may be told.
    pub fn of(token: &TokenReport, now: i64, ticked: &[String]) -> Self {
        let errors = token.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let members = token.payload.iter().flat_map(|payload| &payload.members);
        let told = members.filter(|member| ticked.contains(&member.name));
        let cut = |value: &str| {
            value.get(..value.floor_char_boundary(LONGEST_VALUE)).unwrap_or_default().to_owned()
        };
        let proofs = token.proved.iter().map(|proof| SharedProof {
            kind: proof.kind,
            class: proof.class,
            changes: proof.changes.iter().map(|change| (change.experiment, change.cause)).collect(),
        });
        Self {
            form: FORM,
            verdict: token.verdict,
            decode: token.decode,
            signature: token.signature,
            claims: token.claims,
            now,
            errors: errors.map(|finding| finding.cause).take(MOST).collect(),
            proved: proofs.take(MOST).collect(),
            ruled_out: token.ruled_out.iter().copied().take(MOST).collect(),
            ticked: told.map(|member| (cut(&member.name), cut(&member.value))).take(MOST).collect(),
        }
    }

    /// The text for a link, in characters that need no escape there.
    pub fn encode(&self) -> String {
        serde_json::to_vec(self).map(|json| base64url::encode(&json)).unwrap_or_default()
    }

    /// What a link tells, if it was written by [`Shared::encode`].
    pub fn decode(text: &str) -> Option<Self> {
        let decoded = base64url::decode(text.get(..text.len().min(LONGEST + 1))?);
        if text.len() > LONGEST || !decoded.faults.is_empty() {
            return None;
        }
        serde_json::from_slice(&decoded.bytes).ok().filter(|shared: &Self| shared.form == FORM)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Diagnosis, Input};

    const HEADER: &str = r#"{"alg":"HS256","kid":"the-kid"}"#;
    const PAYLOAD: &str = r#"{"sub":"ada","iss":"https://issuer.example","exp":1700000000}"#;
    const SECRET: &str = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA";

    fn shared(ticked: &[&str]) -> Shared {
        let text = format!(
            "{}.{}.bWFjbWFjbWFjbWFjbWFjbWFjbWFjbWFjbWFjbWFjbWE",
            base64url::encode(HEADER.as_bytes()),
            base64url::encode(PAYLOAD.as_bytes())
        );
        let input = Input { text, keys: vec![SECRET.to_owned()], now: 1_750_000_000, ..Input::default() };
        let report = Diagnosis::start(input, None).finish();
        let ticked: Vec<String> = ticked.iter().map(|&name| name.to_owned()).collect();
        Shared::of(&report.tokens[0], 1_750_000_000, &ticked)
    }

    #[test]
    fn a_link_is_read_as_it_was_written() {
        let shared = shared(&["sub"]);
        assert_eq!(Shared::decode(&shared.encode()), Some(shared.clone()));
        assert_eq!(shared.ticked, [("sub".to_owned(), "\"ada\"".to_owned())]);
        assert_eq!(shared.verdict, Verdict::Rejected);
        assert!(shared.errors.contains(&Cause::Expired) && !shared.ruled_out.is_empty());
    }

    #[test]
    fn what_was_not_ticked_is_not_told() {
        let told = String::from_utf8(base64url::decode(&shared(&[]).encode()).bytes).unwrap();
        for left_out in ["ada", "issuer", "the-kid", "bWFj", "c2Vj", "1700000000", "eyJ"] {
            assert!(!told.contains(left_out), "{left_out} in {told}");
        }
    }

    #[test]
    fn other_texts_are_no_report() {
        let long = base64url::encode(&vec![b' '; LONGEST]);
        for text in ["", "e30", "bm8", "é", long.as_str(), &base64url::encode(br#"{"f":2}"#)] {
            assert_eq!(Shared::decode(text), None);
        }
    }
}
