//! What an entry is made of.

use serde::{Deserialize, Serialize};

use super::Rate;

/// A text in each language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One fault.
    Error,
    /// A walk through a family of faults, step by step.
    Guide,
    /// What one product or provider does.
    Product,
}

/// What kind of mistake is at the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RootKind {
    /// Several kinds at once.
    Generic,
    /// A setting of the verifier or the issuer.
    Configuration,
    /// The program that makes, carries or checks the token.
    Code,
    /// What lies between the programs: proxies, shells, clocks.
    Environment,
    /// A service works as it was designed to.
    Design,
    /// A fault in a library or product.
    Defect,
    /// Somebody tries to get in.
    Attack,
}

/// Whether a version is in use, has the fault, or is cured of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// In use, and what the entry says holds for it.
    Active,
    /// Has the fault that the entry describes.
    Affected,
    /// No longer has it.
    Fixed,
    /// No longer maintained.
    Ended,
}

/// The root of the fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Root {
    /// Its kind.
    pub kind: RootKind,
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
}

/// What somebody sees: a message as a library prints it, or an observation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// The message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Who prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub library: Option<String>,
    /// The observation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// One of several ways in which the fault comes about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way<C> {
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
    /// The causes that the page knows it by.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<C>,
}

/// A command, a configuration, or a piece of a program to copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The library, tool or system that it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub library: Option<String>,
    /// What it does, where that does not go without saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Text>,
    /// The language, as highlighters call it: `bash`, `python`, `nginx`.
    pub language: String,
    /// The characters to copy.
    pub code: String,
    /// What is printed when all is well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
}

/// A few characters that are the same in both languages, or a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// A name or a number.
    Plain(String),
    /// A text.
    Text(Text),
}

/// A table of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The head of each column.
    pub columns: Vec<Text>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// One step of a guide, or one way to make sure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do, in a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What to do and why.
    pub text: Text,
    /// What to type.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<Code>,
    /// What to look up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// What to go through, in order.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<Text>,
}

/// A version of something that the entry holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The library or product.
    pub component: String,
    /// Its version or range of versions.
    pub version: Cell,
    /// What holds for it.
    pub status: Status,
    /// Since which version or day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub introduced: Option<String>,
    /// Until which version or day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Text>,
}

/// Something to try: a workaround, or a dead end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt<X> {
    /// What is done.
    pub text: Text,
    /// Why it helps, or why it does not; a dead end always says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// The experiments that try it on a token; each of them does it.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub experiments: Vec<X>,
    /// How often it helps, or how often it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// How to do it, for each library.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<Code>,
    /// The addresses where it was learnt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// A document or a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is called.
    pub name: String,
    /// Where it is, if it can be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
