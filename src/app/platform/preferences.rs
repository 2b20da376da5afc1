//! The only two things that are ever stored: the language and the theme. `www/boot.js` reads them before the module.

use web_sys::Storage;

/// A setting that outlives the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// `en` or `zh`.
    Language,
    /// `light` or `dark`; absent: as the system has it.
    Theme,
}

impl Preference {
    const fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
        }
    }

    /// What was chosen earlier, if storage is allowed.
    pub fn get(self) -> Option<String> {
        storage()?.get_item(self.name()).ok()?
    }

    /// Keeps a choice, if storage is allowed, and puts it on the page: `lang` or `data-theme` of the root element.
    pub fn set(self, value: Option<&str>) {
        if let Some(storage) = storage() {
            let _ = match value {
                Some(value) => storage.set_item(self.name(), value),
                None => storage.remove_item(self.name()),
            };
        }
        let root = web_sys::window().and_then(|window| window.document()?.document_element());
        if let Some(root) = root {
            let attribute = match self {
                Self::Language => "lang",
                Self::Theme => "data-theme",
            };
            let _ = match value {
                Some(value) => root.set_attribute(attribute, value),
                None => root.remove_attribute(attribute),
            };
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the platform's storage")]
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The language that the page is in: `en` or `zh`, as `www/boot.js` has set it from the preference or the browser.
pub fn page_language() -> String {
    web_sys::window()
        .and_then(|window| window.document()?.document_element())
        .and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}
