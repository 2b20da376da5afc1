//! The answer, to be read from across the room, and the stages that it is made of.

use jwt_why::{
    diagnosis::report::{EncryptionState, TokenReport, Verdict as Answer},
    finding::Severity,
    text::{self, Language, Text, page as label},
};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    status::Status,
    visible,
};

/// Shows the verdict on a token and its stages; `finished` is whether nothing more will come.
pub fn verdict(token: Option<&TokenReport>, finished: bool, language: Language) -> Html {
    let status = token.map(|token| Status::from(token.verdict));
    let (tone, glyph, word) = status
        .map_or(("is-idle", Glyph::Open, label::NO_TOKEN), |status| (status.tone, status.glyph, status.word));
    html! {
        <section class={classes!("verdict", tone)} data-verdict={status.map(|status| status.id)} aria-labelledby="verdict-word">
            <h2 id="verdict-word" class="verdict-word">{ icon(glyph) }<span>{ word.in_(language) }</span></h2>
            <p class="verdict-why">
                if let Some(token) = token {
                    { why(token, language) }
                } else if finished {
                    { label::NO_TOKEN_FOUND.in_(language) }
                }
            </p>
            <ol class="stages">{ for stages(token).into_iter().map(|stage| stage.draw(language)) }</ol>
        </section>
    }
}

/// The one thing to say if there were room for one only.
pub(super) fn why(token: &TokenReport, language: Language) -> Html {
    let worst = token.findings.iter().find(|finding| finding.severity == Severity::Error);
    match (token.verdict, worst) {
        (Answer::Rejected, Some(finding)) => html! { <>{ text::title(finding.cause, language) }</> },
        // Each layer has a verdict of its own; what is wrong with an inner one is said there.
        (Answer::Rejected, None) if token.inner.is_some() => {
            html! { <>{ label::WHY_INSIDE.in_(language) }</> }
        }
        (Answer::Rejected, None) => Html::default(),
        (Answer::Undecided, _) => html! { <>{ undecided(token).in_(language) }</> },
        (Answer::Accepted, _) => {
            let kid = token.matched_key.as_ref().and_then(|key| key.kid.as_deref());
            html! {
                <>
                    { label::WHY_ACCEPTED.in_(language) }
                    if let Some(kid) = kid { { " " }<span class="chip">{ "kid " }{ visible::value(kid) }</span> }
                </>
            }
        }
    }
}

/// Why nothing is decided yet.
pub(super) fn undecided(token: &TokenReport) -> Text {
    let encrypted = token.encryption.is_some_and(|state| state != EncryptionState::Decrypted);
    if encrypted { label::WHY_ENCRYPTED } else { label::WHY_UNDECIDED }
}

/// One of the things that fail independently.
struct Stage {
    id: &'static str,
    name: Text,
    status: Option<Status>,
    /// What it is about, as the token spells it.
    detail: Option<String>,
}

fn stages(token: Option<&TokenReport>) -> Vec<Stage> {
    let mut stages = vec![
        Stage {
            id: "decode",
            name: label::STAGE_DECODE,
            status: token.map(|token| token.decode.into()),
            detail: None,
        },
        Stage {
            id: "signature",
            name: label::STAGE_SIGNATURE,
            status: token.map(|token| token.signature.into()),
            detail: token.filter(|token| token.encryption.is_none()).and_then(|token| token.alg.clone()),
        },
        Stage {
            id: "claims",
            name: label::STAGE_CLAIMS,
            status: token.map(|token| token.claims.into()),
            detail: None,
        },
    ];
    if let Some(encryption) = token.and_then(|token| token.encryption) {
        let status = Some(encryption.into());
        let detail = token.and_then(|token| token.alg.clone());
        stages.insert(1, Stage { id: "encryption", name: label::STAGE_ENCRYPTION, status, detail });
    }
    stages
}

impl Stage {
    fn draw(self, language: Language) -> Html {
        let tone = self.status.map_or("is-idle", |status| status.tone);
        html! {
            <li class={classes!("stage", tone)} data-stage={self.id} data-state={self.status.map(|status| status.id)}>
                <span class="stage-name">
                    { self.name.in_(language) }
                    if let Some(detail) = self.detail { { " " }{ visible::value(&detail) } }
                </span>
                <span class="stage-state">
                    if let Some(status) = self.status {
                        { icon(status.glyph) }<span>{ status.word.in_(language) }</span>
                    } else {
                        <span aria-hidden="true">{ "–" }</span>
                    }
                </span>
            </li>
        }
    }
}
