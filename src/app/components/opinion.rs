//! What others make of the same case: a real library of the whole, the browser's WebCrypto of the signature.

use jwt_why::{
    diagnosis::report::Opinion,
    text::{self, Language, page as label},
    verify::opinion::webcrypto::SignatureOpinion,
};
use yew::prelude::*;

use super::{
    anchor::nothing,
    icon::{Glyph, icon},
    visible,
};

/// Shows each opinion in a line, and a disagreement as the defect that it is.
pub fn opinions(said: Option<&Opinion>, signature: Option<&SignatureOpinion>, language: Language) -> Html {
    if said.is_none() && signature.is_none() {
        return nothing();
    }
    let library = said.map(|opinion| {
        let differences = opinion.differences.iter().map(|why| text::difference(*why, language));
        let line = match opinion.accepts {
            Some(true) => line(GOOD, &opinion.library, label::ACCEPTS.in_(language), &opinion.message),
            Some(false) => line(BAD, &opinion.library, label::REJECTS.in_(language), &opinion.message),
            None => line(OPEN, &opinion.library, label::WAS_NOT_ASKED.in_(language), &opinion.message),
        };
        let id = match opinion.accepts {
            Some(true) => "accepts",
            Some(false) => "rejects",
            None => "not-asked",
        };
        html! { <div data-opinion={id}>{ line }{ for differences.map(explained) }</div> }
    });
    let web_crypto = signature.map(|opinion| {
        let (mark, word, id) = match opinion.verifies {
            Some(true) => (GOOD, label::SIGNATURE_VERIFIES, "verifies"),
            Some(false) if opinion.error.is_empty() => (BAD, label::SIGNATURE_DIFFERS, "differs"),
            Some(false) => (BAD, label::REFUSES_THE_KEY, "refuses"),
            None => (OPEN, label::LACKS_THE_ALGORITHM, "not-asked"),
        };
        let difference = opinion.difference.map(|why| text::signature_difference(why, language));
        html! {
            <div data-web-crypto={id}>
                { line(mark, label::WEB_CRYPTO.in_(language), word.in_(language), &opinion.error) }
                { for difference.map(explained) }
            </div>
        }
    });
    let disagrees =
        said.is_some_and(|opinion| opinion.disagrees) || signature.is_some_and(|opinion| opinion.disagrees);
    html! {
        <section class="panel opinion" aria-labelledby="opinion-title">
            <h3 id="opinion-title">{ label::SECOND_OPINION.in_(language) }</h3>
            { for library }
            { for web_crypto }
            if disagrees {
                <p class="notice is-bad" data-disagrees="">
                    { icon(Glyph::Warning) }<span>{ label::DISAGREES.in_(language) }</span>
                </p>
            }
        </section>
    }
}

/// A colour and a picture.
type Mark = (&'static str, Glyph);

const GOOD: Mark = ("is-good", Glyph::Check);
const BAD: Mark = ("is-bad", Glyph::Cross);
const OPEN: Mark = ("is-open", Glyph::Open);

/// Who says what, and in which words.
fn line((tone, glyph): Mark, who: &str, word: &str, words: &str) -> Html {
    html! {
        <p class={tone}>
            <b>{ who.to_owned() }</b>{ " " }
            <span class="badge">{ icon(glyph) }<span>{ word.to_owned() }</span></span>{ " " }
            if !words.is_empty() { { visible::value(words) } }
        </p>
    }
}

fn explained(difference: &'static str) -> Html {
    html! { <p>{ difference }</p> }
}
