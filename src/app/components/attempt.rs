//! Workarounds and dead ends: what is done, how often it helps and who says so, and what it does to this very token.

use jwt_why::{
    diagnosis::report::{Advice, Trial},
    kb::{
        Attempt, Entry,
        format::Rate,
        render::heading::{self, Heading},
    },
    text::Language,
};
use yew::prelude::*;

use super::{
    entry::{NUMBERS, outside, prose},
    icon::icon,
    language::colon,
    status::Status,
    steps,
};

/// Lists the advice of an entry, with what was tried of it on the token.
pub fn attempts(entry: &Entry, list: Advice, trials: &[Trial], language: Language) -> Html {
    let (attempts, id) = match list {
        Advice::Workaround => (&entry.workarounds, "workaround"),
        Advice::DeadEnd => (&entry.dead_ends, "dead-end"),
    };
    let items = attempts.iter().enumerate().map(|(index, attempt)| {
        let trial = trials.iter().find(|trial| trial.advice == list && trial.index == index);
        let status = trial.map(|trial| Status::from(trial.outcome));
        html! {
            <li class="attempt" data-advice={id} data-trial={status.map(|status| status.id)}>
                if let Some(status) = status {
                    <p class={classes!("trial", status.tone)}>{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></p>
                }
                { draw(attempt, language) }
            </li>
        }
    });
    html! { <ol class="attempts">{ for items }</ol> }
}

fn draw(attempt: &Attempt, language: Language) -> Html {
    html! {
        <>
            <p>{ prose(attempt.text.get(language)) }</p>
            if let Some(why) = &attempt.why { <p class="muted">{ prose(why.get(language)) }</p> }
            if let Some(rate) = &attempt.rate { { draw_rate(rate, language) } }
            { for attempt.code.iter().map(|code| steps::code(code, language)) }
            if !attempt.sources.is_empty() {
                <p class="muted">{ Heading::Sources.get(language) }{ colon(language) }{ links(&attempt.sources) }</p>
            }
        </>
    }
}

/// A rate never stands without where it comes from.
fn draw_rate(rate: &Rate, language: Language) -> Html {
    let links = match rate {
        Rate::Counted { links, .. } => links.as_slice(),
        Rate::Published { .. } | Rate::Measured { .. } => &[],
    };
    html! { <p class="rate">{ heading::rate(rate, NUMBERS, language) }{ " " }{ self::links(links) }</p> }
}

fn links(addresses: &[String]) -> Html {
    addresses
        .iter()
        .enumerate()
        .map(|(index, url)| html! { <>{ outside(url, &format!("[{}]", index + 1)) }{ " " }</> })
        .collect()
}
