//! The empty page: what it is for, in two lines, and samples.

use jwt_why::text::page as label;
use yew::prelude::*;

use super::language::use_language;
use crate::app::samples::{SAMPLES, Sample};

/// What the samples do.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Hears which sample is wanted.
    pub onsample: Callback<&'static Sample>,
}

/// Explains the page and offers samples.
#[component]
pub fn Welcome(props: &Props) -> Html {
    let language = use_language();
    let samples = SAMPLES.iter().map(|sample| {
        let onclick = props.onsample.reform(move |_: MouseEvent| sample);
        html! {
            <li>
                <button type="button" class="sample" data-sample={sample.id} {onclick}>
                    { sample.title.in_(language) }
                </button>
            </li>
        }
    });
    html! {
        <section class="welcome" aria-labelledby="welcome-title">
            <h2 id="welcome-title">{ label::WELCOME_TITLE.in_(language) }</h2>
            <p>{ label::WELCOME_WHAT.in_(language) }</p>
            <p class="muted">{ label::WELCOME_HOW.in_(language) }</p>
            <h3>{ label::TRY_A_SAMPLE.in_(language) }</h3>
            <ul class="samples">{ for samples }</ul>
        </section>
    }
}
