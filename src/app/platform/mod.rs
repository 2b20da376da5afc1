//! What the browser offers, one file an ability: the workers, the text area, the clock, the clipboard, the address, its
//! own cryptography, the two settings that are kept.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod diagnoser;
pub mod files;
pub mod fragment;
pub mod intl;
pub mod keyboard;
pub mod later;
pub mod paste;
pub mod preferences;
pub mod rest;
pub mod signer;
pub mod webcrypto;

use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What `www/boot.js` offers to the page.
    #[derive(Clone, PartialEq)]
    pub type Shell;

    /// A new worker, on its way: messages to it wait until it is there, or until it is there as a `whole`.
    #[wasm_bindgen(method)]
    fn worker(this: &Shell, whole: bool) -> web_sys::Worker;

    /// A worker that signs, when the rest of the module is here.
    #[wasm_bindgen(method)]
    fn signer(this: &Shell) -> js_sys::Promise;

    #[wasm_bindgen(method)]
    fn knowledge(this: &Shell) -> js_sys::Promise;

    #[wasm_bindgen(method)]
    fn texts(this: &Shell) -> js_sys::Promise;

    #[wasm_bindgen(method)]
    fn fixes(this: &Shell) -> js_sys::Promise;

    /// Calls the function with what the page's address carried, and again whenever a link is followed.
    #[wasm_bindgen(method)]
    fn links(this: &Shell, listener: &js_sys::Function);

    /// Calls the function with the file that was dropped before, and again whenever one is.
    #[wasm_bindgen(method)]
    fn drops(this: &Shell, listener: &js_sys::Function);

    /// The innermost functions of the module in the stack of an error, or none where it was thrown outside of it.
    #[wasm_bindgen(method)]
    fn place(this: &Shell, stack: &str) -> Option<String>;
}

/// The index of the knowledge base, or nothing where it can't be had.
pub async fn knowledge(shell: &Shell) -> Option<String> {
    JsFuture::from(shell.knowledge()).await.ok()?.as_string()
}

/// The texts of the knowledge base, fetched when this is called, or nothing where they can't be had.
pub async fn texts(shell: &Shell) -> Option<String> {
    JsFuture::from(shell.texts()).await.ok()?.as_string()
}

/// The templates of the fixes, fetched when this is called, or nothing where they can't be had.
pub async fn fixes(shell: &Shell) -> Option<String> {
    JsFuture::from(shell.fixes()).await.ok()?.as_string()
}

/// Names the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// The element of the page with this id.
pub fn element(id: &str) -> Option<web_sys::HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Brings an element into view, by the shortest way; nothing moves where it is in view already.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        bring(&element);
    }
}

/// Brings what has the focus into view, as [`reveal`] does.
pub fn reveal_focused() {
    if let Some(element) = focused() {
        bring(&element);
    }
}

fn bring(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings the start of an element into view, which may scroll for itself.
pub fn to_start(id: &str) {
    if let Some(element) = element(id) {
        element.set_scroll_top(0);
        element.scroll_into_view();
    }
}

/// Puts the focus on the element with this id, whether or not the tabulator key stops there.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        if element.tab_index() < 0 {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let _ = element.focus();
    }
}

/// The id of the element that has the focus.
pub fn focused_id() -> Option<String> {
    Some(focused()?.id())
}

fn focused() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.active_element()
}
