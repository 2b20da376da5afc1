//! What is said of a token once the whole module is here: proof, fix, times, and what is folded away.
//!
//! **Law.** Every function here is a gate of `xtask/src/split/gates.txt`.

use yew::prelude::*;

use super::{
    super::{
        claims::Claims, explanations::Explanations, findings::Findings, fix::Fix, opinion::Opinion,
        parts::Parts, proof::Proof, timeline::Timeline,
    },
    Props,
};

/// Draws the proof and the fix.
#[inline(never)]
pub fn view_proof(props: &Props) -> Html {
    let token = &props.token;
    html! {
        <>
            <Proof token={token.clone()} finished={props.finished} published={props.published} />
            <Fix
                token={token.clone()}
                policy={props.policy.clone()}
                library={props.library}
                finished={props.finished}
                templates={props.templates.clone()}
                onlibrary={props.onlibrary.clone()}
            />
        </>
    }
}

/// Draws what the verdict stands on: times, findings, claims, what was tried, the parts, and what others say.
#[inline(never)]
pub fn view_more(props: &Props) -> Html {
    let token = &props.token;
    html! {
        <>
            <Timeline token={token.clone()} now={props.asked} leeway={props.leeway} onchange={props.ontime.clone()} />
            <Findings token={token.clone()} onshow={props.onshow.clone()} />
            <div class="pair">
                <Claims token={token.clone()} payload={false} now={props.now} />
                <Claims token={token.clone()} payload={true} now={props.now} />
            </div>
            <Explanations token={token.clone()} finished={props.finished} />
            <Parts token={token.clone()} />
            <Opinion opinion={token.opinion.clone()} web_crypto={props.web_crypto.clone()} />
        </>
    }
}
