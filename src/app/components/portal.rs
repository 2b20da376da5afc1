//! Places outside of what the page draws itself: `index.html` has them, so that what is around them is there before the
//! module.

use yew::prelude::*;

use crate::app::platform::element;

/// Draws into the element of `index.html` with this id.
pub fn portal(id: &str, body: Html) -> Html {
    element(id).map(|host| create_portal(body, host.into())).unwrap_or_default()
}
