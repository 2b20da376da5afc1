//! The page's half of the worker: asks, listens, and replaces a worker that has died.

use std::{
    cell::RefCell,
    mem::{Discriminant, discriminant},
    rc::Rc,
};

use js_sys::Uint8Array;
use jwt_why::{
    diagnosis::{
        Input,
        report::{Event, Trial},
    },
    verify::opinion::webcrypto::SignatureOpinion,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{MessageEvent, Worker};

use super::Shell;
use crate::app::protocol::{self, Generation, ToPage, ToWorker, WANTS_SECRETS};

/// What the page hears.
pub enum Report {
    /// A step of the diagnosis of the latest input.
    Step(Event),
    /// What WebCrypto says about the signature of a token of the latest input.
    SignatureOpinion(usize, SignatureOpinion),
    /// The published secrets are wanted for the latest input and can't be had.
    WithoutSecrets,
    /// What the advice of an entry does to a token of the latest input.
    Tried {
        /// What was tried.
        trials: Vec<Trial>,
    },
    /// A key text that was to be inspected is public, or is not.
    Inspected {
        /// Whether it holds public keys and nothing else.
        public: bool,
    },
    /// The worker died over the latest input, and another one waits for the next.
    Died {
        /// The innermost functions, if the worker could still tell.
        at: Option<String>,
    },
}

/// Asks a worker for diagnoses; clones are the same one.
#[derive(Clone)]
pub struct Diagnoser(Rc<Inner>);

struct Inner {
    shell: Shell,
    listener: Box<dyn Fn(Report)>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    generation: Generation,
    line: Option<Line>,
    /// What the worker was told last of each kind, as long as it may stumble over it because it is not a whole yet.
    unsure: Vec<(Discriminant<ToWorker>, Uint8Array)>,
}

impl State {
    fn post(&mut self, message: &ToWorker) {
        let (Some(line), Some(written)) = (&self.line, protocol::pack(message)) else { return };
        // Plain data can be cloned.
        let _ = line.worker.post_message(&written);
        if !line.whole {
            let kind = discriminant(message);
            self.unsure.retain(|(other, _)| *other != kind);
            self.unsure.push((kind, written));
        }
    }
}

/// A worker and what listens to it.
struct Line {
    worker: Worker,
    /// Whether it has ever answered; one that has not would die again at once.
    lived: bool,
    /// Whether it can do everything. One that can't yet dies of what it has no part for, and another one takes over.
    whole: bool,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Diagnoser {
    /// Starts a worker; `listener` hears what it says.
    pub fn new(shell: Shell, listener: impl Fn(Report) + 'static) -> Self {
        let inner = Inner { shell, listener: Box::new(listener), state: RefCell::default() };
        let diagnoser = Self(Rc::new(inner));
        diagnoser.start_worker(false);
        diagnoser
    }

    /// One more worker, for something else than a diagnosis.
    pub fn another_worker(&self) -> Worker {
        self.0.shell.worker(true)
    }

    /// Asks for the diagnosis of `input`. What is still to come for an earlier one is dropped.
    pub fn ask(&self, input: Input) {
        let generation = {
            let mut state = self.0.state.borrow_mut();
            state.generation = state.generation.wrapping_add(1);
            state.generation
        };
        self.send(&ToWorker::Diagnose { generation, input: Box::new(input) });
    }

    /// Asks whether a key text holds public keys and nothing else.
    pub fn inspect(&self, key: String) {
        self.send(&ToWorker::Inspect { key });
    }

    fn send(&self, message: &ToWorker) {
        if self.0.state.borrow().line.is_none() {
            self.start_worker(true);
        }
        self.0.state.borrow_mut().post(message);
    }

    /// Asks what the advice of an entry does to a token of the latest input, once that has been diagnosed.
    pub fn try_entry(&self, token: usize, entry: &str) {
        let mut state = self.0.state.borrow_mut();
        let generation = state.generation;
        state.post(&ToWorker::Try { generation, token, entry: entry.to_owned() });
    }

    fn start_worker(&self, whole: bool) {
        let worker = self.0.shell.worker(whole);
        let this = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            let data = message.data();
            // That one is for the start script.
            if data == WANTS_SECRETS {
                return;
            }
            // The last word of a worker that dies is a text; everything else is packed.
            let last = data.as_string();
            match protocol::unpack(data) {
                Some(ToPage::Step { generation, events }) => {
                    for event in events {
                        this.step(generation, event);
                    }
                }
                Some(ToPage::SignatureOpinion { generation, token, opinion }) => {
                    this.tell(generation, Report::SignatureOpinion(token, opinion));
                }
                Some(ToPage::WithoutSecrets { generation }) => {
                    this.tell(generation, Report::WithoutSecrets);
                }
                Some(ToPage::Whole) => this.whole(),
                Some(ToPage::Tried { generation, trials }) => {
                    this.tell(generation, Report::Tried { trials });
                }
                Some(ToPage::Inspected { public }) => (this.0.listener)(Report::Inspected { public }),
                None => this.died(last.and_then(|stack| this.0.shell.place(&stack))),
            }
        });
        let this = self.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| this.died(None));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.0.state.borrow_mut().line =
            Some(Line { worker, lived: false, whole, _on_message: on_message, _on_error: on_error });
    }

    /// The worker can do everything from now on.
    fn whole(&self) {
        let mut state = self.0.state.borrow_mut();
        state.unsure.clear();
        if let Some(line) = &mut state.line {
            line.whole = true;
        }
    }

    fn step(&self, generation: Generation, event: Event) {
        if let Some(line) = &mut self.0.state.borrow_mut().line {
            line.lived = true;
        }
        let finished = event == Event::Finished;
        if self.tell(generation, Report::Step(event)) && finished {
            mark("finished");
        }
    }

    /// Hands on what is about the latest input; whether it was.
    fn tell(&self, generation: Generation, report: Report) -> bool {
        let latest = self.0.state.borrow().generation == generation;
        if latest {
            (self.0.listener)(report);
        }
        latest
    }

    /// Puts the dead worker away and has the next one ready. The input that it died over is not sent again, unless it
    /// was not a whole: then a whole one is told everything.
    fn died(&self, at: Option<String>) {
        let Some(line) = self.0.state.borrow_mut().line.take() else {
            return;
        };
        line.worker.terminate();
        line.worker.set_onmessage(None);
        line.worker.set_onerror(None);
        let (lived, whole) = (line.lived, line.whole);
        // This runs inside of one of the listeners, which must not be dropped before it returns.
        wasm_bindgen_futures::spawn_local(async move { drop(line) });
        let unsure = std::mem::take(&mut self.0.state.borrow_mut().unsure);
        if !whole && !unsure.is_empty() {
            self.start_worker(true);
            if let Some(line) = &self.0.state.borrow().line {
                for (_, message) in unsure {
                    let _ = line.worker.post_message(&message);
                }
            }
            return;
        }
        if lived {
            self.start_worker(true);
        }
        (self.0.listener)(Report::Died { at });
    }
}

/// Says on the root element that an answer is on its way.
pub fn expect() {
    mark("running");
}

/// Says on the root element, as `data-diagnosis`, how far the diagnosis of the latest input is.
fn mark(state: &str) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-diagnosis", state);
    }
}
