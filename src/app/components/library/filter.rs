//! What the list of entries is narrowed down to, and how many entries each choice would leave.

use jwt_why::{
    kb::{Summary, render::heading},
    order,
    text::{self, Language, Text, page as label},
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What is wanted; nothing of what is empty.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The words that are searched.
    pub query: AttrValue,
    /// The category.
    pub category: AttrValue,
    /// The library.
    pub library: AttrValue,
}

/// One of several values to choose from.
#[derive(Clone, PartialEq, Eq)]
pub struct Value {
    id: AttrValue,
    name: AttrValue,
    /// How many entries there are with it.
    count: usize,
}

impl Filter {
    /// Whether category and library of the entry are wanted.
    pub fn fits(&self, entry: &Summary) -> bool {
        self.fits_category(entry) && self.fits_library(entry)
    }

    fn fits_category(&self, entry: &Summary) -> bool {
        self.category.is_empty() || entry.category() == self.category
    }

    fn fits_library(&self, entry: &Summary) -> bool {
        self.library.is_empty() || entry.libraries.iter().any(|library| *library == self.library)
    }

    /// The categories of the entries that were found and are of the wanted library.
    pub fn categories(&self, found: &[&Summary], language: Language) -> Vec<Value> {
        let entries = found.iter().filter(|entry| self.fits_library(entry));
        values(entries.map(|entry| entry.category()), &self.category, |id| heading::category(id, language))
    }

    /// The libraries of the entries that were found and are of the wanted category.
    pub fn libraries(&self, found: &[&Summary]) -> Vec<Value> {
        let entries = found.iter().filter(|entry| self.fits_category(entry));
        let libraries = entries.flat_map(|entry| entry.libraries.iter().map(String::as_str));
        values(libraries, &self.library, |id| id)
    }
}

/// Each value with how often it is there, by name; the chosen one also where it is not.
fn values<'a>(
    all: impl Iterator<Item = &'a str>,
    chosen: &'a str,
    name: impl Fn(&str) -> &str,
) -> Vec<Value> {
    let chosen = (!chosen.is_empty()).then_some((chosen, 0));
    let mut values: Vec<Value> = Vec::new();
    for (id, count) in all.map(|id| (id, 1)).chain(chosen) {
        match values.iter_mut().find(|value| value.id == id) {
            Some(value) => value.count += count,
            None => values.push(Value { id: id.to_owned().into(), name: name(id).to_owned().into(), count }),
        }
    }
    order::by_key(&mut values, |value| value.name.to_ascii_lowercase());
    values
}

/// A list to choose from.
pub struct Choice<'a> {
    /// The id of the list.
    pub id: &'static str,
    /// What is chosen.
    pub name: Text,
    /// The value that is chosen; empty for all.
    pub chosen: &'a AttrValue,
    /// All values.
    pub values: Vec<Value>,
    /// Hears another choice.
    pub onchange: Callback<AttrValue>,
}

/// Offers the values and how many entries each would leave.
pub fn choice(choice: &Choice<'_>, language: Language) -> Html {
    let onchange = choice
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value().into());
    let option = |value: &Value| {
        let selected = value.id == *choice.chosen;
        html! { <option key={value.id.as_str()} value={value.id.clone()} {selected}>{ &value.name }{ " (" }{ text::number(value.count, language) }{ ")" }</option> }
    };
    html! {
        <label>
            <span>{ choice.name.in_(language) }</span>
            <select id={choice.id} {onchange}>
                <option key="" value="" selected={choice.chosen.is_empty()}>{ label::ANY.in_(language) }</option>
                { for choice.values.iter().map(option) }
            </select>
        </label>
    }
}
