//! The error messages that were recognised in the paste: who prints them, and what they can mean.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::Report,
    finding::Span,
    next::Evidence,
    text::{self, page as label},
};
use yew::prelude::*;

use super::{
    anchor::nothing,
    entry::prose,
    language::{gap, use_language},
    visible,
};

/// The greatest number of messages that are listed.
const MOST_MESSAGES: usize = 12;
/// The greatest number of characters of a message that are shown.
const LONGEST: usize = 160;

/// What was recognised.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text that the spans count in.
    pub text: AttrValue,
    /// The answer.
    pub report: Rc<Report>,
    /// Whether the token that is shown is accepted.
    pub accepted: bool,
    /// Selects a stretch of the paste.
    pub onshow: Callback<Span>,
}

/// Lists the messages.
#[component]
pub fn Messages(props: &Props) -> Html {
    let language = use_language();
    if props.report.messages.is_empty() {
        return nothing();
    }
    let items = props.report.messages.iter().take(MOST_MESSAGES).map(|message| {
        let words: String = props.text.get(message.span.range()).unwrap_or_default().chars().take(LONGEST).collect();
        let span = message.span;
        let show = props.onshow.reform(move |_: MouseEvent| span);
        html! {
            <li class="message" data-library={message.library.clone()} data-entry-of-message={message.entry.clone()}>
                <p>
                    <b>{ &message.library }</b>{ " " }<span class="muted">{ label::PRINTS_THIS.in_(language) }</span>
                    if let Some(via) = &message.via {
                        { " · " }<span class="muted">{ label::PASSED_ON_BY.with(language, via) }</span>
                    }
                </p>
                <q class="quoted">{ visible::value(&words) }</q>
                <button type="button" class="quiet show" onclick={show}>{ label::SHOW_IN_PASTE.in_(language) }</button>
                if let Some(misleading) = &message.misleading {
                    <p class="is-warn">{ prose(misleading.get(language)) }</p>
                }
                if !message.causes.is_empty() {
                    <p class="muted">{ label::IT_CAN_MEAN.in_(language) }{ gap(language) }{ for message.causes.iter().enumerate().map(|(index, &cause)| html! {
                        <>{ if index > 0 { " · " } else { "" } }<span data-cause={cause.id()}>{ text::title(cause, language) }</span></>
                    }) }</p>
                }
            </li>
        }
    });
    html! {
        <section class="panel messages" aria-labelledby="messages-title">
            <h3 id="messages-title">{ label::RECOGNISED_MESSAGES.in_(language) }</h3>
            if props.accepted { <p data-evidence={Evidence::OtherVerifier.id()}>{ text::next_step(Evidence::OtherVerifier, language) }</p> }
            <ul>{ for items }</ul>
        </section>
    }
}
