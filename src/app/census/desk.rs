//! What the worker has before it while it reads a log: the census, what is known of signatures, and who waits for what.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use jwt_why::{
    census::{Census, Query, Standards},
    kb::Knowledge,
    verify::{Errand, Verifications},
};
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

use super::{
    Ask, MESSAGE, Phase, Progress, Told,
    elsewhere::{Asking, BATCH, Keys},
};
use crate::app::{platform::clock, protocol};

/// How long the worker may be deaf, in milliseconds.
const DEAF: f64 = 30.0;

/// How long tokens are judged after a piece was counted, in milliseconds.
const JUDGING: f64 = 15.0;

/// How often the table is shown while it grows, in milliseconds.
const SHOWING: f64 = 250.0;

/// What this instance works on.
pub(super) struct Desk {
    census: Census,
    memo: Verifications,
    query: Query,
    progress: Progress,
    /// Whether the work under way is to end.
    halted: bool,
    /// Counts the logs; work on an earlier one ends by itself.
    log: u32,
    /// When the page was last told, when this instance last listened, and when the browser was last asked.
    told: f64,
    heard: f64,
    asked: f64,
    asking: Asking,
    /// How many of the tokens that wait the browser was asked about.
    ready: usize,
}

impl Desk {
    /// A desk with nothing read yet; `log` is the number of the log.
    pub(super) fn new(log: u32, standards: &Standards, query: Query) -> Self {
        let now = clock::milliseconds();
        Self {
            census: Census::new(standards),
            memo: Verifications::default(),
            query,
            progress: Progress::default(),
            halted: false,
            log,
            told: now,
            heard: now,
            asked: now,
            asking: Asking::Free(Keys::default()),
            ready: 0,
        }
    }

    /// The number of its log.
    pub(super) fn log(&self) -> u32 {
        self.log
    }

    /// Looks for the messages of libraries, too.
    pub(super) fn look_for_messages(&mut self, knowledge: Rc<Knowledge>) {
        self.census.look_for_messages(knowledge);
    }

    /// Answers; the number of the log if its tokens are to be judged and nobody does yet.
    pub(super) fn answer(&mut self, ask: Ask) -> Option<u32> {
        let idle = self.progress.phase == Phase::Done;
        match ask {
            Ask::Count(..) => {}
            Ask::Judge(standards) => {
                self.census.judge_by(&standards);
                self.ready = 0;
                self.halted = false;
                if idle {
                    self.progress.phase = Phase::Judging;
                    return Some(self.log);
                }
            }
            Ask::Show(query) => {
                self.query = query;
                self.tell();
            }
            Ask::Stop => {
                self.halted = true;
                self.progress.stopped |= !idle;
            }
            Ask::Open(token) => {
                if let Some((text, time)) = self.census.token(token) {
                    post(&Told::Opened(text.to_string(), time));
                }
            }
            Ask::Compare(first, second) => {
                let parts = [first, second].map(|token| self.census.parts(token, &mut self.memo));
                post(&Told::Compared(Box::new(parts)));
            }
        }
        None
    }

    /// Shows the table as it is now.
    fn tell(&mut self) {
        post(&Told::Table(Box::new(self.census.view(&self.query)), self.progress));
        self.told = clock::milliseconds();
    }

    /// Judges tokens that are ready, as long as the worker may be deaf; whether any wait then.
    pub(super) fn judge(&mut self) -> bool {
        self.judge_for(DEAF)
    }

    /// Judges tokens that are ready for a while; whether any wait then.
    fn judge_for(&mut self, milliseconds: f64) -> bool {
        let end = clock::milliseconds() + milliseconds;
        while self.is_ready() && clock::milliseconds() < end && self.census.judge_next(&mut self.memo) {
            self.ready = self.ready.saturating_sub(1);
        }
        self.census.waiting() > 0
    }

    fn is_ready(&self) -> bool {
        self.ready > 0 || matches!(self.asking, Asking::Off)
    }

    /// What there is to wait for before the next token can be judged.
    pub(super) fn awaited(&self) -> Option<Promise> {
        match &self.asking {
            Asking::Busy(asked) if self.ready == 0 => Some(asked.clone()),
            _ => None,
        }
    }

    /// The keys to ask the browser with, if nobody does and at least so many tokens wait for it.
    pub(super) fn keys(&mut self, least: usize) -> Option<Keys> {
        let now = clock::milliseconds();
        let least = if now - self.asked > SHOWING { 1 } else { least };
        if self.census.waiting() < self.ready + least {
            return None;
        }
        match std::mem::replace(&mut self.asking, Asking::Off) {
            Asking::Free(keys) => {
                self.asked = now;
                Some(keys)
            }
            other => {
                self.asking = other;
                None
            }
        }
    }

    /// Takes what the browser says; whether it is to be asked on.
    pub(super) fn learn(&mut self, errands: &[Errand], answers: &[Option<bool>]) -> bool {
        if !self.memo.learn(errands, answers) {
            self.progress.disagrees = true;
            self.memo = Verifications::default();
            self.census.judge_anew();
            return false;
        }
        answers.iter().any(Option::is_some)
    }

    /// Counts the next piece of the log, of which `read` bytes have come, and judges a while.
    pub(super) fn count(&mut self, piece: &[u8], read: u64) {
        self.progress.read = read;
        self.census.push(piece);
        self.judge_for(JUDGING);
    }

    /// What the browser is to be asked about the next tokens.
    pub(super) fn errands(&self) -> Vec<Errand> {
        self.census.errands(self.ready, BATCH, &self.memo)
    }

    /// The browser is being asked until `asked` has ended.
    pub(super) fn wait_for(&mut self, asked: Promise) {
        self.asking = Asking::Busy(asked);
    }

    /// The browser has said what it could about the next tokens.
    pub(super) fn is_told(&mut self, asking: Asking) {
        self.ready = self.census.waiting().min(self.ready + BATCH);
        self.asking = asking;
    }

    /// The log has ended, or could not be read on.
    pub(super) fn finish(&mut self, whole: bool) {
        self.progress.failed = !whole;
        self.census.finish();
        self.progress.phase = Phase::Judging;
        // What was read before somebody stopped it is judged all the same.
        self.halted = false;
    }

    /// Everything is judged.
    pub(super) fn close(&mut self) {
        self.progress.phase = Phase::Done;
        self.tell();
    }

    /// Shows what there is if it is time for that; whether it is time to listen, too.
    pub(super) fn is_due(&mut self) -> bool {
        let now = clock::milliseconds();
        if now - self.told > SHOWING {
            self.tell();
        }
        let due = now - self.heard > DEAF;
        if due {
            self.heard = now;
        }
        due
    }

    /// Whether nobody has stopped the work.
    pub(super) fn is_wanted(&self) -> bool {
        !self.halted
    }
}

fn post(told: &Told) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    if let Some(told) = protocol::pack(told) {
        let message = js_sys::Object::new();
        // Setting a member of a new object can't fail, and plain data can be cloned.
        let _ = Reflect::set(&message, &MESSAGE.into(), &told);
        let _ = scope.post_message(&message);
    }
}
