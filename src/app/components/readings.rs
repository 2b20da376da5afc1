//! The ways in which a secret can be read, as buttons.

use jwt_why::{keys::SecretReading, text::page as label};
use yew::prelude::*;

use super::language::use_language;

/// The choice.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The id of the group's name; each group of a page has its own.
    pub id: AttrValue,
    /// How the secret is read.
    pub reading: SecretReading,
    /// Hears how it is to be read.
    pub onreading: Callback<SecretReading>,
}

/// Chooses how a secret is read.
#[component]
pub fn Readings(props: &Props) -> Html {
    let language = use_language();
    let buttons = SecretReading::ALL.into_iter().map(|reading| {
        let id = reading.read_as().id();
        let word = if reading == SecretReading::Text { label::READ_AS_TEXT.in_(language) } else { id };
        let onclick = props.onreading.reform(move |_: MouseEvent| reading);
        let pressed = (reading == props.reading).to_string();
        html! {
            <button type="button" class="quiet" aria-pressed={pressed} data-reading={id} {onclick}>{ word }</button>
        }
    });
    html! {
        <div class="readings-of-secret" role="group" aria-labelledby={props.id.clone()}>
            <span id={props.id.clone()} class="muted">{ label::READ_SECRET_AS.in_(language) }</span>
            { for buttons }
        </div>
    }
}
