//! What the page draws.

use jwt_why::diagnosis::{Input, report::Report as Diagnosis};
use yew::prelude::*;

use super::platform::{
    Shell, clock,
    diagnoser::{Diagnoser, Report},
    paste::Paste,
};

/// Draws the page, and asks for a diagnosis of whatever is in the text area.
pub fn draw(shell: Shell) {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    let Some(root) = root else { return };
    let handle = yew::Renderer::<Page>::with_root(root).render();
    let ears = handle.clone();
    let diagnoser = Diagnoser::new(shell, move |report| ears.send_message(Message::Heard(report)));
    if let Some(paste) = Paste::find() {
        paste.listen(move |text| {
            handle.send_message(Message::Asked(text.len()));
            let now = clock::now();
            diagnoser.ask(Input { text, now, ..Input::default() });
        });
    }
}

/// A stand-in that shows the length of the text and whether the worker has answered.
#[derive(Default)]
struct Page {
    length: usize,
    deaths: usize,
    diagnosis: Diagnosis,
}

enum Message {
    Asked(usize),
    Heard(Report),
}

impl Component for Page {
    type Message = Message;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Asked(length) => {
                self.length = length;
                self.diagnosis = Diagnosis::default();
            }
            Message::Heard(Report::Step(event)) => self.diagnosis.apply(event),
            Message::Heard(Report::Died { .. }) => self.deaths += 1,
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! {
            <>
                <output id="answer" data-finished={self.diagnosis.finished.to_string()}>{ self.length }</output>
                if self.deaths > 0 {
                    <p id="worker-died" role="status">{ self.deaths }</p>
                }
            </>
        }
    }
}
