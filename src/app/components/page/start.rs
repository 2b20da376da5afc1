//! The page begins: it listens to everything that it will ever hear.

use jwt_why::text;

use super::{super::shortcuts::Shortcut, Message, Page, keys, many};
use crate::app::platform::{
    Shell, address, diagnoser::Diagnoser, element, fragment, intl, keyboard, paste::Paste, rest,
};

/// Draws the page, and asks for a diagnosis whenever something changes that it depends on.
pub fn draw(shell: &Shell) {
    text::write_as(intl::NOTATION);
    let Some(root) = element("app") else { return };
    let handle = yew::Renderer::<Page>::with_root(root.into()).render();
    let ears = handle.clone();
    let diagnoser = Diagnoser::new(shell.clone(), move |heard| ears.send_message(Message::Heard(heard)));
    handle.send_message(Message::Started(diagnoser, shell.clone()));
    let ears = handle.clone();
    address::listen(move |route| ears.send_message(Message::Route(route)));
    let ears = handle.clone();
    keyboard::listen(move |key| {
        let Some(shortcut) = Shortcut::of(key) else { return false };
        ears.send_message(Message::Keyboard(keys::Message::Press(shortcut)));
        true
    });
    let (ears, whole) = (handle.clone(), handle.clone());
    rest::listen(move |is_here| whole.send_message(Message::Rest(is_here)));
    if let Some(paste) = Paste::find() {
        many::listen(&paste, shell, &handle);
        paste.listen(move |text| handle.send_message(Message::Text(text)));
    }
    fragment::listen(shell, move |link| ears.send_message(Message::Link(link)));
}
