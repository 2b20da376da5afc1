//! What is said of a token once the whole module is here: proof, fix, times, and what is folded away.
//!
//! **Law.** Every function here is a gate of `xtask/src/split/gates.txt`.

use jwt_why::{
    diagnosis::report::{TokenReport, Verdict},
    fix,
};
use yew::prelude::*;

use super::{
    super::{
        claims::Claims, explanations::Explanations, findings::Findings, fix::Fix, opinion::Opinion,
        parts::Parts, proof::Proof, timeline::Timeline,
    },
    Props,
};

/// Draws the proof and the fix; where there is none, what else could explain the verdict. They have their place before
/// they are known, so that nothing below moves when they come.
#[inline(never)]
pub fn view_answer(props: &Props) -> Html {
    let token = &props.token;
    let searched = is_searched(token).then_some("is-searched");
    let for_library = props.library.is_some().then_some("is-for-library");
    html! {
        <div class={classes!("answer", searched, for_library)}>
            <Proof token={token.clone()} finished={props.finished} published={props.published} />
            <Fix
                token={token.clone()}
                policy={props.policy.clone()}
                library={props.library}
                finished={props.finished}
                templates={props.templates.clone()}
                onlibrary={props.onlibrary.clone()}
            />
            if explains_early(props) { { explanations(props) } }
        </div>
    }
}

/// Draws what the verdict stands on: findings, and what was tried.
#[inline(never)]
pub fn view_grounds(props: &Props) -> Html {
    html! {
        <>
            <Findings token={props.token.clone()} onshow={props.onshow.clone()} />
            if !explains_early(props) { { explanations(props) } }
        </>
    }
}

/// Draws what is in the token: times, header and claims, the parts, and what others say of it.
#[inline(never)]
pub fn view_contents(props: &Props) -> Html {
    let token = &props.token;
    html! {
        <div class="what">
            <Timeline token={token.clone()} now={props.asked} leeway={props.leeway} onchange={props.ontime.clone()} />
            <Claims token={token.clone()} payload={false} now={props.now} />
            <Claims token={token.clone()} payload={true} now={props.now} />
            <Parts token={token.clone()} />
            <Opinion opinion={token.opinion.clone()} web_crypto={props.web_crypto.clone()} />
        </div>
    }
}

fn explanations(props: &Props) -> Html {
    html! { <Explanations token={props.token.clone()} finished={props.finished} /> }
}

/// Whether experiments are made on the token, of which a proof and a fix may come.
fn is_searched(token: &TokenReport) -> bool {
    token.verdict == Verdict::Rejected
}

/// Whether everything was tried, and what was not proved takes the place of a proof, or of the lines of a library.
fn explains_early(props: &Props) -> bool {
    let token = &props.token;
    let has_room = token.proved.is_empty() || props.library.is_some();
    is_searched(token) && props.finished && has_room && fix::of(token, &props.policy).is_none()
}
