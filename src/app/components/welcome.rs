//! The empty page: what it is for, in two lines, and samples.

use jwt_why::text::{Language, page as label};
use yew::prelude::*;

use crate::app::samples::{SAMPLES, Sample};

/// Explains the page and offers samples; `onsample` hears which one is wanted.
pub fn welcome(onsample: &Callback<&'static Sample>, language: Language) -> Html {
    let samples = SAMPLES.iter().map(|sample| {
        let onclick = onsample.reform(move |_: MouseEvent| sample);
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
