//! What is said of a token once the whole module is here: proof, fix, times, and what is folded away.
//!
//! **Law.** Nothing here is called but through [`view`], which is a gate of `xtask/src/split/gates.txt`.

use jwt_why::{
    cause::{Cause, Stage},
    diagnosis::report::{TokenReport, Verdict},
    finding::Severity,
    fix::{self, Fix as Found},
    text::Language,
};
use yew::prelude::*;

use super::{
    super::{
        claims::Claims, explanations::explanations, findings::findings, fix::Fix, marks::Marks,
        opinion::opinions, parts::parts, proof::proofs, timeline::Timeline,
    },
    Props,
};

/// What stands under the verdict.
pub struct Rest {
    /// The proof and the fix; where there is none, what else could explain the verdict.
    pub answer: Html,
    /// What the verdict stands on: findings, and what was tried.
    pub grounds: Html,
    /// What is in the token: times, header and claims, the parts, and what others say of it.
    pub contents: Html,
}

/// Draws everything but the token in its parts. The proof and the fix have their place before they are known, so that
/// nothing below moves when they come.
#[inline(never)]
pub fn view(props: &Props, marks: &Marks, language: Language) -> Rest {
    let fix = fix::of(&props.token, &props.policy);
    let explained = explanations(&props.token, props.finished, language);
    let (early, late) = if explains_early(props, fix.as_ref()) {
        (explained, Html::default())
    } else {
        (Html::default(), explained)
    };
    Rest {
        answer: answer(props, fix, early, language),
        grounds: html! { <>{ findings(&props.token.findings, &props.onshow, marks, language) }{ late }</> },
        contents: contents(props, language),
    }
}

fn answer(props: &Props, fix: Option<Found>, explained: Html, language: Language) -> Html {
    let token = &props.token;
    let searched = is_searched(token).then(|| classes!("is-searched", room(token)));
    let for_library = props.library.is_some().then_some("is-for-library");
    html! {
        <div class={classes!("answer", searched, for_library)}>
            { proofs(token, props.finished, props.published, language) }
            <Fix
                token={token.clone()}
                {fix}
                library={props.library}
                finished={props.finished}
                templates={props.templates.clone()}
                onlibrary={props.onlibrary.clone()}
            />
            { explained }
        </div>
    }
}

fn contents(props: &Props, language: Language) -> Html {
    let token = &props.token;
    html! {
        <div class="what">
            <Timeline token={token.clone()} now={props.asked} leeway={props.leeway} onchange={props.ontime.clone()} />
            <Claims token={token.clone()} payload={false} now={props.now} />
            <Claims token={token.clone()} payload={true} now={props.now} />
            { parts(token, language) }
            { opinions(token.opinion.as_ref(), props.web_crypto.as_ref(), language) }
        </div>
    }
}

/// Whether experiments are made on the token, of which a proof and a fix may come.
fn is_searched(token: &TokenReport) -> bool {
    token.verdict == Verdict::Rejected
}

/// Whether everything was tried, and what was not proved takes the place of a proof, or of the lines of a library.
fn explains_early(props: &Props, fix: Option<&Found>) -> bool {
    let has_room = props.token.proved.is_empty() || props.library.is_some();
    is_searched(&props.token) && props.finished && has_room && fix.is_none()
}

/// For how many changes a proof gets room before it is known, as far as the findings tell: one for each claim that
/// rejects, and one for all that keeps the signature from being verified.
fn room(token: &TokenReport) -> &'static str {
    const ROOMS: [&str; 5] = ["for-none", "for-one", "for-two", "for-three", "for-more"];
    let errors = || token.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let claims = errors().filter(|finding| finding.cause.stage() == Stage::Claims).count();
    let earlier =
        errors().any(|finding| finding.cause.stage() == Stage::Signature || is_mended(finding.cause));
    let changes = claims + usize::from(earlier && token.encryption.is_none());
    ROOMS.get(changes).unwrap_or(&"for-more")
}

/// Whether experiments mend what made the token unreadable, while its signature still verifies or was not tried.
const fn is_mended(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::StandardBase64
            | Cause::Base64Padding
            | Cause::NonCanonicalBase64
            | Cause::HeaderNotJson
            | Cause::HeaderNotObject
            | Cause::HeaderNotUtf8
            | Cause::HeaderEmpty
    )
}
