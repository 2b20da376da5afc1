//! The top of the page: its name, what leaves it, and the two settings that are kept.

use jwt_why::text::{Language, Text, page as label};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::app::route::Route;

/// Which colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The stored name; the system's choice is not stored.
    pub const fn id(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The theme of a stored name.
    pub fn from_id(id: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|theme| theme.id() == id).unwrap_or_default()
    }

    /// The one that the switch turns to.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// What the top of the page is told, and tells.
pub struct Bar<'a> {
    /// The view that is shown.
    pub route: &'a Route,
    /// The colours.
    pub theme: Theme,
    /// The language of the page.
    pub language: Language,
    /// Hears another language.
    pub onlanguage: Callback<Language>,
    /// Hears another theme.
    pub ontheme: Callback<Theme>,
    /// Hears that the list of shortcuts is wanted.
    pub onhelp: Callback<()>,
}

/// The top of the page.
pub fn bar(props: &Bar<'_>) -> Html {
    let language = props.language;
    let languages = Language::ALL.into_iter().map(|choice| {
        let onclick = props.onlanguage.reform(move |_: MouseEvent| choice);
        html! {
            <button type="button" class="quiet keep" lang={choice.tag()} aria-pressed={(choice == language).to_string()} data-language={choice.id()} {onclick}>
                { choice.name() }
            </button>
        }
    });
    let theme = match props.theme {
        Theme::System => label::THEME_SYSTEM,
        Theme::Light => label::THEME_LIGHT,
        Theme::Dark => label::THEME_DARK,
    };
    let next = props.theme.next();
    let ontheme = props.ontheme.reform(move |_: MouseEvent| next);
    let view = |route: Route, name: Text| {
        let current = (route.id() == props.route.id()).then_some("page");
        html! { <a class="quiet" href={route.hash().into_owned()} aria-current={current} data-to={route.id()}>{ name.in_(language) }</a> }
    };
    html! {
        <>
            <nav class="views" aria-label={label::VIEWS.in_(language)}>
                { view(Route::Diagnose, label::VIEW_DIAGNOSE) }
                { view(Route::Make, label::VIEW_MAKE) }
                { view(Route::Entries, label::VIEW_KNOWLEDGE) }
            </nav>
            // The panel is in `index.html`; it needs no script.
            <button type="button" class="quiet leaves" popovertarget="privacy" title={label::PRIVACY.in_(language)}>
                { icon(Glyph::Lock) }<span>{ label::WHAT_LEAVES.in_(language) }{ " " }<b>{ label::NOTHING.in_(language) }</b></span>
            </button>
            <div class="toggle" role="group" aria-label={label::LANGUAGE.in_(language)}>{ for languages }</div>
            <button type="button" class="quiet" data-theme-switch={props.theme.id().unwrap_or("system")} onclick={ontheme}>
                { icon(Glyph::Theme) }
                <span><span class="unseen">{ label::THEME.in_(language) }{ ": " }</span>{ theme.in_(language) }</span>
            </button>
            <button type="button" class="quiet" data-help="" aria-label={label::SHORTCUTS.in_(language)} title={label::SHORTCUTS.in_(language)} onclick={props.onhelp.reform(|_: MouseEvent| ())}>
                <kbd aria-hidden="true">{ "?" }</kbd>
            </button>
        </>
    }
}
