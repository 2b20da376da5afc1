//! The languages, and a text that exists in all of them.

/// A language in which people read the diagnosis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// All languages, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The short id: the value of `--lang` and of the page's stored choice.
    pub const fn id(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The BCP 47 tag for the page's `lang` attribute and for `Intl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "中文",
        }
    }

    /// The language of a BCP 47 tag such as `zh-Hans-CN` or `en_GB`; `None` for others.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.id().eq_ignore_ascii_case(primary))
    }
}

/// A text in every language; a missing translation can't be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Text {
    /// The text of `[English, Chinese]`.
    pub const fn of(both: [&'static str; 2]) -> Self {
        let [en, zh] = both;
        Self { en, zh }
    }

    /// The text in this language.
    pub const fn in_(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Zh => self.zh,
        }
    }

    /// The text in this language, with a value in the place of `{}`.
    pub fn with(self, language: Language, value: &str) -> String {
        self.in_(language).replace("{}", value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_leads_to_its_language() {
        for (tag, language) in [
            ("en", Some(Language::En)),
            ("en-GB", Some(Language::En)),
            ("ZH", Some(Language::Zh)),
            ("zh-Hans-CN", Some(Language::Zh)),
            ("zh_CN", Some(Language::Zh)),
            ("de", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }
}
