//! One entry of the knowledge base, its advice tried on the token at hand.

use std::rc::Rc;

use jwt_why::{
    cause::Cause,
    diagnosis::report::{Advice, Trial},
    kb::{
        self,
        format::{Link, Rate, Symptom, Text, Version, Way},
        render::heading::{self, Heading, Numbers},
    },
    text::{self, Language},
};
use yew::prelude::*;

use super::{
    attempt,
    icon::{Glyph, icon},
    language::use_language,
    steps::steps,
    visible,
};
use crate::app::{platform::intl, route::Route};

/// Numbers as the reader writes them.
pub const NUMBERS: Numbers = Numbers { count: text::number, percent: intl::percent };

/// The entry, and what was tried.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The entry.
    pub entry: Rc<kb::Entry>,
    /// What its advice does to the token at hand.
    pub trials: Vec<Trial>,
}

/// Shows an entry.
#[component]
pub fn Entry(props: &Props) -> Html {
    let language = use_language();
    let entry = &*props.entry;
    let root = html! {
        <p>
            { prose(pick(language, &entry.root_cause.en, &entry.root_cause.zh)) }{ " " }
            <span class="chip">{ heading::root(entry.root_cause.kind, language) }</span>
        </p>
    };
    let attempts = |list| attempt::attempts(entry, list, &props.trials, language);
    html! {
        <div class="entry-body">
            { names(entry, language) }
            { part(Heading::RootCause, language, root) }
            { list(Heading::Symptoms, &entry.symptoms, language, symptom) }
            if !entry.confirm.is_empty() { { part(Heading::Confirm, language, steps(&entry.confirm, language)) } }
            if !entry.workarounds.is_empty() { { part(Heading::Workarounds, language, attempts(Advice::Workaround)) } }
            { part(Heading::DeadEnds, language, if entry.dead_ends.is_empty() {
                html! { <p class="muted">{ Heading::NoDeadEnds.get(language) }</p> }
            } else {
                attempts(Advice::DeadEnd)
            }) }
            if !entry.steps.is_empty() { { part(Heading::Steps, language, steps(&entry.steps, language)) } }
            if entry.versions.is_empty() {
                { part(Heading::Versions, language, html! { <p class="muted">{ Heading::NoVersions.get(language) }</p> }) }
            }
            <div class="entry-more">
                { folded(Heading::Ways, entry.ways.len(), language, items(&entry.ways, language, way)) }
                { folded(Heading::Versions, entry.versions.len(), language, versions(&entry.versions, language)) }
                { folded(Heading::Prevention, entry.prevention.len(), language, items(&entry.prevention, language, sentence)) }
                { folded(Heading::Related, entry.related.len() + entry.related_errors.len(), language, related(entry, language)) }
                { folded(Heading::Corrections, entry.corrections.len(), language, items(&entry.corrections, language, sentence)) }
            </div>
            { list(Heading::Docs, &entry.docs, language, link) }
            { list(Heading::Sources, &entry.sources, language, link) }
            { facts(entry, language) }
            { files(&entry.id, language) }
        </div>
    }
}

/// A part with its heading.
fn part(title: Heading, language: Language, body: Html) -> Html {
    html! { <section class="entry-part"><h3>{ title.get(language) }</h3>{ body }</section> }
}

/// A part that folds open, when there is something in it.
fn folded(title: Heading, count: usize, language: Language, body: Html) -> Html {
    if count == 0 {
        return Html::default();
    }
    html! {
        <details class="entry-fold">
            <summary>{ title.get(language) }{ " " }<span class="muted">{ text::number(count, language) }</span></summary>
            { body }
        </details>
    }
}

fn list<T>(title: Heading, things: &[T], language: Language, draw: fn(&T, Language) -> Html) -> Html {
    if things.is_empty() { Html::default() } else { part(title, language, items(things, language, draw)) }
}

fn items<T>(things: &[T], language: Language, draw: fn(&T, Language) -> Html) -> Html {
    html! { <ul class="points">{ for things.iter().map(|thing| html! { <li>{ draw(thing, language) }</li> }) }</ul> }
}

/// The id and the tags.
fn names(entry: &kb::Entry, language: Language) -> Html {
    let kind = heading::kind(entry.kind, language);
    let tags = entry.tags.iter().filter(|tag| tag.as_str() != kind);
    html! {
        <p class="entry-id">
            <code>{ &entry.id }</code>
            <span class="chip">{ kind }</span>
            { for tags.map(|tag| html! { <span class="chip">{ tag }</span> }) }
        </p>
    }
}

/// The numbers, each with where it comes from.
fn facts(entry: &kb::Entry, language: Language) -> Html {
    let rate = |rate: &Rate| heading::rate(rate, NUMBERS, language);
    let rows: [(Heading, Option<String>); 5] = [
        (Heading::HttpStatus, entry.status.map(|status| status.to_string())),
        (Heading::FixRate, entry.fix_rate.as_ref().map(rate)),
        (Heading::Confidence, entry.confidence.as_ref().map(rate)),
        (Heading::Evidence, entry.evidence.map(|evidence| text::number(evidence, language))),
        (Heading::FirstSeen, Some(intl::written_day(&entry.first_seen, language))),
    ];
    let rows: Vec<Html> = rows
        .into_iter()
        .filter_map(|(name, value)| {
            Some(html! { <div><dt>{ name.get(language) }</dt><dd>{ value? }</dd></div> })
        })
        .collect();
    if rows.is_empty() {
        Html::default()
    } else {
        html! { <dl class="entry-facts">{ for rows }</dl> }
    }
}

fn way(way: &Way<Cause>, language: Language) -> Html {
    prose(pick(language, &way.en, &way.zh))
}

/// Entries and errors that are near this one.
fn related(entry: &kb::Entry, language: Language) -> Html {
    let entries =
        entry.related.iter().map(|id| html! { <li><a href={Route::hash_of_entry(id)}>{ id }</a></li> });
    let errors = entry.related_errors.iter().map(|error| html! { <li>{ prose(error.get(language)) }</li> });
    html! { <ul class="points">{ for entries }{ for errors }</ul> }
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
    let head = |head: Heading| html! { <th scope="col">{ head.get(language) }</th> };
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={Heading::Versions.get(language)}>
            <table class="versions">
                <thead><tr>{ for heading::OF_VERSIONS.map(head) }</tr></thead>
                <tbody>{ for versions.iter().map(|version| html! {
                    <tr>
                        <th scope="row">{ &version.component }</th>
                        <td>{ prose(version.version.get(language)) }</td>
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

/// The same entry as files beside the page, and as a page of its own.
fn files(id: &str, language: Language) -> Html {
    let (page, markdown) = match language {
        Language::En => (format!("kb/{id}/"), format!("kb/{id}.md")),
        Language::Zh => (format!("kb/{id}/zh/"), format!("kb/{id}.zh.md")),
    };
    html! {
        <p class="entry-files">
            <a href={page}>{ Heading::OwnPage.get(language) }</a>{ " · " }
            <a href={format!("kb/{id}.json")}>{ "JSON" }</a>{ " · " }
            <a href={markdown}>{ "Markdown" }</a>{ " · " }
            <a href={format!("kb/{id}.zh.md")} lang="zh-CN" hreflang="zh-CN" class="keep">{ Language::Zh.name() }</a>
        </p>
    }
}
