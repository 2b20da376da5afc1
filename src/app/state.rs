//! What the page knows: what somebody gave it, and what the diagnosis answered.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{Event, Report, SignatureState, TokenReport},
    jose::DetachedPayload,
    keys::SecretReading,
    time,
    verify::opinion::webcrypto::SignatureOpinion,
};
use yew::AttrValue;

use super::{form::PolicyForm, platform::clock};

/// Which time is taken as the time of the failure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The time at which the question is asked.
    #[default]
    Now,
    /// What somebody typed, whether it can be read or not.
    Typed(String),
    /// The time of a log line that was pasted, in seconds since 1970-01-01T00:00:00Z.
    Logged(i64),
}

impl Clock {
    /// The time that it shows now, in seconds since 1970-01-01T00:00:00Z; what can't be read is now.
    pub fn instant(&self) -> i64 {
        let present = clock::now();
        match self {
            Self::Now => present,
            Self::Typed(text) => time::typed(text, present).map_or(present, |time| time.instant),
            Self::Logged(instant) => *instant,
        }
    }
}

/// Everything that somebody gave: it decides the diagnosis.
#[derive(Clone, Default, PartialEq)]
pub struct Inputs {
    /// What is in the text area.
    pub text: AttrValue,
    /// What is in the key box.
    pub keys: AttrValue,
    /// How a secret in the key box is read.
    pub reading: SecretReading,
    /// What is in the box for a payload that was sent apart.
    pub payload: DetachedPayload,
    /// What the verifier expects.
    pub policy: PolicyForm,
    /// The time of the failure.
    pub clock: Clock,
}

/// An answer, and the question that it belongs to.
#[derive(Clone, Default, PartialEq)]
pub struct Answer {
    /// The text that the answer's spans count in.
    pub text: AttrValue,
    /// The time that it was judged at, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// What is known so far.
    pub report: Rc<Report>,
    /// How far the published secrets were tried, by the token's position in the report.
    pub published: ByToken<Published>,
    /// What the browser's WebCrypto says about the signatures, by the token's position in the report.
    pub web_crypto: ByToken<SignatureOpinion>,
}

/// What is known of some of the tokens, by their position in the report.
#[derive(Clone, PartialEq)]
pub struct ByToken<T>(Vec<(usize, T)>);

impl<T> Default for ByToken<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByToken<T> {
    /// What is known of this one.
    pub fn get(&self, token: usize) -> Option<&T> {
        self.0.iter().find(|(position, _)| *position == token).map(|(_, known)| known)
    }

    /// Says it anew.
    pub fn set(&mut self, token: usize, known: T) {
        self.remove(token);
        self.0.push((token, known));
    }

    fn remove(&mut self, token: usize) {
        self.0.retain(|(position, _)| *position != token);
    }
}

/// How far the published secrets were tried on a token that nothing else explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// So many of so many were tried, and none of them fits.
    Tried(usize, usize),
    /// They can't be had.
    Missing,
}

impl Answer {
    /// An answer of which nothing has come yet.
    pub fn to(text: AttrValue, now: i64) -> Self {
        Self { text, now, ..Self::default() }
    }

    /// What it says of the keys, whatever the text.
    pub fn of_keys(&self) -> Self {
        let Report { keys, key_findings, .. } = &*self.report;
        let (keys, key_findings) = (keys.clone(), key_findings.clone());
        Self { report: Rc::new(Report { keys, key_findings, ..Report::default() }), ..Self::default() }
    }

    /// Adds a piece.
    pub fn apply(&mut self, event: Event) {
        if let Event::Published { token, tried, all } = event {
            self.published.set(token, Published::Tried(tried, all));
            return;
        }
        if let Event::Proved { token, .. } = event {
            self.published.remove(token);
        }
        Rc::make_mut(&mut self.report).apply(event);
    }

    /// Nothing explains a signature, and the published secrets can't be had.
    pub fn without_secrets(&mut self) {
        let mismatch = |(position, token): (usize, &TokenReport)| {
            (token.signature == SignatureState::Mismatch).then_some(position)
        };
        let tokens = self.report.tokens.iter().enumerate().filter_map(mismatch);
        self.published = ByToken(tokens.map(|token| (token, Published::Missing)).collect());
    }

    /// Whether there is something that can take the place of an older answer.
    pub fn says_something(&self) -> bool {
        self.report.finished || !self.report.tokens.is_empty()
    }

    /// The tokens and the tokens inside of them, in the order in which they are offered.
    pub fn layers(&self) -> Vec<(Layer, &TokenReport)> {
        let mut layers = Vec::new();
        for (token, outer) in self.report.tokens.iter().enumerate() {
            let mut next = Some(outer);
            let mut depth = 0;
            while let Some(report) = next {
                layers.push((Layer { token, depth }, report));
                next = report.inner.as_deref();
                depth += 1;
            }
        }
        layers
    }

    /// The token at this place; the first one, or the innermost one, where there is none.
    pub fn layer(&self, wanted: Layer) -> Option<&TokenReport> {
        let mut report = self.report.tokens.get(wanted.token).or_else(|| self.report.tokens.first())?;
        for _ in 0..wanted.depth {
            let Some(inner) = report.inner.as_deref() else { break };
            report = inner;
        }
        Some(report)
    }
}

/// Which token of an answer, and how deep inside of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// The position of the outermost token in the report.
    pub token: usize,
    /// How many tokens there are around this one.
    pub depth: usize,
}
