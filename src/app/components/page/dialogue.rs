//! The page asks the worker, and hears its answer bit by bit.

use jwt_why::diagnosis::Input;
use yew::Context;

use super::{Message, Page};
use crate::app::{
    platform::{
        diagnoser::{self, Report as Heard},
        element,
    },
    state::{Answer, Inputs},
};

/// The worker died over the latest question.
pub(super) struct Death {
    /// The innermost functions, if the worker could still tell.
    pub(super) at: Option<String>,
}

impl Page {
    /// Changes the inputs and asks: at once, before anything is drawn, so that the worker answers in the meantime.
    /// Changes that come together are one question.
    pub(super) fn change(&mut self, context: &Context<Self>, change: impl FnOnce(&mut Inputs)) -> bool {
        change(&mut self.inputs);
        diagnoser::expect();
        if !self.asking {
            self.asking = true;
            context.link().send_message(Message::Ask);
        }
        true
    }

    /// Asks the question that the inputs are now.
    pub(super) fn ask(&mut self) {
        self.asking = false;
        self.died = None;
        let now = self.inputs.clock.instant();
        let coming = Answer::to(self.inputs.text.clone(), now);
        self.views.forget_trials();
        let last = std::mem::replace(&mut self.coming, coming);
        // What was said of no text at all would only flicker; the keys are the same.
        if last.text.trim().is_empty() {
            self.older = last.of_keys();
        } else if last.says_something() {
            self.older = last;
        }
        let input = Input {
            text: self.inputs.text.to_string(),
            keys: vec![self.inputs.keys.to_string()],
            reading: self.inputs.reading,
            policy: self.inputs.policy.policy(),
            now,
            detached_payload: Some(&self.inputs.payload).filter(|payload| !payload.text.is_empty()).cloned(),
        };
        if let Some(diagnoser) = &self.diagnoser {
            diagnoser.ask(input);
        }
    }

    /// Hears a bit of the answer.
    pub(super) fn hear(&mut self, context: &Context<Self>, heard: Heard) {
        match heard {
            Heard::Step(event) => self.coming.apply(event),
            Heard::SignatureOpinion(token, opinion) => {
                self.coming.web_crypto.set(token, opinion);
            }
            Heard::WithoutSecrets => self.coming.without_secrets(),
            Heard::Tried { trials } => self.take_trials(trials),
            Heard::Inspected { public } => self.inspected(context, public),
            Heard::Died { at } => self.died = Some(Death { at }),
        }
        if self.coming.says_something() {
            self.older = Answer::default();
            if std::mem::take(&mut self.from_the_top)
                && let Some(results) = element("results")
            {
                results.set_scroll_top(0);
            }
        }
        if self.coming.report.finished {
            self.finish(context);
        }
    }

    /// The answer that is shown.
    pub(super) fn answer(&self) -> &Answer {
        if self.coming.says_something() { &self.coming } else { &self.older }
    }
}
