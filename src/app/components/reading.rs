//! The text of an entry, which is fetched when somebody first reads one.

use jwt_why::{
    diagnosis::report::Trial,
    text::{Language, page as label},
};
use yew::prelude::*;

use super::{
    anchor::nothing,
    entry::Entry,
    icon::{Glyph, icon},
    language::use_language,
};
use crate::app::shelf::{Shelf, Texts};

/// Which entry is read.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its id.
    pub id: AttrValue,
    /// What its advice does to the token at hand.
    pub trials: Vec<Trial>,
    /// Where its text comes from.
    pub shelf: Shelf,
}

/// Shows an entry, asks for the texts where they are not here yet, and says what to do where they can't be had.
#[component]
pub fn Reading(props: &Props) -> Html {
    let language = use_language();
    use_texts(&props.shelf);
    match &props.shelf.texts {
        Texts::Here(texts) => match texts.entry(&props.id) {
            Some(entry) => html! { <Entry entry={entry.clone()} trials={props.trials.clone()} /> },
            None => nothing(),
        },
        Texts::Unasked | Texts::Coming => {
            html! { <p class="entry-body muted" aria-busy="true">{ label::TEXTS_COMING.in_(language) }</p> }
        }
        Texts::Failed => html! {
            <div class="entry-body">{ texts_failed(&props.shelf, format!("kb/{}/", props.id).into(), language) }</div>
        },
    }
}

/// Asks for the texts when whoever calls this is first drawn.
#[hook]
pub fn use_texts(shelf: &Shelf) {
    let want = shelf.want.clone();
    use_effect_with(shelf.texts == Texts::Unasked, move |unasked| {
        if *unasked {
            want.emit(());
        }
    });
}

/// Says that the texts can't be had, and what to do; `page` is the address of one that says the same without any script.
pub fn texts_failed(shelf: &Shelf, page: AttrValue, language: Language) -> Html {
    let onclick = shelf.want.reform(|_: MouseEvent| ());
    html! {
        <div class="notice is-warn" role="alert" data-texts="failed">
            { icon(Glyph::Warning) }
            <p>
                { label::TEXTS_FAILED.in_(language) }{ " " }
                <button type="button" class="quiet" {onclick}>{ label::TRY_AGAIN.in_(language) }</button>{ " " }
                <a href={page}>{ label::STATIC_PAGE.in_(language) }</a>
            </p>
        </div>
    }
}
