//! The clipboard, written to when somebody presses a button.

use wasm_bindgen_futures::JsFuture;

/// Copies `text`; whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
