//! Files that are dropped anywhere on the page. `www/boot.js` hears of them, also before the module is there.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::File;

use super::Shell;
use crate::app::census::source::Source;

/// Calls `listener` with each file that is dropped and with one that was dropped early, for as long as the page lives.
pub fn listen(shell: &Shell, listener: impl Fn(Source) + 'static) {
    let on_drop = Closure::<dyn Fn(File)>::new(move |file: File| listener(Source::from(file)));
    shell.drops(on_drop.as_ref().unchecked_ref());
    on_drop.forget();
}
