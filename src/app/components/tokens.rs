//! Several tokens in a paste, or tokens inside of tokens: one is chosen.

use jwt_why::text::{self, Language, page as label};
use yew::prelude::*;

use super::{anchor::nothing, icon::icon, status::Status, visible};
use crate::app::state::{Answer, Layer};

/// The greatest number of tokens that are offered.
const MOST_TOKENS: usize = 60;

/// Offers the tokens of an answer, when there are several; `onchoose` hears another choice.
pub fn tokens(answer: &Answer, chosen: Layer, onchoose: &Callback<Layer>, language: Language) -> Html {
    let layers = answer.layers();
    if layers.len() < 2 {
        return nothing();
    }
    let items = layers.iter().take(MOST_TOKENS).map(|(layer, token)| {
        let status = Status::from(token.verdict);
        let is_chosen = *layer == chosen;
        let wanted = *layer;
        let onclick = onchoose.reform(move |_: MouseEvent| wanted);
        let subject = token.payload.iter().flat_map(|payload| payload.members.iter());
        let subject = subject.rev().find(|member| member.name == "sub").and_then(|member| member.string.clone());
        html! {
            <li>
                <button
                    type="button"
                    class={classes!("choice", status.tone, (layer.depth > 0).then_some("is-inside"))}
                    aria-pressed={is_chosen.to_string()}
                    data-token={format!("{}.{}", layer.token, layer.depth)}
                    {onclick}
                >
                    { icon(status.glyph) }
                    <b>{ layer.token + 1 }</b>
                    if layer.depth > 0 { <span>{ label::INSIDE.in_(language) }</span> }
                    <span>{ status.word.in_(language) }</span>
                    if let Some(alg) = &token.alg { <span class="muted">{ visible::value(alg) }</span> }
                    if let Some(subject) = subject { <span class="muted">{ "sub " }{ visible::value(&subject) }</span> }
                    if token.sightings.len() > 1 { <span class="muted">{ format!("×{}", token.sightings.len()) }</span> }
                </button>
            </li>
        }
    });
    html! {
        <nav class="tokens" aria-label={text::counted(label::TOKENS, layers.len(), language)}>
            <ul>{ for items }</ul>
            if layers.len() > MOST_TOKENS {
                <p class="muted">{ text::counted(label::AND_MORE, layers.len() - MOST_TOKENS, language) }</p>
            }
        </nav>
    }
}
