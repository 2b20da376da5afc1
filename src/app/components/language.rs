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

/// What stands beside punctuation of a language: a blank, or nothing where the mark brings its own room.
pub const fn gap(language: Language) -> &'static str {
    match language {
        Language::En => " ",
        Language::Zh => "",
    }
}

/// The colon of a language, with its room.
pub const fn colon(language: Language) -> &'static str {
    match language {
        Language::En => ": ",
        Language::Zh => "：",
    }
}
