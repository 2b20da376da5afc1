//! The page as a whole: it hears what somebody does and what the worker answers, and hands both to the parts.

mod dialogue;
mod fixes;
mod keys;
mod knowledge;
mod link;
mod many;
mod rest;
mod start;
mod view;
mod views;

use std::rc::Rc;

use jwt_why::{
    finding::Span,
    fix::Library,
    jose::DetachedPayload,
    kb::{self, Knowledge},
    keys::SecretReading,
    text::{Language, Text},
};
use yew::prelude::*;

pub use self::start::draw;
use self::{dialogue::Death, fixes::Fixes, keys::Keyboard, link::FromLink, rest::Rest, views::Views};
use super::{announcer::Announced, bar::Theme};
use crate::app::{
    drawing,
    form::Field,
    platform::{
        Shell,
        diagnoser::{Diagnoser, Report as Heard},
        focus,
        fragment::Fragment,
        paste::Paste,
        preferences::{self, Preference},
    },
    route::Route,
    samples::Sample,
    shelf::Shelf,
    state::{Answer, Clock as Time, Inputs, Layer},
};

/// Everything that the page remembers.
pub struct Page {
    language: Language,
    theme: Theme,
    inputs: Inputs,
    diagnoser: Option<Diagnoser>,
    shell: Option<Shell>,
    knowledge: Option<Shelf>,
    /// Whether the knowledge base can't be had.
    without_knowledge: bool,
    fixes: Fixes,
    /// The answer to the latest question.
    coming: Answer,
    /// The answer before, shown until the latest one says something, so that nothing flickers.
    older: Answer,
    chosen: Layer,
    /// Whether a question is about to be asked.
    asking: bool,
    /// Whether the text is another one, so that its answer is read from the top.
    from_the_top: bool,
    /// Whether the worker died over the latest question.
    died: Option<Death>,
    /// Counts the answers that may settle.
    settling: u32,
    announced: Announced,
    views: Views,
    /// A log with many tokens, and whether one of them is looked at.
    log: Option<many::Log>,
    keyboard: Keyboard,
    /// What came of the link that the page was opened with.
    link: Option<FromLink>,
    rest: Rest,
}

/// What happens to the page.
pub enum Message {
    /// The rest of the module is here, or can't be had.
    Rest(bool),
    /// The worker is there.
    Started(Diagnoser, Shell),
    /// The knowledge base is there, or can't be had.
    Knowledge(Option<Box<Knowledge>>),
    /// Somebody reads in it.
    WantTexts,
    /// The texts of the knowledge base are there, or can't be had.
    Texts(Option<Rc<kb::Texts>>),
    /// The text area has another text.
    Text(String),
    /// The key box has another text.
    Keys(AttrValue),
    /// The secret is read in another way.
    Reading(SecretReading),
    /// The box for a payload that was sent apart has another text, or is read in another way.
    Payload(DetachedPayload),
    /// A line of the policy has another text.
    Policy((Field, String)),
    /// Another time is the time of the failure.
    Clock(Time),
    /// Everything is to be empty again.
    Clear,
    /// A sample is wanted.
    Sample(&'static Sample),
    /// The inputs are what they are to be: the question is asked.
    Ask,
    /// The worker said something.
    Heard(Heard),
    /// Something about a log with many tokens.
    Log(many::Message),
    /// Something about single keys.
    Keyboard(keys::Message),
    /// Something is to be heard once.
    Say(Text),
    /// A link was followed.
    Link(Fragment),
    /// Another token is wanted.
    Choose(Layer),
    /// A stretch of the paste is wanted.
    Show(Span),
    /// Another view is wanted.
    Route(Route),
    /// A token that was made here is to be debugged.
    Debug(Inputs),
    /// The library at hand is another one.
    Library(Library),
    /// The templates of the fixes are there.
    Templates(AttrValue),
    /// Another language is wanted.
    Language(Language),
    /// Other colours are wanted.
    Theme(Theme),
    /// The answer with this number has stayed as it is.
    Settled(u32),
}

impl Component for Page {
    type Message = Message;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        let language = Language::from_tag(&preferences::page_language()).unwrap_or_default();
        let mut page = Self {
            language,
            theme: Theme::from_id(Preference::Theme.get().as_deref()),
            inputs: Inputs::default(),
            diagnoser: None,
            shell: None,
            knowledge: None,
            without_knowledge: false,
            fixes: Fixes::default(),
            coming: Answer::default(),
            older: Answer::default(),
            chosen: Layer::default(),
            asking: false,
            from_the_top: false,
            died: None,
            settling: 0,
            announced: Announced::default(),
            keyboard: Keyboard::default(),
            link: None,
            views: Views::at_start(),
            log: None,
            rest: Rest::default(),
        };
        page.show_view();
        page
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Started(diagnoser, shell) => {
                self.diagnoser = Some(diagnoser);
                self.shell = Some(shell);
            }
            Message::Rest(is_here) => self.take_rest(context, is_here),
            Message::Text(text) => {
                self.from_the_top = true;
                self.link = self.link.take().filter(|_| *text == *self.inputs.text);
                self.chosen = Layer::default();
                self.leave_table(&text);
                return self.change(context, |inputs| inputs.text = text.into());
            }
            Message::Keys(keys) => return self.change(context, |inputs| inputs.keys = keys),
            Message::Reading(reading) => return self.change(context, |inputs| inputs.reading = reading),
            Message::Payload(payload) => return self.change(context, |inputs| inputs.payload = payload),
            Message::Policy((field, text)) => {
                return self.change(context, |inputs| inputs.policy.set(field, text));
            }
            Message::Clock(clock) => return self.change(context, |inputs| inputs.clock = clock),
            Message::Clear => return self.clear(context),
            Message::Sample(sample) => return self.run(context, sample.inputs()),
            Message::Ask => self.ask(),
            Message::Heard(heard) => self.hear(context, heard),
            Message::Choose(layer) => self.chosen = layer,
            Message::Show(span) => return self.show(span),
            Message::Route(route) => return self.go(route),
            Message::Language(language) => {
                Preference::Language.set(Some(language.id()));
                self.language = language;
                self.show_view();
            }
            Message::Theme(theme) => {
                Preference::Theme.set(theme.id());
                self.theme = theme;
            }
            later => return self.hear_later(context, later),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.draw(context)
    }
}

impl Page {
    /// Whether there is nothing yet to diagnose.
    fn is_empty(&self) -> bool {
        self.inputs.text.trim().is_empty()
    }

    /// Empties everything, so that nothing of one case gets into the next.
    fn clear(&mut self, context: &Context<Self>) -> bool {
        self.log = None;
        self.run(context, Inputs::default());
        if let Some(paste) = Paste::find() {
            paste.select(0, 0);
        }
        true
    }

    /// Puts these inputs in the place of what is there.
    fn run(&mut self, context: &Context<Self>, inputs: Inputs) -> bool {
        self.link = None;
        let text = inputs.text.clone();
        self.chosen = Layer::default();
        self.change(context, |now| *now = inputs);
        if let Some(paste) = Paste::find() {
            paste.set_text(&text);
        }
        focus("results");
        true
    }

    fn show(&self, span: Span) -> bool {
        let answer = self.answer();
        if answer.text == self.inputs.text
            && let Some((start, end)) = drawing::utf16(&answer.text, span)
            && let Some(paste) = Paste::find()
        {
            paste.select(start, end);
        }
        false
    }
}
