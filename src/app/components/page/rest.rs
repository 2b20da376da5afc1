//! What the page does and draws once the whole module is here.
//!
//! **Law.** Every function of `inside` is a gate of `xtask/src/split/gates.txt`: it is called when the rest is here, and
//! is never made a part of what calls it.

mod inside;

use yew::prelude::*;

use super::{Message, Page, knowledge};

/// Whether the rest is here, and what waits for it.
#[derive(Default)]
pub(super) struct Rest {
    /// Whether everything can be called.
    pub is_here: bool,
    /// Whether it can't be had.
    pub failed: bool,
    waiting: Vec<Message>,
}

impl Page {
    /// The rest is here, or can't be had: what waited for it happens now.
    pub(super) fn take_rest(&mut self, context: &Context<Self>, is_here: bool) {
        self.rest.is_here = is_here;
        self.rest.failed = !is_here;
        let waiting = std::mem::take(&mut self.rest.waiting);
        if !is_here {
            return;
        }
        if let Some(shell) = &self.shell {
            knowledge::load(context.link(), shell.clone());
        }
        context.link().send_message_batch(waiting);
        if self.coming.report.finished {
            self.finish(context);
        }
    }

    /// Something happened that the first half of the module knows nothing of; whether there is something to draw.
    pub(super) fn hear_later(&mut self, context: &Context<Self>, message: Message) -> bool {
        if self.rest.is_here {
            return self.hear_rest(context, message);
        }
        if !self.rest.failed {
            self.rest.waiting.push(message);
        }
        false
    }

    /// The diagnosis of the latest input has ended.
    pub(super) fn finish(&mut self, context: &Context<Self>) {
        if self.rest.is_here {
            self.settle(context);
        }
    }
}
