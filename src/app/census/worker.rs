//! The worker's half: reads a log in pieces, judges its tokens in between, and hears after each bit of work.

use std::cell::RefCell;

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, MessageChannel};

use super::{
    Ask, MESSAGE,
    desk::Desk,
    elsewhere::{Asking, BATCH, Keys},
    stream::Pieces,
};
use crate::app::{protocol, worker};

/// The member of a message that is the log.
pub(super) const LOG: &str = "log";

/// How much of a log is counted at once, in bytes.
const PIECE: u32 = 256 * 1024;

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
            let number = desk.as_ref().map_or(0, |desk| desk.log().wrapping_add(1));
            *desk = Some(Desk::new(number, standards, query.clone()));
            number
        });
        return spawn_local(count(number, log));
    }
    let judge_again = DESK.with_borrow_mut(|desk| desk.as_mut().and_then(|desk| desk.answer(ask)));
    if let Some(log) = judge_again {
        spawn_local(judge(log));
    }
}

/// Does something with the desk, if this log is still the one that is wanted.
fn at_desk<T>(log: u32, action: impl FnOnce(&mut Desk) -> T) -> Option<T> {
    DESK.with_borrow_mut(|desk| desk.as_mut().filter(|desk| desk.log() == log).map(action))
}

/// Has the browser asked about the next tokens, beside everything else.
fn ask_elsewhere(log: u32, least: usize) {
    let Some(keys) = at_desk(log, |desk| desk.keys(least)).flatten() else { return };
    let asked = future_to_promise(async move {
        let asking = answered(log, keys).await;
        at_desk(log, |desk| desk.is_told(asking));
        Ok(JsValue::UNDEFINED)
    });
    at_desk(log, |desk| desk.wait_for(asked));
}

/// Asks the browser about the next tokens, and once more where the first answers raise questions.
async fn answered(log: u32, mut keys: Keys) -> Asking {
    for _ in 0..2 {
        let errands = at_desk(log, |desk| desk.errands()).unwrap_or_default();
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
        at_desk(log, |desk| desk.look_for_messages(knowledge));
    }
    let whole = read(log, &blob).await.is_ok();
    let wanted = at_desk(log, |desk| desk.finish(whole));
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
    while at_desk(log, Desk::judge) == Some(true) && goes_on(log).await {
        ask_elsewhere(log, 1);
        if let Some(asked) = at_desk(log, |desk| desk.awaited()).flatten() {
            // It ends well in any case.
            let _ = JsFuture::from(asked).await;
        }
    }
    at_desk(log, Desk::close);
}

/// Listens if it is time for that, and shows what there is; whether the work is still wanted.
async fn goes_on(log: u32) -> bool {
    if at_desk(log, Desk::is_due) == Some(true) {
        turn().await;
    }
    at_desk(log, |desk| desk.is_wanted()) == Some(true)
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
