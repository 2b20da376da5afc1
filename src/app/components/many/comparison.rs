//! Two tokens, member by member.

use jwt_why::{
    census::Parts,
    comparison::{self, Likeness, Pair},
    diagnosis::report::{JsonMember, JsonText},
    text::{self, Language, page as label},
};
use yew::prelude::*;

use crate::app::components::{
    icon::{Glyph, icon},
    visible,
};

/// Compares the parts of two tokens that are called by these names. There is a heading where no other one stands above
/// it; what is its name has the id `comparison-title`.
pub fn compared([first, second]: &[Parts; 2], names: [&str; 2], heading: Html, language: Language) -> Html {
    let header = comparison::members(members(first.header.as_ref()), members(second.header.as_ref()));
    let claims = comparison::members(members(first.payload.as_ref()), members(second.payload.as_ref()));
    let differ = header.iter().chain(&claims).filter(|pair| pair.likeness() != Likeness::Same).count();
    let parts = [(label::HEADER, "header", header), (label::CLAIMS, "payload", claims)];
    html! {
        <div class="panel comparison">
            <header class="panel-head">
                { heading }
                <span class="muted" role="status">{ text::counted(label::DIFFERENCES, differ, language) }</span>
            </header>
            <div class="scrolls" tabindex="0" role="region" aria-labelledby="comparison-title">
                <table class="compared">
                    <thead><tr>
                        <th scope="col">{ label::NAME.in_(language) }</th>
                        { for names.iter().map(|name| html! { <th scope="col">{ label::TOKEN_NAMED.with(language, name) }</th> }) }
                        <th scope="col">{ label::LIKENESS.in_(language) }</th>
                    </tr></thead>
                    { for parts.iter().map(|(title, id, pairs)| html! {
                        <tbody data-compared={*id}>
                            <tr><th scope="colgroup" colspan="4" class="part">{ title.in_(language) }</th></tr>
                            { for pairs.iter().map(|pair| row(pair, language)) }
                            if pairs.is_empty() { <tr><td colspan="4" class="muted">{ label::NOTHING_TO_COMPARE.in_(language) }</td></tr> }
                        </tbody>
                    }) }
                </table>
            </div>
        </div>
    }
}

fn members(json: Option<&JsonText>) -> &[JsonMember] {
    json.map_or(&[], |json| json.members.as_slice())
}

fn row(pair: &Pair<'_>, language: Language) -> Html {
    let (id, word, glyph, tone) = match pair.likeness() {
        Likeness::Same => ("same", label::SAME, Glyph::Check, "is-idle"),
        Likeness::Different => ("different", label::DIFFERENT, Glyph::Cross, "is-bad"),
        Likeness::OnlyFirst | Likeness::OnlySecond => ("absent", label::ABSENT, Glyph::Open, "is-warn"),
    };
    html! {
        <tr class={tone} data-likeness={id} data-member={pair.name.to_owned()}>
            <th scope="row">{ visible::value(pair.name) }</th>
            <td>{ value(pair.first, language) }</td>
            <td>{ value(pair.second, language) }</td>
            <td class="likeness">{ icon(glyph) }{ word.in_(language) }</td>
        </tr>
    }
}

/// A value, and the date that it is.
fn value(member: Option<&JsonMember>, language: Language) -> Html {
    let Some(member) = member else {
        return html! { <span class="muted">{ label::ABSENT.in_(language) }</span> };
    };
    html! {
        <>
            { visible::value(member.string.as_ref().unwrap_or(&member.value)) }
            if let Some(instant) = member.instant {
                <time class="name muted" datetime={text::iso(instant)}>{ text::instant(instant, language) }</time>
            }
        </>
    }
}
