//! One entry as a view of its own, and the way back to the token at hand.

use jwt_why::{
    diagnosis::report::{Standing, Trial, Verdict},
    kb::render::heading,
    text::{Language, page as label},
};
use yew::prelude::*;

use crate::app::{
    components::{entry::prose, icon::icon, language::use_language, reading::Reading, status::Status},
    route::Route,
    shelf::Shelf,
};

/// The entry, and what the token at hand has to do with it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id that the address names.
    pub id: AttrValue,
    /// The knowledge base; none while it is on its way.
    pub shelf: Option<Shelf>,
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
#[component]
pub fn Alone(props: &Props) -> Html {
    let language = use_language();
    let Some(shelf) = &props.shelf else {
        return frame(
            &html! { label::KNOWLEDGE_BASE.in_(language) },
            super::missing(props.failed, language),
            language,
        );
    };
    let Some(entry) = shelf.entry(&props.id) else {
        let body = html! { <p><a href={Route::Entries.hash().into_owned()}>{ label::TO_ALL_ENTRIES.in_(language) }</a></p> };
        return frame(&html! { label::NO_SUCH_ENTRY.in_(language) }, body, language);
    };
    let body = html! {
        <>
            { at_hand(props, language) }
            <article class="alone" data-alone={props.id.clone()}>
                <Reading id={props.id.clone()} trials={props.trials.clone()} shelf={shelf.clone()} />
            </article>
        </>
    };
    let title = html! { <>{ prose(entry.title.get(language)) }<span class="unseen">{ " – " }{ heading::category(entry.category(), language) }</span></> };
    frame(&title, body, language)
}

fn frame(title: &Html, body: Html, language: Language) -> Html {
    html! {
        <section aria-labelledby="entry-title">
            <nav class="crumbs" aria-label={label::WHERE_AM_I.in_(language)}><a href={Route::Entries.hash().into_owned()}>{ label::KNOWLEDGE_BASE.in_(language) }</a></nav>
            <h2 id="entry-title" tabindex="-1">{ title.clone() }</h2>
            { body }
        </section>
    }
}

/// The way back to the token, and how the entry stands to it; without a token, the way to one.
fn at_hand(props: &Props, language: Language) -> Html {
    let Some(verdict) = props.verdict.map(Status::from) else {
        return html! {
            <p class="at-hand" data-at-hand="none">
                { label::TRIED_ON_A_TOKEN.in_(language) }{ " " }<a href={Route::Diagnose.hash().into_owned()}>{ label::PASTE_A_TOKEN.in_(language) }</a>
            </p>
        };
    };
    let standing = props.standing.map(Status::from);
    let (tried, word) = match (standing, props.trials.is_empty()) {
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
