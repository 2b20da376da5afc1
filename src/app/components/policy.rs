//! What the verifier expects. An empty line is not checked, and says so.

use jwt_why::text::{Language, page as label};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::form::{Field, PolicyForm};

/// Takes the expectations of the verifier; `onchange` hears what is typed, and into which line.
pub fn policy(form: &PolicyForm, onchange: &Callback<(Field, String)>, language: Language) -> Html {
    let lines = |fields: &[Field]| -> Html {
        fields.iter().map(|&field| line(field, form, onchange, language)).collect()
    };
    html! {
        <fieldset class="field policy">
            <legend>{ label::POLICY.in_(language) }</legend>
            <div class="lines">{ lines(&Field::COMMON) }</div>
            <details open={form.has_any(&Field::MORE)}>
                <summary>{ label::MORE_POLICY.in_(language) }</summary>
                <div class="lines">{ lines(&Field::MORE) }</div>
            </details>
        </fieldset>
    }
}

fn line(field: Field, form: &PolicyForm, onchange: &Callback<(Field, String)>, language: Language) -> Html {
    let oninput = onchange
        .reform(move |event: InputEvent| (field, event.target_unchecked_into::<HtmlInputElement>().value()));
    let id = format!("policy-{}", field.id());
    let wrong = form.is_wrong(field).then(|| format!("{id}-wrong"));
    let placeholder = if field == Field::Leeway { "0" } else { label::NOT_CHECKED_PLACEHOLDER.in_(language) };
    html! {
        <div class="line">
            <label for={id.clone()}>{ field.label().in_(language) }</label>
            <input
                {id}
                class="mono"
                type="text"
                inputmode={field.is_seconds().then_some("numeric")}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {placeholder}
                value={form.get(field).to_owned()}
                aria-invalid={wrong.as_ref().map(|_| "true")}
                aria-describedby={wrong.clone()}
                {oninput}
            />
            if let Some(id) = wrong { <p {id} class="wrong">{ label::NOT_SECONDS.in_(language) }</p> }
        </div>
    }
}
