//! What was noticed, each with its severity, and the characters it is about on request.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::TokenReport,
    finding::{Finding, Span},
    text::{self, page as label},
};
use yew::prelude::*;

use super::{icon::icon, language::use_language, marks::use_marks, status::Status};
use crate::app::drawing;

/// The findings of a token.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token.
    pub token: Rc<TokenReport>,
    /// Selects a stretch of the paste.
    pub onshow: Callback<Span>,
}

/// Lists the findings, the gravest first.
#[component]
pub fn Findings(props: &Props) -> Html {
    let language = use_language();
    let items = props.token.findings.iter().enumerate().map(|(index, finding)| {
        html! { <Item {index} finding={finding.clone()} onshow={props.onshow.clone()} /> }
    });
    html! {
        <section class="panel findings" aria-labelledby="findings-title">
            <h3 id="findings-title">{ label::FINDINGS.in_(language) }</h3>
            if props.token.findings.is_empty() {
                <p class="muted">{ label::NO_FINDINGS.in_(language) }</p>
            } else {
                <ul class="finding-list">{ for items }</ul>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    index: usize,
    finding: Finding,
    onshow: Callback<Span>,
}

#[component]
fn Item(props: &ItemProps) -> Html {
    let (language, marks) = (use_language(), use_marks());
    let finding = &props.finding;
    let status = Status::from(finding.severity);
    let own = [props.index];
    let span = drawing::place(finding);
    let show = span.map(|span| props.onshow.reform(move |_: MouseEvent| span));
    html! {
        <li
            id={format!("finding-{}", props.index)}
            class={classes!("finding", status.tone, marks.class(&own))}
            data-cause={finding.cause.id()}
            data-severity={status.id}
            onmouseenter={marks.on(&own)}
            onmouseleave={marks.off()}
            onfocusin={marks.on(&own)}
            onfocusout={marks.off()}
        >
            <span class="severity">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
            <div class="finding-body">
                <strong>{ text::title(finding.cause, language) }</strong>
                <p>{ text::sentence(finding, language) }</p>
            </div>
            if let Some(show) = show {
                <button type="button" class="quiet show" onclick={show}>{ label::SHOW_IN_PASTE.in_(language) }</button>
            }
        </li>
    }
}
