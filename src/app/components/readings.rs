//! The ways in which a secret can be read, as buttons.

use jwt_why::{
    keys::SecretReading,
    text::{Language, page as label},
};
use yew::prelude::*;

/// Chooses how a secret is read. The group's name has the `id`, which no other group of the page may have.
pub fn readings(
    id: &'static str,
    chosen: SecretReading,
    onreading: &Callback<SecretReading>,
    language: Language,
) -> Html {
    let buttons = SecretReading::ALL.into_iter().map(|reading| {
        let name = reading.read_as().id();
        let word = if reading == SecretReading::Text { label::READ_AS_TEXT.in_(language) } else { name };
        let onclick = onreading.reform(move |_: MouseEvent| reading);
        let pressed = (reading == chosen).to_string();
        html! {
            <button type="button" class="quiet" aria-pressed={pressed} data-reading={name} {onclick}>{ word }</button>
        }
    });
    html! {
        <div class="readings-of-secret" role="group" aria-labelledby={id}>
            <span {id} class="muted">{ label::READ_SECRET_AS.in_(language) }</span>
            { for buttons }
        </div>
    }
}
