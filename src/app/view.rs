//! What the page draws.

use yew::prelude::*;

use super::{
    platform::{
        Shell,
        diagnoser::{Diagnoser, Report},
        paste::Paste,
    },
    protocol::{Event, Request},
};

/// Draws the page, and asks for a diagnosis of whatever is in the text area.
pub fn draw(shell: Shell) {
    let root = web_sys::window().and_then(|window| window.document()?.get_element_by_id("app"));
    let Some(root) = root else { return };
    let handle = yew::Renderer::<Page>::with_root(root).render();
    let diagnoser = Diagnoser::new(shell, move |report| handle.send_message(report));
    if let Some(paste) = Paste::find() {
        paste.listen(move |text| diagnoser.ask(Request { text }));
    }
}

/// A stand-in that shows the length of the text.
struct Page {
    length: usize,
    deaths: usize,
    done: bool,
}

impl Component for Page {
    type Message = Report;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self { length: 0, deaths: 0, done: false }
    }

    fn update(&mut self, _: &Context<Self>, report: Report) -> bool {
        match report {
            Report::Step(Event::Length(length)) => {
                self.length = length;
                self.done = false;
            }
            Report::Step(Event::Done) => self.done = true,
            Report::Died { .. } => self.deaths += 1,
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! {
            <>
                <output id="answer" data-done={self.done.to_string()}>{ self.length }</output>
                if self.deaths > 0 {
                    <p id="worker-died" role="status">{ self.deaths }</p>
                }
            </>
        }
    }
}
