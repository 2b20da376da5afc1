//! The knowledge base on its way into the page: the index at the start, the texts when somebody reads.

use std::rc::Rc;

use jwt_why::kb::{self, Knowledge};
use yew::{Context, html::Scope};

use super::{Message, Page};
use crate::app::{
    platform::{self, Shell},
    shelf::{Shelf, Texts},
};

/// Fetches the index.
pub(super) fn load(page: &Scope<Page>, shell: Shell) {
    let ears = page.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let text = platform::knowledge(&shell).await;
        let knowledge = text.and_then(|text| Knowledge::from_index(&text).ok());
        ears.send_message(Message::Knowledge(knowledge.map(Box::new)));
    });
}

impl Page {
    /// The index is there, or can't be had.
    pub(super) fn take_index(&mut self, context: &Context<Self>, index: Option<Box<Knowledge>>) {
        self.without_knowledge = index.is_none();
        let want = context.link().callback(|()| Message::WantTexts);
        self.knowledge = index.map(|index| Shelf::new(*index, want));
        self.show_view();
        self.try_entry();
    }

    /// Fetches the texts of the knowledge base, unless they are on their way or here.
    pub(super) fn fetch_texts(&mut self, context: &Context<Self>) -> bool {
        let (Some(shelf), Some(shell)) = (&mut self.knowledge, self.shell.clone()) else { return false };
        if !matches!(shelf.texts, Texts::Unasked | Texts::Failed) {
            return false;
        }
        shelf.texts = Texts::Coming;
        let (link, index) = (context.link().clone(), shelf.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let text = platform::texts(&shell).await;
            let texts = text.and_then(|text| kb::Texts::from_woven(&text, &index).ok());
            link.send_message(Message::Texts(texts.map(Rc::new)));
        });
        true
    }

    /// The texts are there, or can't be had.
    pub(super) fn take_texts(&mut self, texts: Option<Rc<kb::Texts>>) {
        if let Some(shelf) = &mut self.knowledge {
            shelf.texts = texts.map_or(Texts::Failed, Texts::Here);
        }
    }
}
