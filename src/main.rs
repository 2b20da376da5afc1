//! The page and its worker: one module, which `www/boot.js` starts as the page and `www/worker.js` as the worker.

mod app;

use wasm_bindgen::prelude::*;

/// Draws the page; `shell` is what the start script offers.
#[wasm_bindgen]
pub fn start_page(shell: app::Shell) {
    app::start(shell);
}

/// Makes this instance the worker.
#[wasm_bindgen]
pub fn start_worker() {
    app::worker::start();
}

/// A message from the page to the worker.
#[wasm_bindgen]
pub fn receive(message: JsValue) {
    app::worker::receive(message);
}

fn main() {}
