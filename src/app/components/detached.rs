//! The box for a payload that was sent apart from its token. It is there when a token lacks its payload.

use jwt_why::{
    diagnosis::report::PayloadRead,
    jose::{DetachedPayload, PayloadReading},
    text::{self, Language, page as label},
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::language::use_language;

/// What is in the box and what became of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is in the box.
    pub payload: DetachedPayload,
    /// How it was read.
    pub read: Option<PayloadRead>,
    /// Whether a token lacks its payload.
    pub wanted: bool,
    /// Hears what is typed, and how it is to be read.
    pub onchange: Callback<DetachedPayload>,
}

/// Takes the payload, and says how it was read.
#[component]
pub fn Detached(props: &Props) -> Html {
    let language = use_language();
    if !props.wanted && props.payload.text.is_empty() {
        return Html::default();
    }
    let oninput = {
        let reading = props.payload.reading;
        props.onchange.reform(move |event: InputEvent| DetachedPayload {
            text: event.target_unchecked_into::<HtmlTextAreaElement>().value(),
            reading,
        })
    };
    html! {
        <section class="field detached">
            <div class="field-head"><label for="detached">{ label::DETACHED_PAYLOAD.in_(language) }</label></div>
            <p id="detached-why" class="muted">{ label::DETACHED_WHY.in_(language) }</p>
            <textarea
                id="detached"
                rows="3"
                placeholder={label::DETACHED_PLACEHOLDER.in_(language)}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                aria-describedby="detached-why detached-read"
                value={props.payload.text.clone()}
                {oninput}
            />
            <div id="detached-read">
                if !props.payload.text.is_empty() { { reading(props, language) } }
            </div>
        </section>
    }
}

/// How the text is read, and the other way to read it.
fn reading(props: &Props, language: Language) -> Html {
    let current = props.payload.reading.or_else(|| Some(props.read?.reading));
    let unreadable = props.payload.reading == Some(PayloadReading::Base64url) && props.read.is_none();
    let buttons = PayloadReading::ALL.into_iter().map(|reading| {
        let word = if reading == PayloadReading::Text { label::READ_AS_TEXT.in_(language) } else { reading.id() };
        let text = props.payload.text.clone();
        let onclick = props.onchange.reform(move |_: MouseEvent| DetachedPayload {
            text: text.clone(),
            reading: Some(reading),
        });
        let pressed = (current == Some(reading)).to_string();
        html! {
            <button type="button" class="quiet" aria-pressed={pressed} data-payload-reading={reading.id()} {onclick}>{ word }</button>
        }
    });
    html! {
        <>
            <div class="readings-of-secret" role="group" aria-labelledby="detached-reading">
                <span id="detached-reading" class="muted">{ label::READ_PAYLOAD_AS.in_(language) }</span>
                { for buttons }
            </div>
            if unreadable {
                <p class="hint is-warn">{ label::PAYLOAD_NOT_BASE64URL.in_(language) }</p>
            } else if let Some(read) = props.read {
                <p class="hint">{ label::PAYLOAD_BYTES.with(language, &text::number(read.bytes, language)) }</p>
            }
        </>
    }
}
