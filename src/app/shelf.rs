//! The knowledge base as the page has it: the index from the start, the texts from when somebody first reads.

use std::rc::Rc;

use jwt_why::kb::{self, Knowledge};
use yew::Callback;

/// The texts of the entries.
#[derive(Clone, Debug, Default)]
pub enum Texts {
    /// Nobody has read yet.
    #[default]
    Unasked,
    /// They are on their way.
    Coming,
    /// They are here.
    Here(Rc<kb::Texts>),
    /// They can't be had; they can be asked for again.
    Failed,
}

impl Texts {
    /// Whether they are not here yet, and may still come.
    pub const fn may_come(&self) -> bool {
        matches!(self, Self::Unasked | Self::Coming)
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Here(one), Self::Here(other)) => Rc::ptr_eq(one, other),
            (Self::Here(_), _) | (_, Self::Here(_)) => false,
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
    }
}

/// The knowledge base as a property: there is one index, so the same one is an equal one.
#[derive(Clone)]
pub struct Shelf {
    index: Rc<Knowledge>,
    /// The texts, as far as they are here.
    pub texts: Texts,
    /// Asks for the texts.
    pub want: Callback<()>,
}

impl Shelf {
    /// A knowledge base of which only the index is here.
    pub fn new(index: Knowledge, want: Callback<()>) -> Self {
        Self { index: Rc::new(index), texts: Texts::Unasked, want }
    }

    /// The texts, if they are here.
    pub fn texts(&self) -> Option<&kb::Texts> {
        match &self.texts {
            Texts::Here(texts) => Some(texts),
            _ => None,
        }
    }
}

impl std::ops::Deref for Shelf {
    type Target = Knowledge;

    fn deref(&self) -> &Knowledge {
        &self.index
    }
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.index, &other.index) && self.texts == other.texts
    }
}
