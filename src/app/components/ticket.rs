//! The report for a ticket: Markdown that can be shown to strangers, with the claim values that somebody ticked.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::Report,
    policy::Policy,
    text::page as label,
    ticket::{self, Ticket as Written},
};
use web_sys::{HtmlDetailsElement, HtmlInputElement};
use yew::prelude::*;

use super::{
    copy::Copy,
    icon::{Glyph, icon},
    language::use_language,
    visible,
};
use crate::app::platform::fragment;

/// What the report is about.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The answer.
    pub report: Rc<Report>,
    /// Which of its tokens.
    pub token: usize,
    /// What the verifier expects.
    pub policy: Policy,
    /// The time that it was judged at, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// Hears that the report is to be copied with nothing ticked.
    pub oncopy: Callback<MouseEvent>,
}

/// Writes the report when it is opened, and offers it for copying.
#[component]
pub fn Ticket(props: &Props) -> Html {
    let language = use_language();
    let open = use_state(|| false);
    let shown = use_state(Vec::<String>::new);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let body = open.then(|| {
        let ticket = Written {
            report: &props.report,
            token: props.token,
            policy: &props.policy,
            now: props.now,
            shown: &shown,
            language,
            version: env!("CARGO_PKG_VERSION"),
        };
        let text = ticket.markdown();
        let told =
            props.report.tokens.get(props.token).map(|token| ticket::Shared::of(token, props.now, &shown));
        let line = props.report.tokens.get(props.token).map(|token| ticket::log_line(token, props.now));
        html! {
            <>
                <p class="muted">{ label::REPORT_HINT.in_(language) }</p>
                <div class="ticks">{ for ticks(props, &shown) }</div>
                { visible::block(&text) }
                <Copy {text} about={label::REPORT.in_(language)} />
                if let Some(told) = told {
                    <div class="report-link">
                        <Copy text={fragment::address_of(&told.encode())} label={label::LINK} />
                        <p class="muted">{ label::LINK_HINT.in_(language) }</p>
                    </div>
                }
                if let Some(line) = line {
                    <div class="log-line">
                        <h3>{ label::SAFE_LOG_LINE.in_(language) }</h3>
                        <p class="muted">{ label::SAFE_LOG_LINE_MEANING.in_(language) }</p>
                        { visible::block(&line) }
                        <Copy text={line} about={label::SAFE_LOG_LINE.in_(language)} />
                    </div>
                }
            </>
        }
    });
    html! {
        <section class="panel ticket">
            <button type="button" class="choice copy-report" onclick={props.oncopy.clone()}>
                { icon(Glyph::Copy) }<span>{ label::SHORTCUT_REPORT.in_(language) }</span>
            </button>
            <details open={*open} {ontoggle}>
                <summary>{ label::REPORT_TAILORED.in_(language) }</summary>
                // Always one child: with one more the summary would be drawn anew, and lose the focus.
                { body.unwrap_or_default() }
            </details>
        </section>
    }
}

/// A box for each claim whose value is masked otherwise.
fn ticks(props: &Props, shown: &UseStateHandle<Vec<String>>) -> Vec<Html> {
    let token = props.report.tokens.get(props.token);
    let members = token.and_then(|token| token.payload.as_ref()).map(|payload| &payload.members);
    let named = members.into_iter().flatten().filter(|member| member.instant.is_none());
    named
        .map(|member| {
            let (name, shown) = (member.name.clone(), shown.clone());
            let checked = shown.contains(&name);
            let onchange = {
                let name = name.clone();
                Callback::from(move |event: Event| {
                    let mut names = (*shown).clone();
                    names.retain(|other| *other != name);
                    if event.target_unchecked_into::<HtmlInputElement>().checked() {
                        names.push(name.clone());
                    }
                    shown.set(names);
                })
            };
            html! { <label class="tick" data-tick={name.clone()}><input type="checkbox" {checked} {onchange} />{ visible::value(&name) }</label> }
        })
        .collect()
}
