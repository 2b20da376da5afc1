//! What a part leaves where it shows nothing.

use yew::prelude::*;

/// What a component draws that has nothing to show: a text of no characters.
///
/// **Law.** No component draws nothing at all. Yew puts a new node before the first one of the component that follows;
/// where that one has none, it takes what stood behind it when that was drawn last, which may be gone by now, and the
/// page dies.
pub fn nothing() -> Html {
    html! { "" }
}
