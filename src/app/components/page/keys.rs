//! What the page does at a single key.

use jwt_why::{text::page as label, ticket::Ticket};
use yew::prelude::*;

use super::{super::shortcuts::Shortcut, Page};
use crate::app::{
    platform::{clipboard, focus, focused_id, keyboard, to_start},
    route::Route,
};

/// The start of the ids of findings.
const FINDING: &str = "finding-";

/// What the page remembers about single keys.
#[derive(Default)]
pub(super) struct Keyboard {
    /// Whether the list of them is shown.
    pub listed: bool,
    /// Whether they do nothing.
    pub off: bool,
}

/// What happens to the keyboard.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// A single key was pressed.
    Press(Shortcut),
    /// The list is to be shown, or was closed.
    List(bool),
    /// Single keys are to do something, or nothing.
    Switch(bool),
}

impl Page {
    /// Does what is wanted; whether there is something to draw.
    pub(super) fn hear_key(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Press(shortcut) => return self.press(context, shortcut),
            Message::List(listed) => self.keyboard.listed = listed,
            Message::Switch(on) => {
                self.keyboard.off = !on;
                keyboard::switch(on);
            }
        }
        true
    }

    fn press(&mut self, context: &Context<Self>, shortcut: Shortcut) -> bool {
        match shortcut {
            Shortcut::Help => {
                self.keyboard.listed = true;
                return true;
            }
            Shortcut::Paste => self.go_to(&Route::Diagnose, "paste"),
            Shortcut::Key => self.go_to(&Route::Diagnose, "keys"),
            Shortcut::Verdict => {
                self.go_to(&Route::Diagnose, "results");
                to_start("results");
            }
            Shortcut::Search => match self.views.route {
                Route::Entries | Route::Entry(_) => self.go_to(&Route::Entries, "library-search"),
                Route::Diagnose | Route::Make => self.go_to(&Route::Diagnose, "search"),
            },
            Shortcut::NextFinding => self.go_by(1),
            Shortcut::PreviousFinding => self.go_by(-1),
            Shortcut::CopyReport => self.copy_report(context),
            // What can't be seen is not emptied.
            Shortcut::Clear if self.views.route == Route::Diagnose => return self.clear(context),
            Shortcut::Clear => {}
        }
        false
    }

    /// Goes this many findings on from the one that has the focus; from none to the first or the last.
    fn go_by(&self, steps: isize) {
        let count = self.answer().layer(self.chosen).map_or(0, |token| token.findings.len());
        let current = focused_id().and_then(|id| id.strip_prefix(FINDING)?.parse::<usize>().ok());
        let wanted = match current {
            Some(current) => current.saturating_add_signed(steps).min(count.saturating_sub(1)),
            None if steps > 0 => 0,
            None => count.saturating_sub(1),
        };
        focus(&format!("{FINDING}{wanted}"));
    }

    /// Copies the report for a ticket, and says so where it is heard.
    fn copy_report(&self, context: &Context<Self>) {
        let answer = self.answer();
        let policy = self.inputs.policy.policy();
        let ticket = Ticket {
            report: &answer.report,
            token: self.chosen.token,
            policy: &policy,
            now: answer.now,
            shown: &[],
            language: self.language,
            version: env!("CARGO_PKG_VERSION"),
        };
        let text = ticket.markdown();
        if text.is_empty() {
            return;
        }
        let link = context.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            let said = if clipboard::copy(&text).await { label::REPORT_COPIED } else { label::COPY_REFUSED };
            link.send_message(super::Message::Say(said));
        });
    }
}
