//! What is to be signed, and with what.

use jwt_why::{
    sign::{Order, Part},
    text::{Language, Text, page as label},
    verify::{self, Family},
};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    super::{
        icon::{Glyph, icon},
        language::use_language,
        readings::readings,
    },
    Message,
};

/// An hour in seconds.
const HOUR: i64 = 3_600;

/// The form and what becomes of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What stands in it.
    pub order: Order,
    /// Whether the key in it was made here.
    pub is_new_key: bool,
    /// Whether a key is being made.
    pub makes_key: bool,
    /// Whether something is being made.
    pub busy: bool,
    /// Hears what somebody does.
    pub onmessage: Callback<Message>,
}

/// Takes algorithm, header, claims and key.
#[component]
pub fn Form(props: &Props) -> Html {
    let language = use_language();
    let covered = use_state(|| true);
    let toggle = {
        let covered = covered.clone();
        Callback::from(move |_: MouseEvent| covered.set(!*covered))
    };
    // A button that is disabled while it works would lose the focus.
    let sign = {
        let (busy, onmessage) = (props.busy, props.onmessage.clone());
        Callback::from(move |_: MouseEvent| {
            if !busy {
                onmessage.emit(Message::Sign);
            }
        })
    };
    html! {
        <div class="maker-form">
            { algorithms(props, language) }
            { part(props, Part::Header, label::MAKE_HEADER.in_(language), Html::default()) }
            { part(props, Part::Claims, label::MAKE_CLAIMS.in_(language), times(props, language)) }
            { key(props, *covered, toggle, language) }
            <div class="maker-sign">
                <button type="button" id="make-sign" class="primary" aria-disabled={props.busy.to_string()} onclick={sign}>{ label::SIGN.in_(language) }</button>
                <p id="as-written" class="muted">{ label::MAKE_AS_WRITTEN.in_(language) }</p>
            </div>
        </div>
    }
}

/// The families, in the order in which they are offered.
const FAMILIES: [(Family, Text); 6] = [
    (Family::Hmac, label::FAMILY_HMAC),
    (Family::RsaPkcs1, label::FAMILY_RSA),
    (Family::RsaPss, label::FAMILY_PSS),
    (Family::Ecdsa, label::FAMILY_ECDSA),
    (Family::EdDsa, label::FAMILY_EDDSA),
    (Family::MlDsa, label::FAMILY_ML_DSA),
];

fn algorithms(props: &Props, language: Language) -> Html {
    let onchange = props.onmessage.reform(|event: Event| {
        Message::Algorithm(event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    let groups = FAMILIES.into_iter().map(|(family, name)| {
        let rows = verify::all().iter().filter(|algorithm| algorithm.family == family).map(|algorithm| {
            let selected = algorithm.name == props.order.algorithm;
            html! { <option value={algorithm.name} {selected}>{ algorithm.name }</option> }
        });
        html! { <optgroup label={name.in_(language)}>{ for rows }</optgroup> }
    });
    html! {
        <div class="line">
            <label for="make-algorithm">{ label::MAKE_ALGORITHM.in_(language) }</label>
            <select id="make-algorithm" class="mono" {onchange}>{ for groups }</select>
        </div>
    }
}

/// The box of a text that is signed.
fn part(props: &Props, part: Part, name: &'static str, beside: Html) -> Html {
    let (id, rows, text) = match part {
        Part::Header => ("make-header", "4", &props.order.header),
        Part::Claims => ("make-claims", "8", &props.order.payload),
    };
    let oninput = props.onmessage.reform(move |event: InputEvent| Message::Part(part, typed(&event)));
    html! {
        <div class="field">
            <div class="field-head"><label for={id}>{ name }</label>{ beside }</div>
            <textarea
                {id}
                {rows}
                class="mono"
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                aria-describedby="as-written"
                value={text.clone()}
                {oninput}
            />
        </div>
    }
}

/// The buttons that set a time claim.
fn times(props: &Props, language: Language) -> Html {
    let claims = [("iat", 0, label::MAKE_IAT), ("nbf", 0, label::MAKE_NBF), ("exp", HOUR, label::MAKE_EXP)];
    let buttons = claims.into_iter().map(|(claim, ahead, name)| {
        let onclick = props.onmessage.reform(move |_: MouseEvent| Message::Time(claim, ahead));
        html! {
            <button type="button" class="quiet" data-time={claim} aria-controls="make-claims" {onclick}>{ name.in_(language) }</button>
        }
    });
    html! { <div class="maker-times" role="group" aria-label={label::MAKE_TIMES.in_(language)}>{ for buttons }</div> }
}

fn key(props: &Props, covered: bool, toggle: Callback<MouseEvent>, language: Language) -> Html {
    let oninput = props.onmessage.reform(|event: InputEvent| Message::Key(typed(&event)));
    let generate = props.onmessage.reform(|_: MouseEvent| Message::Generate);
    let is_hmac = verify::by_name(&props.order.algorithm).is_some_and(|row| row.family == Family::Hmac);
    html! {
        <div class="field">
            <div class="field-head">
                <label for="make-key">{ label::MAKE_KEY.in_(language) }</label>
                <div>
                    <button type="button" class="quiet" aria-pressed={(!covered).to_string()} aria-controls="make-key" onclick={toggle}>
                        { icon(Glyph::Eye) }<span>{ if covered { label::SHOW } else { label::HIDE }.in_(language) }</span>
                    </button>
                    <button type="button" class="quiet" data-generate="" aria-controls="make-key" disabled={props.busy} onclick={generate}>
                        { label::GENERATE_KEY.in_(language) }
                    </button>
                </div>
            </div>
            <textarea
                id="make-key"
                rows="5"
                class={classes!("mono", covered.then_some("is-covered"))}
                placeholder={label::MAKE_KEY_PLACEHOLDER.in_(language)}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                aria-describedby="make-key-note"
                value={props.order.key.clone()}
                {oninput}
            />
            if is_hmac {
                { readings("make-reading", props.order.reading, &props.onmessage.reform(Message::Reading), language) }
            }
            <p id="make-key-note" class="hint is-warn" role="status">
                if props.makes_key {
                    { label::MAKING_KEY.in_(language) }
                } else if props.is_new_key {
                    { icon(Glyph::Warning) }{ " " }{ label::MAKE_KEY_IS_FOR_TESTS.in_(language) }
                }
            </p>
        </div>
    }
}

fn typed(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlTextAreaElement>().value()
}
