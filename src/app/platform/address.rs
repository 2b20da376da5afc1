//! The end of the page's address, which names the view and nothing else. Links change it, and the browser's own buttons.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlElement};

use crate::app::route::Route;

/// The view of the address now; none where it names a place inside of the view that is shown.
pub fn current() -> Option<Route> {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    // Places that have an address of their own are those of the first view.
    Route::of_hash(&hash).or_else(|| shown(&hash).is_none().then_some(Route::Diagnose))
}

/// Calls `listener` with the view of the address whenever it becomes another one.
pub fn listen(listener: impl Fn(Route) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let on_change = Closure::<dyn Fn(Event)>::new(move |_| {
        if let Some(route) = current() {
            listener(route);
        }
    });
    let _ = window.add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
    on_change.forget();
}

/// Goes to a view; the way back is the browser's.
pub fn go(route: &Route) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(&route.hash());
    }
}

/// Says on the root element which view is shown.
pub fn mark(route: &Route) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-view", route.id());
    }
}

/// Begins to read at the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether an element fits, shown or not.
pub fn is_there(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// Gives the focus to the first element that fits and is shown; whether there is one.
pub fn focus_on(selector: &str) -> bool {
    shown(selector).is_some_and(|element| element.focus().is_ok())
}

/// The first element that fits, when it is shown.
fn shown(selector: &str) -> Option<HtmlElement> {
    let found = web_sys::window()?.document()?.query_selector(selector).ok()??;
    // What is not shown has no box.
    found.dyn_into::<HtmlElement>().ok().filter(|element| element.get_client_rects().length() > 0)
}
