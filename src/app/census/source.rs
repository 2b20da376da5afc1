//! A log to be counted: a file, or a text that is too long to be handled as one.

use wasm_bindgen::JsValue;
use web_sys::{Blob, File};

/// A log that nobody has read yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its bytes; gzip is unpacked by the worker.
    pub blob: Blob,
    /// The name of the file; none for a text that was pasted.
    pub name: Option<String>,
}

impl Source {
    /// A text that was pasted; it stays outside of this instance's memory.
    pub fn of_text(text: &JsValue) -> Option<Self> {
        let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(text)).ok()?;
        Some(Self { blob, name: None })
    }

    /// How many bytes it has.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the browser counts them as a number"
    )]
    pub fn size(&self) -> u64 {
        self.blob.size() as u64
    }
}

impl From<File> for Source {
    fn from(file: File) -> Self {
        Self { name: Some(file.name()), blob: file.into() }
    }
}
