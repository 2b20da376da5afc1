//! The table of many tokens: what the page and a worker of its own say to each other about a log.
//!
//! The log itself crosses once, as a `Blob` that nobody has read yet; what comes back is a view of bounded size. So the
//! page's own instance never holds the log, and the page never waits for it.

pub mod counter;
mod desk;
mod elsewhere;
pub mod source;
mod stream;
pub mod worker;

use js_sys::Reflect;
use jwt_why::census::{Parts, Query, Standards, View};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// The member of a message that is about a census.
const MESSAGE: &str = "census";

/// Whether a message is about a census.
pub fn is_meant(message: &JsValue) -> bool {
    Reflect::get(message, &MESSAGE.into()).is_ok_and(|asked| !asked.is_undefined())
}

/// From the page to the worker.
#[derive(Deserialize, Serialize)]
pub enum Ask {
    /// Count the tokens of the log that comes with the message.
    Count(Standards, Query),
    /// Judge by other standards from now on.
    Judge(Standards),
    /// Show other rows.
    Show(Query),
    /// Go no further.
    Stop,
    /// Hand out a token's text.
    Open(usize),
    /// Hand out the parts of two tokens.
    Compare(usize, usize),
}

/// From the worker to the page.
#[derive(Deserialize, Serialize)]
pub enum Told {
    /// The table as it is now.
    Table(Box<View>, Progress),
    /// A token's text, and the time at which it is worth a look, in seconds since 1970-01-01T00:00:00Z.
    Opened(String, Option<i64>),
    /// The parts of two tokens.
    Compared(Box<[Parts; 2]>),
}

/// How far the worker is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Progress {
    /// What it does.
    pub phase: Phase,
    /// How many bytes of the file were read, before decompression.
    pub read: u64,
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// Whether the file could not be read to its end.
    pub failed: bool,
    /// Whether the browser's own cryptography has said something else of a signature than ours.
    pub disagrees: bool,
}

/// What the worker does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Phase {
    /// The log is read, and tokens are judged as they come.
    #[default]
    Reading,
    /// The log was read; tokens still wait to be judged.
    Judging,
    /// There is nothing left to do.
    Done,
}

impl Phase {
    /// The stable name for tests and scripts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Judging => "judging",
            Self::Done => "done",
        }
    }
}
