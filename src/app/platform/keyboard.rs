//! Single keys, while nobody types.

use std::cell::Cell;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What takes letters as text, and what has the page to itself while it is open.
const TYPING: &str =
    "textarea, select, dialog[open], [contenteditable], [role=slider], input:not([type=checkbox])";

/// What Escape leaves.
const BOX: &str = "textarea, input";

thread_local! {
    static OFF: Cell<bool> = const { Cell::new(false) };
}

/// Whether single keys are listened to.
pub fn switch(on: bool) {
    OFF.set(!on);
}

/// Calls `listener` with each key that is pressed alone while no box takes letters. A key that it knows, and says so,
/// does nothing else. In a box, Escape leaves the box.
pub fn listen(listener: impl Fn(&str) -> bool + 'static) {
    let on_key = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
        if modified || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let at = |selector| target.as_ref().and_then(|target| target.closest(selector).ok().flatten());
        if event.key() == "Escape" {
            let field = at(BOX).filter(|field| !empties_itself(field));
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                let _ = field.blur();
            }
        } else if at(TYPING).is_none() && !OFF.get() && listener(&event.key()) {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("keydown", on_key.as_ref().unchecked_ref());
        on_key.forget();
    }
}

/// Whether Escape means something to a box itself: it empties a search.
fn empties_itself(field: &Element) -> bool {
    let search = field.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "search");
    search.is_some_and(|input| !input.value().is_empty())
}
