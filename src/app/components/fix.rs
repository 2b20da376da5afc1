//! The fix to copy: the lines for the library at hand, with this token's values filled in.

use std::rc::Rc;

use jwt_why::{
    cause::{Cause, Class},
    diagnosis::report::{TokenReport, Verdict},
    finding::Severity,
    fix::{self, LIBRARIES, Library, Templates},
    text::{Language, Text, page as label},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{anchor::nothing, copy::Copy, language::use_language, visible};

/// The token, and what is known of the verifier.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token.
    pub token: Rc<TokenReport>,
    /// The fix; none while there is none.
    pub fix: Option<fix::Fix>,
    /// The library at hand, when it was chosen or has printed a message.
    pub library: Option<Library>,
    /// Whether the experiments on it have ended.
    pub finished: bool,
    /// The templates; none while they are on their way.
    pub templates: Option<AttrValue>,
    /// Chooses another library.
    pub onlibrary: Callback<Library>,
}

/// Shows the fix, or asks for the library. It has its place before it is known, so that nothing moves when it comes.
#[component]
pub fn Fix(props: &Props) -> Html {
    let language = use_language();
    let fix = &props.fix;
    if fix.is_none() && props.token.verdict != Verdict::Rejected {
        return nothing();
    }
    let none = fix.is_none() && props.finished;
    if none && props.token.proved.is_empty() {
        return nothing();
    }
    html! {
        <section class="panel fix" data-fix={fix.as_ref().and(props.library).map(|library| library.id)} aria-labelledby="fix-title" aria-busy={(fix.is_none() && !props.finished).to_string()}>
            <div class="panel-head">
                <h3 id="fix-title">{ title(&props.token, props.finished).in_(language) }</h3>
                if none { <span class="muted" data-fix-none="">{ instead(&props.token).in_(language) }</span> }
                else { { libraries(props, language) } }
            </div>
            if let Some(library) = props.library.filter(|_| !none) {
                <div class="fix-lines">
                    if let (Some(fix), Some(templates)) = (fix, &props.templates) {
                        { lines(fix, library, Templates::new(templates), language) }
                    }
                </div>
            }
        </section>
    }
}

/// What the lines are: they mend only what was proved.
fn title(token: &TokenReport, finished: bool) -> Text {
    let mends = token.proved.iter().any(|proof| proof.class != Class::Attack);
    if finished && !mends { label::FIX_FITTING } else { label::FIX_TITLE }
}

/// What helps where no lines of code do.
fn instead(token: &TokenReport) -> Text {
    let mut grave = token.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let expired = grave.all(|finding| finding.cause == Cause::Expired);
    if expired { label::FIX_NEW_TOKEN } else { label::FIX_NONE }
}

/// The choice of a library.
fn libraries(props: &Props, language: Language) -> Html {
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
    html! {
        <select id="fix-library" aria-label={label::FIX_LIBRARY.in_(language)} {onchange}>
            <option value="" disabled=true selected={props.library.is_none()}>{ label::FIX_LIBRARY.in_(language) }</option>
            { for options }
        </select>
    }
}

/// The lines for a library, or that it can't do what is needed.
fn lines(fix: &fix::Fix, library: Library, templates: Templates<'_>, language: Language) -> Html {
    let Some(snippet) = fix.snippet(library, templates) else {
        return html! { <p data-fix-lacks="">{ label::FIX_LACKS.with(language, fix.alg()) }</p> };
    };
    html! {
        <>
            { code(label::FIX_IN_VERIFIER, snippet.verifier, language) }
            { code(label::FIX_AT_ISSUER, snippet.issuer, language) }
            if fix.names_somebody() { <p class="muted">{ label::FIX_VALUES.in_(language) }</p> }
        </>
    }
}

fn code(title: Text, code: Option<String>, language: Language) -> Html {
    let Some(code) = code else { return Html::default() };
    html! {
        <div class="fix-code">
            <div class="fix-head"><p>{ title.in_(language) }</p><Copy text={code.clone()} label={label::FIX_COPY} /></div>
            { visible::block(&code) }
        </div>
    }
}
