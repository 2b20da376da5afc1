//! The text area `#paste`. It is in `index.html`, outside of what Yew draws: it is there before the module and lives on
//! when an instance dies.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlTextAreaElement};

/// The text area.
#[derive(Clone, PartialEq)]
pub struct Paste(HtmlTextAreaElement);

impl Paste {
    /// The one of this page.
    pub fn find() -> Option<Self> {
        let element = web_sys::window()?.document()?.get_element_by_id("paste")?;
        element.dyn_into().ok().map(Self)
    }

    /// What is in it, whoever typed it and when.
    pub fn text(&self) -> String {
        self.0.value()
    }

    /// Replaces what is in it, as if somebody had typed it.
    pub fn set_text(&self, text: &str) {
        self.0.set_value(text);
        if let Ok(event) = Event::new("input") {
            let _ = self.0.dispatch_event(&event);
        }
    }

    /// Calls `listener` with the text now and after every change, for as long as the page lives.
    pub fn listen(&self, listener: impl Fn(String) + 'static) {
        listener(self.text());
        let paste = self.clone();
        let on_input = Closure::<dyn Fn()>::new(move || listener(paste.text()));
        let _ = self.0.add_event_listener_with_callback("input", on_input.as_ref().unchecked_ref());
        on_input.forget();
    }

    /// Selects a range of UTF-16 code units and brings it into view.
    pub fn select(&self, start: u32, end: u32) {
        let _ = self.0.focus();
        let _ = self.0.set_selection_range(start, end);
    }
}
