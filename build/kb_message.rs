//! What the messages of a library must keep to beyond their shape.

use std::collections::HashMap;

use super::{Fault, File, Library, Names, Place, pattern, place, text};

/// Everything that is wrong in a library's messages.
pub fn check(file: &File, library: &Library, names: &Names, ids: &[&str]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |places: &[Place], message: String| faults.push(place::fault(file, places, message));
    for (index, mark) in library.marks.iter().enumerate() {
        if let Err(message) = pattern::read(mark) {
            fault(&["marks".into(), index.into()], message);
        }
    }
    let mut known: HashMap<Vec<Vec<u8>>, usize> = HashMap::new();
    for (index, message) in library.messages.iter().enumerate() {
        let at = |key: &'static str| [Place::from("messages"), index.into(), key.into()];
        match pattern::read(&message.text) {
            Err(message) => fault(&at("text"), message),
            Ok(spellings) => {
                for spelling in spellings {
                    if known.insert(spelling.literals, index).is_some_and(|other| other != index) {
                        fault(&at("text"), "the library has this message already".to_owned());
                    }
                }
            }
        }
        if message.causes.is_empty() && !message.wrapper {
            fault(&at("text"), "a message that is no wrapper has a cause".to_owned());
        }
        for (inner, cause) in message.causes.iter().enumerate() {
            let places = ["messages".into(), index.into(), "causes".into(), inner.into()];
            if !names.causes.contains(cause) {
                fault(&places, format!("there is no cause `{cause}`"));
            } else if message.causes.iter().take(inner).any(|other| other == cause) {
                fault(&places, format!("`{cause}` stands twice"));
            }
        }
        if message.entry.as_deref().is_some_and(|id| !ids.contains(&id)) {
            fault(
                &at("entry"),
                format!("there is no entry `{}`", message.entry.as_deref().unwrap_or_default()),
            );
        }
        if let Some(apart) = message.misleading.as_ref().and_then(|text| text::step_apart(&text.en, &text.zh))
        {
            fault(&at("misleading"), apart);
        }
    }
    faults
}
