//! Going from the verdict to the knowledge base and back: the view, the title of the window, the focus, and the entry that
//! is tried on the token at hand.

use jwt_why::{
    diagnosis::report::{EntryReport, TokenReport, Trial},
    text::page as label,
};
use yew::prelude::*;

use super::{
    super::{
        library::{Alone, Library, alone, library},
        portal::portal,
    },
    Page,
};
use crate::app::{
    platform::{self, address, element, later, set_title},
    route::Route,
};

/// Which view is open, and what was opened before.
#[derive(Default)]
pub(super) struct Views {
    pub(super) route: Route,
    /// Whether the list of entries was ever open; from then on it stays as it was left.
    listed: bool,
    /// Whether the first view was ever open: what it offers to read is not drawn for another one.
    pub(super) diagnosed: bool,
    /// The id of the element that gets the focus in the view that is about to open.
    wanted: Option<&'static str>,
    tried: Option<Tried>,
}

impl Views {
    /// The view that the address names.
    pub(super) fn at_start() -> Self {
        Self { route: address::current().unwrap_or_default(), ..Self::default() }
    }

    /// Whatever view is open: the one that is about to open is read from the verdict on, and not from where it was left.
    pub(super) fn lead_to_verdict(&mut self) {
        self.wanted = (self.route != Route::Diagnose).then_some("results");
    }

    /// There is another question.
    pub(super) fn forget_trials(&mut self) {
        self.tried = None;
    }
}

/// The advice of an entry that is not among those of the token, tried all the same.
struct Tried {
    id: AttrValue,
    token: usize,
    /// What came of it; nothing while the worker is at it.
    trials: Vec<Trial>,
}

impl Page {
    /// Opens the view that the address names now.
    pub(super) fn go(&mut self, route: Route) -> bool {
        if route == self.views.route {
            return false;
        }
        let from = std::mem::replace(&mut self.views.route, route);
        self.show_view();
        self.try_entry();
        let to = self.views.route.clone();
        let wanted = self.views.wanted.take();
        later::in_a_frame(move || match wanted {
            Some(id) => address::focus_on(&format!("#{id}")),
            None => focus(&from, &to),
        });
        true
    }

    /// Gives the focus to the element of a view with this id, and opens the view where it is not open.
    pub(super) fn go_to(&mut self, route: &Route, id: &'static str) {
        if *route == self.views.route {
            platform::focus(id);
        } else {
            self.views.wanted = Some(id);
            address::go(route);
        }
    }

    /// Names the view where styles and people look for its name.
    pub(super) fn show_view(&mut self) {
        self.views.listed |= self.views.route == Route::Entries;
        self.views.diagnosed |= self.views.route == Route::Diagnose;
        address::mark(&self.views.route);
        let name = label::TITLE.in_(self.language);
        let about =
            match &self.views.route {
                Route::Diagnose => None,
                Route::Make => Some(label::VIEW_MAKE.in_(self.language)),
                Route::Entries => Some(label::KNOWLEDGE_BASE.in_(self.language)),
                Route::Entry(id) => {
                    let entry = self.knowledge.as_ref().and_then(|shelf| shelf.entry(id));
                    Some(entry.map_or(label::NO_SUCH_ENTRY.in_(self.language), |entry| {
                        entry.title.get(self.language)
                    }))
                }
            };
        match about {
            Some(about) => set_title(&format!("{} · jwt-why", about.replace('`', ""))),
            None => set_title(name),
        }
    }

    /// The token at hand, if it has been diagnosed.
    fn at_hand(&self) -> Option<&TokenReport> {
        self.answer().layer(self.chosen).filter(|_| !self.is_empty())
    }

    /// What the diagnosis says of an entry, if it is one of the token's.
    fn report_of(&self, id: &str) -> Option<&EntryReport> {
        self.at_hand()?.entries.iter().find(|entry| entry.id == id)
    }

    /// Has the advice of the entry that is read tried on the token at hand, unless that was done already.
    pub(super) fn try_entry(&mut self) {
        let Route::Entry(id) = &self.views.route else { return };
        let token = self.chosen.token;
        let known = self.views.tried.as_ref().is_some_and(|tried| tried.id == *id && tried.token == token);
        let ready = self.coming.report.finished && self.chosen.depth == 0 && self.at_hand().is_some();
        if known || !ready || self.report_of(id).is_some() {
            return;
        }
        if let Some(diagnoser) = &self.diagnoser {
            diagnoser.try_entry(token, id);
            self.views.tried = Some(Tried { id: id.clone(), token, trials: Vec::new() });
        }
    }

    /// The worker has tried it.
    pub(super) fn take_trials(&mut self, trials: Vec<Trial>) {
        if let Some(tried) = &mut self.views.tried {
            tried.trials = trials;
        }
    }

    /// Draws the views of the knowledge base; the list stays as it was left.
    pub(super) fn view_library(&self) -> Html {
        let token = self.at_hand();
        let verdict = token.map(|token| token.verdict);
        portal(
            "library-body",
            html! {
                <>
                    if self.views.listed {
                        { library(Library {
                            open: self.views.route == Route::Entries,
                            shelf: self.knowledge.as_ref(),
                            failed: self.without_knowledge,
                            // A list that nobody sees is not drawn anew for each token.
                            entries: token.filter(|_| self.views.route == Route::Entries).map(|token| token.entries.clone()).unwrap_or_default(),
                        }, self.language) }
                    }
                    if let Route::Entry(id) = &self.views.route {
                        { alone(&Alone {
                            id,
                            shelf: self.knowledge.as_ref(),
                            failed: self.without_knowledge,
                            verdict,
                            standing: self.report_of(id).map(|report| report.standing),
                            trials: self.trials_of(id),
                        }, self.language) }
                    }
                </>
            },
        )
    }

    fn trials_of(&self, id: &str) -> Vec<Trial> {
        if let Some(report) = self.report_of(id) {
            return report.trials.clone();
        }
        let tried =
            self.views.tried.as_ref().filter(|tried| tried.id == id && tried.token == self.chosen.token);
        tried.filter(|_| self.at_hand().is_some()).map(|tried| tried.trials.clone()).unwrap_or_default()
    }
}

/// Where the reader goes on: at what was left behind, or at the top of what was opened; whether that is drawn.
fn focus(from: &Route, to: &Route) -> bool {
    let left = match from {
        Route::Entry(id) => Some(id),
        Route::Diagnose | Route::Make | Route::Entries => None,
    };
    match (left, to) {
        (_, Route::Entry(_)) => {
            to_the_top();
            address::focus_on("#entry-title")
        }
        // The list may be there and not shown yet: in a later frame it is.
        (Some(id), Route::Entries) if address::is_there(&listed(id)) => address::focus_on(&listed(id)),
        (_, Route::Entries) => {
            to_the_top();
            address::focus_on("#library-title")
        }
        (Some(id), Route::Diagnose) if address::focus_on(&format!(".side [data-entry='{id}'] > summary")) => {
            true
        }
        (_, Route::Diagnose) => address::focus_on("#results"),
        (_, Route::Make) => address::focus_on("#maker"),
    }
}

/// An entry in the list.
fn listed(id: &str) -> String {
    format!("[data-listed='{id}']")
}

/// Begins to read at the top, whether the page scrolls or the view in it.
fn to_the_top() {
    address::scroll_to_top();
    if let Some(library) = element("library") {
        library.set_scroll_top(0);
    }
}
