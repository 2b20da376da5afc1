//! The entries of the knowledge base that belong to a token.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{EntryReport, Standing, TokenReport},
    kb::{Searcher, Summary},
    text::{Language, page as label},
};
use web_sys::{HtmlDetailsElement, HtmlInputElement};
use yew::prelude::*;

use super::{
    anchor::nothing, growing::use_growing, icon::icon, language::use_language, reading::Reading,
    status::Status,
};
use crate::app::{route::Route, shelf::Shelf};

/// How many entries are drawn before they are opened.
const DRAWN: usize = 6;

/// How many of the entries that a search finds are drawn in a frame.
const PART: usize = 24;

/// The token and the knowledge base.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token; none while there is none.
    pub token: Option<Rc<TokenReport>>,
    /// Entries that a message in the paste leads to, whatever the token.
    pub recognised: Vec<String>,
    /// Whether there is no text yet, and all entries are offered.
    pub browse: bool,
    /// The knowledge base; none while it is on its way.
    pub knowledge: Option<Shelf>,
}

/// Lists the entries, the most certain first and open; what a search finds, or all of them where there is no token.
#[component]
pub fn Entries(props: &Props) -> Html {
    let language = use_language();
    // What was looked for while there was no token is not looked for beside one.
    let typed = use_state(|| (props.browse, String::new()));
    let query = if typed.0 == props.browse { typed.1.clone() } else { String::new() };
    let searching = props.browse || !query.trim().is_empty();
    // What was found last stays as it is, hidden: two hundred entries take longer to draw, and to put away, than a verdict.
    let found = use_mut_ref(|| None::<FoundProps>);
    // Entries come with their texts: an open one that grows would push the others away from who reads them.
    let waited_for = props.knowledge.as_ref().filter(|shelf| !searching && shelf.texts.may_come());
    use_effect_with(waited_for.map(|shelf| shelf.want.clone()), |want| {
        if let Some(want) = want {
            want.emit(());
        }
    });
    let waiting = waited_for.is_some();
    let Some(knowledge) = &props.knowledge else { return nothing() };
    if searching {
        *found.borrow_mut() = Some(FoundProps { shelf: knowledge.clone(), query: query.clone() });
    }
    let oninput = {
        let (browse, want) = (props.browse, knowledge.want.clone());
        Callback::from(move |event: InputEvent| {
            want.emit(());
            typed.set((browse, event.target_unchecked_into::<HtmlInputElement>().value()));
        })
    };
    html! {
        <section class="entries" aria-labelledby="entries-title" aria-busy={waiting.to_string()}>
            // Another one, not this one at another place: beside a token it stands elsewhere.
            <div key={if props.browse { "browse" } else { "beside" }}>
                <div class="entries-head">
                    <h2 id="entries-title"><a href={Route::Entries.hash().into_owned()}>{ label::KNOWLEDGE_BASE.in_(language) }</a></h2>
                    <input
                        id="search"
                        type="search"
                        autocomplete="off"
                        aria-label={label::SEARCH.in_(language)}
                        placeholder={label::SEARCH_SHORT.in_(language)}
                        value={query}
                        {oninput}
                    />
                </div>
                if !searching && !waiting { { beside(knowledge, props, language) } }
            </div>
            if let Some(found) = found.borrow().clone() {
                <div class="entries-found" hidden={!searching}><Found ..found /></div>
            }
        </section>
    }
}

/// The entries of the token.
fn beside(knowledge: &Shelf, props: &Props, language: Language) -> Html {
    let reports = reports(props).into_iter();
    let known = reports.filter_map(|report| Some((knowledge.entry(&report.id)?, report)));
    let cards = known.enumerate().map(|(place, (entry, report))| card(knowledge, entry, Some(report), place));
    list(cards.collect(), language)
}

#[derive(Clone, Properties, PartialEq)]
struct FoundProps {
    shelf: Shelf,
    query: String,
}

/// What a search finds.
#[component]
fn Found(props: &FoundProps) -> Html {
    let language = use_language();
    let found = use_search(&props.shelf, &props.query);
    let drawn = use_growing(found.len().div_ceil(PART));
    let found = found.into_iter().take(drawn * PART).filter_map(|index| props.shelf.entries().get(index));
    list(found.map(|entry| card(&props.shelf, entry, None, usize::MAX)).collect(), language)
}

/// The positions of the entries that a query finds; of all of them where it is empty.
#[hook]
pub fn use_search(shelf: &Shelf, query: &str) -> Vec<usize> {
    let language = use_language();
    let is_empty = query.trim().is_empty();
    // What is searched is prepared when somebody searches: it takes its time.
    let searcher = use_memo((shelf.clone(), is_empty), |(shelf, is_empty)| {
        (!is_empty).then(|| Searcher::new(shelf, shelf.texts()))
    });
    match &*searcher {
        Some(searcher) => searcher.search(shelf, query, language),
        None => (0..shelf.entries().len()).collect(),
    }
}

fn list(cards: Vec<Html>, language: Language) -> Html {
    if cards.is_empty() {
        html! { <p class="muted">{ label::NO_ENTRIES.in_(language) }</p> }
    } else {
        html! { <ol class="entry-list">{ for cards }</ol> }
    }
}

/// An entry at a place of the list: the first is open, and so is a second one that is proved as well.
fn card(shelf: &Shelf, entry: &Summary, report: Option<EntryReport>, place: usize) -> Html {
    let proved = report.as_ref().is_some_and(|report| report.standing == Standing::Proved);
    let open = place == 0 || place == 1 && proved;
    let key = format!("{} {}", entry.id, report.is_some());
    html! { <li {key}><Card shelf={shelf.clone()} id={entry.id.clone()} {report} {open} drawn={place < DRAWN} /></li> }
}

/// The token's entries, and those of the messages that are not among them.
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
    shelf: Shelf,
    id: AttrValue,
    /// What the diagnosis says of it; none where there is no token.
    report: Option<EntryReport>,
    /// Whether it is open at first.
    open: bool,
    /// Whether it is drawn before it is opened, so that a browser's own search finds what is in it.
    drawn: bool,
}

/// An entry that folds open.
#[component]
fn Card(props: &CardProps) -> Html {
    let language = use_language();
    let open = use_state(|| props.open);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let status = props.report.as_ref().map(|report| Status::from(report.standing));
    let Some(entry) = props.shelf.entry(&props.id) else { return nothing() };
    html! {
        <details
            class={classes!("entry", status.map(|status| status.tone))}
            open={*open}
            data-entry={props.id.clone()}
            data-standing={status.map(|status| status.id)}
            {ontoggle}
        >
            <summary>
                <span class="entry-title">{ entry.title.get(language) }</span>
                if let Some(status) = status {
                    <span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
                }
            </summary>
            if *open || props.drawn {
                <Reading id={props.id.clone()} trials={props.report.as_ref().map(|report| report.trials.clone()).unwrap_or_default()} shelf={props.shelf.clone()} />
                <p class="entry-alone"><a href={Route::hash_of_entry(&props.id)}>{ label::ENTRY_ALONE.in_(language) }</a></p>
            }
        </details>
    }
}
