//! The entries of the knowledge base that belong to a token.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{EntryReport, Standing, TokenReport},
    kb::Knowledge,
    text::page as label,
};
use yew::prelude::*;

use super::{entry::Entry, icon::icon, language::use_language, status::Status};

/// The token and the knowledge base.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token; none while there is none.
    pub token: Option<Rc<TokenReport>>,
    /// Entries that a message in the paste leads to, whatever the token.
    pub recognised: Vec<String>,
    /// The knowledge base; none while it is on its way.
    pub knowledge: Option<Rc<Knowledge>>,
}

/// Lists the entries, the most certain first and open.
#[component]
pub fn Entries(props: &Props) -> Html {
    let language = use_language();
    let Some(knowledge) = &props.knowledge else { return Html::default() };
    let reports = reports(props);
    let items = reports.iter().enumerate().filter_map(|(index, report)| {
        let entry = knowledge.entry(&report.id)?;
        let open = index == 0;
        Some(html! {
            <li key={report.id.clone()}><Card entry={Rc::new(entry.clone())} report={report.clone()} {open} /></li>
        })
    });
    let items: Vec<Html> = items.collect();
    html! {
        <section class="entries" aria-labelledby="entries-title">
            <h2 id="entries-title">{ label::KNOWLEDGE_BASE.in_(language) }</h2>
            if items.is_empty() {
                <p class="muted">{ label::NO_ENTRIES.in_(language) }</p>
            } else {
                <ol class="entry-list">{ for items }</ol>
            }
        </section>
    }
}

/// The token's entries, then those of the messages that are not among them.
fn reports(props: &Props) -> Vec<EntryReport> {
    let mut reports = props.token.as_ref().map(|token| token.entries.clone()).unwrap_or_default();
    for id in &props.recognised {
        if reports.iter().all(|report| report.id != *id) {
            let report = EntryReport {
                id: id.clone(),
                standing: Standing::Possible,
                causes: Vec::new(),
                trials: Vec::new(),
            };
            reports.push(report);
        }
    }
    reports
}

#[derive(Properties, PartialEq)]
struct CardProps {
    entry: Rc<jwt_why::kb::Entry>,
    report: EntryReport,
    open: bool,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let language = use_language();
    let status = Status::from(props.report.standing);
    let entry = &props.entry;
    html! {
        <details class={classes!("entry", status.tone)} open={props.open} data-entry={entry.id.clone()} data-standing={status.id}>
            <summary>
                <span class="entry-title">{ entry.title.get(language) }</span>
                <span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
            </summary>
            <Entry entry={entry.clone()} report={props.report.clone()} />
        </details>
    }
}
