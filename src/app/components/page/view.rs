//! How the page is laid out.

use std::rc::Rc;

use jwt_why::{
    cause::Cause,
    diagnosis::report::TokenReport,
    text::{self, Language, page as label},
};
use yew::prelude::*;

use super::{
    super::{
        bar::{Bar, bar},
        clock::clock,
        detached::detached,
        glance::glance,
        icon::{Glyph, icon},
        keys::Keys,
        many::choose_file,
        policy::policy,
        portal::portal,
        results::Results,
        verdict::verdict,
        welcome::welcome,
    },
    FromLink, Message, Page,
    dialogue::Death,
    keys, many,
};
use crate::app::state::{Answer, Clock as Time, Inputs};

impl Page {
    /// Draws everything.
    pub(super) fn draw(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let answer = self.answer();
        let token = answer.layer(self.chosen).map(|token| Rc::new(token.clone()));
        let shown = token.clone().filter(|_| !self.is_empty());
        let whole = self.rest.is_here;
        html! {
            <ContextProvider<Language> context={self.language}>
                { portal("bar", bar(&Bar {
                    route: &self.views.route,
                    theme: self.theme,
                    language: self.language,
                    onlanguage: link.callback(Message::Language),
                    ontheme: link.callback(Message::Theme),
                    onhelp: link.callback(|()| Message::Keyboard(keys::Message::List(true))),
                })) }
                { portal("paste-actions", html! {
                    <>
                    { choose_file(link.callback(|source| Message::Log(many::Message::Read(source))), self.language) }
                    <button type="button" class="quiet" data-clear="" disabled={self.inputs == Inputs::default() && self.log.is_none() && self.link.is_none()} onclick={link.callback(|_| Message::Clear)}>
                        { label::CLEAR.in_(self.language) }
                    </button>
                    </>
                }) }
                { portal("inputs", self.view_inputs(context, answer, token.as_deref())) }
                <div id="results" class={classes!("results", self.shows_table().then_some("is-wide"))} tabindex="-1" aria-busy={(!answer.report.finished).to_string()}>
                    if self.log.is_some() && whole { { self.view_table(context) } }
                    if !self.shows_table() { { self.view_results(context, answer, token.clone()) } }
                </div>
                <div class="side" hidden={self.shows_table()}>
                    if whole && self.views.diagnosed { { self.view_side(context, answer, shown.clone()) } }
                </div>
                if whole { { self.view_others(context, shown) } }
                // Whatever view is open: without the rest most have nothing to show.
                if self.rest.failed { <p id="rest-failed" role="alert" data-rest="failed">{ label::REST_FAILED.in_(self.language) }</p> }
                <p class={if self.announced.is_shown { "said" } else { "unseen" }} role="status" aria-live="polite">{ &self.announced.words }</p>
            </ContextProvider<Language>>
        }
    }

    fn view_inputs(&self, context: &Context<Self>, answer: &Answer, token: Option<&TokenReport>) -> Html {
        let link = context.link();
        let payload = &self.inputs.payload;
        html! {
            <>
                if !self.shows_table() && !self.shows_report() { { glance(token, self.is_empty(), self.language) } }
                { self.link.as_ref().map(|link| link.view(self.language)) }
                <Keys
                    keys={self.inputs.keys.clone()}
            reading={self.inputs.reading}
            report={answer.report.clone()}
            matched={answer.layer(self.chosen).and_then(|token| Some(token.matched_key.as_ref()?.index))}
            onchange={link.callback(Message::Keys)}
            onreading={link.callback(Message::Reading)}
        />
                if lacks_payload(answer) || !payload.text.is_empty() {
                    { detached(payload, answer.report.payload, &link.callback(Message::Payload), self.language) }
                }
                { policy(&self.inputs.policy, &link.callback(Message::Policy), self.language) }
                { clock(&self.inputs.clock, &answer.report, &link.callback(Message::Clock), self.language) }
            </>
        }
    }

    fn view_welcome(&self, context: &Context<Self>) -> Html {
        welcome(&context.link().callback(Message::Sample), self.language)
    }

    fn view_results(&self, context: &Context<Self>, answer: &Answer, token: Option<Rc<TokenReport>>) -> Html {
        let link = context.link();
        if let Some(FromLink::Report(told)) = self.link.as_ref().filter(|_| self.is_empty()) {
            return html! {
                <>
                    if self.rest.is_here { { self.view_shared(told.as_deref()) } }
                    if told.is_none() { { self.view_welcome(context) } }
                </>
            };
        }
        if self.is_empty() {
            return self.view_welcome(context);
        }
        html! {
            <>
                if let Some(Death { at }) = &self.died {
                    <p class="notice is-bad" role="alert" data-worker-died="">
                        { icon(Glyph::Warning) }<span>
                            { label::WORKER_RESTARTED.in_(self.language) }{ " " }
                            if let Some(at) = at { { label::REPORT_PLACE.in_(self.language) }{ " " }<code>{ at }</code> }
                        </span>
                    </p>
                }
                if self.rest.is_here { { self.view_tokens(context, answer) } }
                if let Some(token) = token {
                    <Results
                        text={answer.text.clone()}
                        {token}
                        inside={self.chosen.depth > 0}
                        now={answer.now}
                        asked={self.coming.now}
                        leeway={self.inputs.policy.policy().leeway}
                        policy={self.inputs.policy.policy()}
                        library={self.fixes.library(answer)}
                        templates={self.fixes.templates.clone()}
                        onlibrary={link.callback(Message::Library)}
                        finished={answer.report.finished}
                        published={answer.published.get(self.chosen.token).copied()}
                        web_crypto={answer.web_crypto.get(self.chosen.token).filter(|_| self.chosen.depth == 0).cloned()}
                        ontime={link.callback(|now| Message::Clock(Time::Typed(text::iso(now))))}
                        onshow={link.callback(Message::Show)}
                        whole={self.rest.is_here}
                    />
                    if self.rest.is_here { { self.view_ticket(context, answer) } }
                } else {
                    { verdict(None, answer.report.finished, self.language) }
                }
            </>
        }
    }
}

/// Whether one of the tokens carries no payload.
fn lacks_payload(answer: &Answer) -> bool {
    let findings = answer.report.tokens.iter().flat_map(|token| &token.findings);
    findings.into_iter().any(|finding| finding.cause == Cause::DetachedPayload)
}
