//! One entry as a view of its own, and the way back to the token at hand.

use jwt_why::{
    diagnosis::report::{Standing, Trial, Verdict},
    kb::render::heading,
    text::{Language, page as label},
};
use yew::prelude::*;

use crate::app::{
    components::{entry::prose, icon::icon, reading::Reading, status::Status},
    route::Route,
    shelf::Shelf,
};

/// The entry, and what the token at hand has to do with it.
pub struct Alone<'a> {
    /// The id that the address names.
    pub id: &'a str,
    /// The knowledge base; none while it is on its way.
    pub shelf: Option<&'a Shelf>,
    /// Whether it can't be had.
    pub failed: bool,
    /// The verdict on the token at hand; none while there is no token.
    pub verdict: Option<Verdict>,
    /// How the entry stands to that token, if it is one of its entries.
    pub standing: Option<Standing>,
    /// What its advice does to that token.
    pub trials: Vec<Trial>,
}

/// Shows the entry.
pub fn alone(alone: &Alone<'_>, language: Language) -> Html {
    let Some(shelf) = alone.shelf else {
        let title = html! { label::KNOWLEDGE_BASE.in_(language) };
        return frame(alone.id, title, super::missing(alone.failed, language), language);
    };
    let Some(entry) = shelf.entry(alone.id) else {
        let body = html! { <p><a href={Route::Entries.hash().into_owned()}>{ label::TO_ALL_ENTRIES.in_(language) }</a></p> };
        return frame(alone.id, html! { label::NO_SUCH_ENTRY.in_(language) }, body, language);
    };
    let body = html! {
        <>
            { at_hand(alone, language) }
            <article class="alone" data-alone={alone.id.to_owned()}>
                <Reading id={alone.id.to_owned()} trials={alone.trials.clone()} shelf={shelf.clone()} />
            </article>
        </>
    };
    let title = html! { <>{ prose(entry.title.get(language)) }<span class="unseen">{ " – " }{ heading::category(entry.category(), language) }</span></> };
    frame(alone.id, title, body, language)
}

/// Each entry has a frame of its own: what of another one was folded open is not taken over.
fn frame(id: &str, title: Html, body: Html, language: Language) -> Html {
    html! {
        <section key={id} aria-labelledby="entry-title">
            <nav class="crumbs" aria-label={label::WHERE_AM_I.in_(language)}><a href={Route::Entries.hash().into_owned()}>{ label::KNOWLEDGE_BASE.in_(language) }</a></nav>
            <h2 id="entry-title" tabindex="-1">{ title }</h2>
            { body }
        </section>
    }
}

/// The way back to the token, and how the entry stands to it; without a token, the way to one.
fn at_hand(alone: &Alone<'_>, language: Language) -> Html {
    let Some(verdict) = alone.verdict.map(Status::from) else {
        return html! {
            <p class="at-hand" data-at-hand="none">
                { label::TRIED_ON_A_TOKEN.in_(language) }{ " " }<a href={Route::Diagnose.hash().into_owned()}>{ label::PASTE_A_TOKEN.in_(language) }</a>
            </p>
        };
    };
    let standing = alone.standing.map(Status::from);
    let (tried, word) = match (standing, alone.trials.is_empty()) {
        (Some(_), false) => (true, label::ENTRY_OF_TOKEN_TRIED),
        (Some(_), true) => (false, label::ENTRY_OF_TOKEN),
        (None, false) => (true, label::NOT_OF_TOKEN_TRIED),
        (None, true) => (false, label::NOT_OF_TOKEN),
    };
    html! {
        <p class={classes!("at-hand", verdict.tone)} data-at-hand={standing.map_or("other", |status| status.id)} data-tried={tried.to_string()}>
            <span class="badge">{ icon(verdict.glyph) }<span>{ label::YOUR_TOKEN.in_(language) }{ ": " }{ verdict.word.in_(language) }</span></span>
            <span>{ word.in_(language) }</span>
            if let Some(status) = standing { <span class={classes!("badge", status.tone)}>{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span> }
            <a href={Route::Diagnose.hash().into_owned()}>{ label::BACK_TO_VERDICT.in_(language) }</a>
        </p>
    }
}
