//! What was proved, and the entries of the knowledge base with their advice tried.

use serde::{Deserialize, Serialize};

use crate::{
    cause::{Cause, Class, ExperimentId},
    finding::Facts,
};

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
    /// A proof names its cause, and it is the entry about that.
    Proved,
    /// A finding names its cause, and it is the entry about that.
    Found,
    /// Nothing rules its cause out, or it is one of several ways to a cause that is sure.
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
