//! The tokens by what became of them: counts, a small picture over time, and a filter.

use jwt_why::{
    census::{Fate, Group, View},
    text::{self, Language, page as label},
};
use yew::prelude::*;

use super::histogram;
use crate::app::components::{
    icon::{Glyph, icon},
    status::Status,
};

/// Shows the groups and the one that is chosen, none for all; `onchoose` hears another choice.
pub fn groups(
    view: &View,
    chosen: Option<Fate>,
    onchoose: &Callback<Option<Fate>>,
    language: Language,
) -> Html {
    let most = view.groups.iter().flat_map(|group| &group.bins).copied().max().unwrap_or_default();
    let groups = view.groups.iter().map(|group| {
        let fate = group.fate;
        let onclick = onchoose.reform(move |_: MouseEvent| fate);
        let tone = fate.map_or("is-accent", |fate| status(fate).tone);
        html! {
            <li>
                <button type="button" class={classes!("group", tone)} aria-pressed={(fate == chosen).to_string()} data-group={id(fate)} {onclick}>
                    <span class="group-name">{ name(fate, language) }</span>
                    <span class="group-counts muted">
                        { text::counted(label::TOKENS_EACH, group.tokens, language) }{ " · " }{ text::counted(label::SEEN_TIMES, group.sightings, language) }
                    </span>
                    { picture(group, most, view, language) }
                </button>
            </li>
        }
    });
    html! {
        <section class="panel" aria-labelledby="groups-title">
            <h3 id="groups-title">{ label::BY_CAUSE.in_(language) }</h3>
            <ul class="groups">{ for groups }</ul>
        </section>
    }
}

fn picture(group: &Group, most: u64, view: &View, language: Language) -> Html {
    view.summary.ends.map(|ends| histogram::bars(group, most, ends, language)).unwrap_or_default()
}

fn name(fate: Option<Fate>, language: Language) -> Html {
    match fate {
        None => html! { { label::ALL_TOKENS.in_(language) } },
        Some(Fate::Rejected(cause)) => {
            html! { <>{ icon(Glyph::Cross) }{ text::title(cause, language) }</> }
        }
        Some(fate) => {
            let status = status(fate);
            html! { <>{ icon(status.glyph) }{ status.word.in_(language) }</> }
        }
    }
}

/// The stable name of what became of a token, for tests and scripts.
pub(super) fn id(fate: Option<Fate>) -> &'static str {
    match fate {
        None => "all",
        Some(Fate::Accepted) => "accepted",
        Some(Fate::Undecided) => "undecided",
        Some(Fate::Rejected(cause)) => cause.id(),
    }
}

/// What became of a token, as a verdict.
pub(super) fn status(fate: Fate) -> Status {
    use jwt_why::diagnosis::report::Verdict;
    Status::from(match fate {
        Fate::Accepted => Verdict::Accepted,
        Fate::Undecided => Verdict::Undecided,
        Fate::Rejected(_) => Verdict::Rejected,
    })
}
