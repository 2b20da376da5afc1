//! The knowledge base as a view of its own: the list of all entries, and one entry alone.

mod alone;
mod filter;
mod list;

use jwt_why::{
    diagnosis::report::EntryReport,
    kb::Summary,
    text::{self, Language, page as label},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub use alone::{Alone, alone};
use filter::{Choice, Filter, choice};
use list::List;

use super::{entries::use_search, language::use_language, reading::texts_failed};
use crate::app::shelf::{Shelf, Texts};

/// The knowledge base, and what the token at hand has to do with it.
pub struct Library<'a> {
    /// Whether the list is shown; it keeps its search and its place while it is not.
    pub open: bool,
    /// The knowledge base; none while it is on its way.
    pub shelf: Option<&'a Shelf>,
    /// Whether it can't be had.
    pub failed: bool,
    /// The entries of the token at hand.
    pub entries: Vec<EntryReport>,
}

/// Lists the entries, and finds some of them.
pub fn library(library: Library<'_>, language: Language) -> Html {
    let body = match library.shelf {
        Some(shelf) => html! { <Shelves shelf={shelf.clone()} entries={library.entries} /> },
        None => missing(library.failed, language),
    };
    html! {
        <div hidden={!library.open}>{ body }</div>
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
    let filter = use_state(Filter::default);
    let positions = use_search(shelf, &filter.query);
    let entry = |&position: &usize| shelf.entries().get(position);
    let found: Vec<&Summary> = positions.iter().filter_map(entry).collect();
    let shown: Vec<usize> =
        positions.iter().copied().filter(|at| entry(at).is_some_and(|entry| filter.fits(entry))).collect();
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
            <div class="finder" role="search">
                <label class="finder-words">
                    <span>{ label::SEARCH.in_(language) }</span>
                    <input id="library-search" type="search" autocomplete="off" value={filter.query.clone()} {oninput} onfocus={shelf.want.reform(|_: FocusEvent| ())} />
                </label>
                { choice(&Choice {
                    id: "library-category",
                    name: label::CATEGORY,
                    chosen: &filter.category,
                    values: filter.categories(&found, language),
                    onchange: change(|filter, category| filter.category = category),
                }, language) }
                { choice(&Choice {
                    id: "library-library",
                    name: label::LIBRARY,
                    chosen: &filter.library,
                    values: filter.libraries(&found),
                    onchange: change(|filter, library| filter.library = library),
                }, language) }
                <button type="button" class="quiet" disabled={*filter == Filter::default()} onclick={clear}>{ label::SHOW_ALL.in_(language) }</button>
            </div>
            <p id="library-count" role="status">{ text::counted(label::SEARCH_FOUND, shown.len(), language) }</p>
            if shelf.texts == Texts::Failed {
                { texts_failed(shelf, "kb/".into(), language) }
            }
            <List shelf={shelf.clone()} {shown} reports={props.entries.clone()} by_category={filter.query.trim().is_empty()} />
        </>
    }
}
