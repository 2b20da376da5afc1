//! What page and worker say to each other; `serde-wasm-bindgen` makes messages of it.

use serde::{Deserialize, Serialize};

/// Counts the inputs; a message about an older one is out of date.
pub type Generation = u32;

/// From the page to the worker.
#[derive(Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToWorker {
    /// The knowledge base, once; the start script sends it, and may never do.
    Knowledge {
        /// The contents of `kb.json`.
        text: String,
    },
    /// Diagnose this and forget what came before.
    Diagnose {
        /// The number of the input.
        generation: Generation,
        /// What to diagnose.
        input: Request,
    },
}

/// From the worker to the page.
#[derive(Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ToPage {
    /// A step of the diagnosis.
    Step {
        /// The number of the input that it is about.
        generation: Generation,
        /// What was found.
        event: Event,
    },
    /// The last message of a worker that has panicked.
    Dead {
        /// Where, as file, line and column; a panic's own words may quote a token and stay in the worker.
        at: Option<String>,
    },
}

/// Everything that a diagnosis depends on.
#[derive(Clone, Default, PartialEq, Deserialize, Serialize)]
pub struct Request {
    /// What was pasted.
    pub text: String,
}

/// What a step of a diagnosis found.
#[derive(Clone, PartialEq, Deserialize, Serialize)]
pub enum Event {
    /// The length of the text in bytes.
    Length(usize),
    /// Nothing more comes for this input.
    Done,
}
