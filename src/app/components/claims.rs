//! Header and claims: a table with explanations, the same with line breaks, or as they were spelled.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{JsonMember, JsonText, SignatureState, TokenReport},
    finding::Span,
    text::{self, Language, Text, page as label},
};
use yew::prelude::*;

use super::{
    anchor::nothing,
    copy::Copy,
    icon::icon,
    language::{gap, use_language},
    marks::{Marks, use_marks},
    status::Status,
    visible,
};
use crate::app::{drawing, platform::intl};

/// The JSON object to show.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token that it belongs to.
    pub token: Rc<TokenReport>,
    /// Whether it is the payload, and not the header.
    pub payload: bool,
    /// The time of the failure, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Table,
    Pretty,
    Raw,
}

impl Form {
    const ALL: [(Self, Text); 3] =
        [(Self::Table, label::AS_TABLE), (Self::Pretty, label::AS_PRETTY), (Self::Raw, label::AS_RAW)];
}

/// Shows the header or the payload.
#[component]
pub fn Claims(props: &Props) -> Html {
    let (language, marks) = (use_language(), use_marks());
    let form = use_state(|| Form::Table);
    let (json, title, id) = if props.payload {
        (&props.token.payload, label::PAYLOAD, "payload")
    } else {
        (&props.token.header, label::HEADER, "header")
    };
    let Some(json) = json else { return nothing() };
    let buttons = Form::ALL.iter().map(|&(choice, name)| {
        let form_ = form.clone();
        let onclick = Callback::from(move |_: MouseEvent| form_.set(choice));
        html! {
            <button type="button" class="quiet" aria-pressed={(*form == choice).to_string()} {onclick}>
                { name.in_(language) }
            </button>
        }
    });
    let body = match *form {
        Form::Table => table(props, json, &marks, language),
        Form::Pretty => visible::block(&json.pretty),
        Form::Raw => visible::block(&json.source),
    };
    let copied = if *form == Form::Raw { json.source.clone() } else { json.pretty.clone() };
    html! {
        <section class={classes!("panel", "claims", format!("segment-{id}"))} data-json={id} aria-labelledby={format!("{id}-title")}>
            <header class="panel-head">
                <h3 id={format!("{id}-title")}>{ title.in_(language) }</h3>
                <div class="toggle" role="group" aria-labelledby={format!("{id}-title")}>{ for buttons }</div>
                <Copy text={copied} about={title.in_(language)} />
            </header>
            { body }
            if props.payload && props.token.signature != SignatureState::Verified {
                <p class="muted decoded">{ label::DECODED_NOT_VERIFIED.in_(language) }</p>
            }
        </section>
    }
}

fn table(props: &Props, json: &JsonText, marks: &Marks, language: Language) -> Html {
    let rows = json.members.iter().map(|member| {
        let findings: Vec<usize> = drawing::marks(&props.token)
            .filter(|(_, span)| overlap(*span, member.span))
            .map(|(index, _)| index)
            .collect();
        let worst = findings
            .iter()
            .filter_map(|&index| props.token.findings.get(index))
            .map(|finding| finding.severity)
            .min();
        let explained = if props.payload {
            text::claims::explain(&member.name, issuer(&props.token)).unwrap_or(label::NO_EXPLANATION)
        } else {
            text::headers::explain(&member.name).unwrap_or(label::NO_EXPLANATION)
        };
        row(
            &Row { member, findings, status: worst.map(Status::from), explained, now: props.now },
            marks,
            language,
        )
    });
    html! {
        <table class="members">
            <thead class="unseen"><tr>
                <th scope="col">{ label::NAME.in_(language) }</th>
                <th scope="col">{ label::VALUE.in_(language) }{ " · " }{ label::MEANING.in_(language) }</th>
            </tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// The token's "iss", if it is a string.
fn issuer(token: &TokenReport) -> Option<&str> {
    let members = &token.payload.as_ref()?.members;
    members.iter().rev().find(|member| member.name == "iss")?.string.as_deref()
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// A member, the findings about it, and what is known of it.
struct Row<'a> {
    member: &'a JsonMember,
    findings: Vec<usize>,
    status: Option<Status>,
    explained: Text,
    now: i64,
}

fn row(row: &Row<'_>, marks: &Marks, language: Language) -> Html {
    let &Row { member, ref findings, status, explained, now } = row;
    let value = match &member.string {
        Some(string) => html! { <span class="json-string">{ visible::value(string) }</span> },
        None => html! { <span class="json-other">{ visible::value(&member.value) }</span> },
    };
    html! {
        <tr
            class={classes!("member", status.map(|status| status.tone), marks.class(findings))}
            data-member={member.name.clone()}
            onmouseenter={marks.on(findings)}
            onmouseleave={marks.off()}
            onfocusin={marks.on(findings)}
            onfocusout={marks.off()}
        >
            <th scope="row">
                { visible::value(&member.name) }
                if let Some(status) = status {
                    <span class="member-status">{ icon(status.glyph) }<span class="unseen">{ status.word.in_(language) }</span></span>
                }
            </th>
            <td>
                { value }
                <Copy text={member.string.clone().unwrap_or_else(|| member.value.clone())} about={member.name.clone()} small=true />
                if let Some(instant) = member.instant { { when(instant, now, language) } }
                { if member.instant.is_some() { " · " } else { " " } }
                <span class="meaning">{ explained.in_(language) }</span>
            </td>
        </tr>
    }
}

/// A NumericDate as a date, and where it lies as seen from the time of the failure.
fn when(instant: i64, now: i64, language: Language) -> Html {
    html! {
        <span class="when">
            <time datetime={text::iso(instant)}>{ text::instant(instant, language) }</time>
            <span class="muted">
                if let Some(local) = intl::local(instant, language) { { " · " }<span data-local="">{ local }</span> }
                { " · " }{ text::distance(instant, now, language) }{ gap(language) }{ label::THE_FAILURE.in_(language) }
            </span>
        </span>
    }
}
