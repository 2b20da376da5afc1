//! What a diagnosis says: plain values that cross to the page, to the command line and into tickets.
//!
//! Everything here is data. Sentences are made of it in `text/`; a report holds facts with their privacy.

mod beside;
mod drawing;
mod proof;
mod state;

use serde::{Deserialize, Serialize};

pub use self::{
    beside::{DisclosureReport, Opinion, PayloadRead, SignatureReport},
    drawing::{JsonMember, JsonText, KeySummary, MatchedKey, Segment, SegmentKind, Window},
    proof::{Advice, Change, EntryReport, Proof, ProofKind, Standing, Trial, TrialOutcome},
    state::{ClaimsState, DecodeState, EncryptionState, SignatureState, Verdict},
};
pub use crate::extract::{AsPasted, LogTime, Occurrence};
use crate::{
    cause::{Cause, ExperimentId},
    finding::{Finding, Span},
    kb::format::Text,
};

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
    pub via: Option<String>,
    /// The entry that explains it.
    pub entry: Option<String>,
    /// What it can mean, the likeliest first.
    pub causes: Vec<Cause>,
    /// What its words hide or say wrongly.
    pub misleading: Option<Text>,
}

/// Everything that a diagnosis says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The distinct tokens, in the order of first appearance.
    pub tokens: Vec<TokenReport>,
    /// The error messages, the most specific first.
    pub messages: Vec<MessageReport>,
    /// Whether messages and times were looked for, so that no more of them will come.
    pub recognised: bool,
    /// The times that the paste's log lines carry, in the order of the text.
    pub log_times: Vec<LogTime>,
    /// The keys that were read.
    pub keys: Vec<KeySummary>,
    /// What was noticed about the key texts whatever the token.
    pub key_findings: Vec<Finding>,
    /// How the detached payload was read; none when none was given, or when it can't be read as it is to be.
    pub payload: Option<PayloadRead>,
    /// Whether nothing more will come.
    pub finished: bool,
}

/// A piece of the answer, as it streams in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The keys were read: the first piece of every answer, with which it begins anew.
    Keys(Vec<KeySummary>, Vec<Finding>),
    /// The detached payload was read, or can't be read as it is to be.
    Payload(Option<PayloadRead>),
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
    /// So many of the published secrets were tried on a token, and none of them fits.
    Published {
        /// The token's position in the report.
        token: usize,
        /// How many were tried.
        tried: usize,
        /// How many there are.
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
            Event::Payload(payload) => self.payload = payload,
            Event::Judged(token) => self.tokens.push(*token),
            Event::Recognised(messages, times) => {
                (self.messages, self.log_times, self.recognised) = (messages, times, true);
            }
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
