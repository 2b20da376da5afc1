//! The rows: each distinct token once. The worker orders and filters them; this draws the first ones.

use std::rc::Rc;

use jwt_why::{
    census::{Fate, Order, Query, Row, View},
    text::{self, Language, Text, page as label},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{groups, notes};
use crate::app::{
    components::{icon::icon, language::use_language, visible},
    platform::{focus, reveal_focused},
};

/// The table and what is asked of it.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The table.
    pub view: Rc<View>,
    /// What was asked.
    pub query: Query,
    /// The tokens that are to be compared.
    pub picked: Vec<usize>,
    /// Whether two of them are compared above the table.
    pub compared: bool,
    /// Hears what is pressed.
    pub onpress: Callback<Pressed>,
    /// Hears which words the tokens are to hold.
    pub onfilter: Callback<String>,
}

/// What is pressed.
pub enum Pressed {
    /// Another order is wanted, or the same turned round.
    Order(Order),
    /// A token is to be looked at.
    Open(usize),
    /// A token, with its name, is to be compared, or no longer.
    Pick(usize, AttrValue),
    /// More rows are wanted.
    More,
}

/// The columns; those with an order can be sorted by.
const COLUMNS: [(Text, Order); 7] = [
    (label::TOKEN_COLUMN, Order::Place),
    (label::SEEN, Order::Count),
    (label::FIRST_SEEN_AT, Order::First),
    (label::LAST_SEEN_AT, Order::Last),
    (label::VERDICT, Order::Verdict),
    (label::FIRST_CAUSE, Order::Cause),
    (label::KEY, Order::Key),
];

/// Draws the rows.
#[component]
pub fn Table(props: &Props) -> Html {
    let language = use_language();
    let view = &props.view;
    let left = view.fitting - view.rows.len().min(view.fitting);
    let more = use_more(view, &props.onpress);
    use_effect_with(props.compared, |compared| {
        // The comparison has pushed down what was ticked.
        if *compared {
            reveal_focused();
        }
    });
    let asked = props.query.fate.is_some() || !props.query.words.is_empty();
    let oninput =
        props.onfilter.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class="panel many-table">
            <div class="filter">
                <label for="many-filter">{ label::FILTER_TOKENS.in_(language) }</label>
                <input id="many-filter" type="search" autocomplete="off" spellcheck="false" value={props.query.words.clone()} {oninput} />
                // While the table grows by itself, its growth is not worth saying.
                <span class="muted" role={asked.then_some("status")}>{ label::ROWS_SHOWN.with(language, &format!("{} / {}", text::number(view.rows.len(), language), text::number(view.fitting, language))) }</span>
                <span class="muted">{ label::HOW_TO_COMPARE.in_(language) }</span>
            </div>
            <div class="scrolls">
                // On a phone each row is drawn as a card; the roles say that it is a table all the same.
                <table class="rows" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader"><span class="unseen">{ label::COMPARE.in_(language) }</span></th>
                        { for COLUMNS.into_iter().map(|(name, order)| column(name, order, props, language)) }
                    </tr></thead>
                    <tbody role="rowgroup">{ for view.rows.iter().map(|row| draw(row, props, language)) }</tbody>
                </table>
            </div>
            if view.rows.is_empty() { <p class="muted">{ label::NO_ROW_FITS.in_(language) }</p> }
            if left > 0 {
                <button type="button" class="quiet more" data-more="" onclick={more}>
                    { text::counted(label::MORE_ROWS, left.min(super::ROWS), language) }
                </button>
            }
        </div>
    }
}

/// Asks for more rows, and leads to the first of them: the button is below them all, or gone.
#[hook]
fn use_more(view: &Rc<View>, onpress: &Callback<Pressed>) -> Callback<MouseEvent> {
    let shown = view.rows.len();
    let last = use_mut_ref(|| None::<usize>);
    let wanted = last.clone();
    use_effect_with(view.clone(), move |view| {
        let next = wanted.borrow().and_then(|last| view.rows.get(last));
        if let Some(row) = next {
            focus(&pick_id(row.token));
            wanted.take();
        }
    });
    onpress.reform(move |_: MouseEvent| {
        last.replace(Some(shown));
        Pressed::More
    })
}

/// The id of the box that picks a token.
fn pick_id(token: usize) -> String {
    format!("pick-{token}")
}

/// A column's head: what it is called, and whether the rows are in its order.
fn column(name: Text, order: Order, props: &Props, language: Language) -> Html {
    let sorted = match (props.query.order == order, props.query.descending) {
        (true, false) => Some("ascending"),
        (true, true) => Some("descending"),
        (false, _) => None,
    };
    let arrow = match sorted {
        Some("ascending") => "↑",
        Some(_) => "↓",
        None => "",
    };
    let onclick = props.onpress.reform(move |_: MouseEvent| Pressed::Order(order));
    html! {
        <th scope="col" role="columnheader" aria-sort={sorted}>
            <button type="button" class="sort" {onclick}>{ name.in_(language) }<span aria-hidden="true">{ arrow }</span></button>
        </th>
    }
}

fn draw(row: &Row, props: &Props, language: Language) -> Html {
    let (token, name) = (row.token, AttrValue::from(row.name.clone()));
    let open = props.onpress.reform(move |_: MouseEvent| Pressed::Open(token));
    let pick = {
        let name = name.clone();
        props.onpress.reform(move |_: Event| Pressed::Pick(token, name.clone()))
    };
    let picked = props.picked.contains(&token);
    html! {
        <tr key={token} role="row" data-row={row.name.clone()} class={classes!(picked.then_some("is-picked"))}>
            <td role="cell"><input id={pick_id(token)} type="checkbox" aria-label={label::PICK_TO_COMPARE.with(language, &row.name)} checked={picked} onchange={pick} /></td>
            <th scope="row" role="rowheader">
                <button type="button" class="open-token" data-open={row.name.clone()} onclick={open}>
                    <span class="unseen">{ label::OPEN_TOKEN.in_(language) }{ " " }</span><code>{ name }</code>
                </button>
                { for names(row) }
                { places(row, language) }
            </th>
            { cell(label::SEEN, Some("count"), html! { { text::number(row.count, language) } }, language) }
            { cell(label::FIRST_SEEN_AT, None, time(row.ends.map(|(first, _)| first), language), language) }
            { cell(label::LAST_SEEN_AT, None, time(row.ends.map(|(_, last)| last), language), language) }
            { verdict(row, language) }
            { cell(label::FIRST_CAUSE, None, cause(row, language), language) }
            { cell(label::KEY, None, key(row, &props.view, language), language) }
        </tr>
    }
}

/// A cell, which carries its column's name to where there is no head above it.
fn cell(column: Text, class: Option<&'static str>, body: Html, language: Language) -> Html {
    html! { <td role="cell" {class} data-column={column.in_(language)}>{ body }</td> }
}

fn names(row: &Row) -> impl Iterator<Item = Html> {
    let names = [("alg", &row.alg), ("kid", &row.kid), ("sub", &row.subject)];
    names.into_iter().filter_map(|(name, value)| {
        let value = value.as_ref()?;
        Some(html! { <span class="name"><span class="muted">{ name }</span>{ " " }{ visible::value(value) }</span> })
    })
}

fn places(row: &Row, language: Language) -> Html {
    let lines =
        row.places.iter().map(|place| text::number(place.line, language)).collect::<Vec<_>>().join(" · ");
    let more = row.count.saturating_sub(wide(row.places.len()));
    html! {
        <span class="name muted">
            { label::LINE_NUMBER.with(language, &lines) }
            if more > 0 { { " " }{ text::counted(label::MORE_PLACES, more, language) } }
        </span>
    }
}

fn time(time: Option<i64>, language: Language) -> Html {
    match time {
        None => html! { <span class="muted">{ label::NO_TIME.in_(language) }</span> },
        Some(time) => {
            html! { <time datetime={text::iso(time)}>{ text::instant(time, language) }</time> }
        }
    }
}

/// The verdict at all of its times: if they differ, how many accept it.
fn verdict(row: &Row, language: Language) -> Html {
    let Some(fate) = row.fate else {
        return html! { <td role="cell" class="muted" data-column={label::VERDICT.in_(language)}>{ label::NOT_JUDGED.in_(language) }</td> };
    };
    let status = groups::status(fate);
    let share = (row.accepted > 0 && row.accepted < row.count).then(|| {
        label::ACCEPTED_OF.with(
            language,
            &format!("{} / {}", text::number(row.accepted, language), text::number(row.count, language)),
        )
    });
    html! {
        <td role="cell" class={classes!("row-verdict", status.tone)} data-column={label::VERDICT.in_(language)} data-fate={groups::id(Some(fate))}>
            { icon(status.glyph) }<span>{ status.word.in_(language) }</span>
            if let Some(share) = share { <span class="muted">{ share }</span> }
        </td>
    }
}

fn cause(row: &Row, language: Language) -> Html {
    match row.fate {
        Some(Fate::Rejected(cause)) => html! { { text::title(cause, language) } },
        _ => Html::default(),
    }
}

fn key(row: &Row, view: &View, language: Language) -> Html {
    let Some(matched) = row.matched else { return Html::default() };
    html! {
        <>
            { notes::key_name(matched.key, view, language) }
            if !matched.asked { <span class="name muted">{ label::ANOTHER_KEY.in_(language) }</span> }
        </>
    }
}

fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
