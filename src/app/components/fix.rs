//! The fix to copy: the lines for the library at hand, with this token's values filled in.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::TokenReport,
    fix::{self, LIBRARIES, Library, Templates},
    policy::Policy,
    text::{Text, page as label},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{copy::Copy, language::use_language, visible};

/// The token, and what is known of the verifier.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token.
    pub token: Rc<TokenReport>,
    /// What the verifier expects.
    pub policy: Policy,
    /// The library at hand, when it was chosen or has printed a message.
    pub library: Option<Library>,
    /// The templates; none while they are on their way.
    pub templates: Option<AttrValue>,
    /// Chooses another library.
    pub onlibrary: Callback<Library>,
}

/// Shows the fix, or asks for the library.
#[component]
pub fn Fix(props: &Props) -> Html {
    let language = use_language();
    let (Some(fix), Some(templates)) = (fix::of(&props.token, &props.policy), &props.templates) else {
        return Html::default();
    };
    let onlibrary = props.onlibrary.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = Library::by_id(&event.target_unchecked_into::<HtmlSelectElement>().value());
        if let Some(library) = chosen {
            onlibrary.emit(library);
        }
    });
    let options = LIBRARIES.iter().map(|library| {
        html! { <option value={library.id} selected={props.library == Some(*library)}>{ library.name }</option> }
    });
    let body = props.library.map(|library| match fix.snippet(library, Templates::new(templates)) {
        Some(snippet) => html! {
            <>
                { code(label::FIX_IN_VERIFIER, snippet.verifier, language) }
                { code(label::FIX_AT_ISSUER, snippet.issuer, language) }
                if fix.names_somebody() { <p class="muted">{ label::FIX_VALUES.in_(language) }</p> }
            </>
        },
        None => html! { <p data-fix-lacks="">{ label::FIX_LACKS.with(language, fix.alg()) }</p> },
    });
    html! {
        <section class="panel fix" data-fix={props.library.map(|library| library.id)} aria-labelledby="fix-title">
            <div class="panel-head">
                <h3 id="fix-title">{ label::FIX_TITLE.in_(language) }</h3>
                <select id="fix-library" aria-label={label::FIX_LIBRARY.in_(language)} {onchange}>
                    <option value="" disabled=true selected={props.library.is_none()}>{ label::FIX_LIBRARY.in_(language) }</option>
                    { for options }
                </select>
            </div>
            { body }
        </section>
    }
}

fn code(title: Text, code: Option<String>, language: jwt_why::text::Language) -> Html {
    let Some(code) = code else { return Html::default() };
    html! {
        <div class="fix-code">
            <p>{ title.in_(language) }</p>
            { visible::block(&code) }
            <Copy text={code} label={label::FIX_COPY} />
        </div>
    }
}
