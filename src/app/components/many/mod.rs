//! The table of many tokens: it hands a log to a worker of its own, and shows what comes back.

mod choose;
mod comparison;
mod groups;
mod histogram;
mod named;
mod notes;
mod pasted;
mod table;

use std::rc::Rc;

use jwt_why::{
    census::{Fate, Parts, Query, Standards, View},
    keys::SecretReading,
    text::{self, Language, page as label},
};
use web_sys::Worker;
use yew::prelude::*;

pub use self::{choose::choose_file, pasted::ComparePasted};
use self::{
    comparison::compared,
    groups::groups,
    named::named_causes,
    notes::notes,
    table::{Pressed, Table},
};
use super::{
    icon::{Glyph, icon},
    language::language_at,
    visible,
};
use crate::app::{
    census::{Ask, Phase, Progress, Told, counter::Counter, source::Source},
    form::PolicyForm,
    platform::{focus, intl},
    state::Clock,
};

/// How many rows are shown first, and how many more at each press.
const ROWS: usize = 100;

/// A log, and what its tokens are judged by.
#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// The log.
    pub source: Source,
    /// What is in the key box.
    pub keys: AttrValue,
    /// How a secret in it is read.
    pub reading: SecretReading,
    /// What the verifier expects.
    pub policy: PolicyForm,
    /// The time of the failure, for tokens that the log gives no time for.
    pub clock: Clock,
    /// Whether one of its tokens is looked at instead.
    pub away: bool,
    /// Starts a worker.
    pub worker: Callback<(), Worker>,
    /// Hears the text of a token that somebody wants to look at, and at what time.
    pub onopen: Callback<(String, Option<i64>)>,
    /// Hears that the table is to be closed.
    pub onclose: Callback<()>,
}

/// What happens to the table.
pub enum Message {
    /// The worker said something, or died.
    Heard(Option<Told>),
    /// Something in the table was pressed.
    Pressed(Pressed),
    /// Only tokens that this became of are wanted.
    Group(Option<Fate>),
    /// Only tokens with these words are wanted.
    Words(String),
    /// The work is to stop.
    Stop,
    /// The log is to be read once more.
    Again,
}

/// The table and its worker.
pub struct Many {
    counter: Option<Counter>,
    view: Rc<View>,
    progress: Progress,
    query: Query,
    /// The tokens that are to be compared, with their names.
    picked: Vec<(usize, AttrValue)>,
    compared: Option<Box<[Parts; 2]>>,
    died: bool,
}

impl Component for Many {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let mut many = Self {
            counter: None,
            view: Rc::default(),
            progress: Progress::default(),
            query: Query::default(),
            picked: Vec::new(),
            compared: None,
            died: false,
        };
        many.start(context);
        many
    }

    fn changed(&mut self, context: &Context<Self>, old: &Props) -> bool {
        let props = context.props();
        if props.source != old.source {
            self.start(context);
            return true;
        }
        let judged_by =
            |props: &Props| (props.keys.clone(), props.reading, props.policy.clone(), props.clock.clone());
        // While one of the tokens is looked at, the clock shows that token's time.
        if judged_by(props) != judged_by(old) {
            self.ask(&Ask::Judge(standards(props)));
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Heard(None) => self.died = true,
            Message::Heard(Some(Told::Table(view, progress))) => {
                self.view = Rc::new(*view);
                self.progress = progress;
            }
            Message::Heard(Some(Told::Opened(text, time))) => {
                context.props().onopen.emit((text, time));
            }
            Message::Heard(Some(Told::Compared(parts))) => self.compared = Some(parts),
            Message::Pressed(pressed) => self.press(pressed),
            Message::Group(fate) => {
                self.query.fate = fate;
                self.show();
            }
            Message::Words(words) => {
                self.query.words = words;
                self.show();
            }
            Message::Stop => {
                self.ask(&Ask::Stop);
                // The button goes.
                focus("many-title");
            }
            Message::Again => self.start(context),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let language = language_at(context);
        let (props, link) = (context.props(), context.link());
        let fates = self.view.groups.len() > 1;
        html! {
            <div class="many" hidden={props.away} data-census={self.progress.phase.id()}>
                { self.head(context, language) }
                if self.died {
                    <p class="notice is-bad" role="alert">
                        { icon(Glyph::Warning) }<span>{ label::COUNT_DIED.in_(language) }</span>
                        <button type="button" class="quiet" onclick={link.callback(|_| Message::Again)}>{ label::READ_AGAIN.in_(language) }</button>
                    </p>
                }
                { notes(&self.view, self.progress, language) }
                if fates { { groups(&self.view, self.query.fate, &link.callback(Message::Group), language) } }
                if !self.view.messages.is_empty() { { named_causes(&self.view, language) } }
                if let (Some(parts), [(_, first), (_, second)]) = (&self.compared, self.picked.as_slice()) {
                    { compared(
                        parts,
                        [first.as_str(), second.as_str()],
                        html! { <h3 id="comparison-title">{ label::COMPARE.in_(language) }</h3> },
                        language,
                    ) }
                }
                if self.view.summary.tokens > 0 {
                    <Table
                        view={self.view.clone()}
                        query={self.query.clone()}
                        picked={self.picked.iter().map(|(token, _)| *token).collect::<Vec<_>>()}
                        compared={self.compared.is_some()}
                        onpress={link.callback(Message::Pressed)}
                        onfilter={link.callback(Message::Words)}
                    />
                }
            </div>
        }
    }
}

impl Many {
    /// Hands the log to a new worker.
    fn start(&mut self, context: &Context<Self>) {
        let props = context.props();
        let ears = context.link().clone();
        let counter =
            Counter::new(props.worker.emit(()), move |told| ears.send_message(Message::Heard(told)));
        self.query = Query { most: ROWS, ..Query::default() };
        counter.count(&Ask::Count(standards(props), self.query.clone()), &props.source);
        self.counter = Some(counter);
        (self.view, self.progress) = (Rc::default(), Progress::default());
        (self.picked, self.compared, self.died) = (Vec::new(), None, false);
    }

    fn ask(&self, ask: &Ask) {
        if let Some(counter) = &self.counter {
            counter.ask(ask);
        }
    }

    fn show(&self) {
        self.ask(&Ask::Show(self.query.clone()));
    }

    fn press(&mut self, pressed: Pressed) {
        match pressed {
            Pressed::Order(order) => {
                self.query.descending = self.query.order == order && !self.query.descending;
                self.query.order = order;
                self.show();
            }
            Pressed::More => {
                self.query.most += ROWS;
                self.show();
            }
            Pressed::Open(token) => self.ask(&Ask::Open(token)),
            Pressed::Pick(token, name) => self.pick(token, name),
        }
    }

    /// Adds a token to those that are compared, or takes it away; of more than two the first one goes.
    fn pick(&mut self, token: usize, name: AttrValue) {
        self.compared = None;
        if self.picked.iter().any(|(picked, _)| *picked == token) {
            self.picked.retain(|(picked, _)| *picked != token);
            return;
        }
        self.picked.push((token, name));
        if self.picked.len() > 2 {
            self.picked.remove(0);
        }
        if let [(first, _), (second, _)] = self.picked.as_slice() {
            self.ask(&Ask::Compare(*first, *second));
        }
    }

    fn head(&self, context: &Context<Self>, language: Language) -> Html {
        let (props, link) = (context.props(), context.link());
        let summary = &self.view.summary;
        let name = props.source.name.clone();
        let name = name.unwrap_or_else(|| label::PASTED_TEXT.in_(language).to_owned());
        let (before, after) = label::TOKENS_OF.in_(language).split_once("{}").unwrap_or_default();
        let working = self.progress.phase != Phase::Done && !self.died;
        let state = match self.progress.phase {
            Phase::Reading => label::READING_LOG,
            Phase::Judging => label::JUDGING_TOKENS,
            Phase::Done => label::ALL_READ,
        };
        let onclose = props.onclose.clone();
        html! {
            <header class="many-head panel">
                <div class="panel-head">
                    <h2 id="many-title">{ before }{ visible::value(&name) }{ after }</h2>
                    <span class="actions">
                        if working {
                            <button type="button" class="quiet" data-stop="" onclick={link.callback(|_| Message::Stop)}>{ label::STOP.in_(language) }</button>
                        }
                        <button type="button" class="quiet" data-close-table="" onclick={move |_| onclose.emit(())}>{ label::CLOSE_TABLE.in_(language) }</button>
                    </span>
                </div>
                <p class="many-progress">
                    <span role="status">{ state.in_(language) }</span>
                    <progress
                        aria-label={state.in_(language)}
                        max={props.source.size().max(1).to_string()}
                        value={self.progress.read.to_string()}
                    />
                    <span class="muted">{ label::READ_SO_FAR.with(language, &intl::bytes(summary.bytes, language)) }</span>
                </p>
                <p class="facts">
                    <b data-distinct={summary.tokens.to_string()}>{ text::counted(label::DISTINCT_TOKENS, summary.tokens, language) }</b>
                    <span data-seen={summary.sightings.to_string()}>{ text::counted(label::SEEN_TIMES, summary.sightings, language) }</span>
                    if let Some((first, last)) = summary.ends {
                        <span>{ label::BETWEEN.with(language, &histogram::between(first, last, language)) }</span>
                        <span class="muted">{ label::JUDGED_THEN.in_(language) }</span>
                    }
                    if summary.waiting > 0 {
                        <span class="muted">{ text::counted(label::STILL_WAITING, summary.waiting, language) }</span>
                    }
                </p>
            </header>
        }
    }
}

/// What the tokens are judged by now.
fn standards(props: &Props) -> Standards {
    Standards {
        keys: vec![props.keys.to_string()],
        reading: props.reading,
        policy: props.policy.policy(),
        now: props.clock.instant(),
    }
}
