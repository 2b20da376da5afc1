//! What a diagnosis says: plain values that cross to the page, to the command line and into tickets.
//!
//! Everything here is data. Sentences are made of it in `text/`; a report holds facts with their privacy.

use serde::{Deserialize, Serialize};

pub use crate::extract::{AsPasted, LogTime, Occurrence};
use crate::{
    cause::{Cause, Class, ExperimentId},
    finding::{Facts, Finding, Span},
    kb::format::Text,
    verify::opinion::Difference,
};

/// The answer of one stage, and of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// A verifier with this policy, these keys and this clock accepts the token.
    Accepted,
    /// It rejects the token.
    Rejected,
    /// The signature was not checked, and nothing else rejects.
    Undecided,
}

/// What became of reading the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecodeState {
    /// The token follows the RFCs.
    Ok,
    /// It does not; the findings say where.
    Faulty,
}

/// What became of the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureState {
    /// A key at hand verifies it.
    Verified,
    /// A key was tried and does not.
    Mismatch,
    /// No key was tried.
    NotChecked,
}

/// What became of the claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimsState {
    /// Nothing in them makes the policy reject.
    Ok,
    /// Something does.
    Rejected,
    /// There are no claims to check.
    NotChecked,
}

/// What became of a JWE's ciphertext.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EncryptionState {
    /// A key at hand decrypts it. Decrypted is not signed.
    Decrypted,
    /// A key was tried and does not.
    Failed,
    /// No key was tried.
    NotTried,
}

/// What a stretch of the token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SegmentKind {
    /// The JWS or JWE Protected Header.
    Header,
    /// The JWS Payload.
    Payload,
    /// The JWS Signature.
    Signature,
    /// The JWE Encrypted Key.
    EncryptedKey,
    /// The JWE Initialization Vector.
    InitializationVector,
    /// The JWE Ciphertext.
    Ciphertext,
    /// The JWE Authentication Tag.
    AuthenticationTag,
    /// A text that could not be told apart.
    Unknown,
}

/// A stretch of the token, for drawing it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Its characters as they were read.
    pub text: String,
    /// Where it stands in the paste.
    pub span: Span,
}

/// A decoded JSON text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonText {
    /// As it was spelled.
    pub source: String,
    /// The same with line breaks and indentation; numbers and strings as they were spelled.
    pub pretty: String,
    /// The members of the object, in the order of the text.
    pub members: Vec<JsonMember>,
}

/// A member of the top-level object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonMember {
    /// Its name, with escapes resolved.
    pub name: String,
    /// Its value as it was spelled.
    pub value: String,
    /// The string itself when the value is one, with escapes resolved.
    pub string: Option<String>,
    /// The value as a NumericDate in whole seconds (rounded down) when the member is a time claim and readable as one.
    pub instant: Option<i64>,
    /// Where name and value stand in the paste, encoded.
    pub span: Span,
}

/// The key that verified the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchedKey {
    /// Its position in the ring, counted from 0 over all key texts.
    pub index: usize,
    /// Its "kid".
    pub kid: Option<String>,
    /// How its text was read.
    pub read_as: String,
    /// Its RFC 7638 thumbprint (SHA-256, base64url); none for a secret.
    pub thumbprint: Option<String>,
}

/// A key that was read from the key texts, without anything that is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySummary {
    /// Its position in the ring.
    pub index: usize,
    /// Which key text it came from.
    pub text: usize,
    /// How it was read: `text`, `base64`, `pem`, `jwk` …
    pub read_as: String,
    /// What it is: `secret`, `RSA`, `P-256`, `Ed25519` …
    pub kind: String,
    /// Its size in bits.
    pub bits: usize,
    /// Its "kid".
    pub kid: Option<String>,
    /// Its RFC 7638 thumbprint (SHA-256, base64url); none for a secret.
    pub thumbprint: Option<String>,
}

/// The interval of time in which the claims are accepted at the leeway of the policy. `None`: no bound on that side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The first second in which the token is accepted.
    pub first: Option<i64>,
    /// The last second in which the token is accepted.
    pub last: Option<i64>,
}

impl Window {
    /// Whether the token is accepted at this second.
    pub fn holds(self, now: i64) -> bool {
        self.first.is_none_or(|first| first <= now) && self.last.is_none_or(|last| now <= last)
    }
}

/// One thing changed in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The experiment that made the change.
    pub experiment: ExperimentId,
    /// The cause that is true if the change leads to acceptance.
    pub cause: Cause,
    /// How grave the change is.
    pub class: Class,
    /// The change made visible.
    pub facts: Facts,
}

/// How something was proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProofKind {
    /// With these changes the token is accepted.
    Accepted,
    /// The evidence itself shows it.
    Observed,
}

/// A smallest set of changes that explains the rejection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// How it was proved.
    pub kind: ProofKind,
    /// The gravest class of its changes.
    pub class: Class,
    /// The changes, the signature's before the claims'. None of them is superfluous.
    pub changes: Vec<Change>,
}

/// How sure an entry is about this token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// A proof names its cause.
    Proved,
    /// A finding names its cause.
    Found,
    /// Nothing rules its cause out.
    Possible,
}

/// Which list of an entry a trial belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// Something that helps.
    Workaround,
    /// Something that does not.
    DeadEnd,
}

/// What became of a piece of advice on this very token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrialOutcome {
    /// It belongs to a set of changes that leads to acceptance.
    Helps,
    /// The token is rejected all the same.
    DoesNotHelp,
    /// It makes the token pass, and so would it a forged one.
    Attack,
    /// There is nothing in this case that it could change.
    NotApplicable,
}

/// A workaround or dead end of an entry, tried on this token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// Which list it stands in.
    pub advice: Advice,
    /// Its position in that list.
    pub index: usize,
    /// What was tried.
    pub experiment: ExperimentId,
    /// What became of it.
    pub outcome: TrialOutcome,
}

/// An entry of the knowledge base that belongs to a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryReport {
    /// The id of the entry.
    pub id: String,
    /// How sure it is.
    pub standing: Standing,
    /// The causes for which it is shown.
    pub causes: Vec<Cause>,
    /// Its advice, tried on this token.
    pub trials: Vec<Trial>,
}

/// What a real library makes of the same case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The library and its version.
    pub library: String,
    /// Whether it accepts; none when it could not be asked.
    pub accepts: Option<bool>,
    /// What it prints, or why it could not be asked.
    pub message: String,
    /// The known differences that explain why it answers otherwise.
    pub differences: Vec<Difference>,
    /// Whether it contradicts this diagnosis in a way that no known difference explains.
    pub disagrees: bool,
}

/// One of several signatures of a JWS in General JSON Serialization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureReport {
    /// Its "alg".
    pub alg: Option<String>,
    /// Its "kid".
    pub kid: Option<String>,
    /// What became of it.
    pub state: SignatureState,
    /// The key that verified it.
    pub matched_key: Option<MatchedKey>,
}

/// A claim or an array element that the holder of an SD-JWT chose to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureReport {
    /// Where it stands in the paste.
    pub span: Span,
    /// The claim's name; none for an element of an array.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// The value as it was spelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether what was signed has its digest.
    pub matched: bool,
}

/// What is said of one distinct token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenReport {
    /// Where it stood in the paste.
    pub sightings: Vec<Occurrence>,
    /// Whether it stood there as it should.
    pub as_pasted: AsPasted,
    /// Its stretches, in the order of the text.
    pub segments: Vec<Segment>,
    /// The JOSE Header.
    pub header: Option<JsonText>,
    /// The payload, when it is JSON.
    pub payload: Option<JsonText>,
    /// The answer.
    pub verdict: Verdict,
    /// What became of reading it.
    pub decode: DecodeState,
    /// What became of its signature.
    pub signature: SignatureState,
    /// What became of its claims.
    pub claims: ClaimsState,
    /// What became of its ciphertext, for a JWE.
    pub encryption: Option<EncryptionState>,
    /// The "alg" as spelled.
    pub alg: Option<String>,
    /// The "kid".
    pub kid: Option<String>,
    /// The key that verified the signature.
    pub matched_key: Option<MatchedKey>,
    /// What was noticed, errors first, the most telling first.
    pub findings: Vec<Finding>,
    /// When the claims are accepted; none when there are no claims.
    pub window: Option<Window>,
    /// Each signature, when there are several.
    pub signatures: Vec<SignatureReport>,
    /// The disclosures of an SD-JWT.
    pub disclosures: Vec<DisclosureReport>,
    /// What would make it pass, best first.
    pub proved: Vec<Proof>,
    /// What was tried and does not explain the rejection.
    pub ruled_out: Vec<ExperimentId>,
    /// What was not ruled out and can't be proved here.
    pub possible: Vec<Cause>,
    /// The entries of the knowledge base, the most certain first.
    pub entries: Vec<EntryReport>,
    /// What jsonwebtoken makes of it.
    pub opinion: Option<Opinion>,
    /// The token inside this one, when it is a Nested JWT.
    pub inner: Option<Box<TokenReport>>,
}

/// A library's error message that was recognised in the paste.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageReport {
    /// Where it stands in the paste.
    pub span: Span,
    /// The library that prints it.
    pub library: String,
    /// Who passed it on, when the same line shows that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// The entry that explains it.
    pub entry: Option<String>,
    /// What it can mean, the likeliest first.
    pub causes: Vec<Cause>,
    /// What its words hide or say wrongly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misleading: Option<Text>,
}

/// Everything that a diagnosis says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The distinct tokens, in the order of first appearance.
    pub tokens: Vec<TokenReport>,
    /// The error messages, the most specific first.
    pub messages: Vec<MessageReport>,
    /// The times that the paste's log lines carry, in the order of the text.
    pub log_times: Vec<LogTime>,
    /// The keys that were read.
    pub keys: Vec<KeySummary>,
    /// What was noticed about the key texts whatever the token.
    pub key_findings: Vec<Finding>,
    /// Whether nothing more will come.
    pub finished: bool,
}

/// A piece of the answer, as it streams in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The keys were read: the first piece of every answer, with which it begins anew.
    Keys(Vec<KeySummary>, Vec<Finding>),
    /// The next token was judged: verdict and checks, no experiments yet.
    Judged(Box<TokenReport>),
    /// Error messages and log times were looked for.
    Recognised(Vec<MessageReport>, Vec<LogTime>),
    /// The experiments on a token ended.
    Proved {
        /// The token's position in the report.
        token: usize,
        /// What would make it pass, best first.
        proved: Vec<Proof>,
        /// What was tried and does not explain the rejection.
        ruled_out: Vec<ExperimentId>,
        /// What was not ruled out and can't be proved here.
        possible: Vec<Cause>,
    },
    /// A real library was asked about a token.
    Opinion {
        /// The token's position in the report.
        token: usize,
        /// What it says.
        opinion: Opinion,
    },
    /// The entries that belong to a token, their advice tried on it.
    Entries {
        /// The token's position in the report.
        token: usize,
        /// The most certain first.
        entries: Vec<EntryReport>,
    },
    /// A piece of the list of published secrets was tried on a token, and none of it fits.
    Published {
        /// The token's position in the report.
        token: usize,
        /// How many bytes of the list were tried.
        tried: usize,
        /// How many bytes the list has.
        all: usize,
    },
    /// Nothing more will come.
    Finished,
}

impl Report {
    /// Adds a piece of the answer.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Keys(keys, key_findings) => *self = Self { keys, key_findings, ..Self::default() },
            Event::Judged(token) => self.tokens.push(*token),
            Event::Recognised(messages, times) => (self.messages, self.log_times) = (messages, times),
            Event::Proved { token, proved, ruled_out, possible } => {
                if let Some(token) = self.tokens.get_mut(token) {
                    (token.proved, token.ruled_out, token.possible) = (proved, ruled_out, possible);
                }
            }
            Event::Opinion { token, opinion } => {
                if let Some(token) = self.tokens.get_mut(token) {
                    token.opinion = Some(opinion);
                }
            }
            Event::Entries { token, entries } => {
                if let Some(token) = self.tokens.get_mut(token) {
                    token.entries = entries;
                }
            }
            Event::Published { .. } => {}
            Event::Finished => self.finished = true,
        }
    }
}
