//! The button that opens a file.

use jwt_why::text::{Language, page as label};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::census::source::Source;

/// Chooses a file, of which `onfile` hears; the browser's own field is there for the keyboard and for those who can't
/// see the button.
pub fn choose_file(onfile: Callback<Source>, language: Language) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            onfile.emit(Source::from(file));
        }
        // The same file can be chosen again.
        field.set_value("");
    });
    html! {
        <label class="quiet file" title={label::DROP_HINT.in_(language)}>
            <input type="file" class="unseen" id="file" {onchange} />{ label::OPEN_FILE.in_(language) }
        </label>
    }
}
