//! Everything put together, step by step.
//!
//! A diagnosis streams: [`Diagnosis::step`] does a bounded amount of work, so that the worker that runs it can hear in
//! between that the input is outdated. The first answer, verdict and checks, comes before any experiment is made.

mod drawing;
mod encrypted;
mod entries;
mod explain;
pub(crate) mod judge;
mod key_binding;
pub mod log_time;
mod marks;
mod opinion;
mod possible;
mod published;
mod ranking;
pub mod report;

use std::{collections::VecDeque, rc::Rc};

use serde::{Deserialize, Serialize};

use self::{
    judge::{Bench, Judged},
    report::{Event, MessageReport, PayloadRead, Report},
};
use crate::{
    experiments::search::Search,
    extract::{self, Candidate},
    jose::DetachedPayload,
    kb::Knowledge,
    keys::{self, SecretReading},
    policy::Policy,
    verify::Verifications,
};

/// How many tokens of a paste are compared with one another; a log may hold thousands.
const MAX_COMPARED: usize = 8;

/// What a diagnosis is made of.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// The text that was pasted.
    pub text: String,
    /// The key texts; empty ones are no keys.
    pub keys: Vec<String>,
    /// How a text that is no key in any other form is read as a secret.
    pub reading: SecretReading,
    /// What the verifier expects.
    pub policy: Policy,
    /// The time of the failure, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// What a token with an empty payload segment was signed over.
    pub detached_payload: Option<DetachedPayload>,
}

impl std::fmt::Debug for Input {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (text, keys) = (self.text.len(), self.keys.len());
        write!(formatter, "Input({text} bytes of text, {keys} key texts, now {})", self.now)
    }
}

/// What a step came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A piece of the answer.
    Event(Event),
    /// Work was done, and there is more of it.
    Working,
    /// There is nothing left to do.
    Done,
}

impl Step {
    /// The piece of the answer, if it came to one.
    pub fn event(self) -> Option<Event> {
        match self {
            Self::Event(event) => Some(event),
            Self::Working | Self::Done => None,
        }
    }
}

/// A diagnosis under way.
pub struct Diagnosis {
    input: Input,
    knowledge: Option<Rc<Knowledge>>,
    memo: Verifications,
    bench: Option<Bench>,
    judged: Vec<Judged>,
    messages: Vec<MessageReport>,
    beside: marks::Beside,
    todo: VecDeque<Task>,
    secrets: Option<published::List>,
}

/// A piece of work.
enum Task {
    ReadKeys,
    ReadPayload,
    Extract,
    Judge(Box<Candidate>),
    Recognise,
    /// Ask a real library about a token.
    Ask(usize, String),
    /// Start the search on a token.
    Explain(usize),
    Search(usize, Box<Search>),
    Entries(usize),
    /// Try the next published secrets.
    Published(published::Progress),
    Finish,
}

impl Diagnosis {
    /// A diagnosis of this input. Without knowledge there are verdicts and proofs, and no entries and messages.
    pub fn start(input: Input, knowledge: Option<Rc<Knowledge>>) -> Self {
        Self {
            input,
            knowledge,
            memo: Verifications::default(),
            bench: None,
            judged: Vec::new(),
            messages: Vec::new(),
            beside: marks::Beside::default(),
            secrets: None,
            todo: VecDeque::from([
                Task::ReadKeys,
                Task::ReadPayload,
                Task::Extract,
                Task::Recognise,
                Task::Finish,
            ]),
        }
    }

    /// Whether all that is left comes after the first answer, the verdict and the checks of every token.
    pub fn has_answered(&self) -> bool {
        let first =
            |task: &Task| matches!(task, Task::ReadKeys | Task::ReadPayload | Task::Extract | Task::Judge(_));
        !self.todo.front().is_some_and(first)
    }

    /// Takes the knowledge base of a diagnosis that was started without; for nothing that it has said already.
    pub fn give_knowledge(&mut self, knowledge: Rc<Knowledge>) {
        self.knowledge = Some(knowledge);
    }

    /// Does the next piece of work.
    pub fn step(&mut self) -> Step {
        let Some(task) = self.todo.pop_front() else {
            return Step::Done;
        };
        let event = match task {
            Task::ReadKeys => Some(self.read_keys()),
            Task::ReadPayload => self.read_payload(),
            Task::Extract => {
                self.extract();
                None
            }
            Task::Judge(candidate) => self.judge(&candidate),
            later => self.explain(later),
        };
        event.map_or(Step::Working, Step::Event)
    }

    /// Does all of the work.
    pub fn finish(mut self) -> Report {
        let mut report = Report::default();
        loop {
            match self.step() {
                Step::Event(event) => report.apply(event),
                Step::Working => {}
                Step::Done => return report,
            }
        }
    }

    /// Tries the advice of an entry on a token that has been judged, whether the entry is one of its own or not.
    pub fn try_entry(&mut self, token: usize, id: &str) -> Vec<report::Trial> {
        let (Some(judged), Some(knowledge)) = (self.judged.get(token), &self.knowledge) else {
            return Vec::new();
        };
        knowledge.entry(id).map_or_else(Vec::new, |entry| entries::trials(entry, judged, &mut self.memo))
    }

    fn extract(&mut self) {
        let candidates = extract::extract(&self.input.text);
        let tokens = candidates.len();
        let texts = candidates.iter().map(|candidate| candidate.token.clone()).enumerate();
        self.before_finish(texts.map(|(token, text)| Task::Ask(token, text)));
        if let Some(bench) = &mut self.bench {
            let compared = candidates.iter().take(MAX_COMPARED);
            bench.tokens = compared.map(|candidate| candidate.token.clone()).collect();
            // Of several tokens nobody knows which one a message is about.
            if tokens == 1 {
                bench.expected = extract::expected(&self.input.text);
                let policy = Rc::make_mut(&mut bench.policy);
                bench.expected.retain(|expected| {
                    let own = if expected.claim == "iss" { &mut policy.issuer } else { &mut policy.audience };
                    let open = own.is_empty();
                    if open {
                        own.clone_from(&expected.values);
                    }
                    open
                });
            }
        }
        for candidate in candidates.into_iter().rev() {
            self.todo.push_front(Task::Judge(Box::new(candidate)));
        }
        self.before_finish((0..tokens).map(Task::Explain));
    }

    fn judge(&mut self, candidate: &Candidate) -> Option<Event> {
        let judged = judge::judge(candidate, self.bench.as_ref()?, &mut self.memo);
        let report = judged.report.clone();
        self.judged.push(judged);
        Some(Event::Judged(Box::new(report)))
    }

    fn before_finish(&mut self, tasks: impl Iterator<Item = Task>) {
        let finish = self.todo.pop_back();
        self.todo.extend(tasks);
        self.todo.extend(finish);
    }

    fn read_keys(&mut self) -> Event {
        let ring = keys::read_as(&self.input.keys, self.input.reading);
        let summaries = ring.keys.iter().map(drawing::key).collect();
        let findings = ring.findings.clone();
        self.bench = Some(Bench {
            keys: Rc::new(ring),
            policy: Rc::new(self.input.policy.clone()),
            now: self.input.now,
            detached_payload: None,
            tokens: Vec::new(),
            request: extract::request(&self.input.text),
            expected: Vec::new(),
        });
        Event::Keys(summaries, findings)
    }

    fn read_payload(&mut self) -> Option<Event> {
        let octets = self.input.detached_payload.as_ref()?.octets();
        let read =
            octets.as_ref().map(|(reading, octets)| PayloadRead { reading: *reading, bytes: octets.len() });
        self.bench.as_mut()?.detached_payload = octets.map(|(_, octets)| octets);
        Some(Event::Payload(read))
    }
}
