//! The second view: it makes tokens, for tests and for reproducing a fault. Nothing is signed before somebody presses the
//! button, and nothing that is typed here leaves the memory of the page.

mod form;
mod outcome;

use std::{collections::VecDeque, rc::Rc};

use jwt_why::{
    diagnosis::report::TokenReport,
    keys::SecretReading,
    sign::{Answer, Generated, Made, Order, Part, Refusal, Task},
    text::page as label,
    verify,
};
use yew::prelude::*;

use self::{form::Form, outcome::Shown};
use super::{language::language_at, portal::portal};
use crate::app::{
    platform::{
        Shell, clock, reveal,
        signer::{Heard, Signer},
    },
    state::Inputs,
};
/// What is around the view.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether it is shown; until it first is, nothing is loaded for it.
    pub shown: bool,
    /// What the start script offers; absent before the page has started.
    pub shell: Option<Shell>,
    /// The token that is being debugged.
    pub token: Option<Rc<TokenReport>>,
    /// Hears that a token is to be debugged.
    pub ondebug: Callback<Inputs>,
}

/// The view and everything that it remembers.
pub struct Making {
    signer: Option<Signer>,
    order: Order,
    /// The key that was made here, with its public half.
    new_key: Option<Generated>,
    /// What the worker was asked and has not answered, in that order.
    waiting: VecDeque<Waiting>,
    outcome: Option<Outcome>,
    /// Whether the outcome is new and not yet in view.
    unseen: bool,
}

/// What the worker was asked. It has no `Debug`, because of the key.
#[derive(Clone, PartialEq, Eq)]
enum Waiting {
    /// A token, and what was in the form.
    Token(Order),
    /// A key.
    Key,
    /// A member of header or claims.
    Member,
}

/// What came of the last press of a button, and what was in the form then.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    order: Order,
    result: Ended,
}

/// How a task ended.
#[derive(Clone, PartialEq)]
pub enum Ended {
    /// With a token.
    Made(Rc<Made>),
    /// With a reason why there is none.
    Refused(Rc<Refusal>),
    /// Without an answer.
    Gone,
}

/// What happens to the view. It has no `Debug`, because of the key.
pub enum Message {
    /// A text box has another text.
    Part(Part, String),
    /// Another algorithm is wanted.
    Algorithm(String),
    /// The key box has another text.
    Key(String),
    /// The secret is read in another way.
    Reading(SecretReading),
    /// A claim is to be this many seconds from now.
    Time(&'static str, i64),
    /// A key is to be made.
    Generate,
    /// Header and claims of the token at hand are wanted.
    Take,
    /// The button was pressed.
    Sign,
    /// The worker said something.
    Heard(Heard),
    /// The token is to be debugged.
    Debug,
}

impl Component for Making {
    type Message = Message;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        let order = Order {
            header: r#"{"alg":"HS256","typ":"JWT"}"#.to_owned(),
            payload: "{\n  \"sub\": \"user-1\"\n}".to_owned(),
            algorithm: "HS256".to_owned(),
            ..Order::default()
        };
        Self { signer: None, order, new_key: None, waiting: VecDeque::new(), outcome: None, unseen: false }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Part(part, text) => *self.part(part) = text,
            Message::Algorithm(name) => return self.choose(context, name),
            Message::Key(key) => {
                self.order.key = key;
                self.new_key = None;
            }
            Message::Reading(reading) => self.order.reading = reading,
            Message::Time(claim, ahead) => {
                let value = clock::now().saturating_add(ahead).to_string();
                self.set(context, Part::Claims, claim, value);
            }
            Message::Generate => {
                let task = Task::Generate(self.order.algorithm.clone());
                self.ask(context, Waiting::Key, &task);
            }
            Message::Take => self.take(context.props().token.as_deref()),
            Message::Sign => {
                self.outcome = None;
                self.ask(context, Waiting::Token(self.order.clone()), &Task::Sign(self.order.clone()));
            }
            Message::Heard(heard) => self.hear(heard),
            Message::Debug => self.debug(context),
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, _: &Props) -> bool {
        if context.props().shown
            && let Some(signer) = self.signer(context)
        {
            signer.prepare();
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // On a phone it stands below the form.
        if std::mem::take(&mut self.unseen) {
            reveal("made");
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (language, link) = (language_at(context), context.link());
        let waits = |wanted: fn(&Waiting) -> bool| self.waiting.iter().any(wanted);
        let takes = context.props().token.as_deref().is_some_and(|token| takeable(token).is_some());
        html! {
            <>
                { portal("maker-take", html! {
                    <>
                        <button type="button" class="choice" data-take="" disabled={!takes} aria-describedby="take-hint" onclick={link.callback(|_| Message::Take)}>
                            { label::MAKE_FROM_TOKEN.in_(language) }
                        </button>
                        <p id="take-hint" class="muted">{ if takes { label::MAKE_FROM_TOKEN_HINT } else { label::MAKE_NO_TOKEN }.in_(language) }</p>
                    </>
                }) }
                { portal("maker-body", html! { <>
                <Form
                    order={self.order.clone()}
                    is_new_key={self.new_key.is_some()}
                    makes_key={waits(|waiting| *waiting == Waiting::Key)}
                    busy={waits(|waiting| *waiting != Waiting::Member)}
                    onmessage={link.callback(|message| message)}
                />
                { outcome::shown(&Shown {
                    ended: self.outcome.as_ref().map(|outcome| &outcome.result),
                    stale: self.outcome.as_ref().is_some_and(|outcome| outcome.order != self.order),
                    signs: waits(|waiting| matches!(waiting, Waiting::Token(_))),
                    public: self.new_key.as_ref().and_then(|key| key.public.as_deref()),
                    ondebug: link.callback(|_| Message::Debug),
                }, language) }
                </> }) }
            </>
        }
    }
}

impl Making {
    fn part(&mut self, part: Part) -> &mut String {
        match part {
            Part::Header => &mut self.order.header,
            Part::Claims => &mut self.order.payload,
        }
    }

    /// Takes another algorithm, and writes it into the header.
    fn choose(&mut self, context: &Context<Self>, name: String) -> bool {
        let value = format!("\"{name}\"");
        self.order.algorithm = name;
        self.set(context, Part::Header, "alg", value);
        true
    }

    fn set(&mut self, context: &Context<Self>, part: Part, name: &str, value: String) {
        let source = self.part(part).clone();
        let task = Task::Set { part, source, name: name.to_owned(), value };
        self.ask(context, Waiting::Member, &task);
    }

    fn ask(&mut self, context: &Context<Self>, waiting: Waiting, task: &Task) {
        if let Some(signer) = self.signer(context) {
            signer.ask(task);
            self.waiting.push_back(waiting);
        }
    }

    fn signer(&mut self, context: &Context<Self>) -> Option<Signer> {
        if self.signer.is_none() {
            let (shell, link) = (context.props().shell.clone()?, context.link().clone());
            self.signer = Some(Signer::new(shell, move |heard| link.send_message(Message::Heard(heard))));
        }
        self.signer.clone()
    }

    fn hear(&mut self, heard: Heard) {
        let asked = self.waiting.pop_front();
        let result = match heard {
            Heard::Answer(Answer::Made(made)) => Ended::Made(Rc::from(made)),
            Heard::Answer(Answer::Refused(refusal)) => Ended::Refused(Rc::new(refusal)),
            Heard::Answer(Answer::Generated(key)) => {
                self.order.key.clone_from(&key.private);
                self.new_key = Some(key);
                return;
            }
            Heard::Answer(Answer::Set { part, before, after }) => {
                let text = self.part(part);
                // What was typed in the meantime is not thrown away.
                if *text == before {
                    *text = after;
                }
                return;
            }
            Heard::Gone => {
                self.waiting.clear();
                Ended::Gone
            }
        };
        let order = if let Some(Waiting::Token(order)) = asked { order } else { self.order.clone() };
        self.outcome = Some(Outcome { order, result });
        self.unseen = true;
    }

    /// Takes over header and claims as they are spelled, and the algorithm if it is one that signs.
    fn take(&mut self, token: Option<&TokenReport>) {
        let Some(token) = token else { return };
        let Some((header, payload)) = takeable(token) else { return };
        self.order.header = header;
        self.order.payload = payload;
        if let Some(algorithm) = token.alg.as_deref().and_then(verify::by_name) {
            algorithm.name.clone_into(&mut self.order.algorithm);
        }
    }

    /// Hands the token to the first view, with what verifies it.
    fn debug(&self, context: &Context<Self>) {
        if let Some(Outcome { order, result: Ended::Made(made) }) = &self.outcome {
            let keys = made.public.clone().unwrap_or_else(|| order.key.clone());
            let (text, reading) = (made.token.clone().into(), order.reading);
            context.props().ondebug.emit(Inputs { text, keys: keys.into(), reading, ..Inputs::default() });
        }
    }
}

/// Header and claims of a token that has both.
fn takeable(token: &TokenReport) -> Option<(String, String)> {
    Some((token.header.as_ref()?.source.clone(), token.payload.as_ref()?.source.clone()))
}
