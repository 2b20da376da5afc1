//! A report that came by a link: only what somebody else chose to tell, and nothing that was checked here.

use jwt_why::{
    cause::Class,
    diagnosis::report::{ProofKind, Verdict},
    text::{self, Language, page as label},
    ticket::{Shared as Told, SharedProof},
};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    status::Status,
    visible,
};

/// Shows a report that can't be changed; none when the link can't be read.
pub fn shared(told: Option<&Told>, language: Language) -> Html {
    let Some(told) = told else {
        return html! { <p class="notice is-bad" role="alert" data-shared="unreadable">{ icon(Glyph::Warning) }<span>{ label::SHARED_UNREADABLE.in_(language) }</span></p> };
    };
    let status = Status::from(told.verdict);
    let stages = [
        (label::STAGE_DECODE, Status::from(told.decode)),
        (label::STAGE_SIGNATURE, Status::from(told.signature)),
        (label::STAGE_CLAIMS, Status::from(told.claims)),
    ];
    html! {
        <article class="shared" data-shared={status.id}>
            <p class="notice is-warn">{ icon(Glyph::Warning) }<span>{ label::SHARED_NOTICE.in_(language) }</span></p>
            <section class={classes!("verdict", status.tone)} aria-labelledby="shared-word">
                <h2 id="shared-word" class="verdict-word">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></h2>
                <p class="verdict-why">{ label::TICKET_JUDGED_AT.in_(language) }{ " " }{ text::instant(told.now, language) }</p>
                <ol class="stages">{ for stages.into_iter().map(|(name, status)| html! {
                    <li class={classes!("stage", status.tone)} data-state={status.id}>
                        <span class="stage-name">{ name.in_(language) }</span>
                        <span class="stage-state">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
                    </li>
                }) }</ol>
            </section>
            if !told.errors.is_empty() {
                <section class="panel">
                    <h3>{ label::FINDINGS.in_(language) }</h3>
                    <ul>{ for told.errors.iter().map(|cause| html! { <li data-cause={cause.id()}>{ text::title(*cause, language) }</li> }) }</ul>
                </section>
            }
            if !told.proved.is_empty() && told.verdict != Verdict::Accepted {
                <section class="panel">
                    <h3>{ label::WHAT_WOULD_MAKE_IT_PASS.in_(language) }</h3>
                    { for told.proved.iter().map(|proof| draw(proof, language)) }
                </section>
            }
            if !told.ticked.is_empty() {
                <section class="panel">
                    <h3>{ label::CLAIMS.in_(language) }</h3>
                    <table class="members"><tbody>{ for told.ticked.iter().map(|(name, value)| html! {
                        <tr class="member"><th scope="row">{ visible::value(name) }</th><td>{ visible::value(value) }</td></tr>
                    }) }</tbody></table>
                </section>
            }
            if !told.ruled_out.is_empty() {
                <details class="panel">
                    <summary>{ text::counted(label::RULED_OUT, told.ruled_out.len(), language) }</summary>
                    <ul>{ for told.ruled_out.iter().map(|experiment| html! { <li>{ text::ruled_out(*experiment, language) }</li> }) }</ul>
                </details>
            }
        </article>
    }
}

fn draw(proof: &SharedProof, language: Language) -> Html {
    let status = Status::from(proof.class);
    let lead = match (proof.kind, proof.class) {
        (ProofKind::Observed, _) => label::THE_EVIDENCE_SHOWS,
        (ProofKind::Accepted, Class::Attack) => label::PASSES_WHEN_YOU,
        (ProofKind::Accepted, _) => label::ACCEPTED_WHEN_YOU,
    };
    html! {
        <div class={classes!("proof", status.tone)} data-class={status.id}>
            <p class="proof-lead"><span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>{ " " }{ lead.in_(language) }</p>
            <ul>{ for proof.changes.iter().map(|(experiment, cause)| html! {
                <li data-cause={cause.id()}>{ text::experiment_title(*experiment, language) }{ " · " }{ text::title(*cause, language) }</li>
            }) }</ul>
        </div>
    }
}
