//! How far the published secrets were tried on a token that nothing else explains.

use jwt_why::text::{self, Language, page as label};
use yew::prelude::*;

use crate::app::state::Published;

/// Says how many were tried, and that none fits when all were.
pub fn published(published: Published, language: Language) -> Html {
    let (id, words) = match published {
        Published::Missing => ("missing", label::PUBLISHED_MISSING.in_(language).to_owned()),
        Published::Tried(tried, all) => {
            (if tried < all { "tried" } else { "none" }, text::published(tried, all, language))
        }
    };
    html! {
        <p class="published" data-published={id}>
            { words }
            if let Published::Tried(tried, all) = published && tried < all {
                <progress value={tried.to_string()} max={all.to_string()} aria-label={label::PUBLISHED_PROGRESS.in_(language)} />
            }
        </p>
    }
}
