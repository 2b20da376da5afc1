//! The words of the page that are not about one cause: verdicts, sections, buttons, labels, messages.
//!
//! A text with `{}` takes one value with [`Text::with`](super::Text::with), or a number with
//! [`counted`](super::counted), for which `[plural|singular]` stands where a word has two forms.

/// Constants of texts, each `NAME: "English", "Chinese";`, and the list of them all for the tests.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub const $name: $crate::text::Text = $crate::text::Text::of([$en, $zh]);)*

        /// Every text of this file with its name.
        #[cfg(test)]
        pub(in crate::text) const ALL: &[(&str, $crate::text::Text)] = &[$((stringify!($name), $name)),*];
    };
}

pub(super) mod input;
pub(super) mod knowledge;
pub(super) mod making;
pub(super) mod many;
pub(super) mod proof;
pub(super) mod shell;
pub(super) mod ticket;
pub(super) mod token;
pub(super) mod verdict;
pub(super) mod views;

pub use input::*;
pub use knowledge::*;
pub use making::*;
pub use many::*;
pub use proof::*;
pub use shell::*;
pub use ticket::*;
pub use token::*;
pub use verdict::*;
pub use views::*;
