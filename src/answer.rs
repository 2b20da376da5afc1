//! The command line's JSON: the stable face of a diagnosis for scripts and tests.
//!
//! Members may be added, never renamed. `docs/command-line.md` describes it for those who call it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    cause::{Cause, Class, ExperimentId},
    diagnosis::{
        log_time::AtLogTime,
        report::{
            AsPasted, ClaimsState, DecodeState, DisclosureReport, EncryptionState, MessageReport, Opinion,
            Proof, ProofKind, Report, SignatureReport, SignatureState, TokenReport, Verdict,
        },
    },
    finding::{Facts, Finding, Place, Severity, Span, Value},
    next::{self, NextStep},
    policy::Policy,
    text::{self, Language},
};

/// A case as the command line reads it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question<Id> {
    /// Whatever the caller wants to find in the answer again.
    pub id: Option<Id>,
    /// The text that was pasted.
    pub text: String,
    /// One key text, or several.
    #[serde(default, deserialize_with = "one_or_many")]
    pub keys: Vec<String>,
    /// What the verifier expects.
    #[serde(default)]
    pub policy: PolicyQuestion<Id>,
    /// The time of the failure in seconds since 1970-01-01T00:00:00Z; absent: the time now.
    pub now: Option<i64>,
    /// In base64url, what a token with an empty payload segment was signed over.
    pub detached_payload: Option<String>,
}

/// A policy as the command line reads it: lists may be single values.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyQuestion<Json> {
    algorithms: Option<Vec<String>>,
    #[serde(default, deserialize_with = "one_or_many")]
    issuer: Vec<String>,
    #[serde(default, deserialize_with = "one_or_many")]
    audience: Vec<String>,
    subject: Option<String>,
    nonce: Option<String>,
    azp: Option<String>,
    typ: Option<String>,
    #[serde(default)]
    required: Vec<String>,
    #[serde(default = "BTreeMap::new")]
    claims: BTreeMap<String, Json>,
    #[serde(default)]
    leeway: u32,
    max_age: Option<u32>,
    max_lifetime: Option<u32>,
}

impl<Json> Default for PolicyQuestion<Json> {
    fn default() -> Self {
        Self {
            algorithms: None,
            issuer: Vec::new(),
            audience: Vec::new(),
            subject: None,
            nonce: None,
            azp: None,
            typ: None,
            required: Vec::new(),
            claims: BTreeMap::new(),
            leeway: 0,
            max_age: None,
            max_lifetime: None,
        }
    }
}

impl<Json> PolicyQuestion<Json> {
    /// The policy; `values` gives the JSON texts of which an expected claim must be one.
    pub fn policy(self, values: impl Fn(Json) -> Vec<String>) -> Policy {
        Policy {
            algorithms: self.algorithms,
            issuer: self.issuer,
            audience: self.audience,
            subject: self.subject,
            nonce: self.nonce,
            azp: self.azp,
            typ: self.typ,
            required: self.required,
            claims: self.claims.into_iter().map(|(name, value)| (name, values(value))).collect(),
            leeway: self.leeway,
            max_age: self.max_age,
            max_lifetime: self.max_lifetime,
        }
    }
}

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Option::<OneOrMany>::deserialize(deserializer)? {
        Some(OneOrMany::One(one)) => vec![one],
        Some(OneOrMany::Many(many)) => many,
        None => Vec::new(),
    })
}

/// The answer to a case.
#[derive(Clone, Debug, Serialize)]
pub struct Answer<Id> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    tokens: Vec<TokenAnswer>,
    messages: Vec<MessageReport>,
}

#[derive(Clone, Debug, Serialize)]
struct TokenAnswer {
    spans: Vec<Span>,
    as_pasted: AsPasted,
    verdict: Verdict,
    decode: DecodeState,
    signature: SignatureState,
    claims: ClaimsState,
    #[serde(skip_serializing_if = "Option::is_none")]
    encryption: Option<EncryptionState>,
    alg: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    matched_key: Option<MatchedKeyAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_log_time: Option<AtLogTimeAnswer>,
    findings: Vec<FindingAnswer>,
    proved: Vec<ProofAnswer>,
    ruled_out: Vec<ExperimentId>,
    possible: Vec<Cause>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    next: Vec<NextAnswer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    signatures: Vec<SignatureReport>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    disclosures: Vec<DisclosureReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inner: Option<Box<TokenAnswer>>,
    entries: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opinion: Option<Opinion>,
}

#[derive(Clone, Debug, Serialize)]
struct AtLogTimeAnswer {
    time: i64,
    zone_known: bool,
    verdict: Verdict,
    claims: ClaimsState,
    message: String,
}

#[derive(Clone, Debug, Serialize)]
struct NextAnswer {
    evidence: &'static str,
    message: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct MatchedKeyAnswer {
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<String>,
    read_as: String,
}

#[derive(Clone, Debug, Serialize)]
struct FindingAnswer {
    cause: Cause,
    severity: Severity,
    message: String,
    place: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Span>,
    facts: BTreeMap<String, FactAnswer>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum FactAnswer {
    Text(String),
    Number(i64),
    List(Vec<String>),
}

#[derive(Clone, Debug, Serialize)]
struct ProofAnswer {
    kind: ProofKind,
    class: Class,
    changes: Vec<ChangeAnswer>,
}

#[derive(Clone, Debug, Serialize)]
struct ChangeAnswer {
    cause: Cause,
    experiment: ExperimentId,
    message: String,
}

/// The answer to a case in a language; `at_log_times` has what becomes of each token at the time of its log line.
pub fn answer<Id>(
    id: Option<Id>,
    report: &Report,
    at_log_times: &[Option<AtLogTime>],
    language: Language,
) -> Answer<Id> {
    let mut tokens: Vec<TokenAnswer> =
        report.tokens.iter().map(|token| token_answer(token, &report.messages, language)).collect();
    for (token, at_log_time) in tokens.iter_mut().zip(at_log_times) {
        token.at_log_time = at_log_time.map(|at| AtLogTimeAnswer {
            time: at.time.instant,
            zone_known: at.time.zone_known,
            verdict: at.verdict,
            claims: at.claims,
            message: text::at_log_time(at.time.instant, at.time.zone_known, language),
        });
    }
    Answer { id, tokens, messages: report.messages.clone() }
}

fn token_answer(token: &TokenReport, messages: &[MessageReport], language: Language) -> TokenAnswer {
    TokenAnswer {
        spans: token.sightings.iter().map(|sighting| sighting.span).collect(),
        as_pasted: token.as_pasted,
        verdict: token.verdict,
        decode: token.decode,
        signature: token.signature,
        claims: token.claims,
        encryption: token.encryption,
        alg: token.alg.clone(),
        kid: token.kid.clone(),
        matched_key: token.matched_key.as_ref().map(|key| MatchedKeyAnswer {
            index: key.index,
            kid: key.kid.clone(),
            read_as: key.read_as.clone(),
        }),
        at_log_time: None,
        findings: token.findings.iter().map(|finding| finding_answer(finding, language)).collect(),
        proved: token.proved.iter().map(|proof| proof_answer(proof, language)).collect(),
        ruled_out: token.ruled_out.clone(),
        possible: token.possible.clone(),
        next: next::steps(token, messages).into_iter().map(|step| next_answer(step, language)).collect(),
        signatures: token.signatures.clone(),
        disclosures: token.disclosures.clone(),
        inner: token.inner.as_ref().map(|inner| Box::new(token_answer(inner, &[], language))),
        entries: token.entries.iter().map(|entry| entry.id.clone()).collect(),
        opinion: token.opinion.clone(),
    }
}

fn next_answer(step: NextStep, language: Language) -> NextAnswer {
    let message = text::next_step(step.evidence, language);
    NextAnswer { evidence: step.evidence.id(), message, command: step.command }
}

fn finding_answer(finding: &Finding, language: Language) -> FindingAnswer {
    FindingAnswer {
        cause: finding.cause,
        severity: finding.severity,
        message: text::sentence(finding, language),
        place: finding.place,
        span: finding.span,
        facts: fact_answers(&finding.facts),
    }
}

fn fact_answers(facts: &Facts) -> BTreeMap<String, FactAnswer> {
    let value = |value: &Value| match value {
        Value::Text(text) => FactAnswer::Text(text.clone()),
        Value::Number(number) | Value::Seconds(number) | Value::Instant(number) => {
            FactAnswer::Number(*number)
        }
        Value::List(list) => FactAnswer::List(list.clone()),
    };
    facts.iter().map(|fact| (fact.name.to_string(), value(&fact.value))).collect()
}

fn proof_answer(proof: &Proof, language: Language) -> ProofAnswer {
    let changes = proof.changes.iter().map(|change| ChangeAnswer {
        cause: change.cause,
        experiment: change.experiment,
        message: text::change(change.experiment, &change.facts, language),
    });
    ProofAnswer { kind: proof.kind, class: proof.class, changes: changes.collect() }
}
