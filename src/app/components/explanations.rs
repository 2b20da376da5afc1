//! What was ruled out, what is still possible, and what to fetch next to decide it.

use jwt_why::{
    diagnosis::report::{TokenReport, Verdict},
    next::{self, NextStep},
    text::{self, Language, page as label},
};
use yew::prelude::*;

use super::{
    anchor::nothing,
    copy::Copy,
    icon::{Glyph, icon},
    visible,
};

/// Shows the explanations that are not proved; `finished` says whether everything was tried on the token.
pub fn explanations(token: &TokenReport, finished: bool, language: Language) -> Html {
    let steps = if finished { next::steps(token, &[]) } else { Vec::new() };
    // Without a key there is nothing yet to decide, so the steps are folded.
    if token.ruled_out.is_empty() && token.possible.is_empty() && steps.is_empty() {
        return nothing();
    }
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
            if !steps.is_empty() {
                <details class="next" open={token.verdict == Verdict::Rejected}>
                    <summary>{ label::NEXT_STEPS.in_(language) }</summary>
                    <ol>{ for steps.into_iter().map(|step| draw(step, language)) }</ol>
                </details>
            }
            if !token.ruled_out.is_empty() {
                <details class="ruled-out">
                    <summary>{ text::counted(label::RULED_OUT, token.ruled_out.len(), language) }</summary>
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

fn draw(step: NextStep, language: Language) -> Html {
    html! {
        <li data-evidence={step.evidence.id()}>
            <p>{ text::next_step(step.evidence, language) }</p>
            if let Some(command) = step.command {
                { visible::block(&command) }
                <Copy text={command} label={label::COPY_COMMAND} />
            }
        </li>
    }
}
