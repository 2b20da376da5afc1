//! A long list that is drawn a part a frame: drawn at once it would keep the page from answering.

use yew::prelude::*;

use crate::app::platform::later;

/// How many of so many parts are drawn now; one more each frame, until all are.
#[hook]
pub fn use_growing(parts: usize) -> usize {
    let drawn = use_state(|| 1_usize);
    let (next, more) = (drawn.clone(), *drawn < parts);
    use_effect_with((*drawn, more), move |&(drawn, more)| {
        if more {
            later::next_frame(move || next.set(drawn + 1));
        }
    });
    *drawn
}
