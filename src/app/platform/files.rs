//! Files that are dropped anywhere on the page.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::DragEvent;

use crate::app::census::source::Source;

/// Calls `listener` with each file that is dropped, for as long as the page lives. Of several the first one counts.
pub fn listen(listener: impl Fn(Source) + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    // Without this the browser would leave the page and show the file.
    let on_over = Closure::<dyn Fn(DragEvent)>::new(|event: DragEvent| {
        if carries_files(&event) {
            event.prevent_default();
        }
    });
    let on_drop = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        if !carries_files(&event) {
            return;
        }
        event.prevent_default();
        let file = event.data_transfer().and_then(|data| data.files()?.get(0));
        if let Some(file) = file {
            listener(Source::from(file));
        }
    });
    let _ = document.add_event_listener_with_callback("dragover", on_over.as_ref().unchecked_ref());
    let _ = document.add_event_listener_with_callback("drop", on_drop.as_ref().unchecked_ref());
    on_over.forget();
    on_drop.forget();
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
