//! The page: the only room that knows Yew and the browser.

mod axis;
mod components;
mod drawing;
mod form;
mod moment;
pub mod platform;
pub mod protocol;
mod samples;
mod state;
pub mod worker;

pub use platform::Shell;

/// Draws the page into `#app`.
pub fn start(shell: Shell) {
    // Yew's own hook would write a panic's words to the console, and they may quote a token. The start script notices.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    components::draw(shell);
}
