//! The language that everything below the page is drawn in.

use jwt_why::text::{Language, Text};
use yew::prelude::*;

/// The language of the page.
#[hook]
pub fn use_language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// What [`Word`] writes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text, in all languages.
    pub text: Text,
}

/// Writes a text in the language of the page.
#[component]
pub fn Word(props: &Props) -> Html {
    let language = use_language();
    html! { props.text.in_(language) }
}
