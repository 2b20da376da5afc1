//! What the messages of libraries in the log name as causes, beside what became of the tokens.

use jwt_why::{
    census::{Named, View},
    text::{self, Language, page as label},
};
use yew::prelude::*;

/// Lists the causes.
pub fn named_causes(view: &View, language: Language) -> Html {
    html! {
        <section class="panel named" aria-labelledby="named-title">
            <h3 id="named-title">{ label::NAMED_BY_MESSAGES.in_(language) }</h3>
            <ul>{ for view.messages.iter().map(|named| draw(named, language)) }</ul>
        </section>
    }
}

fn draw(named: &Named, language: Language) -> Html {
    let from = text::counted(label::LINE_NUMBER, named.first, language);
    html! {
        <li data-named={named.cause.id()}>
            <b>{ text::title(named.cause, language) }</b>
            <span class="muted">
                { text::counted(label::ON_LINES, named.lines, language) }{ " · " }
                { label::FIRST_AT.with(language, &from) }{ " · " }{ named.libraries.join(" · ") }
            </span>
        </li>
    }
}
