//! What was noticed, each with its severity, and the characters it is about on request.

use jwt_why::{
    finding::{Finding, Span},
    text::{self, Language, page as label},
};
use yew::prelude::*;

use super::{icon::icon, marks::Marks, status::Status};
use crate::app::drawing;

/// Lists the findings, the gravest first; `onshow` selects a stretch of the paste.
pub fn findings(findings: &[Finding], onshow: &Callback<Span>, marks: &Marks, language: Language) -> Html {
    let items =
        findings.iter().enumerate().map(|(index, finding)| item(index, finding, onshow, marks, language));
    html! {
        <section class="panel findings" aria-labelledby="findings-title">
            <h3 id="findings-title">{ label::FINDINGS.in_(language) }</h3>
            if findings.is_empty() {
                <p class="muted">{ label::NO_FINDINGS.in_(language) }</p>
            } else {
                <ul class="finding-list">{ for items }</ul>
            }
        </section>
    }
}

fn item(index: usize, finding: &Finding, onshow: &Callback<Span>, marks: &Marks, language: Language) -> Html {
    let status = Status::from(finding.severity);
    let own = [index];
    let span = drawing::place(finding);
    let show = span.map(|span| onshow.reform(move |_: MouseEvent| span));
    html! {
        <li
            id={format!("finding-{index}")}
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
