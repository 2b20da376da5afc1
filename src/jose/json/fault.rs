//! Why a text is no JSON.

/// The first place where a text stops being JSON, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonFault {
    /// The byte where reading stopped; the length of the text if it ended too early.
    pub offset: usize,
    /// Why.
    pub reason: Reason,
}

/// What is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing but white space.
    Empty,
    /// The text ends inside a value.
    UnexpectedEnd,
    /// A byte sequence that is not UTF-8.
    NotUtf8,
    /// Arrays and objects are nested deeper than the bound.
    TooDeep,
    /// A character that can't stand here.
    UnexpectedCharacter,
    /// Something follows the value.
    TrailingData,
    /// A single quotation mark, as in Python's and JavaScript's notation.
    SingleQuote,
    /// `NaN` or `Infinity`, which JSON doesn't have.
    NotFinite,
    /// `True`, `False` or `None`, as Python spells them.
    PythonLiteral,
    /// A name without quotation marks, or a word that JSON doesn't have.
    BareWord,
    /// A comma before a closing bracket.
    TrailingComma,
    /// A comment, which JSON doesn't have.
    Comment,
    /// A number that is spelled in a way that JSON doesn't have: `01`, `+1`, `.5`, `1.`.
    Number,
    /// An escape that JSON doesn't have.
    Escape,
    /// A control character inside a string that should have been escaped.
    ControlCharacter,
    /// A byte order mark before the value.
    ByteOrderMark,
}

impl Reason {
    /// The name that facts carry.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::UnexpectedEnd => "unexpected-end",
            Self::NotUtf8 => "not-utf8",
            Self::TooDeep => "too-deep",
            Self::UnexpectedCharacter => "unexpected-character",
            Self::TrailingData => "trailing-data",
            Self::SingleQuote => "single-quote",
            Self::NotFinite => "not-finite",
            Self::PythonLiteral => "python-literal",
            Self::BareWord => "bare-word",
            Self::TrailingComma => "trailing-comma",
            Self::Comment => "comment",
            Self::Number => "number",
            Self::Escape => "escape",
            Self::ControlCharacter => "control-character",
            Self::ByteOrderMark => "byte-order-mark",
        }
    }
}
