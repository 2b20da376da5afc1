//! Steps to follow or to make sure by, with what to type and what to look up.

use jwt_why::{
    kb::format::{Cell, Code, Step, Table},
    text::Language,
};
use yew::prelude::*;

use super::{copy::Copy, entry::prose, visible};

/// Shows the steps, those with a title folded.
pub fn steps(steps: &[Step], language: Language) -> Html {
    html! { <ol class="steps">{ for steps.iter().map(|step| html! { <li>{ draw(step, language) }</li> }) }</ol> }
}

fn draw(step: &Step, language: Language) -> Html {
    let body = html! {
        <>
            <p>{ prose(step.text.get(language)) }</p>
            { for step.code.iter().map(|item| code(item, language)) }
            if let Some(lookup) = &step.table { { table(lookup, language) } }
            if !step.checklist.is_empty() {
                <ul>{ for step.checklist.iter().map(|item| html! { <li>{ prose(item.get(language)) }</li> }) }</ul>
            }
        </>
    };
    match &step.title {
        Some(title) => {
            html! { <details class="step"><summary>{ prose(title.get(language)) }</summary>{ body }</details> }
        }
        None => body,
    }
}

/// A piece to copy.
pub fn code(code: &Code, language: Language) -> Html {
    html! {
        <figure class="snippet">
            <figcaption>
                <span>
                    if let Some(library) = &code.library { <b>{ library }</b>{ " " } }
                    if let Some(about) = &code.about { { prose(about.get(language)) } }
                </span>
                <Copy text={code.code.clone()} />
            </figcaption>
            { visible::block(&code.code) }
            if let Some(output) = &code.output { <samp>{ visible::block(output) }</samp> }
        </figure>
    }
}

fn table(table: &Table, language: Language) -> Html {
    let cell = |cell: &Cell| html! { <td>{ prose(cell.get(language)) }</td> };
    html! {
        <div class="scroll" tabindex="0">
            <table>
                <thead><tr>{ for table.columns.iter().map(|column| html! { <th scope="col">{ prose(column.get(language)) }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(|row| html! { <tr>{ for row.iter().map(cell) }</tr> }) }</tbody>
            </table>
        </div>
    }
}
