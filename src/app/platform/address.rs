//! The end of the page's address, which names the view and nothing else.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::Event;

use crate::app::route::Route;

/// Calls `listener` with the view of the address now and whenever it becomes another one.
pub fn listen(listener: impl Fn(Route) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let hear = move || {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok());
        if let Some(route) = Route::of_hash(&hash.unwrap_or_default()) {
            listener(route);
        }
    };
    hear();
    let on_change = Closure::<dyn Fn(Event)>::new(move |_| hear());
    let _ = window.add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
    on_change.forget();
}

/// Goes to a view; the way back is the browser's.
pub fn go(route: Route) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(route.hash());
    }
}

/// Says on the root element which view is shown.
pub fn mark(route: Route) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-view", route.id());
    }
}
