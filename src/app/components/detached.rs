//! The box for a payload that was sent apart from its token. It is there when a token lacks its payload.

use jwt_why::{
    diagnosis::report::PayloadRead,
    jose::{DetachedPayload, PayloadReading},
    text::{self, Language, page as label},
};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Takes the payload, and says how it was read; `onchange` hears what is typed, and how it is to be read.
pub fn detached(
    payload: &DetachedPayload,
    read: Option<PayloadRead>,
    onchange: &Callback<DetachedPayload>,
    language: Language,
) -> Html {
    let oninput = {
        let reading = payload.reading;
        onchange.reform(move |event: InputEvent| DetachedPayload {
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
                value={payload.text.clone()}
                {oninput}
            />
            <div id="detached-read">
                if !payload.text.is_empty() { { reading(payload, read, onchange, language) } }
            </div>
        </section>
    }
}

/// How the text is read, and the other way to read it.
fn reading(
    payload: &DetachedPayload,
    read: Option<PayloadRead>,
    onchange: &Callback<DetachedPayload>,
    language: Language,
) -> Html {
    let current = payload.reading.or_else(|| Some(read?.reading));
    let unreadable = payload.reading == Some(PayloadReading::Base64url) && read.is_none();
    let buttons = PayloadReading::ALL.into_iter().map(|reading| {
        let word = if reading == PayloadReading::Text { label::READ_AS_TEXT.in_(language) } else { reading.id() };
        let text = payload.text.clone();
        let onclick = onchange.reform(move |_: MouseEvent| DetachedPayload {
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
            } else if let Some(read) = read {
                <p class="hint">{ text::counted(label::PAYLOAD_BYTES, read.bytes, language) }</p>
            }
        </>
    }
}
