//! The knowledge base as a view of its own: the list of all entries, and one entry alone.

mod alone;
mod filter;

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::EntryReport,
    kb::{Searcher, Summary, render::heading},
    text::{self, Language, page as label},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub use alone::Alone;
use filter::{Choice, Filter};

use super::{
    icon::icon,
    language::use_language,
    reading::{TextsFailed, use_texts},
    status::Status,
};
use crate::app::{
    route::Route,
    shelf::{Shelf, Texts},
};

/// The knowledge base, and what the token at hand has to do with it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether the list is shown; it keeps its search and its place while it is not.
    pub open: bool,
    /// The knowledge base; none while it is on its way.
    pub shelf: Option<Shelf>,
    /// Whether it can't be had.
    pub failed: bool,
    /// The entries of the token at hand.
    pub entries: Vec<EntryReport>,
}

/// Lists the entries, and finds some of them.
#[component]
pub fn Library(props: &Props) -> Html {
    let language = use_language();
    let body = match &props.shelf {
        Some(shelf) => html! { <Shelves shelf={shelf.clone()} entries={props.entries.clone()} /> },
        None => missing(props.failed, language),
    };
    html! {
        <section aria-labelledby="library-title" hidden={!props.open}>
            <h2 id="library-title" tabindex="-1">{ label::KNOWLEDGE_BASE.in_(language) }</h2>
            { body }
        </section>
    }
}

/// In place of a knowledge base that is not here.
fn missing(failed: bool, language: Language) -> Html {
    if failed {
        html! {
            <p class="notice is-warn" role="alert">
                { label::KNOWLEDGE_FAILED.in_(language) }{ " " }<a href="kb/">{ label::STATIC_LIST.in_(language) }</a>
            </p>
        }
    } else {
        html! { <p class="muted" aria-busy="true">{ label::KNOWLEDGE_COMING.in_(language) }</p> }
    }
}

#[derive(Properties, PartialEq)]
struct ShelvesProps {
    shelf: Shelf,
    entries: Vec<EntryReport>,
}

#[component]
fn Shelves(props: &ShelvesProps) -> Html {
    let language = use_language();
    let shelf = &props.shelf;
    use_texts(shelf);
    let filter = use_state(Filter::default);
    let searcher = use_memo(shelf.clone(), |shelf| Searcher::new(shelf, shelf.texts()));
    let found: Vec<&Summary> = searcher
        .search(shelf, &filter.query, language)
        .into_iter()
        .filter_map(|index| shelf.entries().get(index))
        .collect();
    let shown: Vec<&Summary> = found.iter().copied().filter(|entry| filter.fits(entry)).collect();
    let change = |change: fn(&mut Filter, AttrValue)| {
        let filter = filter.clone();
        Callback::from(move |value: AttrValue| {
            let mut changed = (*filter).clone();
            change(&mut changed, value);
            filter.set(changed);
        })
    };
    let onsearch = change(|filter, query| filter.query = query);
    let oninput =
        onsearch.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value().into());
    let clear = {
        let filter = filter.clone();
        Callback::from(move |_: MouseEvent| filter.set(Filter::default()))
    };
    html! {
        <>
            <p class="muted">
                { label::LIBRARY_ABOUT.in_(language) }{ " " }
                <a href={if language == Language::En { "kb/" } else { "kb/zh/" }}>{ label::STATIC_LIST.in_(language) }</a>{ " · " }
                <a href="kb/index.json">{ "JSON" }</a>
            </p>
            <div class="finder" role="search">
                <label class="finder-words">
                    <span>{ label::SEARCH.in_(language) }</span>
                    <input id="library-search" type="search" autocomplete="off" value={filter.query.clone()} {oninput} />
                </label>
                <Choice
                    id="library-category"
                    name={label::CATEGORY}
                    chosen={filter.category.clone()}
                    choices={Rc::new(filter.categories(&found, language))}
                    onchange={change(|filter, category| filter.category = category)}
                />
                <Choice
                    id="library-library"
                    name={label::LIBRARY}
                    chosen={filter.library.clone()}
                    choices={Rc::new(filter.libraries(&found))}
                    onchange={change(|filter, library| filter.library = library)}
                />
                <button type="button" class="quiet" disabled={*filter == Filter::default()} onclick={clear}>{ label::SHOW_ALL.in_(language) }</button>
            </div>
            <p id="library-count" role="status">{ label::SEARCH_FOUND.with(language, &text::number(shown.len(), language)) }</p>
            if shelf.texts == Texts::Failed {
                <TextsFailed shelf={shelf.clone()} page="kb/" />
            }
            { list(&shown, &props.entries, filter.query.trim().is_empty(), language) }
        </>
    }
}

/// The entries category by category, or in the order of a search.
fn list(shown: &[&Summary], reports: &[EntryReport], by_category: bool, language: Language) -> Html {
    let row = |entry: &Summary| row(entry, reports.iter().find(|report| report.id == entry.id), language);
    if !by_category {
        return html! { <ol class="library-list">{ for shown.iter().map(|entry| row(entry)) }</ol> };
    }
    let groups = shown.chunk_by(|one, next| one.category() == next.category()).map(|entries| {
        let category = entries.first().map(|entry| entry.category()).unwrap_or_default();
        html! {
            <section>
                <h3>{ heading::category(category, language) }{ " " }<span class="muted">{ text::number(entries.len(), language) }</span></h3>
                <ul class="library-list">{ for entries.iter().map(|entry| row(entry)) }</ul>
            </section>
        }
    });
    html! { <>{ for groups }</> }
}

fn row(entry: &Summary, report: Option<&EntryReport>, language: Language) -> Html {
    let status = report.map(|report| Status::from(report.standing));
    html! {
        <li key={entry.id.as_str()} class={classes!("listed", status.map(|status| status.tone))}>
            <a href={Route::hash_of_entry(&entry.id)} data-listed={entry.id.clone()}>{ super::entry::prose(entry.title.get(language)) }</a>
            if let Some(status) = status {
                { " " }<span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
            }
            <p class="muted"><code>{ &entry.id }</code>{ for entry.libraries.iter().map(|library| html! { <>{ " · " }{ library }</> }) }</p>
        </li>
    }
}
