//! The worker: diagnoses in steps and hears a newer input between two of them.

use std::{cell::RefCell, collections::VecDeque};

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use super::protocol::{self, Generation, Request, ToPage, ToWorker};
use jwt_why::diagnosis::report::Event;

/// What this instance works on.
#[derive(Default)]
struct Desk {
    current: Option<(Generation, Steps)>,
    turns: Option<Turns>,
}

/// The diagnosis of one input: a stand-in that finds nothing.
struct Steps(VecDeque<Event>);

impl Steps {
    fn start(_: &Request) -> Self {
        let keys = Event::Keys(Vec::new(), Vec::new());
        Self(VecDeque::from([keys, Event::Finished]))
    }

    /// Does a bounded amount of work.
    fn step(&mut self) -> Option<Event> {
        self.0.pop_front()
    }
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
    match message {
        ToWorker::Knowledge { text: _ } => {}
        ToWorker::Diagnose { generation, input } => {
            let steps = Steps::start(&input);
            let before = DESK.with_borrow_mut(|desk| desk.current.replace((generation, steps)));
            if before.is_none() {
                take_turn();
            }
        }
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
        let (generation, steps) = desk.current.as_mut()?;
        let next = steps.step().map(|event| ToPage::Step { generation: *generation, event });
        if next.is_none() {
            desk.current = None;
        }
        next
    });
    if let Some(message) = next {
        post(&message);
        take_turn();
    }
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
