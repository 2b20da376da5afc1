//! The language that everything below the page is drawn in.

use jwt_why::text::Language;
use yew::prelude::*;

/// The language of the page.
#[hook]
pub fn use_language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The language of the page, for what remembers things itself and has no hooks.
pub fn language_at<C: Component>(context: &Context<C>) -> Language {
    context.link().context(Callback::noop()).map(|(language, _)| language).unwrap_or_default()
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
