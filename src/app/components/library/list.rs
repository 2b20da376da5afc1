//! The list of entries, drawn a part a frame.

use jwt_why::{
    diagnosis::report::EntryReport,
    kb::{Summary, render::heading},
    text::{self, Language},
};
use yew::prelude::*;

use crate::app::{
    components::{
        anchor::nothing, entry::prose, growing::use_growing, icon::icon, language::use_language,
        status::Status,
    },
    route::Route,
    shelf::Shelf,
};

/// How many entries are drawn in a frame.
const PART: usize = 24;

/// What is listed.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The knowledge base.
    pub shelf: Shelf,
    /// The positions of the entries in it.
    pub shown: Vec<usize>,
    /// The entries of the token at hand.
    pub reports: Vec<EntryReport>,
    /// Whether the categories are named.
    pub by_category: bool,
}

/// Lists the entries category by category, or in the order of a search.
#[component]
pub fn List(props: &Props) -> Html {
    let parts: Vec<PartProps> = parts(props);
    let drawn = use_growing(parts.len());
    let parts = parts.into_iter().take(drawn).enumerate();
    html! { <>{ for parts.map(|(index, part)| html! { <Part key={index} ..part /> }) }{ nothing() }</> }
}

/// The entries in pieces that can be drawn in a frame.
fn parts(props: &Props) -> Vec<PartProps> {
    let category = |&position: &usize| props.shelf.entries().get(position).map_or("", Summary::category);
    let groups = props.shown.chunk_by(|one, next| !props.by_category || category(one) == category(next));
    let parts = groups.flat_map(|group| {
        group.chunks(PART).enumerate().map(move |(index, positions)| PartProps {
            shelf: props.shelf.clone(),
            positions: positions.to_vec(),
            reports: props.reports.clone(),
            begins: (props.by_category && index == 0).then_some(group.len()),
        })
    });
    parts.collect()
}

#[derive(Properties, PartialEq)]
struct PartProps {
    shelf: Shelf,
    positions: Vec<usize>,
    reports: Vec<EntryReport>,
    /// How many entries its category has, where it is the first part of one.
    begins: Option<usize>,
}

#[component]
fn Part(props: &PartProps) -> Html {
    let language = use_language();
    let entries = || props.positions.iter().filter_map(|&position| props.shelf.entries().get(position));
    let category = entries().next().map_or("", Summary::category);
    let report = |entry: &Summary| props.reports.iter().find(|report| report.id == entry.id);
    html! {
        <>
            if let Some(count) = props.begins {
                <h3>{ heading::category(category, language) }{ " " }<span class="muted">{ text::number(count, language) }</span></h3>
            }
            <ul class="library-list">{ for entries().map(|entry| row(entry, report(entry), language)) }</ul>
        </>
    }
}

fn row(entry: &Summary, report: Option<&EntryReport>, language: Language) -> Html {
    let status = report.map(|report| Status::from(report.standing));
    html! {
        <li key={entry.id.as_str()} class={classes!("listed", status.map(|status| status.tone))}>
            <a href={Route::hash_of_entry(&entry.id)} data-listed={entry.id.clone()}>{ prose(entry.title.get(language)) }</a>
            if let Some(status) = status {
                { " " }<span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
            }
            <p class="muted"><code>{ &entry.id }</code>{ for entry.libraries.iter().map(|library| html! { <>{ " · " }{ library }</> }) }</p>
        </li>
    }
}
