//! The views, by what stands behind `#/` in the address. Nothing that somebody typed is ever a part of it.

use std::borrow::Cow;

use yew::AttrValue;

/// A view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Why was this token rejected?
    #[default]
    Diagnose,
    /// Making tokens.
    Make,
    /// The list of all entries of the knowledge base.
    Entries,
    /// The entry with this id, whether there is one or not.
    Entry(AttrValue),
}

impl Route {
    /// The name on the root element, as `data-view`, for the styles.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Diagnose => "diagnose",
            Self::Make => "make",
            Self::Entries | Self::Entry(_) => "knowledge",
        }
    }

    /// The end of the address.
    pub fn hash(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Diagnose => "#/",
            Self::Make => "#/make",
            Self::Entries => "#/kb",
            Self::Entry(id) => return Cow::Owned(format!("#/kb/{id}")),
        })
    }

    /// The end of the address of an entry.
    pub fn hash_of_entry(id: &str) -> String {
        Self::Entry(id.to_owned().into()).hash().into_owned()
    }

    /// The view of an address; `None` for a place inside of the view that is there, as skip links have.
    pub fn of_hash(hash: &str) -> Option<Self> {
        let Some(path) = hash.strip_prefix("#/") else {
            return hash.is_empty().then_some(Self::Diagnose);
        };
        let path = path.trim_end_matches('/');
        Some(match path.strip_prefix("kb/") {
            Some(id) => Self::Entry(id.to_owned().into()),
            None if path == "kb" => Self::Entries,
            None if path == "make" => Self::Make,
            None => Self::Diagnose,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_has_its_address() {
        for route in [Route::Diagnose, Route::Make, Route::Entries, Route::Entry("time/expired".into())] {
            assert_eq!(Route::of_hash(&route.hash()), Some(route));
        }
        assert_eq!(Route::of_hash("#/kb/time/expired/"), Some(Route::Entry("time/expired".into())));
        assert_eq!(Route::of_hash("#/kb/"), Some(Route::Entries));
        assert_eq!(Route::of_hash(""), Some(Route::Diagnose));
        assert_eq!(Route::of_hash("#/nothing-of-the-kind"), Some(Route::Diagnose));
        assert_eq!(Route::of_hash("#results"), None);
        assert_eq!(Route::of_hash("#token=a.b.c"), None);
    }
}
