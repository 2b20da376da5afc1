//! What is to be known about the whole table: what a bound left out, and whether replicas sign with keys of their own.

use jwt_why::{
    census::{Replicas, View},
    text::{self, Language, Text, page as label},
};
use yew::prelude::*;

use crate::app::{
    census::{Phase, Progress},
    components::{
        icon::{Glyph, icon},
        language::colon,
        visible,
    },
};

/// How many kinds of tokens are named.
const MOST_KINDS: usize = 4;

/// Says what is to be known of a table that has come this far.
pub fn notes(view: &View, progress: Progress, language: Language) -> Html {
    let summary = &view.summary;
    let done = progress.phase == Phase::Done;
    let counted = [
        (label::LEFT_OUT, summary.left_out),
        (label::TOO_LONG_FOR_TOKENS, summary.too_long),
        (label::UNTIMED, summary.untimed),
    ];
    let said = [
        (label::STOPPED, progress.stopped),
        (label::NOT_READ_TO_END, progress.failed),
        (label::NO_TOKEN_IN_LOG, done && summary.tokens == 0),
        (label::READ_AS_UTC, summary.without_zone),
    ];
    html! {
        <>
            if progress.disagrees {
                <p class="notice is-bad" data-disagrees="">
                    { icon(Glyph::Warning) }<span>{ label::BROWSER_DISAGREES.in_(language) }</span>
                </p>
            }
            { for said.into_iter().filter(|(_, is)| *is).map(|(text, _)| note(text, text.in_(language).to_owned())) }
            { for counted.into_iter().filter(|(_, count)| *count > 0).map(|(said, count)| note(said, text::counted(said, count, language))) }
            if !view.replicas.is_empty() {
                <section class="notice is-warn replicas" aria-labelledby="replicas-title" data-replicas={view.replicas.len().to_string()}>
                    { icon(Glyph::Warning) }
                    <div>
                        <h3 id="replicas-title">{ label::REPLICAS.in_(language) }</h3>
                        { for view.replicas.iter().take(MOST_KINDS).map(|kind| replicas(kind, view, language)) }
                    </div>
                </section>
            }
        </>
    }
}

fn note(text: Text, words: String) -> Html {
    let tone =
        if text == label::READ_AS_UTC || text == label::NO_TOKEN_IN_LOG { "is-note" } else { "is-warn" };
    html! { <p class={classes!("notice", tone)}>{ icon(Glyph::Note) }<span>{ words }</span></p> }
}

fn replicas(kind: &Replicas, view: &View, language: Language) -> Html {
    let several = kind.keys.len() > 1;
    let said = if several { label::DIFFERENT_KEYS } else { label::ONLY_SOME_VERIFY };
    let names = [("alg", &kind.alg), ("kid", &kind.kid), ("iss", &kind.issuer)];
    let names = names.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let each = |tokens: u64| text::counted(label::TOKENS_EACH, tokens, language);
    html! {
        <>
            <p>
                { for names.map(|(name, value)| html! { <span class="chip">{ name }{ " " }{ visible::value(value) }</span> }) }
                { " " }{ said.in_(language) }
            </p>
            <ul>
                { for kind.keys.iter().map(|(key, tokens)| html! { <li>{ key_name(*key, view, language) }{ colon(language) }{ each(*tokens) }</li> }) }
                if kind.unverified > 0 { <li>{ label::NO_KEY_VERIFIES.in_(language) }{ colon(language) }{ each(kind.unverified) }</li> }
            </ul>
        </>
    }
}

/// A key by its number, counted from 1, and its name.
pub(super) fn key_name(key: usize, view: &View, language: Language) -> Html {
    let number = text::counted(label::KEY_OF, key + 1, language);
    let name = view.keys.get(key).map(|name| visible::value(name));
    html! { <>{ number }{ " " }{ name }</> }
}
