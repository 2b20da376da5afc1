//! The proof: what would make the token pass, shown on this very token.

use std::rc::Rc;

use jwt_why::{
    cause::Class,
    diagnosis::report::{Change, Proof as Proved, ProofKind, TokenReport, Verdict},
    finding::{Fact, Privacy, Value},
    text::{self, Language, Text, page as label},
};
use yew::prelude::*;

use super::{
    copy::Copy,
    icon::{Glyph, icon},
    language::{Word, use_language},
    published,
    status::Status,
    visible,
};
use crate::app::state::Published;

/// The token whose proofs are shown.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token.
    pub token: Rc<TokenReport>,
    /// Whether the experiments on it have ended.
    pub finished: bool,
    /// How far the published secrets were tried on it.
    pub published: Option<Published>,
}

/// Shows the proofs, or why there is none.
#[component]
pub fn Proof(props: &Props) -> Html {
    let language = use_language();
    let token = &props.token;
    let body = if token.proved.is_empty() {
        html! { <p class="proof-none"><Word text={nothing_proved(token, props.finished)} /></p> }
    } else {
        let (attacks, offered): (Vec<&Proved>, Vec<&Proved>) =
            token.proved.iter().partition(|proof| proof.class == Class::Attack);
        html! {
            <>
                { for offered.iter().map(|proof| draw(proof, language)) }
                { fold(&attacks, !offered.is_empty(), language) }
            </>
        }
    };
    html! {
        <section class={classes!("panel", "proofs", (token.verdict == Verdict::Rejected).then_some("is-searched"))} aria-labelledby="proof-title" aria-busy={(!props.finished).to_string()}>
            <h3 id="proof-title">{ label::WHAT_WOULD_MAKE_IT_PASS.in_(language) }</h3>
            { body }
            if let Some(published) = props.published { <published::Published {published} /> }
        </section>
    }
}

fn nothing_proved(token: &TokenReport, finished: bool) -> Text {
    match (token.verdict, finished) {
        (Verdict::Accepted, _) => label::NOTHING_TO_PROVE,
        (Verdict::Undecided, _) => label::GIVE_A_KEY,
        (Verdict::Rejected, false) => label::TRYING,
        (Verdict::Rejected, true) => label::NOTHING_PROVED,
    }
}

/// Attacks: at length where they are all there is, folded where something better stands above them.
fn fold(attacks: &[&Proved], folded: bool, language: Language) -> Html {
    let drawn = html! { <>{ for attacks.iter().map(|proof| draw(proof, language)) }</> };
    if !folded || attacks.is_empty() {
        return drawn;
    }
    let status = Status::from(Class::Attack);
    html! {
        <details class={classes!("attacks", status.tone)}>
            <summary>
                <span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
                { " " }{ label::ATTACKS_TOO.with(language, &text::number(attacks.len(), language)) }
            </summary>
            { drawn }
        </details>
    }
}

fn draw(proof: &Proved, language: Language) -> Html {
    let status = Status::from(proof.class);
    let (lead, id) = match (proof.kind, proof.class) {
        (ProofKind::Observed, _) => (label::THE_EVIDENCE_SHOWS, "observed"),
        (ProofKind::Accepted, Class::Attack) => (label::PASSES_WHEN_YOU, "accepted"),
        (ProofKind::Accepted, _) => (label::ACCEPTED_WHEN_YOU, "accepted"),
    };
    let meaning = match proof.class {
        Class::Repair => label::REPAIR_MEANING,
        Class::Decision => label::DECISION_MEANING,
        Class::Attack => label::ATTACK_MEANING,
    };
    html! {
        <article class={classes!("proof", status.tone)} data-proof={id} data-class={status.id}>
            <p class="proof-lead">{ lead.in_(language) }</p>
            <ol class="changes">{ for proof.changes.iter().map(|change| draw_change(change, proof, language)) }</ol>
            <p class="proof-meaning">
                <span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
                { " " }{ meaning.in_(language) }
            </p>
        </article>
    }
}

fn draw_change(change: &Change, proof: &Proved, language: Language) -> Html {
    let readings: Vec<Fact> = change.facts.iter().filter(|fact| is_reading(fact)).cloned().collect();
    let copied = change
        .facts
        .get("corrected")
        .filter(|_| proof.class != Class::Attack)
        .map(|fact| write(fact, language));
    let title = text::title(change.cause, language);
    let words = text::change(change.experiment, &change.facts, language);
    html! {
        <li class="change" data-cause={change.cause.id()} data-experiment={change.experiment.id()}>
            if proof.kind == ProofKind::Observed {
                <strong>{ title }</strong>
                <p>{ words }</p>
            } else {
                <strong>{ words }</strong>
                <span class="change-cause">{ title }</span>
            }
            <Readings facts={readings} copied={copied.map(AttrValue::from)} />
        </li>
    }
}

/// A fact that is a value before or after the change; the sentence has told the others.
fn is_reading(fact: &Fact) -> bool {
    reading_name(&fact.name).is_some()
}

fn reading_name(fact: &str) -> Option<Text> {
    match fact {
        "from" => Some(label::AS_GIVEN),
        "to" => Some(label::AS_USED),
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
struct ReadingsProps {
    facts: Vec<Fact>,
    /// The corrected value, when it is one to copy.
    copied: Option<AttrValue>,
}

/// The change made visible: the two readings of a value, one under the other. A secret is covered until asked.
#[component]
fn Readings(props: &ReadingsProps) -> Html {
    let language = use_language();
    let shown = use_state(|| false);
    if props.facts.is_empty() {
        return Html::default();
    }
    let secret = props.facts.iter().any(|fact| fact.privacy == Privacy::Secret);
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let rows = props.facts.iter().map(|fact| {
        let corrected = fact.name == "to";
        let covered = fact.privacy == Privacy::Secret && !*shown;
        let text = write(fact, language);
        html! {
            <div class={classes!("reading", corrected.then_some("is-corrected"))}>
                <dt>{ reading_name(&fact.name).map(|name| name.in_(language)) }</dt>
                <dd>
                    if covered {
                        <span class="covered" aria-label={label::COVERED.in_(language)}>{ "••••••••" }</span>
                    } else {
                        { visible::value(&text) }
                    }
                </dd>
            </div>
        }
    });
    html! {
        <div class="readings">
            <dl>{ for rows }</dl>
            <div class="reading-buttons">
                if secret {
                    <button type="button" class="quiet" aria-pressed={shown.to_string()} onclick={toggle}>
                        { icon(Glyph::Eye) }
                        <span>{ if *shown { label::HIDE } else { label::SHOW }.in_(language) }</span>
                    </button>
                }
                if let Some(text) = &props.copied { <Copy text={text.clone()} label={label::COPY_CORRECTED} /> }
            </div>
        </div>
    }
}

fn write(fact: &Fact, language: Language) -> String {
    match &fact.value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => text::number(*number, language),
        Value::Seconds(seconds) => text::duration(*seconds, language),
        Value::Instant(instant) => text::instant(*instant, language),
        Value::List(list) => list.join(", "),
    }
}
