//! What was ruled out, what is still possible, and what to fetch next to decide it.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{TokenReport, Verdict},
    text::{self, page as label},
};
use yew::prelude::*;

use super::{
    copy::Copy,
    icon::{Glyph, icon},
    language::use_language,
    visible,
};

/// The token.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token.
    pub token: Rc<TokenReport>,
}

/// Shows the explanations that are not proved.
#[component]
pub fn Explanations(props: &Props) -> Html {
    let language = use_language();
    let token = &props.token;
    if token.ruled_out.is_empty() && token.possible.is_empty() {
        return Html::default();
    }
    let next =
        (token.verdict != Verdict::Accepted && token.proved.is_empty()).then(|| command(token)).flatten();
    html! {
        <section class="panel explanations" aria-labelledby="explanations-title">
            <h3 id="explanations-title">{ label::OTHER_EXPLANATIONS.in_(language) }</h3>
            if !token.possible.is_empty() {
                <ul class="possible">{ for token.possible.iter().map(|&cause| html! {
                    <li data-cause={cause.id()} data-standing="possible">
                        { icon(Glyph::Open) }
                        <span class="muted">{ label::POSSIBLE.in_(language) }</span>
                        <span>{ text::title(cause, language) }</span>
                    </li>
                }) }</ul>
            }
            if let Some(command) = next {
                <div class="next">
                    <p>{ label::FETCH_NEXT.in_(language) }</p>
                    { visible::block(&command) }
                    <Copy text={command} />
                </div>
            }
            if !token.ruled_out.is_empty() {
                <details class="ruled-out">
                    <summary>{ label::RULED_OUT.with(language, &token.ruled_out.len().to_string()) }</summary>
                    <ul>{ for token.ruled_out.iter().map(|experiment| html! {
                        <li data-ruled-out={experiment.id()}>
                            { icon(Glyph::Cross) }<span>{ text::ruled_out(*experiment, language) }</span>
                        </li>
                    }) }</ul>
                </details>
            }
        </section>
    }
}

/// The command that fetches the issuer's keys. "iss" is the sender's own word, so only an address that can't be more
/// than one in a shell is put into it.
fn command(token: &TokenReport) -> Option<String> {
    let members = &token.payload.as_ref()?.members;
    let issuer = members.iter().rev().find(|member| member.name == "iss")?.string.as_deref()?;
    let plain = |character: char| character.is_ascii_alphanumeric() || ":/._-".contains(character);
    let host = issuer.strip_prefix("https://")?;
    if host.is_empty() || issuer.len() > 200 || !issuer.chars().all(plain) {
        return None;
    }
    Some(format!("curl -sS '{}/.well-known/openid-configuration'", issuer.trim_end_matches('/')))
}
