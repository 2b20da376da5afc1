//! The text area `#paste`. It is in `index.html`, outside of what Yew draws: it is there before the module and lives on
//! when an instance dies.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Event, HtmlTextAreaElement};

use crate::app::census::source::Source;

/// The longest text that is handled as one, in UTF-16 code units; copying more into the module's memory would keep the
/// page from answering.
const LONGEST: u32 = 512 * 1024;

#[wasm_bindgen]
extern "C" {
    /// What was pasted. web-sys has the same, and copies its text into the module's memory.
    #[wasm_bindgen(extends = Event)]
    type ClipboardEvent;

    type Clipboard;

    #[wasm_bindgen(method, getter, js_name = clipboardData)]
    fn clipboard(this: &ClipboardEvent) -> Option<Clipboard>;

    #[wasm_bindgen(method, js_name = getData)]
    fn text(this: &Clipboard, format: &str) -> JsString;
}

/// A text as a log, if it is too long to be handled as a text.
fn long(text: &JsValue) -> Option<Source> {
    let length = text.dyn_ref::<JsString>()?.length();
    if length > LONGEST { Source::of_text(text) } else { None }
}

/// The text area.
#[derive(Clone, PartialEq)]
pub struct Paste(HtmlTextAreaElement);

impl Paste {
    /// The one of this page.
    pub fn find() -> Option<Self> {
        let element = web_sys::window()?.document()?.get_element_by_id("paste")?;
        element.dyn_into().ok().map(Self)
    }

    /// What is in it, whoever typed it and when; nothing if that is too long to be handled as a text.
    pub fn text(&self) -> String {
        if self.long_text().is_some() { String::new() } else { self.0.value() }
    }

    /// What is in it as a log, if it is too long to be handled as a text.
    fn long_text(&self) -> Option<Source> {
        long(&Reflect::get(&self.0, &"value".into()).ok()?)
    }

    /// Calls `listener` with what is too long to be handled as a text, now and at every paste, for as long as the page
    /// lives. What is pasted then goes past the text area, which would take long to lay it out.
    pub fn listen_long(&self, listener: impl Fn(Source) + Clone + 'static) {
        let (at_once, here) = (listener.clone(), listener.clone());
        let paste = self.clone();
        let on_input = Closure::<dyn Fn()>::new(move || {
            if let Some(source) = paste.long_text() {
                at_once(source);
            }
        });
        let on_paste = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
            let pasted = event.clipboard().map(|data| data.text("text/plain"));
            if let Some(source) = pasted.and_then(|text| long(&text)) {
                event.prevent_default();
                listener(source);
            }
        });
        let _ = self.0.add_event_listener_with_callback("input", on_input.as_ref().unchecked_ref());
        let _ = self.0.add_event_listener_with_callback("paste", on_paste.as_ref().unchecked_ref());
        if let Some(source) = self.long_text() {
            here(source);
        }
        on_input.forget();
        on_paste.forget();
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
