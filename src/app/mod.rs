//! The page: the only room that knows Yew and the browser.
//!
//! **Law.** Data flows one way: `platform` hears the browser and the worker, `components::page` keeps what is known
//! (`state`), the other components draw it and hand back what somebody did. Nothing that was pasted is parsed here; the
//! worker does that, and the page gets facts and spans. Text from a token is text: never markup, a link, or a class.
//! No words of its own either: labels and sentences come from `text`. Spans are UTF-8 offsets everywhere and become the
//! browser's UTF-16 in one place, `drawing::utf16`.

mod axis;
mod census;
mod components;
mod drawing;
mod form;
pub mod platform;
pub mod protocol;
mod route;
mod samples;
mod shelf;
pub mod signing;
mod state;
pub mod worker;

pub use platform::Shell;

/// Draws the page into `#app`.
pub fn start(shell: &Shell) {
    // Yew's own hook would write a panic's words to the console, and they may quote a token. The start script notices
    // that the module has stopped, and says where.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    components::draw(shell);
}
