//! Tells a screen reader the verdict: once when the answer has settled, not at each key.

use jwt_why::{
    diagnosis::report::TokenReport,
    text::{self, Language, page as label},
};

use yew::AttrValue;

use super::status::Status;

/// What was said last.
#[derive(Default)]
pub struct Announced {
    /// The words.
    pub words: AttrValue,
    /// Whether everybody is to read them: nothing else on the page tells it.
    pub is_shown: bool,
}

/// The words that are announced for a token.
pub fn announcement(token: &TokenReport, language: Language) -> String {
    let stage =
        |name: text::Text, status: Status| format!("{}: {}", name.in_(language), status.word.in_(language));
    let mut words = vec![
        Status::from(token.verdict).word.in_(language).to_owned(),
        stage(label::STAGE_DECODE, token.decode.into()),
        stage(label::STAGE_SIGNATURE, token.signature.into()),
        stage(label::STAGE_CLAIMS, token.claims.into()),
    ];
    if let Some(proof) = token.proved.first() {
        let causes = proof.changes.iter().map(|change| text::title(change.cause, language));
        words.push(format!("{}: {}", label::PROVED.in_(language), causes.collect::<Vec<_>>().join(", ")));
    }
    words.join(". ")
}
