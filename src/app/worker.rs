//! The worker: diagnoses in steps and hears a newer input between two of them.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use super::{
    census,
    platform::{rest, webcrypto},
    protocol::{self, Fetched, Generation, ToPage, ToWorker, WANTS_SECRETS},
};
use jwt_why::{
    diagnosis::{Diagnosis, Input, Step, report::Event},
    kb::Knowledge,
    keys,
    verify::opinion::webcrypto::Question,
};

/// What this instance works on.
#[derive(Default)]
struct Desk {
    knowledge: Option<Rc<Knowledge>>,
    /// The index of the knowledge base, as long as there is nothing yet that could read it.
    unread: Option<String>,
    /// Whether the current diagnosis goes on when the rest of the module is here.
    held: bool,
    /// The newest input, which is diagnosed once more when the knowledge base comes late.
    newest: Option<(Generation, Input)>,
    current: Option<(Generation, Diagnosis)>,
    /// What is known of the current one and was not said yet.
    unsaid: Vec<Event>,
    /// Whether the current diagnosis goes on when the published secrets are there.
    waiting: bool,
    secrets: Secrets,
    /// Whether WebCrypto was asked about the tokens of the current diagnosis.
    asked: bool,
    /// The diagnosis that was finished last; the advice of other entries can be tried on it.
    finished: Option<(Generation, Diagnosis)>,
    turns: Option<Turns>,
}

/// About how many tokens of a paste WebCrypto is asked.
const MOST_ASKED: usize = 16;

/// The list of published secrets, which is asked for when it is first wanted.
#[derive(Default)]
enum Secrets {
    #[default]
    NotAsked,
    Asked,
    Here(Rc<str>),
    Missing,
}

/// A message to oneself: it queues up behind what the page has sent in the meantime.
struct Turns {
    outside: MessagePort,
    _inside: (MessagePort, Closure<dyn FnMut(MessageEvent)>),
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// The knowledge base, if it is there.
pub fn knowledge() -> Option<Rc<Knowledge>> {
    DESK.with_borrow(|desk| desk.knowledge.clone())
}

/// Prepares this instance for messages.
pub fn start() {
    DESK.with_borrow_mut(|desk| desk.turns = Turns::new());
    rest::listen(|is_here| {
        if is_here {
            go_on();
        }
    });
}

/// Everything can be called: goes on with what has waited for that.
fn go_on() {
    let held = DESK.with_borrow_mut(|desk| {
        if let Some(text) = desk.unread.take() {
            desk.read_knowledge(&text);
        }
        if let (Some((_, diagnosis)), Some(knowledge)) = (&mut desk.current, &desk.knowledge) {
            diagnosis.give_knowledge(Rc::clone(knowledge));
        }
        std::mem::take(&mut desk.held)
    });
    post(&ToPage::Whole);
    if held {
        take_turn();
    }
}

/// Takes a message from the page.
///
/// # Panics
///
/// At a message that is none: page and worker are one module, so this instance can no longer be trusted, and the page
/// starts another one.
#[expect(clippy::panic, reason = "the only way out of an instance that can't be trusted")]
pub fn receive(message: JsValue) {
    if census::is_meant(&message) {
        // Its worker starts as a whole.
        return census::worker::take(&message);
    }
    match protocol::fetched(&message) {
        Some(Fetched::Knowledge(text)) => return take_knowledge(text),
        Some(Fetched::Secrets(text)) => return take_secrets(text),
        None => {}
    }
    let Some(message) = protocol::unpack(message) else {
        panic!("a message that the page can't have sent");
    };
    match message {
        ToWorker::Inspect { key } => {
            post(&ToPage::Inspected { public: keys::read(&[key]).is_public() });
        }
        ToWorker::Try { generation, token, entry } => try_entry(generation, token, &entry),
        ToWorker::Diagnose { generation, input } => {
            DESK.with_borrow_mut(|desk| desk.newest = Some((generation, *input)));
            start_over();
        }
    }
}

/// Reads the index of the knowledge base as soon as everything can be called, and diagnoses with it what there is.
fn take_knowledge(text: String) {
    if rest::is_here() {
        DESK.with_borrow_mut(|desk| desk.read_knowledge(&text));
        start_over();
    } else {
        DESK.with_borrow_mut(|desk| desk.unread = Some(text));
    }
}

/// Tries the advice of an entry on a token of the diagnosis that this is about.
#[inline(never)]
fn try_entry(generation: Generation, token: usize, entry: &str) {
    let trials = DESK.with_borrow_mut(|desk| {
        let diagnoses = desk.current.iter_mut().chain(&mut desk.finished);
        let (_, diagnosis) = diagnoses.into_iter().find(|(number, _)| *number == generation)?;
        Some(diagnosis.try_entry(token, entry))
    });
    if let Some(trials) = trials {
        post(&ToPage::Tried { generation, trials });
    }
}

/// Goes on with the diagnosis that has waited for the published secrets.
#[inline(never)]
fn take_secrets(text: Option<String>) {
    let waiting = DESK.with_borrow_mut(|desk| {
        desk.secrets = text.map_or(Secrets::Missing, |text| Secrets::Here(text.into()));
        std::mem::take(&mut desk.waiting)
    });
    if waiting {
        take_turn();
    }
}

/// Starts the diagnosis of the newest input, whatever was under way.
fn start_over() {
    let idle = DESK.with_borrow_mut(|desk| {
        let (generation, input) = desk.newest.clone()?;
        desk.finished = None;
        let diagnosis = Diagnosis::start(input, desk.knowledge.clone());
        let waiting = std::mem::take(&mut desk.waiting) || std::mem::take(&mut desk.held);
        desk.asked = false;
        desk.unsaid.clear();
        Some(desk.current.replace((generation, diagnosis)).is_none() || waiting)
    });
    if idle == Some(true) {
        take_turn();
    }
}

/// Asks for the next step, after the messages that are already waiting.
fn take_turn() {
    DESK.with_borrow(|desk| {
        if let Some(turns) = &desk.turns {
            turns.ask();
        }
    });
}

/// One step of the current diagnosis.
fn step() {
    let (message, more) = DESK.with_borrow_mut(Desk::step);
    if let Some(message) = message {
        post(&message);
    }
    if more {
        take_turn();
    }
}

impl Desk {
    /// Takes the index of the knowledge base; without one there is still a verdict.
    #[inline(never)]
    fn read_knowledge(&mut self, text: &str) {
        self.knowledge = Knowledge::from_index(text).ok().map(Rc::new);
        if let Some(knowledge) = &self.knowledge {
            // Built once, and better now than when somebody waits for an answer.
            knowledge.recogniser();
        }
    }

    /// One step of the current diagnosis: what to say, and whether there is more to do now.
    fn step(&mut self) -> (Option<ToPage>, bool) {
        let Some((generation, diagnosis)) = &mut self.current else { return (None, false) };
        if diagnosis.has_answered() {
            if rest::is_here() {
                return self.explain();
            }
            self.held = true;
            return (None, false);
        }
        let step = diagnosis.step();
        // The keys come with the first token: each message makes the page draw, and keeps the verdict waiting.
        let is_verdict = matches!(step, Step::Event(Event::Judged(_)));
        self.unsaid.extend(step.event());
        if !is_verdict && !diagnosis.has_answered() {
            return (None, true);
        }
        // What a library has said comes with the first answer: the fix for it has its place at once, and nothing moves.
        if diagnosis.has_answered() && rest::is_here() {
            self.unsaid.extend(diagnosis.step().event());
        }
        let events = std::mem::take(&mut self.unsaid);
        (Some(ToPage::Step { generation: *generation, events }), true)
    }

    /// A step that comes after the first answer.
    #[inline(never)]
    fn explain(&mut self) -> (Option<ToPage>, bool) {
        let Some((generation, diagnosis)) = &mut self.current else { return (None, false) };
        let generation = *generation;
        match diagnosis.step() {
            Step::Event(event) => {
                if event == Event::Finished && !std::mem::replace(&mut self.asked, true) {
                    ask_webcrypto(generation, diagnosis);
                }
                return (Some(ToPage::Step { generation, events: vec![event] }), true);
            }
            Step::Working => return (None, true),
            Step::Done => {}
        }
        if diagnosis.wants_secrets() {
            match &self.secrets {
                Secrets::Here(list) => {
                    diagnosis.give_secrets(Rc::clone(list));
                    return (None, true);
                }
                Secrets::Missing => {
                    self.finished = self.current.take();
                    return (Some(ToPage::WithoutSecrets { generation }), false);
                }
                Secrets::Asked => self.waiting = true,
                Secrets::NotAsked => {
                    (self.waiting, self.secrets) = (true, Secrets::Asked);
                    say(&WANTS_SECRETS.into());
                }
            }
        } else {
            self.finished = self.current.take();
        }
        (None, false)
    }
}

/// Asks the browser's WebCrypto about the signatures, one after the other, as long as nobody asks for something else.
fn ask_webcrypto(generation: Generation, diagnosis: &Diagnosis) {
    let questions: Vec<(usize, Question)> =
        (0..MOST_ASKED).filter_map(|token| Some((token, diagnosis.signature_question(token)?))).collect();
    wasm_bindgen_futures::spawn_local(async move {
        for (token, question) in questions {
            let opinion = question.judge(webcrypto::ask(&question).await);
            let newest = DESK.with_borrow(|desk| desk.newest.as_ref().map(|(newest, _)| *newest));
            if newest != Some(generation) {
                return;
            }
            post(&ToPage::SignatureOpinion { generation, token, opinion });
        }
    });
}

impl Turns {
    fn new() -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let inside = channel.port1();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(|_| step());
        inside.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { outside: channel.port2(), _inside: (inside, listener) })
    }

    fn ask(&self) {
        // A port fails only for what can't be cloned, and null can.
        let _ = self.outside.post_message(&JsValue::NULL);
    }
}

fn post(message: &ToPage) {
    if let Some(message) = protocol::pack(message) {
        say(&message);
    }
}

fn say(message: &JsValue) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // Plain data can be cloned.
    let _ = scope.post_message(message);
}
