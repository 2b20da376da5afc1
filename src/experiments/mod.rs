//! Things that can be changed in a case, a file each, and the search for the smallest set that leads to acceptance.
//!
//! An experiment is a pure function from a case to proposals. It does not judge: [`search`] makes the edits, has the
//! case evaluated, and calls a change a proof only when the verdict says so.

pub mod search;
pub mod trial;

use crate::{
    case::{Case, Edit},
    cause::{ExperimentId, Stage},
    diagnosis::report::Change,
    evaluation::Evaluation,
    finding::Facts,
};

/// Edits to try together, and what to say of them.
#[derive(Clone)]
pub struct Proposal {
    /// The edits, in this order.
    pub edits: Vec<Edit>,
    /// The change made visible.
    pub facts: Facts,
}

impl Proposal {
    /// One edit and what to say of it.
    pub fn new(edit: Edit, facts: Facts) -> Self {
        Self { edits: vec![edit], facts }
    }
}

/// One thing that can be changed in a case.
#[derive(Clone, Copy, Debug)]
pub struct Experiment {
    /// Its name, which gives its cause and class.
    pub id: ExperimentId,
    /// The stage that the change is meant to mend.
    pub stage: Stage,
    /// The changes that are worth trying on this case, the likeliest first; none where it does not apply.
    pub propose: fn(&Case) -> Vec<Proposal>,
}

/// What the evidence itself shows about a signature that nothing mends.
pub type Observation = fn(&Case, &Evaluation) -> Option<Change>;

/// The experiments that the search makes, in order of likelihood.
pub const REGISTRY: &[Experiment] = &[];

/// The experiments that are made only when an entry of the knowledge base names them.
pub const TRIALS: &[Experiment] = &[];

/// The observations, the surest first.
pub const OBSERVATIONS: &[Observation] = &[];
