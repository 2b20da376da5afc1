//! The fixes to copy: the library at hand, and their templates, fetched when a fix is to be shown for the first time.

use jwt_why::fix::{self, Library};
use yew::{AttrValue, Context};

use super::{Message, Page};
use crate::app::{platform, state::Answer};

/// What is known of the fixes, for as long as the page lives.
#[derive(Default)]
pub(super) struct Fixes {
    /// The library that somebody has chosen.
    pub library: Option<Library>,
    /// The templates, when they are there.
    pub templates: Option<AttrValue>,
    asked: bool,
}

impl Fixes {
    /// The library at hand: the chosen one, or the one whose message is in the paste.
    pub fn library(&self, answer: &Answer) -> Option<Library> {
        let of_message =
            || answer.report.messages.iter().find_map(|message| Library::of_message(&message.library));
        self.library.or_else(of_message)
    }
}

impl Page {
    /// Fetches the templates when a token has a fix, once.
    pub(super) fn want_templates(&mut self, context: &Context<Self>) {
        let policy = self.inputs.policy.policy();
        let wanted = || self.coming.report.tokens.iter().any(|token| fix::of(token, &policy).is_some());
        let Some(shell) = self.shell.clone().filter(|_| !self.fixes.asked && wanted()) else { return };
        self.fixes.asked = true;
        let link = context.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            // Without them everything else is said.
            if let Some(templates) = platform::fixes(&shell).await {
                link.send_message(Message::Templates(templates.into()));
            }
        });
    }
}
