//! The page's icons: strokes in the colour of the text around them. Each stands beside a word, so none has a name.

use yew::prelude::*;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A tick: accepted, verified, helps.
    Check,
    /// A cross: rejected, does not help.
    Cross,
    /// A ring: not checked, undecided.
    Open,
    /// A triangle: somebody should look at this.
    Warning,
    /// An i: worth knowing.
    Note,
    /// A skull's worth of danger: passes, and that is an attack.
    Attack,
    /// Two sheets: copy.
    Copy,
    /// An eye: show or hide.
    Eye,
    /// A sun and a moon in one: the theme.
    Theme,
    /// An arrow out of a box: leads to another page.
    Outside,
    /// A padlock: nothing leaves the page.
    Lock,
    /// An arrow that comes back: the time taken from the log.
    Clock,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M2.5 8.5l3.5 3.5 7.5-8",
            Self::Cross => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Self::Open => "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM5.5 8h5",
            Self::Warning => "M8 2L14.5 13.5H1.5zM8 6.5v3.5M8 11.7v.3",
            Self::Note => "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 7.3v4M8 4.8v.3",
            Self::Attack => {
                "M8 1.5l5.5 2v4.5c0 3-2.3 5.3-5.5 6.5c-3.2-1.2-5.5-3.5-5.5-6.5v-4.5zM6 6l4 4M10 6l-4 4"
            }
            Self::Copy => "M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8v.5",
            Self::Eye => {
                "M1.5 8c2-3.3 4.2-4.5 6.5-4.5s4.5 1.2 6.5 4.5c-2 3.3-4.2 4.5-6.5 4.5s-4.5-1.2-6.5-4.5zM8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z"
            }
            Self::Theme => "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 2v12M8 5h4.8M8 8h6M8 11h4.8",
            Self::Outside => "M9 2.5h4.5v4.5M13.5 2.5l-6 6M11.5 9.5v4h-9v-9h4",
            Self::Lock => "M3.5 7h9v6.5h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7",
            Self::Clock => "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 4.5V8l2.5 1.5",
        }
    }
}

/// Draws a picture, one line of text high.
pub fn icon(glyph: Glyph) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={glyph.path()} />
        </svg>
    }
}
