//! The page's half: a worker of its own for one log, which ends with it.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker};

use super::{Ask, MESSAGE, Told, source::Source, worker::LOG};
use crate::app::protocol;

/// A worker that counts the tokens of a log.
pub struct Counter {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Counter {
    /// Takes this worker; `listener` hears what it says, and none when it has died.
    pub fn new(worker: Worker, listener: impl Fn(Option<Told>) + Clone + 'static) -> Self {
        let heard = listener.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            let told = Reflect::get(&message.data(), &MESSAGE.into());
            // What is about nothing of a census is the last word of a worker that dies.
            heard(told.ok().and_then(protocol::unpack));
        });
        let on_error = Closure::<dyn FnMut(Event)>::new(move |_| listener(None));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { worker, _on_message: on_message, _on_error: on_error }
    }

    /// Asks about the log.
    pub fn ask(&self, ask: &Ask) {
        self.send(ask, None);
    }

    /// Hands over the log.
    pub fn count(&self, ask: &Ask, source: &Source) {
        self.send(ask, Some(source.blob.as_ref()));
    }

    fn send(&self, ask: &Ask, log: Option<&JsValue>) {
        let Some(asked) = protocol::pack(ask) else { return };
        let message = Object::new();
        // Setting a member of a new object can't fail, and data and blobs can be cloned.
        let _ = Reflect::set(&message, &MESSAGE.into(), &asked);
        if let Some(log) = log {
            let _ = Reflect::set(&message, &LOG.into(), log);
        }
        let _ = self.worker.post_message(&message);
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
