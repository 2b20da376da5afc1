//! Which form a key's text has: the forms are asked one after another, the most telling ones first.

use super::{SecretReading, buried, elsewhere, encoded, found::Found, jwks, pem, secret, ssh};

/// How many times a text was decoded to come here.
#[derive(Clone, Copy)]
pub(super) struct Depth(u8);

impl Depth {
    /// Nothing was decoded.
    pub(super) const SURFACE: Self = Self(0);

    /// One decoding more, or `None` when nobody encodes so often.
    pub(super) const fn deeper(self) -> Option<Self> {
        if self.0 < 3 { Some(Self(self.0 + 1)) } else { None }
    }
}

/// Reads one key text; what is no key in any other form is a secret.
pub(super) fn read(text: &str, reading: SecretReading) -> Found {
    recognise_text(text, Depth::SURFACE).unwrap_or_else(|| secret::read(text, reading))
}

/// Reads a text in a form that can be told from a secret, or says that it has none.
pub(super) fn recognise_text(text: &str, depth: Depth) -> Option<Found> {
    jwks::read(text, depth)
        .or_else(|| encoded::read_percent_encoded(text))
        .or_else(|| pem::read(text))
        .or_else(|| ssh::read(text))
        .or_else(|| encoded::read_binary(text))
        .or_else(|| elsewhere::read(text))
        .or_else(|| encoded::read(text, depth))
        .or_else(|| if buried::may_be(text) { buried::read(text, depth) } else { None })
}
