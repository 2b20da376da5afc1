//! The middle of the page: everything that is said of one token.

mod rest;

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::TokenReport, finding::Span, fix::Library, policy::Policy,
    verify::opinion::webcrypto::SignatureOpinion,
};
use yew::prelude::*;

use super::{language::use_language, marks::Marks, token::Token, verdict::verdict};
use crate::app::state::Published;

/// The token and the question that it belongs to.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The text that its spans count in.
    pub text: AttrValue,
    /// The token.
    pub token: Rc<TokenReport>,
    /// Whether it stands inside of another token.
    pub inside: bool,
    /// The time that it was judged at, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// The time that the latest question is about, whose answer may be on its way.
    pub asked: i64,
    /// The leeway that the verifier has, in seconds.
    pub leeway: u32,
    /// Whether the experiments on it have ended.
    pub finished: bool,
    /// How far the published secrets were tried on it.
    pub published: Option<Published>,
    /// What WebCrypto says about its signature.
    pub web_crypto: Option<SignatureOpinion>,
    /// What the verifier expects.
    pub policy: Policy,
    /// The library at hand, when it was chosen or has printed a message.
    pub library: Option<Library>,
    /// The templates of the fixes; none while they are not there.
    pub templates: Option<AttrValue>,
    /// Chooses the library at hand.
    pub onlibrary: Callback<Library>,
    /// Hears another time of the failure, in seconds since 1970-01-01T00:00:00Z.
    pub ontime: Callback<i64>,
    /// Selects a stretch of the paste.
    pub onshow: Callback<Span>,
    /// Whether everything can be drawn that comes after the verdict and the checks.
    pub whole: bool,
}

/// Shows a token: the verdict, the proof, and what they stand on.
#[component]
pub fn Results(props: &Props) -> Html {
    let marked = use_state(Rc::<[usize]>::default);
    let mark = {
        let marked = marked.clone();
        use_callback((), move |findings, ()| marked.set(findings))
    };
    let language = use_language();
    let token = &props.token;
    let marks = Marks::new((*marked).clone(), mark);
    let rest = props.whole.then(|| rest::view(props, &marks, language));
    let (answer, grounds, contents) =
        rest.map(|rest| (rest.answer, rest.grounds, rest.contents)).unwrap_or_default();
    html! {
        <ContextProvider<Marks> context={marks}>
            <div class="report">
                { verdict(Some(token), props.finished, language) }
                <div class="why">
                    { answer }
                    <Token text={props.text.clone()} token={token.clone()} inside={props.inside} />
                    { grounds }
                </div>
                { contents }
            </div>
        </ContextProvider<Marks>>
    }
}
