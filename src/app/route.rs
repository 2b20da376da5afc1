//! The views, by what stands behind `#/` in the address. Nothing that somebody typed is ever a part of it.

/// A view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Why was this token rejected?
    #[default]
    Diagnose,
    /// Making tokens.
    Make,
}

impl Route {
    /// The name on the root element, as `data-view`, for the styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Diagnose => "diagnose",
            Self::Make => "make",
        }
    }

    /// The end of the address.
    pub const fn hash(self) -> &'static str {
        match self {
            Self::Diagnose => "#/",
            Self::Make => "#/make",
        }
    }

    /// The view of an address; `None` for a place inside of the view that is there, as skip links have.
    pub fn of_hash(hash: &str) -> Option<Self> {
        if hash == Self::Make.hash() {
            return Some(Self::Make);
        }
        (hash.is_empty() || hash.starts_with("#/")).then_some(Self::Diagnose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_has_its_address() {
        for route in [Route::Diagnose, Route::Make] {
            assert_eq!(Route::of_hash(route.hash()), Some(route));
        }
        assert_eq!(Route::of_hash(""), Some(Route::Diagnose));
        assert_eq!(Route::of_hash("#/nothing-of-the-kind"), Some(Route::Diagnose));
        assert_eq!(Route::of_hash("#results"), None);
    }
}
