//! The token drawn in its parts.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{AsPasted, SegmentKind, TokenReport},
    text::{self, Text, page as label},
};
use yew::prelude::*;

use super::{
    copy::Copy,
    icon::{Glyph, icon},
    language::use_language,
    marks::use_marks,
    visible::{self, LeftOut},
};
use crate::app::{
    drawing::{self, Run},
    platform::focus,
};

/// The token to draw.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text that its spans count in.
    pub text: AttrValue,
    /// The token.
    pub token: Rc<TokenReport>,
    /// Whether it stands inside of another token.
    #[prop_or_default]
    pub inside: bool,
}

/// Draws the token, coloured by segment; characters that a finding is about lead to it.
#[component]
pub fn Token(props: &Props) -> Html {
    let language = use_language();
    let runs = use_memo((props.text.clone(), props.token.clone(), props.inside), |(text, token, inside)| {
        drawing::runs(text, token, *inside)
    });
    let titles: Vec<String> =
        props.token.findings.iter().map(|finding| text::title(finding.cause, language).to_owned()).collect();
    let whole: Vec<&str> = props.token.segments.iter().map(|segment| segment.text.as_str()).collect();
    let seen = props.token.sightings.len();
    html! {
        <section class="panel token" aria-labelledby="token-title">
            <header class="panel-head">
                <h3 id="token-title">{ label::TOKEN.in_(language) }</h3>
                <ul class="legend">{ for legend(&props.token).map(|kind| html! {
                    <li class={segment_class(Some(kind))}>{ segment_name(kind).in_(language) }</li>
                }) }</ul>
                if props.token.as_pasted == AsPasted::Damaged {
                    <span class="chip is-warn" data-as-pasted="damaged">{ icon(Glyph::Warning) }{ label::DAMAGED.in_(language) }</span>
                }
                if seen > 1 {
                    <span class="chip" data-sightings={seen.to_string()}>
                        { text::counted(label::SEEN_TIMES, seen, language) }
                    </span>
                }
                <div class="copies">
                    if let Some(input) = signing_input(&props.token) {
                        <Copy text={input} label={label::COPY_SIGNING_INPUT} />
                    }
                    if !whole.is_empty() {
                        <Copy text={whole.join(".")} about={label::TOKEN.in_(language)} />
                    }
                </div>
            </header>
            <p class="token-text" role="group" aria-labelledby="token-title" tabindex="0" dir="ltr" translate="no">{ for runs.iter().map(|run| html! {
                <Stretch run={run.clone()} titles={run.findings.iter().filter_map(|&index| titles.get(index)).cloned().collect::<Vec<_>>().join(" · ")} />
            }) }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct StretchProps {
    run: Run,
    titles: String,
}

#[component]
fn Stretch(props: &StretchProps) -> Html {
    let marks = use_marks();
    let run = &props.run;
    let characters = html! {
        <>
            { visible::characters(&run.text) }
            if let Some((bytes, end)) = &run.rest {
                <LeftOut bytes={*bytes} />
                { visible::characters(end) }
            }
        </>
    };
    let class = segment_class(run.kind);
    let Some(&first) = run.findings.first() else {
        return html! { <span class={classes!("run", class)}>{ characters }</span> };
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        // The address stays as it is: what was pasted must not come into it, so nothing does.
        event.prevent_default();
        focus(&format!("finding-{first}"));
    });
    html! {
        <a
            href={format!("#finding-{first}")}
            class={classes!("run", "has-finding", class, marks.class(&run.findings))}
            title={props.titles.clone()}
            {onclick}
            onmouseenter={marks.on(&run.findings)}
            onmouseleave={marks.off()}
            onfocusin={marks.on(&run.findings)}
            onfocusout={marks.off()}
        >{ characters }</a>
    }
}

/// The JWS Signing Input of a token in Compact Serialization that carries its payload (RFC 7515 section 2).
fn signing_input(token: &TokenReport) -> Option<String> {
    let [header, payload, signature] = token.segments.as_slice() else { return None };
    let kinds = (header.kind, payload.kind, signature.kind);
    let is_jws = kinds == (SegmentKind::Header, SegmentKind::Payload, SegmentKind::Signature);
    let compact = header.span.end < payload.span.start && payload.span.end < signature.span.start;
    let whole = is_jws && compact && token.signatures.is_empty() && !payload.text.is_empty();
    whole.then(|| format!("{}.{}", header.text, payload.text))
}

/// The kinds of segments that the token has, each once.
fn legend(token: &TokenReport) -> impl Iterator<Item = SegmentKind> {
    let mut kinds: Vec<SegmentKind> = Vec::new();
    for segment in &token.segments {
        if !kinds.contains(&segment.kind) {
            kinds.push(segment.kind);
        }
    }
    kinds.into_iter()
}

/// The colour of a segment; the three of a JWS come back in a JWE.
const fn segment_class(kind: Option<SegmentKind>) -> &'static str {
    match kind {
        Some(SegmentKind::Header) => "segment-header",
        Some(SegmentKind::Payload | SegmentKind::Ciphertext) => "segment-payload",
        Some(SegmentKind::Signature | SegmentKind::AuthenticationTag) => "segment-signature",
        Some(SegmentKind::EncryptedKey) => "segment-key",
        Some(SegmentKind::InitializationVector) => "segment-vector",
        Some(SegmentKind::Unknown) => "segment-unknown",
        None => "segment-outside",
    }
}

const fn segment_name(kind: SegmentKind) -> Text {
    match kind {
        SegmentKind::Header => label::HEADER,
        SegmentKind::Payload => label::PAYLOAD,
        SegmentKind::Signature => label::SIGNATURE,
        SegmentKind::EncryptedKey => label::ENCRYPTED_KEY,
        SegmentKind::InitializationVector => label::INITIALIZATION_VECTOR,
        SegmentKind::Ciphertext => label::CIPHERTEXT,
        SegmentKind::AuthenticationTag => label::AUTHENTICATION_TAG,
        SegmentKind::Unknown => label::UNKNOWN_TEXT,
    }
}
