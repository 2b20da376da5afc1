//! Things done a little later.

use wasm_bindgen::{JsCast, closure::Closure};

/// Calls `action` before the next frame is drawn.
pub fn next_frame(action: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(move |_: f64| action());
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// How many frames what is to be drawn may take to be there.
const FRAMES: u32 = 60;

/// Calls `action` before each of the next frames until it says that it is done. What has changed is drawn before the
/// next frame, unless the browser is busy.
pub fn in_a_frame(action: impl FnMut() -> bool + 'static) {
    fn attempt(mut action: impl FnMut() -> bool + 'static, left: u32) {
        next_frame(move || {
            if !action() && left > 0 {
                attempt(action, left - 1);
            }
        });
    }
    attempt(action, FRAMES);
}

/// Calls `action` after some milliseconds.
pub fn after(milliseconds: i32, action: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(action);
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
