//! A link that was followed: its token is diagnosed, its key is used once it is known to be public.

use std::rc::Rc;

use jwt_why::{
    text::{Language, page as label},
    ticket::Shared,
};
use yew::prelude::*;

use super::{
    super::icon::{Glyph, icon},
    Page,
};
use crate::app::{platform::fragment::Fragment, state::Inputs};

/// What came of a link. It has no `Debug`, because of the key.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum FromLink {
    /// Everything is used.
    Used,
    /// Its key is being looked at, and is not used before.
    Inspecting(String),
    /// Its key is not public: it was dropped.
    KeyRefused,
    /// It carries a report of somebody else; none when that can't be read.
    Report(Option<Rc<Shared>>),
}

impl FromLink {
    /// Says what came of it.
    pub(super) fn view(&self, language: Language) -> Html {
        if matches!(self, Self::Report(_)) {
            return Html::default();
        }
        if *self == Self::KeyRefused {
            return html! {
                <p class="notice is-bad" role="alert" data-link="refused">{ icon(Glyph::Warning) }<span>{ label::LINK_KEY_REFUSED.in_(language) }</span></p>
            };
        }
        html! { <p class="notice is-note" role="status" data-link="read">{ icon(Glyph::Lock) }<span>{ label::FROM_LINK.in_(language) }</span></p> }
    }
}

impl Page {
    /// Whether somebody else's report is what is shown.
    pub(super) fn shows_report(&self) -> bool {
        self.is_empty() && matches!(self.link, Some(FromLink::Report(Some(_))))
    }

    /// Puts what the link carries in the place of what is there.
    pub(super) fn follow(&mut self, context: &Context<Self>, fragment: Fragment) -> bool {
        self.views.lead_to_verdict();
        let text = fragment.token.unwrap_or_default();
        if let (true, Some(report)) = (text.is_empty(), &fragment.report) {
            self.run(context, Inputs::default());
            self.link = Some(FromLink::Report(Shared::decode(report).map(Rc::new)));
            return true;
        }
        self.run(context, Inputs { text: text.into(), ..Inputs::default() });
        self.link = Some(match (fragment.key, &self.diagnoser) {
            (Some(key), Some(diagnoser)) => {
                diagnoser.inspect(key.clone());
                FromLink::Inspecting(key)
            }
            _ => FromLink::Used,
        });
        true
    }

    /// Uses the key of the link if it is public, and forgets it otherwise.
    pub(super) fn inspected(&mut self, context: &Context<Self>, public: bool) {
        let Some(FromLink::Inspecting(key)) = self.link.take() else { return };
        if public {
            self.link = Some(FromLink::Used);
            self.change(context, |inputs| inputs.keys = key.into());
        } else {
            self.link = Some(FromLink::KeyRefused);
        }
    }
}
