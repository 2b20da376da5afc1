//! The page and its workers: one module, which `www/boot.js` starts as the page and `www/worker.js` as a worker.

mod app;

use wasm_bindgen::prelude::*;

/// Draws the page; `shell` is what the start script offers.
#[wasm_bindgen]
pub fn start_page(shell: &app::Shell) {
    app::start(shell);
}

/// The rest of the module has been joined to this instance, or can't be had.
#[wasm_bindgen]
pub fn rest(is_here: bool) {
    app::platform::rest::came(is_here);
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

/// A message from the page to the worker that signs. Only a whole instance can be it.
#[wasm_bindgen]
pub fn sign(message: JsValue) {
    app::signing::receive(message);
}

fn main() {}
