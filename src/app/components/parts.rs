//! What only some tokens have: several signatures, and the disclosures of an SD-JWT.

use jwt_why::{
    diagnosis::report::{DisclosureReport, SignatureReport, TokenReport},
    text::{Language, page as label},
};
use yew::prelude::*;

use super::{
    icon::{Glyph, icon},
    status::Status,
    visible,
};

/// Shows the signatures and the disclosures, when there are several.
pub fn parts(token: &TokenReport, language: Language) -> Html {
    html! {
        <>
            if !token.signatures.is_empty() {
                <section class="panel" aria-labelledby="signatures-title">
                    <h3 id="signatures-title">{ label::SIGNATURES.in_(language) }</h3>
                    <ol>{ for token.signatures.iter().map(|signature| draw_signature(signature, language)) }</ol>
                </section>
            }
            if !token.disclosures.is_empty() {
                <section class="panel" aria-labelledby="disclosures-title">
                    <h3 id="disclosures-title">{ label::DISCLOSURES.in_(language) }</h3>
                    <ol>{ for token.disclosures.iter().map(draw_disclosure) }</ol>
                </section>
            }
        </>
    }
}

fn draw_signature(signature: &SignatureReport, language: Language) -> Html {
    let status = Status::from(signature.state);
    html! {
        <li class={classes!("part", status.tone)} data-state={status.id}>
            <span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
            if let Some(alg) = &signature.alg { { visible::value(alg) } }
            if let Some(kid) = &signature.kid { <span class="muted">{ "kid " }{ visible::value(kid) }</span> }
        </li>
    }
}

/// A disclosure that fits no digest has its finding; here it only gets the picture.
fn draw_disclosure(disclosure: &DisclosureReport) -> Html {
    let (tone, glyph) = if disclosure.matched { ("is-good", Glyph::Check) } else { ("is-bad", Glyph::Cross) };
    html! {
        <li class={classes!("part", tone)} data-matched={disclosure.matched.to_string()}>
            <span class="badge">{ icon(glyph) }</span>
            if let Some(claim) = &disclosure.claim { <b>{ visible::value(claim) }</b> }
            if let Some(value) = &disclosure.value { { visible::value(value) } }
        </li>
    }
}
