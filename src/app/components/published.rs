//! How far the published secrets were tried on a token that nothing else explains.

use jwt_why::text::{self, page as label};
use yew::prelude::*;

use super::language::use_language;
use crate::app::state;

/// How far they were tried.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How far they were tried.
    pub published: state::Published,
}

/// Says how many were tried, and that none fits when all were.
#[component]
pub fn Published(props: &Props) -> Html {
    let language = use_language();
    let (id, words) = match props.published {
        state::Published::Missing => ("missing", label::PUBLISHED_MISSING.in_(language).to_owned()),
        state::Published::Tried(tried, all) => {
            (if tried < all { "tried" } else { "none" }, text::published(tried, all, language))
        }
    };
    html! {
        <p class="published" data-published={id}>
            { words }
            if let state::Published::Tried(tried, all) = props.published && tried < all {
                <progress value={tried.to_string()} max={all.to_string()} aria-label={label::PUBLISHED_PROGRESS.in_(language)} />
            }
        </p>
    }
}
