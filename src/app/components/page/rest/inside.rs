//! The page's gates.

use std::rc::Rc;

use jwt_why::{
    diagnosis::report::{TokenReport, Verdict},
    text::page as label,
    ticket::Shared as Told,
};
use yew::prelude::*;

use super::super::{
    super::{
        announcer::{Announced, announcement},
        entries::Entries,
        making::Making,
        messages::Messages,
        shared::shared,
        shortcuts::{Shortcut, Shortcuts},
        ticket::Ticket,
        tokens::tokens,
    },
    Message, Page, keys,
};
use crate::app::{
    platform::{address, later},
    route::Route,
    state::Answer,
};

/// How long an answer stays as it is before it is announced, in milliseconds.
const SETTLED: i32 = 700;

impl Page {
    /// Does what a message wants; whether there is something to draw.
    #[inline(never)]
    pub(in super::super) fn hear_rest(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Knowledge(knowledge) => self.take_index(context, knowledge),
            Message::WantTexts => return self.fetch_texts(context),
            Message::Texts(texts) => self.take_texts(texts),
            Message::Log(message) => return self.hear_log(context, message),
            Message::Keyboard(message) => return self.hear_key(context, message),
            Message::Say(text) => {
                self.announced = Announced { words: text.in_(self.language).into(), is_shown: true };
            }
            Message::Link(link) => return self.follow(context, link),
            Message::Debug(inputs) => {
                address::mark(&Route::Diagnose);
                address::go(&Route::Diagnose);
                self.leave_table(&inputs.text);
                return self.run(context, inputs);
            }
            Message::Library(library) => self.fixes.library = Some(library),
            Message::Templates(templates) => self.fixes.templates = Some(templates),
            Message::Settled(settling) => return self.announce(settling),
            // The others are heard before.
            _ => return false,
        }
        true
    }

    /// Goes on when a diagnosis has ended: the entry that is read is tried, fixes are fetched, the answer is announced.
    #[inline(never)]
    pub(in super::super) fn settle(&mut self, context: &Context<Self>) {
        self.try_entry();
        self.want_templates(context);
        self.settling = self.settling.wrapping_add(1);
        let (link, settling) = (context.link().clone(), self.settling);
        later::after(SETTLED, move || link.send_message(Message::Settled(settling)));
    }

    fn announce(&mut self, settling: u32) -> bool {
        if settling != self.settling || !self.coming.report.finished {
            return false;
        }
        let token = self.coming.layer(self.chosen).filter(|_| !self.is_empty());
        let words = token.map(|token| announcement(token, self.language).into()).unwrap_or_default();
        self.announced = Announced { words, is_shown: false };
        true
    }

    /// Draws what stands beside the verdict: messages and entries.
    #[inline(never)]
    pub(in super::super) fn view_side(
        &self,
        context: &Context<Self>,
        answer: &Answer,
        token: Option<Rc<TokenReport>>,
    ) -> Html {
        // What to read while there are no messages yet; then messages and entries come at once, and nothing moves. The
        // answer to no text at all counts for nothing: drawing the long list anew would keep the verdict waiting.
        let accepted = token.as_ref().is_some_and(|token| token.verdict == Verdict::Accepted);
        let browses = self.is_empty() || answer.text.trim().is_empty() || !answer.report.recognised;
        html! {
            <>
                if !self.is_empty() {
                    <Messages text={answer.text.clone()} report={answer.report.clone()} {accepted} onshow={context.link().callback(Message::Show)} />
                }
                if self.without_knowledge { <p class="muted">{ label::KNOWLEDGE_FAILED.in_(self.language) }</p> }
                <Entries
                    {token}
                    recognised={recognised(answer)}
                    browse={browses}
                    knowledge={self.knowledge.clone()}
                />
            </>
        }
    }

    /// Draws the other views, and the list of single keys.
    #[inline(never)]
    pub(in super::super) fn view_others(
        &self,
        context: &Context<Self>,
        token: Option<Rc<TokenReport>>,
    ) -> Html {
        let link = context.link();
        html! {
            <>
                <Making
                    shown={self.views.route == Route::Make}
                    shell={self.shell.clone()}
                    {token}
                    ondebug={link.callback(Message::Debug)}
                />
                { self.view_library() }
                <Shortcuts
                    open={self.keyboard.listed}
                    on={!self.keyboard.off}
                    onclose={link.callback(|()| Message::Keyboard(keys::Message::List(false)))}
                    onswitch={link.callback(|on| Message::Keyboard(keys::Message::Switch(on)))}
                />
            </>
        }
    }

    /// Draws the report that a link brought.
    #[inline(never)]
    pub(in super::super) fn view_shared(&self, told: Option<&Told>) -> Html {
        shared(told, self.language)
    }

    /// Draws what chooses among the tokens of a paste.
    #[inline(never)]
    pub(in super::super) fn view_tokens(&self, context: &Context<Self>, answer: &Answer) -> Html {
        html! {
            <>
                { tokens(answer, self.chosen, &context.link().callback(Message::Choose), self.language) }
                { self.offer_table(context, answer) }
            </>
        }
    }

    /// Draws the report for a ticket.
    #[inline(never)]
    pub(in super::super) fn view_ticket(&self, context: &Context<Self>, answer: &Answer) -> Html {
        html! {
            <Ticket
                oncopy={context.link().callback(|_: MouseEvent| Message::Keyboard(keys::Message::Press(Shortcut::CopyReport)))}
                report={answer.report.clone()}
                token={self.chosen.token}
                policy={self.inputs.policy.policy()}
                now={answer.now}
            />
        }
    }

    /// Draws the table of a log, or the way back to it.
    #[inline(never)]
    pub(in super::super) fn view_table(&self, context: &Context<Self>) -> Html {
        self.view_log(context)
    }
}

/// The entries that the messages of the paste lead to.
fn recognised(answer: &Answer) -> Vec<String> {
    answer.report.messages.iter().filter_map(|message| message.entry.clone()).collect()
}
