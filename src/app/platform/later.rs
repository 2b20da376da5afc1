//! Things done a little later.

use wasm_bindgen::{JsCast, closure::Closure};

/// Calls `action` before the next frame is drawn.
pub fn next_frame(action: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(move |_: f64| action());
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls `action` after some milliseconds.
pub fn after(milliseconds: i32, action: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(action);
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
