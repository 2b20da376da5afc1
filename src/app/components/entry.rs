//! One entry of the knowledge base, its advice tried on the token at hand.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{Advice, EntryReport},
    kb::{
        self,
        format::{Link, Rate, Symptom, Text, Version},
        render::heading::{self, Heading},
    },
    text::Language,
};
use yew::prelude::*;

use super::{
    attempt::Attempts,
    icon::{Glyph, icon},
    language::use_language,
    steps::Steps,
    visible,
};

/// The entry, and what the diagnosis says of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The entry.
    pub entry: Rc<kb::Entry>,
    /// What the diagnosis says of it.
    pub report: EntryReport,
}

/// Shows an entry.
#[component]
pub fn Entry(props: &Props) -> Html {
    let language = use_language();
    let entry = &*props.entry;
    let trials = &props.report.trials;
    html! {
        <div class="entry-body">
            { facts(entry, language) }
            { list(Heading::Symptoms, &entry.symptoms, language, symptom) }
            { part(Heading::RootCause, language, html! {
                <p>
                    { prose(pick(language, &entry.root_cause.en, &entry.root_cause.zh)) }{ " " }
                    <span class="chip">{ heading::root(entry.root_cause.kind, language) }</span>
                </p>
            }) }
            if !entry.ways.is_empty() {
                { part(Heading::Ways, language, html! {
                    <ul>{ for entry.ways.iter().map(|way| html! { <li>{ prose(pick(language, &way.en, &way.zh)) }</li> }) }</ul>
                }) }
            }
            if !entry.confirm.is_empty() {
                { part(Heading::Confirm, language, html! { <Steps entry={props.entry.clone()} confirm={true} /> }) }
            }
            if !entry.workarounds.is_empty() {
                { part(Heading::Workarounds, language, html! {
                    <Attempts entry={props.entry.clone()} list={Advice::Workaround} trials={trials.clone()} />
                }) }
            }
            { part(Heading::DeadEnds, language, if entry.dead_ends.is_empty() {
                html! { <p class="muted">{ Heading::NoDeadEnds.get(language) }</p> }
            } else {
                html! { <Attempts entry={props.entry.clone()} list={Advice::DeadEnd} trials={trials.clone()} /> }
            }) }
            if !entry.steps.is_empty() {
                { part(Heading::Steps, language, html! { <Steps entry={props.entry.clone()} confirm={false} /> }) }
            }
            if !entry.versions.is_empty() { { part(Heading::Versions, language, versions(&entry.versions, language)) } }
            { list(Heading::Prevention, &entry.prevention, language, sentence) }
            { list(Heading::Related, &entry.related_errors, language, sentence) }
            { list(Heading::Corrections, &entry.corrections, language, sentence) }
            { list(Heading::Docs, &entry.docs, language, link) }
            { list(Heading::Sources, &entry.sources, language, link) }
            { files(&entry.id) }
        </div>
    }
}

/// A part with its heading; the reader folds open what is not needed at once.
fn part(title: Heading, language: Language, body: Html) -> Html {
    html! { <section class="entry-part"><h3>{ title.get(language) }</h3>{ body }</section> }
}

fn list<T>(title: Heading, items: &[T], language: Language, draw: fn(&T, Language) -> Html) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let items = items.iter().map(|item| html! { <li>{ draw(item, language) }</li> });
    part(title, language, html! { <ul>{ for items }</ul> })
}

fn facts(entry: &kb::Entry, language: Language) -> Html {
    let rate = |rate: &Rate| heading::rate(rate, language);
    let rows: [(Heading, Option<String>); 5] = [
        (Heading::HttpStatus, entry.status.map(|status| status.to_string())),
        (Heading::FixRate, entry.fix_rate.as_ref().map(rate)),
        (Heading::Confidence, entry.confidence.as_ref().map(rate)),
        (Heading::Evidence, entry.evidence.map(|evidence| evidence.to_string())),
        (Heading::FirstSeen, entry.first_seen.clone()),
    ];
    let rows = rows.into_iter().filter_map(|(name, value)| {
        Some(html! { <div><dt>{ name.get(language) }</dt><dd>{ value? }</dd></div> })
    });
    html! {
        <>
            <p class="entry-id">
                <code>{ &entry.id }</code>
                <span class="chip">{ heading::kind(entry.kind, language) }</span>
                { for entry.tags.iter().map(|tag| html! { <span class="chip">{ tag }</span> }) }
            </p>
            <dl class="entry-facts">{ for rows }</dl>
        </>
    }
}

fn symptom(symptom: &Symptom, language: Language) -> Html {
    html! {
        <>
            if let Some(message) = &symptom.message { <code class="quoted">{ visible::characters(message) }</code> }
            if let Some(library) = &symptom.library { { " " }<span class="muted">{ library }</span> }
            if let Some(text) = &symptom.text { { prose(text.get(language)) } }
        </>
    }
}

fn versions(versions: &[Version], language: Language) -> Html {
    let cell = |value: &Option<String>| html! { <td>{ value.as_deref().unwrap_or("–") }</td> };
    let heads = [
        Heading::Component,
        Heading::Version,
        Heading::StatusColumn,
        Heading::Introduced,
        Heading::Deprecated,
        Heading::Notes,
    ];
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={Heading::Versions.get(language)}>
            <table class="versions">
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head.get(language) }</th> }) }</tr></thead>
                <tbody>{ for versions.iter().map(|version| html! {
                    <tr>
                        <th scope="row">{ &version.component }</th>
                        <td>{ &version.version }</td>
                        <td>{ heading::status(version.status, language) }</td>
                        { cell(&version.introduced) }
                        { cell(&version.deprecated) }
                        <td>{ version.notes.as_ref().map(|notes| prose(notes.get(language))) }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn sentence(text: &Text, language: Language) -> Html {
    prose(text.get(language))
}

fn link(link: &Link, _: Language) -> Html {
    match &link.url {
        Some(url) => outside(url, &link.name),
        None => html! { <>{ &link.name }</> },
    }
}

/// A link that leaves the page, and does not tell where from. Only the knowledge base, which the build has checked,
/// makes links; what was pasted never does.
pub fn outside(url: &str, name: &str) -> Html {
    html! {
        <a href={url.to_owned()} rel="noreferrer noopener external" target="_blank">{ name }{ icon(Glyph::Outside) }</a>
    }
}

/// Words with `code` between back quotes.
pub fn prose(text: &str) -> Html {
    let pieces = text.split('`').enumerate().map(|(index, piece)| {
        if index % 2 == 1 {
            html! { <code>{ piece }</code> }
        } else {
            html! { <>{ piece }</> }
        }
    });
    html! { <>{ for pieces }</> }
}

const fn pick<'a>(language: Language, en: &'a str, zh: &'a str) -> &'a str {
    match language {
        Language::En => en,
        Language::Zh => zh,
    }
}

/// The same entry as files beside the page.
fn files(id: &str) -> Html {
    html! {
        <p class="entry-files">
            <a href={format!("kb/{id}.json")}>{ "JSON" }</a>{ " · " }
            <a href={format!("kb/{id}.md")}>{ "Markdown" }</a>{ " · " }
            <a href={format!("kb/{id}.zh.md")} lang="zh-CN" hreflang="zh-CN" class="keep">{ "中文" }</a>
        </p>
    }
}
