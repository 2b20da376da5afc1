//! The worker's half: reads a log in pieces, judges its tokens in between, and hears after each bit of work.

use std::cell::RefCell;

use js_sys::{Promise, Reflect, Uint8Array};
use jwt_why::{
    census::{Census, Query},
    verify::{Errand, Verifications},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageChannel};

use super::{
    Ask, MESSAGE, Phase, Progress, Told,
    elsewhere::{Asking, BATCH, Keys},
    stream::Pieces,
};
use crate::app::{platform::clock, protocol, worker};

/// The member of a message that is the log.
pub(super) const LOG: &str = "log";

/// How much of a log is counted at once, in bytes.
const PIECE: u32 = 256 * 1024;

/// How long the worker may be deaf, in milliseconds.
const DEAF: f64 = 30.0;

/// How long tokens are judged after a piece was counted, in milliseconds.
const JUDGING: f64 = 15.0;

/// How often the table is shown while it grows, in milliseconds.
const SHOWING: f64 = 250.0;

/// What this instance works on.
struct Desk {
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

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Takes a message about a census.
#[inline(never)]
pub fn take(message: &JsValue) {
    let member = |name: &str| Reflect::get(message, &name.into()).ok();
    // Page and worker are one module: what can't be read was not sent by it.
    let Some(ask) = member(MESSAGE).and_then(protocol::unpack) else { return };
    if let Ask::Count(standards, query) = &ask {
        let Some(log) = member(LOG).and_then(|log| log.dyn_into::<Blob>().ok()) else { return };
        let number = DESK.with_borrow_mut(|desk| {
            let number = desk.as_ref().map_or(0, |desk| desk.log.wrapping_add(1));
            *desk = Some(Desk {
                census: Census::new(standards),
                memo: Verifications::default(),
                query: query.clone(),
                progress: Progress::default(),
                halted: false,
                log: number,
                told: clock::milliseconds(),
                heard: clock::milliseconds(),
                asked: clock::milliseconds(),
                asking: Asking::Free(Keys::default()),
                ready: 0,
            });
            number
        });
        return spawn_local(count(number, log));
    }
    let judge_again = DESK.with_borrow_mut(|desk| desk.as_mut().and_then(|desk| desk.answer(ask)));
    if let Some(log) = judge_again {
        spawn_local(judge(log));
    }
}

impl Desk {
    /// Answers; the number of the log if its tokens are to be judged and nobody does yet.
    fn answer(&mut self, ask: Ask) -> Option<u32> {
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
    fn awaited(&self) -> Option<Promise> {
        match &self.asking {
            Asking::Busy(asked) if self.ready == 0 => Some(asked.clone()),
            _ => None,
        }
    }

    /// The keys to ask the browser with, if nobody does and at least so many tokens wait for it.
    fn keys(&mut self, least: usize) -> Option<Keys> {
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
    fn learn(&mut self, errands: &[Errand], answers: &[Option<bool>]) -> bool {
        if !self.memo.learn(errands, answers) {
            self.progress.disagrees = true;
            self.memo = Verifications::default();
            self.census.judge_anew();
            return false;
        }
        answers.iter().any(Option::is_some)
    }

    fn count(&mut self, piece: &[u8], read: u64) {
        self.progress.read = read;
        self.census.push(piece);
        self.judge_for(JUDGING);
    }
}

/// Does something with the desk, if this log is still the one that is wanted.
fn at_desk<T>(log: u32, action: impl FnOnce(&mut Desk) -> T) -> Option<T> {
    DESK.with_borrow_mut(|desk| desk.as_mut().filter(|desk| desk.log == log).map(action))
}

/// Has the browser asked about the next tokens, beside everything else.
fn ask_elsewhere(log: u32, least: usize) {
    let Some(keys) = at_desk(log, |desk| desk.keys(least)).flatten() else { return };
    let asked = future_to_promise(async move {
        let asking = answered(log, keys).await;
        at_desk(log, |desk| {
            desk.ready = desk.census.waiting().min(desk.ready + BATCH);
            desk.asking = asking;
        });
        Ok(JsValue::UNDEFINED)
    });
    at_desk(log, |desk| desk.asking = Asking::Busy(asked));
}

/// Asks the browser about the next tokens, and once more where the first answers raise questions.
async fn answered(log: u32, mut keys: Keys) -> Asking {
    for _ in 0..2 {
        let errands = at_desk(log, |desk| desk.census.errands(desk.ready, BATCH, &desk.memo));
        let errands = errands.unwrap_or_default();
        if errands.is_empty() {
            break;
        }
        let answers = keys.ask(&errands).await;
        if at_desk(log, |desk| desk.learn(&errands, &answers)) != Some(true) {
            return Asking::Off;
        }
        if !answers.contains(&Some(false)) {
            break;
        }
    }
    Asking::Free(keys)
}

/// Reads a log to its end, or until somebody stops it.
async fn count(log: u32, blob: Blob) {
    // The knowledge base was sent right behind the log, and a census can't be told of it halfway.
    turn().await;
    if let Some(knowledge) = worker::knowledge() {
        at_desk(log, |desk| desk.census.look_for_messages(knowledge));
    }
    let whole = read(log, &blob).await.is_ok();
    let wanted = at_desk(log, |desk| {
        desk.progress.failed = !whole;
        desk.census.finish();
        desk.progress.phase = Phase::Judging;
        // What was read before somebody stopped it is judged all the same.
        desk.halted = false;
    });
    if wanted.is_some() {
        judge(log).await;
    }
}

async fn read(log: u32, blob: &Blob) -> Result<(), JsValue> {
    let pieces = Pieces::of(blob).await?;
    while let Some(piece) = pieces.next().await? {
        for part in parts(&piece) {
            at_desk(log, |desk| desk.count(&part, pieces.read()));
            ask_elsewhere(log, BATCH);
            if !goes_on(log).await {
                pieces.cancel();
                return Ok(());
            }
        }
    }
    Ok(())
}

fn parts(piece: &Uint8Array) -> impl Iterator<Item = Vec<u8>> {
    let length = piece.length();
    (0..length.div_ceil(PIECE)).map(move |part| {
        let start = part * PIECE;
        piece.subarray(start, start.saturating_add(PIECE).min(length)).to_vec()
    })
}

/// Judges the tokens that wait.
async fn judge(log: u32) {
    while at_desk(log, |desk| desk.judge_for(DEAF)) == Some(true) && goes_on(log).await {
        ask_elsewhere(log, 1);
        if let Some(asked) = at_desk(log, |desk| desk.awaited()).flatten() {
            // It ends well in any case.
            let _ = JsFuture::from(asked).await;
        }
    }
    at_desk(log, |desk| {
        desk.progress.phase = Phase::Done;
        desk.tell();
    });
}

/// Listens if it is time for that, and shows what there is; whether the work is still wanted.
async fn goes_on(log: u32) -> bool {
    let due = at_desk(log, |desk| {
        let now = clock::milliseconds();
        if now - desk.told > SHOWING {
            desk.tell();
        }
        let due = now - desk.heard > DEAF;
        if due {
            desk.heard = now;
        }
        due
    });
    if due == Some(true) {
        turn().await;
    }
    at_desk(log, |desk| !desk.halted) == Some(true)
}

/// Lets the messages in that are waiting.
async fn turn() {
    let turned = Promise::new(&mut |done, _| {
        // A port fails only for what can't be cloned, and null can.
        let asked = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&done));
            channel.port2().post_message(&JsValue::NULL)
        });
        if asked.is_err() {
            let _ = done.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(turned).await;
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
