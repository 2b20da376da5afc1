//! A button that copies a text and says so.

use jwt_why::text::{Text, page as label};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    language::use_language,
};
use crate::app::platform::clipboard;

/// What is copied.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text that goes to the clipboard.
    pub text: AttrValue,
    /// What the button says.
    #[prop_or(label::COPY)]
    pub label: Text,
    /// What is copied, for those who can't see what the button stands beside.
    #[prop_or_default]
    pub about: AttrValue,
    /// Whether the button is drawn without its word, where many of them stand below each other.
    #[prop_or_default]
    pub small: bool,
}

/// Whether the last press went well.
#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Copied,
    Refused,
}

/// Copies a text when it is pressed.
#[component]
pub fn Copy(props: &Props) -> Html {
    let language = use_language();
    let outcome = use_state(|| None::<(AttrValue, Outcome)>);
    let onclick = {
        let (text, outcome) = (props.text.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, outcome) = (text.clone(), outcome.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let done = clipboard::copy(&text).await;
                outcome.set(Some((text, if done { Outcome::Copied } else { Outcome::Refused })));
            });
        })
    };
    let word = match &*outcome {
        Some((text, Outcome::Copied)) if *text == props.text => label::COPIED,
        Some((text, Outcome::Refused)) if *text == props.text => label::COPY_REFUSED,
        _ => props.label,
    };
    let name = format!("{} {}", word.in_(language), props.about);
    html! {
        <button type="button" class={classes!("quiet", "copy", props.small.then_some("is-small"))} {onclick} aria-label={name.trim().to_owned()} title={props.small.then(|| name.trim().to_owned())}>
            { icon(if word == label::COPIED { Glyph::Check } else { Glyph::Copy }) }<span class={props.small.then_some("unseen")}>{ word.in_(language) }</span>
        </button>
    }
}
