//! The worker: diagnoses in steps and hears a newer input between two of them.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use super::protocol::{self, Generation, ToPage, ToWorker};
use jwt_why::{
    diagnosis::{Diagnosis, Input, Step},
    kb::Knowledge,
};

/// What this instance works on.
#[derive(Default)]
struct Desk {
    knowledge: Option<Rc<Knowledge>>,
    /// The newest input, which is diagnosed once more when the knowledge base comes late.
    newest: Option<(Generation, Input)>,
    current: Option<(Generation, Diagnosis)>,
    turns: Option<Turns>,
}

/// A message to oneself: it queues up behind what the page has sent in the meantime.
struct Turns {
    outside: MessagePort,
    _inside: (MessagePort, Closure<dyn FnMut(MessageEvent)>),
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Prepares this instance for messages.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        post(&ToPage::Dead { at: panic.location().map(ToString::to_string) });
    }));
    DESK.with_borrow_mut(|desk| desk.turns = Turns::new());
}

/// Takes a message from the page.
///
/// # Panics
///
/// At a message that is none: page and worker are one module, so this instance can no longer be trusted, and the page
/// starts another one.
#[expect(clippy::panic, reason = "the only way out of an instance that can't be trusted")]
pub fn receive(message: JsValue) {
    let Ok(message) = protocol::read(message) else {
        panic!("a message that the page can't have sent");
    };
    DESK.with_borrow_mut(|desk| match message {
        // Without a knowledge base there is still a verdict.
        ToWorker::Knowledge { text } => desk.knowledge = Knowledge::from_index(&text).ok().map(Rc::new),
        ToWorker::Diagnose { generation, input } => desk.newest = Some((generation, *input)),
    });
    start_over();
}

/// Starts the diagnosis of the newest input, whatever was under way.
fn start_over() {
    let idle = DESK.with_borrow_mut(|desk| {
        let (generation, input) = desk.newest.clone()?;
        let diagnosis = Diagnosis::start(input, desk.knowledge.clone());
        Some(desk.current.replace((generation, diagnosis)).is_none())
    });
    if idle == Some(true) {
        take_turn();
    }
}

/// Asks for the next step, after the messages that are already waiting.
fn take_turn() {
    DESK.with_borrow(|desk| {
        if let Some(turns) = &desk.turns {
            turns.ask();
        }
    });
}

/// One step of the current diagnosis.
fn step() {
    let next = DESK.with_borrow_mut(|desk| {
        let (generation, diagnosis) = desk.current.as_mut()?;
        match diagnosis.step() {
            Step::Event(event) => Some(Some(ToPage::Step { generation: *generation, event })),
            Step::Working => Some(None),
            Step::Done => {
                desk.current = None;
                None
            }
        }
    });
    let Some(message) = next else { return };
    if let Some(message) = message {
        post(&message);
    }
    take_turn();
}

impl Turns {
    fn new() -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let inside = channel.port1();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(|_| step());
        inside.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { outside: channel.port2(), _inside: (inside, listener) })
    }

    fn ask(&self) {
        // A port fails only for what can't be cloned, and null can.
        let _ = self.outside.post_message(&JsValue::NULL);
    }
}

fn post(message: &ToPage) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    if let Ok(message) = protocol::write(message) {
        // Plain data can be cloned.
        let _ = scope.post_message(&message);
    }
}
