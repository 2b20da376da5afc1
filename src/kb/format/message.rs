//! The messages of libraries, and texts in which they stand.

use serde::{Deserialize, Serialize};

use super::Text;

/// One message that a library prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern<C, I> {
    /// Its words, with `{}` for what varies, `{a|b}` for one of several words, `{$}` for the end of a line.
    pub text: String,
    /// What it can mean, the likeliest first; empty for words that only tell the library.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<C>,
    /// The entry to show, where causes alone do not lead to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<I>,
    /// It only wraps another message, which tells more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub wrapper: bool,
    /// What the words hide or say wrongly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misleading: Option<Text>,
}

/// The messages of one library: a file of `kb/messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Library<C, I> {
    /// What people call it.
    pub library: String,
    /// Words that show that it is at work: package and class names, its own prefix. They have no cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    /// Words that no library owns: they count less than any other's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub generic: bool,
    /// The messages.
    pub messages: Vec<Pattern<C, I>>,
}
