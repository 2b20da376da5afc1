//! The page's half of the worker that signs: loads it when it is first asked, and says when it can't be had.

use std::{cell::RefCell, rc::Rc};

use jwt_why::sign::{Answer, Task};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use super::Shell;
use crate::app::protocol;

/// What the page hears.
pub enum Heard {
    /// What came of a task; the answers come in the order of the tasks.
    Answer(Answer),
    /// The worker could not be loaded, or has died; whatever it was asked gets no answer. The next task starts another.
    Gone,
}

/// Asks a worker for tokens and keys; clones are the same one.
#[derive(Clone)]
pub struct Signer(Rc<Inner>);

struct Inner {
    shell: Shell,
    listener: Box<dyn Fn(Heard)>,
    line: RefCell<Line>,
}

#[derive(Default)]
enum Line {
    /// Nothing was asked yet, or the last worker is gone.
    #[default]
    Down,
    /// A worker is on its way, and this is what it will be asked.
    Coming(Vec<JsValue>),
    /// There is a worker.
    Up { worker: Worker, _on_message: Closure<dyn FnMut(MessageEvent)> },
}

impl Signer {
    /// Loads nothing yet; `listener` hears the answers.
    pub fn new(shell: Shell, listener: impl Fn(Heard) + 'static) -> Self {
        Self(Rc::new(Inner { shell, listener: Box::new(listener), line: RefCell::default() }))
    }

    /// Loads the worker, so that the first task need not wait for it.
    pub fn prepare(&self) {
        let down = matches!(*self.0.line.borrow(), Line::Down);
        if down {
            self.0.line.replace(Line::Coming(Vec::new()));
            self.load();
        }
    }

    /// Gives the worker something to do.
    pub fn ask(&self, task: &Task) {
        let Some(message) = protocol::pack(task) else { return };
        self.prepare();
        match &mut *self.0.line.borrow_mut() {
            // Plain data can be cloned.
            Line::Up { worker, .. } => drop(worker.post_message(&message)),
            Line::Coming(tasks) => tasks.push(message.into()),
            Line::Down => {}
        }
    }

    fn load(&self) {
        let this = self.clone();
        let coming = self.0.shell.signer();
        wasm_bindgen_futures::spawn_local(async move {
            match JsFuture::from(coming).await.map(JsCast::dyn_into::<Worker>) {
                Ok(Ok(worker)) => this.begin(worker),
                _ => this.end(),
            }
        });
    }

    fn begin(&self, worker: Worker) {
        let this = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            match protocol::unpack(message.data()) {
                Some(answer) => (this.0.listener)(Heard::Answer(answer)),
                None => this.end(),
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let line = self.0.line.take();
        if let Line::Coming(tasks) = line {
            for task in tasks {
                let _ = worker.post_message(&task);
            }
        }
        self.0.line.replace(Line::Up { worker, _on_message: on_message });
    }

    fn end(&self) {
        let line = self.0.line.take();
        if let Line::Up { worker, .. } = &line {
            worker.terminate();
            worker.set_onmessage(None);
        }
        // This may run inside of the listener, which must not be dropped before it returns.
        wasm_bindgen_futures::spawn_local(async move { drop(line) });
        (self.0.listener)(Heard::Gone);
    }
}
