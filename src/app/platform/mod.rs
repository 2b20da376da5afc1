//! What the browser offers, one file an ability: the worker, the text area, the clock, the clipboard, the two settings
//! that are kept.

#![allow(dead_code, reason = "the components take what they need")]

pub mod clipboard;
pub mod clock;
pub mod diagnoser;
pub mod paste;
pub mod preferences;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `www/boot.js` offers to the page.
    pub type Shell;

    /// A new worker, on its way: messages to it wait until it is there.
    #[wasm_bindgen(method)]
    fn worker(this: &Shell) -> web_sys::Worker;
}
