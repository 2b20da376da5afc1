//! The link between findings and characters: what is pointed at or focused on one side is marked on the other.

use std::rc::Rc;

use yew::prelude::*;

/// The findings that are marked now, and how to mark others.
#[derive(Clone, PartialEq)]
pub struct Marks {
    marked: Rc<[usize]>,
    mark: Callback<Rc<[usize]>>,
}

impl Marks {
    /// Marks that `mark` is to remember.
    pub fn new(marked: Rc<[usize]>, mark: Callback<Rc<[usize]>>) -> Self {
        Self { marked, mark }
    }

    /// The class of something that these findings are about.
    pub fn class(&self, findings: &[usize]) -> Option<&'static str> {
        self.marked.iter().any(|index| findings.contains(index)).then_some("is-marked")
    }

    /// A listener that marks these findings.
    pub fn on<E>(&self, findings: &[usize]) -> Callback<E> {
        let (mark, findings) = (self.mark.clone(), Rc::<[usize]>::from(findings));
        Callback::from(move |_| mark.emit(findings.clone()))
    }

    /// A listener that marks nothing.
    pub fn off<E>(&self) -> Callback<E> {
        self.on(&[])
    }
}

/// The marks of the token that is shown.
#[hook]
pub fn use_marks() -> Marks {
    use_context::<Marks>().unwrap_or_else(|| Marks::new(Rc::default(), Callback::noop()))
}
