//! Faults that can be seen in a case, a file each, and the order in which they are reported.
//!
//! A check is a pure function. A cause that a check raises is raised by no other room.

use crate::{
    case::Case,
    evaluation::{Attempt, selection::Selection},
    finding::Finding,
};

/// What a check of the signature's stage looks at.
#[derive(Clone, Copy)]
pub struct SignatureScene<'a> {
    /// The case.
    pub case: &'a Case,
    /// Which keys apply.
    pub selection: &'a Selection,
    /// What became of the signature.
    pub attempt: &'a Attempt,
}

/// The checks of the text, beyond what the token's own parser sees.
pub const DECODE: &[fn(&Case) -> Vec<Finding>] = &[];

/// The checks of the signature's stage, the most telling first.
pub const SIGNATURE: &[fn(&SignatureScene<'_>) -> Vec<Finding>] = &[];

/// The checks of the claims' stage, the most telling first.
pub const CLAIMS: &[fn(&Case) -> Vec<Finding>] = &[];
