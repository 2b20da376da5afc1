//! What a real library makes of the same case.

use jwt_why::{
    diagnosis::report::Opinion as Said,
    text::{self, page as label},
};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    language::use_language,
    visible,
};

/// The opinion.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The opinion.
    pub opinion: Said,
}

/// Shows the opinion in a line.
#[component]
pub fn Opinion(props: &Props) -> Html {
    let language = use_language();
    let opinion = &props.opinion;
    let (tone, glyph, word, id) = match opinion.accepts {
        Some(true) => ("is-good", Glyph::Check, label::ACCEPTS, "accepts"),
        Some(false) => ("is-bad", Glyph::Cross, label::REJECTS, "rejects"),
        None => ("is-open", Glyph::Open, label::WAS_NOT_ASKED, "not-asked"),
    };
    html! {
        <section class="panel opinion" data-opinion={id} aria-labelledby="opinion-title">
            <h3 id="opinion-title">{ label::SECOND_OPINION.in_(language) }</h3>
            <p class={tone}>
                <b>{ &opinion.library }</b>{ " " }
                <span class="badge">{ icon(glyph) }<span>{ word.in_(language) }</span></span>{ " " }
                if !opinion.message.is_empty() { { visible::value(&opinion.message) } }
            </p>
            { for opinion.differences.iter().map(|why| html! { <p>{ text::difference(*why, language) }</p> }) }
            if opinion.disagrees {
                <p class="is-warn">{ icon(Glyph::Warning) }{ " " }{ label::DISAGREES.in_(language) }</p>
            }
        </section>
    }
}
