//! The verdict at a glance, on a phone: the boxes fill the screen there, and the verdict itself stands below them.

use std::rc::Rc;

use jwt_why::{diagnosis::report::TokenReport, text::page as label};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    language::use_language,
    status::Status,
    verdict,
};

/// The token that was judged.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token; none while there is none.
    pub token: Option<Rc<TokenReport>>,
    /// Whether there is nothing yet to judge.
    pub empty: bool,
}

/// A line under the text that tells the verdict and leads to it; the styles show it on a phone only.
#[component]
pub fn Glance(props: &Props) -> Html {
    let language = use_language();
    let token = props.token.as_ref().filter(|_| !props.empty);
    let status = token.map(|token| Status::from(token.verdict));
    let (tone, glyph, word) = match status {
        _ if props.empty => ("is-accent", Glyph::Note, label::TRY_A_SAMPLE),
        Some(status) => (status.tone, status.glyph, status.word),
        None => ("is-idle", Glyph::Open, label::NO_TOKEN),
    };
    html! {
        <a class={classes!("glance", tone)} href="#results" data-glance={status.map(|status| status.id)}>
            { icon(glyph) }<b>{ word.in_(language) }</b>
            if let Some(token) = token { <span>{ verdict::why(token, language) }</span> }
            <span class="glance-down" aria-hidden="true">{ "↓" }</span>
        </a>
    }
}
