//! What the page does with a log of many tokens: the table takes the place of the verdict until one token is opened.

use jwt_why::text::page as label;
use yew::{html::Scope, prelude::*};

use super::{
    super::many::{ComparePasted, Many},
    Page,
};
use crate::app::{
    census::source::Source,
    platform::{Shell, address, files, focus, paste::Paste},
    route::Route,
    state::{Answer, Clock, Inputs},
};

/// The number of tokens in a paste from which on a table is offered.
const MANY: usize = 6;

/// A log with many tokens.
pub(super) struct Log {
    source: Source,
    /// What was in the place of the token that is looked at now.
    away: Option<(AttrValue, Clock)>,
}

/// What happens to the log.
pub enum Message {
    /// A log is to be read.
    Read(Source),
    /// One of its tokens is to be looked at, at a time in seconds since 1970-01-01T00:00:00Z.
    Open(String, Option<i64>),
    /// The table is wanted again.
    Back,
    /// The table is done with.
    Close,
}

/// Hears of files and of texts that are too long to be handled as such.
pub(super) fn listen(paste: &Paste, shell: &Shell, page: &Scope<Page>) {
    let read =
        |ears: Scope<Page>| move |source| ears.send_message(super::Message::Log(Message::Read(source)));
    paste.listen_long(read(page.clone()));
    files::listen(shell, read(page.clone()));
}

impl Page {
    /// Does what is wanted; whether there is something to draw.
    pub(super) fn hear_log(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Read(source) => {
                self.log = Some(Log { source, away: None });
                if self.views.route != Route::Diagnose {
                    address::go(&Route::Diagnose);
                }
                focus("results");
            }
            Message::Open(text, time) => {
                let before = (self.inputs.text.clone(), self.inputs.clock.clone());
                if let Some(log) = &mut self.log {
                    log.away = Some(before);
                }
                let clock = time.map_or_else(|| self.inputs.clock.clone(), Clock::Logged);
                self.run(context, Inputs { text: text.into(), clock, ..self.inputs.clone() });
            }
            Message::Back => {
                let before = self.log.as_mut().and_then(|log| log.away.take());
                if let Some((text, clock)) = before {
                    self.run(context, Inputs { text, clock, ..self.inputs.clone() });
                }
            }
            Message::Close => {
                let before = self.log.take().and_then(|log| log.away);
                if let Some((text, clock)) = before {
                    self.run(context, Inputs { text, clock, ..self.inputs.clone() });
                }
                focus("results");
            }
        }
        true
    }

    /// Whether the table is what is shown.
    pub(super) fn shows_table(&self) -> bool {
        self.log.as_ref().is_some_and(|log| log.away.is_none())
    }

    /// Somebody typed or pasted something else: that is what is shown, and the table waits.
    pub(super) fn leave_table(&mut self, text: &str) {
        let other = !text.trim().is_empty() && *text != *self.inputs.text;
        let before = (self.inputs.text.clone(), self.inputs.clock.clone());
        if let Some(log) = self.log.as_mut().filter(|log| other && log.away.is_none()) {
            log.away = Some(before);
        }
    }

    /// Draws the table, or the way back to it; its worker lives as long as it is drawn.
    pub(super) fn view_log(&self, context: &Context<Self>) -> Html {
        let (Some(log), Some(diagnoser)) = (&self.log, &self.diagnoser) else {
            return Html::default();
        };
        let (link, inputs, diagnoser) = (context.link(), &self.inputs, diagnoser.clone());
        let clock = log.away.as_ref().map_or(&inputs.clock, |(_, clock)| clock);
        html! {
            <>
                if log.away.is_some() {
                    <p class="notice is-accent">
                        <button type="button" class="choice" data-back="" onclick={link.callback(|_| super::Message::Log(Message::Back))}>
                            { "← " }{ label::BACK_TO_TABLE.in_(self.language) }
                        </button>
                    </p>
                }
                <Many
                    source={log.source.clone()}
                    keys={inputs.keys.clone()}
                    reading={inputs.reading}
                    policy={inputs.policy.clone()}
                    clock={clock.clone()}
                    away={log.away.is_some()}
                    worker={Callback::from(move |()| diagnoser.another_worker())}
                    onopen={link.callback(|(text, time)| super::Message::Log(Message::Open(text, time)))}
                    onclose={link.callback(|()| super::Message::Log(Message::Close))}
                />
            </>
        }
    }

    /// Offers what is for several tokens in one paste: the table, and the comparison of two.
    pub(super) fn offer_table(&self, context: &Context<Self>, answer: &Answer) -> Html {
        let text = answer.text.clone();
        let onclick = context.link().batch_callback(move |_: MouseEvent| {
            let source = Source::of_text(&text.as_str().into());
            source.map(|source| super::Message::Log(Message::Read(source)))
        });
        html! {
            <>
                if answer.report.tokens.len() >= MANY {
                    <p class="notice is-note"><button type="button" class="choice" data-as-table="" {onclick}>{ label::TOKENS_AS_TABLE.in_(self.language) }</button></p>
                }
                <ComparePasted answer={answer.clone()} />
            </>
        }
    }
}
