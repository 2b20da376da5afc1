//! The proof: what would make the token pass, shown on this very token.

use jwt_why::{
    cause::{Cause, Class, ExperimentId},
    diagnosis::report::{Change, EncryptionState, Proof, ProofKind, TokenReport, Verdict},
    finding::{Fact, Place, Privacy, Value},
    text::{self, Language, Text, page as label},
};
use yew::prelude::*;

use super::{
    anchor::nothing,
    copy::Copy,
    icon::{Glyph, icon},
    language::use_language,
    published::published,
    status::Status,
    verdict::undecided,
    visible,
};
use crate::app::state::Published;

/// Shows the proofs of a token, or why there is none: `finished` says whether the experiments on it have ended,
/// `secrets` how far the published ones were tried on it.
pub fn proofs(token: &TokenReport, finished: bool, secrets: Option<Published>, language: Language) -> Html {
    let body = if token.proved.is_empty() {
        html! { <p class="proof-none">{ nothing_proved(token, finished).in_(language) }</p> }
    } else {
        let (attacks, offered): (Vec<&Proof>, Vec<&Proof>) =
            token.proved.iter().partition(|proof| proof.class == Class::Attack);
        html! {
            <>
                { for offered.iter().map(|proof| draw(proof, language)) }
                { fold(&attacks, !offered.is_empty(), language) }
            </>
        }
    };
    html! {
        <section class="panel proofs" aria-labelledby="proof-title" aria-busy={(!finished).to_string()} tabindex={may_scroll(token).then_some("0")}>
            <h3 id="proof-title">{ label::WHAT_WOULD_MAKE_IT_PASS.in_(language) }</h3>
            { body }
            { secrets.map(|secrets| published(secrets, language)) }
        </section>
    }
}

/// Whether a proof may have more changes than the findings let expect, and so than there is room for.
fn may_scroll(token: &TokenReport) -> bool {
    token.proved.iter().any(|proof| proof.changes.len() > 1)
}

fn nothing_proved(token: &TokenReport, finished: bool) -> Text {
    match (token.verdict, finished) {
        (Verdict::Accepted, _) => label::NOTHING_TO_PROVE,
        (Verdict::Undecided, _) if wants_key(token) => label::GIVE_A_KEY,
        (Verdict::Undecided, _) if token.encryption == Some(EncryptionState::NotTried) => {
            label::GIVE_A_DECRYPTION_KEY
        }
        (Verdict::Undecided, _) => undecided(token),
        (Verdict::Rejected, false) => label::TRYING,
        (Verdict::Rejected, true) => label::NOTHING_PROVED,
    }
}

/// Whether nobody gave a key: about one that can't be used there is a finding of its own.
fn wants_key(token: &TokenReport) -> bool {
    let about_keys = token.findings.iter().filter(|finding| finding.place == Place::Keys);
    about_keys.map(|finding| finding.cause).eq([Cause::NoKey])
}

/// Attacks: at length where they are all there is, folded where something better stands above them.
fn fold(attacks: &[&Proof], folded: bool, language: Language) -> Html {
    let drawn = html! { <>{ for attacks.iter().map(|proof| draw(proof, language)) }</> };
    if !folded || attacks.is_empty() {
        return drawn;
    }
    let status = Status::from(Class::Attack);
    html! {
        <details class={classes!("attacks", status.tone)}>
            <summary>
                <span class="badge">{ icon(status.glyph) }<span>{ status.word.in_(language) }</span></span>
                { " " }{ text::counted(label::ATTACKS_TOO, attacks.len(), language) }
            </summary>
            { drawn }
        </details>
    }
}

fn draw(proof: &Proof, language: Language) -> Html {
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

fn draw_change(change: &Change, proof: &Proof, language: Language) -> Html {
    let readings: Vec<Fact> = change.facts.iter().filter(|fact| is_reading(fact)).cloned().collect();
    let offered = proof.class != Class::Attack;
    let copied = change.facts.get("corrected").filter(|_| offered).map(|fact| write(fact, language));
    let copied = copied.map(|text| (AttrValue::from(text), label::COPY_CORRECTED));
    // Octets that are no text are shown in digits, and copied as they are shown.
    let octets = change.facts.get("to").filter(|fact| offered && fact.privacy == Privacy::Secret);
    let digits = || octets.map(|fact| (AttrValue::from(write(fact, language)), label::COPY_DIGITS));
    let copied = copied.or_else(digits);
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
            <Readings facts={readings} {copied} strays={takes_strays(change.experiment)} />
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

/// Whether a change takes characters off the ends of a value that nobody meant, or puts them on. They are no secret.
fn takes_strays(experiment: ExperimentId) -> bool {
    matches!(
        experiment,
        ExperimentId::SecretWhitespace | ExperimentId::SecretQuoted | ExperimentId::SecretPrefix
    )
}

#[derive(Properties, PartialEq)]
struct ReadingsProps {
    facts: Vec<Fact>,
    /// Whether what one value has around the other is shown in any case.
    strays: bool,
    /// The corrected value, when it is one to copy, and what the button says.
    copied: Option<(AttrValue, Text)>,
}

/// The change made visible: the two readings of a value, side by side where there is room. A secret is covered until
/// asked.
#[component]
fn Readings(props: &ReadingsProps) -> Html {
    let language = use_language();
    let shown = use_state(|| false);
    if props.facts.is_empty() && props.copied.is_none() {
        return nothing();
    }
    let secret = props.facts.iter().any(|fact| fact.privacy == Privacy::Secret);
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let texts: Vec<String> = props.facts.iter().map(|fact| write(fact, language)).collect();
    let rows = props.facts.iter().zip(&texts).map(|(fact, text)| {
        let corrected = fact.name == "to";
        let covered = fact.privacy == Privacy::Secret && !*shown;
        let other = texts.iter().find(|other| *other != text).filter(|_| props.strays);
        let (before, core, behind) = other.and_then(|other| around(text, other)).unwrap_or(("", text, ""));
        html! {
            <div class={classes!("reading", corrected.then_some("is-corrected"))}>
                <dt>{ reading_name(&fact.name).map(|name| name.in_(language)) }</dt>
                <dd>
                    <span>
                        { stray(before) }
                        if covered {
                            <span class="covered" aria-label={label::COVERED.in_(language)}>{ "••••••••" }</span>
                        } else {
                            { visible::value(core) }
                        }
                        { stray(behind) }
                    </span>
                </dd>
            </div>
        }
    });
    html! {
        <div class="readings">
            if !props.facts.is_empty() { <dl>{ for rows }</dl> }
            <div class="reading-buttons">
                if secret {
                    <button type="button" class="quiet" aria-pressed={shown.to_string()} onclick={toggle}>
                        { icon(Glyph::Eye) }
                        <span>{ if *shown { label::HIDE } else { label::SHOW }.in_(language) }</span>
                    </button>
                }
                if let Some((text, label)) = &props.copied { <Copy text={text.clone()} label={*label} /> }
            </div>
        </div>
    }
}

/// What a text has before and behind another one that it holds.
fn around<'a>(text: &'a str, held: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let start = text.find(held).filter(|_| !held.is_empty())?;
    let (before, rest) = text.split_at_checked(start)?;
    let (core, behind) = rest.split_at_checked(held.len())?;
    Some((before, core, behind))
}

/// Characters that are too many, each of them visible.
fn stray(text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <mark class="stray" translate="no">{ visible::characters(&text.replace(' ', "\u{2423}")) }</mark> }
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
