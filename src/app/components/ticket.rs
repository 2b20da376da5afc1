//! The report for a ticket: Markdown that can be shown to strangers, with the claim values that somebody ticked.

use std::rc::Rc;

use jwt_why::{diagnosis::report::Report, policy::Policy, text::page as label, ticket::Ticket as Written};
use web_sys::{HtmlDetailsElement, HtmlInputElement};
use yew::prelude::*;

use super::{copy::Copy, language::use_language, visible};

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
        html! {
            <>
                <p class="muted">{ label::REPORT_HINT.in_(language) }</p>
                <div class="ticks">{ for ticks(props, &shown) }</div>
                { visible::block(&text) }
                <Copy {text} about={label::REPORT.in_(language)} />
            </>
        }
    });
    html! {
        <details class="panel ticket" open={*open} {ontoggle}>
            <summary>{ label::REPORT.in_(language) }</summary>
            { body }
        </details>
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
            html! { <label class="tick"><input type="checkbox" {checked} {onchange} />{ visible::value(&name) }</label> }
        })
        .collect()
}
