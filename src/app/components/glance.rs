//! The verdict at a glance, on a phone: the boxes fill the screen there, and the verdict itself stands below them.

use jwt_why::{
    diagnosis::report::TokenReport,
    text::{Language, page as label},
};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    status::Status,
    verdict,
};

/// A line under the text that tells the verdict on a token and leads to it, or to the samples while nothing was given;
/// the styles show it on a phone only.
pub fn glance(token: Option<&TokenReport>, empty: bool, language: Language) -> Html {
    let token = token.filter(|_| !empty);
    let status = token.map(|token| Status::from(token.verdict));
    let (tone, glyph, word) = match status {
        _ if empty => ("is-accent", Glyph::Note, label::TRY_A_SAMPLE),
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
