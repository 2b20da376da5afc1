//! Two tokens of one paste, chosen and compared.

use jwt_why::{
    census::Parts,
    text::{self, page as label},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::comparison::compared;
use crate::app::{
    components::{anchor::nothing, language::use_language},
    state::Answer,
};

/// The greatest number of tokens that can be chosen among.
const MOST_TOKENS: usize = 60;

/// The tokens.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer that has them.
    pub answer: Answer,
}

/// Offers to compare two tokens, when there are two.
#[component]
pub fn ComparePasted(props: &Props) -> Html {
    let language = use_language();
    let chosen = use_state(|| [0_usize, 1]);
    let tokens = &props.answer.report.tokens;
    if tokens.len() < 2 {
        return nothing();
    }
    let parts = chosen.map(|index| {
        let token = tokens.get(index);
        let header = token.and_then(|token| token.header.clone());
        Parts { header, payload: token.and_then(|token| token.payload.clone()) }
    });
    let names = chosen.map(|index| (index + 1).to_string());
    let choice = |which: usize, title: &'static str| {
        let chosen = chosen.clone();
        let current = chosen.get(which).copied().unwrap_or_default();
        let onchange = {
            let chosen = chosen.clone();
            Callback::from(move |event: Event| {
                let value = event.target_unchecked_into::<HtmlSelectElement>().value();
                let mut next = *chosen;
                if let (Some(slot), Ok(index)) = (next.get_mut(which), value.parse()) {
                    *slot = index;
                }
                chosen.set(next);
            })
        };
        html! {
            <label>{ title }{ " " }
                <select data-compare={which.to_string()} {onchange}>
                    { for (0..tokens.len().min(MOST_TOKENS)).map(|index| html! {
                        <option value={index.to_string()} selected={index == current}>{ text::number(index + 1, language) }</option>
                    }) }
                </select>
            </label>
        }
    };
    html! {
        <details class="panel compare-pasted">
            <summary id="comparison-title">{ label::COMPARE.in_(language) }</summary>
            <div class="filter">
                { choice(0, label::FIRST_TOKEN.in_(language)) }
                { choice(1, label::SECOND_TOKEN.in_(language)) }
            </div>
            { compared(&parts, names.each_ref().map(String::as_str), Html::default(), language) }
        </details>
    }
}
