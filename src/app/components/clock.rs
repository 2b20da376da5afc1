//! The time of the failure: now, typed, or taken from a log line that was pasted.

use jwt_why::{
    diagnosis::report::{LogTime, Report},
    text::{self, Language, page as label},
    time,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    language::gap,
};
use crate::app::{
    platform::{clock, intl},
    state::Clock as Choice,
};

/// The greatest number of times of the log that are offered.
const MOST_TIMES: usize = 4;

/// Chooses the time of the failure; the report has the times of the log, and `onchange` hears another choice.
pub fn clock(choice: &Choice, report: &Report, onchange: &Callback<Choice>, language: Language) -> Html {
    let typed = match choice {
        Choice::Typed(text) => text.clone(),
        Choice::Now | Choice::Logged(_) => String::new(),
    };
    let read = match choice {
        Choice::Typed(text) => time::typed(text, clock::now()),
        Choice::Now | Choice::Logged(_) => None,
    };
    let unreadable = read.is_none() && matches!(choice, Choice::Typed(_));
    let oninput = onchange.reform(|event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        if text.trim().is_empty() { Choice::Now } else { Choice::Typed(text) }
    });
    let now = onchange.reform(|_: MouseEvent| Choice::Now);
    let offers = offers(report).into_iter().map(|time| {
        let chosen = match choice {
            Choice::Now => false,
            Choice::Typed(_) => read.is_some_and(|read| read.instant == time.instant),
            Choice::Logged(instant) => *instant == time.instant,
        };
        let onclick = onchange.reform(move |_: MouseEvent| Choice::Logged(time.instant));
        html! {
            <button type="button" class="choice" aria-pressed={chosen.to_string()} data-log-time={time.instant.to_string()} {onclick}>
                { icon(Glyph::Clock) }
                <span>{ label::FROM_THE_LOG.in_(language) }{ gap(language) }{ text::instant(time.instant, language) }
                    if !time.zone_known { { gap(language) }{ label::ZONE_UNKNOWN.in_(language) } }
                </span>
            </button>
        }
    });
    html! {
        <fieldset class="field clock">
            <legend>{ label::TIME_OF_FAILURE.in_(language) }</legend>
            <div class="clock-choices">
                <button type="button" class="choice" aria-pressed={(*choice == Choice::Now).to_string()} onclick={now}>
                    { label::NOW.in_(language) }
                </button>
                <input
                    id="clock"
                    class="mono"
                    type="text"
                    aria-label={label::TYPE_A_TIME.in_(language)}
                    aria-invalid={unreadable.to_string()}
                    placeholder="2024-03-15T09:30:00Z"
                    autocomplete="off"
                    spellcheck="false"
                    value={typed}
                    {oninput}
                />
                { for offers }
            </div>
            if unreadable {
                <p class="hint is-warn">{ label::TIME_UNREADABLE.in_(language) }</p>
            } else if let Some(read) = read {
                <p class="hint" data-clock-read="">
                    { text::instant(read.instant, language) }
                    if let Some(local) = intl::local(read.instant, language) { { " · " }{ local } }
                    if !read.zone_known { { gap(language) }{ label::ZONE_UNKNOWN.in_(language) } }
                </p>
            }
        </fieldset>
    }
}

/// The times of the log, each once, those beside a token first.
fn offers(report: &Report) -> Vec<LogTime> {
    let beside = report.tokens.iter().flat_map(|token| &token.sightings).filter_map(|sighting| sighting.time);
    let mut offers: Vec<LogTime> = Vec::new();
    for time in beside.chain(report.log_times.iter().copied()) {
        if offers.len() < MOST_TIMES && offers.iter().all(|offer| offer.instant != time.instant) {
            offers.push(time);
        }
    }
    offers
}
