//! What single keys do, and the list of them. They work while no box takes letters, and can be switched off
//! (WCAG 2.2, success criterion 2.1.4).

use jwt_why::text::{Text, page as label};
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::language::use_language;

/// What a single key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Shows the list.
    Help,
    /// Goes to the text that was pasted.
    Paste,
    /// Goes to the key box.
    Key,
    /// Goes to the verdict.
    Verdict,
    /// Goes to the finding after the one that has the focus.
    NextFinding,
    /// Goes to the finding before the one that has the focus.
    PreviousFinding,
    /// Goes to the search of the knowledge base.
    Search,
    /// Copies the report for a ticket, nothing ticked.
    CopyReport,
    /// Empties everything.
    Clear,
}

impl Shortcut {
    /// All of them, in the order of the list.
    const ALL: [Self; 9] = [
        Self::Paste,
        Self::Key,
        Self::Verdict,
        Self::NextFinding,
        Self::PreviousFinding,
        Self::Search,
        Self::CopyReport,
        Self::Clear,
        Self::Help,
    ];

    /// The key, as a keyboard event names it. What can't be undone wants a shift.
    const fn key(self) -> &'static str {
        match self {
            Self::Help => "?",
            Self::Paste => "t",
            Self::Key => "k",
            Self::Verdict => "v",
            Self::NextFinding => "n",
            Self::PreviousFinding => "p",
            Self::Search => "/",
            Self::CopyReport => "c",
            Self::Clear => "X",
        }
    }

    const fn meaning(self) -> Text {
        match self {
            Self::Help => label::SHORTCUT_HELP,
            Self::Paste => label::SHORTCUT_PASTE,
            Self::Key => label::SHORTCUT_KEY,
            Self::Verdict => label::SHORTCUT_VERDICT,
            Self::NextFinding => label::SHORTCUT_NEXT,
            Self::PreviousFinding => label::SHORTCUT_PREVIOUS,
            Self::Search => label::SHORTCUT_SEARCH,
            Self::CopyReport => label::SHORTCUT_REPORT,
            Self::Clear => label::SHORTCUT_CLEAR,
        }
    }

    /// What a key does.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shortcut| shortcut.key() == key)
    }
}

/// The list and the switch.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether the list is shown.
    pub open: bool,
    /// Whether single keys do anything.
    pub on: bool,
    /// Hears that the list was closed.
    pub onclose: Callback<()>,
    /// Hears whether single keys are to do anything.
    pub onswitch: Callback<bool>,
}

/// Lists the shortcuts in a dialog, which keeps the focus until it is closed.
#[component]
pub fn Shortcuts(props: &Props) -> Html {
    let language = use_language();
    let dialog = use_node_ref();
    use_effect_with((props.open, dialog.clone()), |(open, dialog)| {
        let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
        if *open && !dialog.open() {
            let _ = dialog.show_modal();
            // The box that has the focus otherwise would bring the last lines into view where not all have room.
            let _ = dialog.focus();
            dialog.set_scroll_top(0);
        } else if !*open && dialog.open() {
            dialog.close();
        }
    });
    let onclose = props.onclose.reform(|_: Event| ());
    let done = props.onclose.reform(|_: MouseEvent| ());
    let onchange =
        props.onswitch.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <dialog ref={dialog} id="shortcuts" tabindex="-1" aria-labelledby="shortcuts-title" {onclose}>
            <h2 id="shortcuts-title">{ label::SHORTCUTS.in_(language) }</h2>
            <dl class="shortcuts">{ for Shortcut::ALL.iter().map(|shortcut| html! {
                <div><dt><kbd>{ shortcut.key() }</kbd></dt><dd>{ shortcut.meaning().in_(language) }</dd></div>
            }) }</dl>
            <p class="muted">{ label::SHORTCUTS_WHEN.in_(language) }</p>
            <label class="tick"><input type="checkbox" checked={props.on} {onchange} />{ label::SHORTCUTS_ON.in_(language) }</label>
            <button type="button" class="choice" onclick={done}>{ label::CLOSE.in_(language) }</button>
        </dialog>
    }
}
