//! What comes after the first answer: messages, experiments, advice, opinions.

use super::{
    Diagnosis, Task, entries,
    marks::Beside,
    opinion, possible,
    report::{Event, MessageReport},
};
use crate::{experiments::search::Search, extract};

impl Diagnosis {
    /// Does a piece of work that comes after the first answer. It is never made a part of what calls it: the page has
    /// none of this when it starts.
    #[inline(never)]
    pub(super) fn explain(&mut self, task: Task) -> Option<Event> {
        match task {
            Task::ReadKeys | Task::ReadPayload | Task::Extract | Task::Judge(_) => None,
            Task::Recognise => Some(self.recognise()),
            Task::Ask(token, text) => {
                let opinion = opinion::of(&text, self.judged.get(token)?)?;
                Some(Event::Opinion { token, opinion })
            }
            Task::Explain(token) => {
                let judged = self.judged.get(token)?;
                self.todo.push_front(Task::Entries(token));
                if let Some((case, evaluation)) = judged.case.clone() {
                    let search = Search::new(case, evaluation, &mut self.memo);
                    self.todo.push_front(Task::Search(token, Box::new(search)));
                }
                None
            }
            Task::Search(token, search) => self.search(token, search),
            Task::Entries(token) => {
                let (judged, knowledge) = (self.judged.get(token)?, self.knowledge.as_ref()?);
                let entries = entries::of(judged, &self.messages, &self.beside, knowledge, &mut self.memo);
                Some(Event::Entries { token, entries })
            }
            Task::Published(progress) => self.try_published(progress),
            Task::Finish => Some(Event::Finished),
        }
    }

    fn recognise(&mut self) -> Event {
        let recognised = self
            .knowledge
            .as_ref()
            .map(|knowledge| knowledge.recogniser().recognise(&self.input.text))
            .unwrap_or_default();
        self.messages = recognised
            .into_iter()
            .map(|message| MessageReport {
                span: message.span,
                library: message.library,
                via: message.via,
                entry: message.entry,
                causes: message.causes,
                misleading: message.misleading,
            })
            .collect();
        if let Some(knowledge) = &self.knowledge {
            self.beside = Beside::of(&self.input.text, &self.messages, &self.input.keys, knowledge);
        }
        let times = extract::log_times(&self.input.text);
        Event::Recognised(self.messages.clone(), times)
    }

    fn search(&mut self, token: usize, mut search: Box<Search>) -> Option<Event> {
        let Some(explanation) = search.step(&mut self.memo) else {
            self.todo.push_front(Task::Search(token, search));
            return None;
        };
        let judged = self.judged.get_mut(token)?;
        judged.report.proved.clone_from(&explanation.proved);
        judged.report.possible.clone_from(&explanation.possible);
        judged.report.ruled_out.clone_from(&explanation.ruled_out);
        let possible = possible::of(judged, &self.messages);
        judged.report.possible.clone_from(&possible);
        if self.secrets.is_some() && self.is_unexplained(token) {
            self.before_finish(std::iter::once(Self::from_the_top(token)));
        }
        let (proved, ruled_out) = (explanation.proved, explanation.ruled_out);
        Some(Event::Proved { token, proved, ruled_out, possible })
    }
}
