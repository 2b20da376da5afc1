//! The key box, and how what is in it was read. What is typed is covered until somebody asks to see it.

use jwt_why::{
    diagnosis::report::{KeySummary, Report},
    finding::Severity,
    keys::{ReadAs, SecretReading},
    text::{self, Language, page as label},
};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    copy::Copy,
    icon::{Glyph, icon},
    language::use_language,
    readings,
    status::Status,
    visible,
};

/// The greatest number of keys that are listed one by one.
const MOST_KEYS: usize = 24;

/// What is in the box and what became of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is in the box.
    pub keys: AttrValue,
    /// How a secret in it is read.
    pub reading: SecretReading,
    /// The answer, for how the keys were read.
    pub report: Rc<Report>,
    /// The position of the key that verified the token that is shown.
    pub matched: Option<usize>,
    /// Hears what is typed.
    pub onchange: Callback<AttrValue>,
    /// Hears how a secret is to be read.
    pub onreading: Callback<SecretReading>,
}

/// Takes keys in any form.
#[component]
pub fn Keys(props: &Props) -> Html {
    let language = use_language();
    let shown = use_state(|| false);
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let oninput = props.onchange.reform(|event: InputEvent| {
        AttrValue::from(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <section class="field keys">
            <div class="field-head">
                <label for="keys">{ label::KEY.in_(language) }</label>
                <button type="button" class="quiet" aria-pressed={shown.to_string()} aria-controls="keys" onclick={toggle}>
                    { icon(Glyph::Eye) }<span>{ if *shown { label::HIDE } else { label::SHOW }.in_(language) }</span>
                </button>
            </div>
            <textarea
                id="keys"
                rows="4"
                class={classes!("mono", (!*shown).then_some("is-covered"))}
                placeholder={label::KEY_PLACEHOLDER.in_(language)}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                aria-describedby="keys-read"
                value={props.keys.clone()}
                {oninput}
            />
        { choices(props, language) }
        <ul id="keys-read" class="key-list">{ readings(&props.report, props.matched, language) }</ul>
        </section>
    }
}

/// The ways in which a secret can be read, once there is one.
fn choices(props: &Props, language: Language) -> Html {
    let is_typed = |key: &KeySummary| key.kind == "oct" && key.read_as != ReadAs::Jwk.id();
    if props.reading == SecretReading::Text && !props.report.keys.iter().any(is_typed) {
        return Html::default();
    }
    readings::readings("reading-label", props.reading, &props.onreading, language)
}

/// How the keys were read, and what was noticed about their texts.
fn readings(report: &Report, matched: Option<usize>, language: Language) -> Html {
    let keys = report.keys.iter().take(MOST_KEYS).map(|key| {
        let matches = matched == Some(key.index);
        html! {
            <li class={matches.then_some("is-good")} data-matched={matches.then_some("")}>
                if matches { { icon(Glyph::Check) }<span class="unseen">{ label::VERIFIED.in_(language) }</span>{ " " } }
                { summary(key, language) }
            </li>
        }
    });
    let more = report.keys.len().saturating_sub(MOST_KEYS);
    let findings = report
        .key_findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note || report.keys.is_empty());
    html! {
        <>
            { for keys }
            if more > 0 { <li class="muted">{ text::counted(label::AND_MORE, more, language) }</li> }
            { for findings.map(|finding| {
                let status = Status::from(finding.severity);
                html! {
                    <li class={status.tone} data-cause={finding.cause.id()}>
                        { icon(status.glyph) }<span class="unseen">{ status.word.in_(language) }</span>
                        <span>{ text::statement(finding, language) }</span>
                    </li>
                }
            }) }
        </>
    }
}

fn summary(key: &KeySummary, language: Language) -> Html {
    html! {
        <>
            <span class="chip">{ label::READ_AS.with(language, text::read_as(&key.read_as, language)) }</span>
            { " " }{ &key.kind }{ " · " }{ text::counted(label::BITS, key.bits, language) }
            if let Some(kid) = &key.kid { { " · kid " }{ visible::value(kid) } }
            if let Some(thumbprint) = &key.thumbprint {
                <Copy text={thumbprint.clone()} label={label::COPY_THUMBPRINT} small=true />
            }
        </>
    }
}
