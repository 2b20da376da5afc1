//! What came of the last press of a button.

use jwt_why::{
    sign::{Made, Refusal},
    text::{self, Language, making, page as label},
};
use yew::prelude::*;

use super::{
    super::{
        copy::Copy,
        icon::{Glyph, icon},
        visible,
    },
    Ended,
};

/// The outcome and what is known beside it.
pub struct Shown<'a> {
    /// What came of it; none before anything was pressed.
    pub ended: Option<&'a Ended>,
    /// Whether the form has changed since.
    pub stale: bool,
    /// Whether a token is being made.
    pub signs: bool,
    /// The public half of the key that was made here.
    pub public: Option<&'a str>,
    /// Hears that the token is to be debugged.
    pub ondebug: Callback<MouseEvent>,
}

/// Shows the token, or why there is none.
pub fn shown(all: &Shown<'_>, language: Language) -> Html {
    let state = match all.ended {
        _ if all.signs => "signing",
        None => "none",
        Some(_) if all.stale => "stale",
        Some(Ended::Made(_)) => "made",
        Some(Ended::Refused(_) | Ended::Gone) => "refused",
    };
    let of_token = match all.ended {
        Some(Ended::Made(made)) => made.public.as_deref(),
        _ => None,
    };
    html! {
        <div id="made" class="maker-result" data-made={state}>
            <p class="unseen" role="status">{ heard(state, language) }</p>
            { match all.ended {
                None => html! { <p class="maker-nothing muted">{ if all.signs { label::SIGNING } else { label::NOTHING_MADE }.in_(language) }</p> },
                Some(Ended::Made(made)) => token(made, all, language),
                Some(Ended::Refused(refusal)) => refused(&making::refusal(refusal, language), Some(refusal)),
                Some(Ended::Gone) => refused(label::SIGNER_GONE.in_(language), None),
            } }
            { of_token.or(all.public).map(|jwk| public(jwk, language)) }
        </div>
    }
}

/// What is said once to those who don't see it.
fn heard(state: &str, language: Language) -> &'static str {
    match state {
        "signing" => label::SIGNING.in_(language),
        "made" => label::MADE_NOW.in_(language),
        "stale" => label::MADE_BEFORE.in_(language),
        _ => "",
    }
}

fn refused(why: &str, refusal: Option<&Refusal>) -> Html {
    let id = refusal.map(|refusal| format!("{:?}", refusal.why));
    html! { <p class="notice is-bad" role="alert" data-refused={id.unwrap_or_default()}>{ icon(Glyph::Cross) }<span>{ why.to_owned() }</span></p> }
}

fn token(made: &Made, all: &Shown<'_>, language: Language) -> Html {
    let classes = ["segment-header", "segment-payload", "segment-signature"];
    let segments = made.token.split('.').zip(classes).enumerate().map(|(index, (text, class))| {
        html! { <>if index > 0 { { "." } }<span class={classes!("run", class)}>{ text.to_owned() }</span></> }
    });
    html! {
        <section class={classes!("panel", all.stale.then_some("is-stale"))} aria-labelledby="made-title">
            <header class="panel-head">
                <h3 id="made-title">{ label::MADE_TOKEN.in_(language) }</h3>
                <span class="chip">{ label::MADE_WITH.with(language, text::read_as(&made.read_as, language)) }</span>
                <span class="muted">{ &made.kind }{ " · " }{ text::counted(label::BITS, made.bits, language) }</span>
                <Copy text={made.token.clone()} about={label::MADE_TOKEN.in_(language)} />
            </header>
            if all.stale {
                <p class="notice is-warn" data-stale="">{ icon(Glyph::Warning) }<span>{ label::MADE_BEFORE.in_(language) }</span></p>
            }
            <p class="token-text" id="made-token" role="group" aria-labelledby="made-title" tabindex="0" dir="ltr" translate="no">{ for segments }</p>
            <ul class="maker-remarks">{ for made.remarks.iter().map(|remark| html! {
                <li class="is-warn" data-remark={format!("{:?}", remark.about)}>{ icon(Glyph::Warning) }{ " " }{ making::remark(remark, language) }</li>
            }) }</ul>
            <button type="button" class="choice" id="make-debug" onclick={all.ondebug.clone()}>{ label::DIAGNOSE_THIS.in_(language) }</button>
        </section>
    }
}

fn public(jwk: &str, language: Language) -> Html {
    html! {
        <section class="panel" aria-labelledby="public-title">
            <header class="panel-head">
                <h3 id="public-title">{ label::PUBLIC_KEY.in_(language) }</h3>
                <Copy text={jwk.to_owned()} about={label::PUBLIC_KEY.in_(language)} />
            </header>
            <div class="maker-public" role="group" aria-labelledby="public-title" tabindex="0">{ visible::block(jwk) }</div>
        </section>
    }
}
