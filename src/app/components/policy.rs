//! What the verifier expects. An empty line is not checked, and says so.

use jwt_why::text::page as label;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::language::use_language;
use crate::app::form::{Field, PolicyForm};

/// The form.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What stands in it.
    pub form: PolicyForm,
    /// Hears what is typed, and into which line.
    pub onchange: Callback<(Field, String)>,
}

/// Takes the expectations of the verifier.
#[component]
pub fn Policy(props: &Props) -> Html {
    let language = use_language();
    let lines = |fields: &[Field]| -> Html {
        fields.iter().map(|&field| html! { <Line {field} text={props.form.get(field).to_owned()} onchange={props.onchange.clone()} /> }).collect()
    };
    html! {
        <fieldset class="field policy">
            <legend>{ label::POLICY.in_(language) }</legend>
            <div class="lines">{ lines(&Field::COMMON) }</div>
            <details open={props.form.has_any(&Field::MORE)}>
                <summary>{ label::MORE_POLICY.in_(language) }</summary>
                <div class="lines">{ lines(&Field::MORE) }</div>
            </details>
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    field: Field,
    text: String,
    onchange: Callback<(Field, String)>,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let language = use_language();
    let field = props.field;
    let oninput = props
        .onchange
        .reform(move |event: InputEvent| (field, event.target_unchecked_into::<HtmlInputElement>().value()));
    let id = format!("policy-{}", field.id());
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
                value={props.text.clone()}
                {oninput}
            />
        </div>
    }
}
