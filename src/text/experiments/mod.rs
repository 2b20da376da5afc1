//! The words about each experiment: the change that it makes, and what is ruled out when it does not help.
//!
//! An experiment without words does not compile.

mod rows;

use rows::ROWS;

use super::{Language, Text, template};
use crate::{cause::ExperimentId, finding::Facts};

/// What is said about an experiment.
pub(super) struct Words {
    /// Whom the words are about.
    experiment: ExperimentId,
    /// A template for the change, as it follows "accepted when you …": begins small, without a full stop.
    pub(super) change: Text,
    /// What is ruled out when the change does not help: "not base64".
    pub(super) ruled_out: Text,
}

const fn words(experiment: ExperimentId, change: [&'static str; 2], ruled_out: [&'static str; 2]) -> Words {
    Words { experiment, change: Text::of(change), ruled_out: Text::of(ruled_out) }
}

/// The words of each experiment, at the experiment's own number.
static ALL: [&Words; ExperimentId::ALL.len()] = by_experiment();

/// Puts the rows in the order of the experiments; a second row stops the build, and so does a missing one, with the
/// id of its experiment.
const fn by_experiment() -> [&'static Words; ExperimentId::ALL.len()] {
    let mut all: [Option<&'static Words>; ExperimentId::ALL.len()] = [None; ExperimentId::ALL.len()];
    let mut row = 0;
    while row < ROWS.len() {
        let words = &ROWS[row];
        assert!(
            all[words.experiment as usize].is_none(),
            "src/text/experiments.rs: an experiment has two rows"
        );
        all[words.experiment as usize] = Some(words);
        row += 1;
    }
    let mut ordered = [&ROWS[0]; ExperimentId::ALL.len()];
    let mut index = 0;
    while index < all.len() {
        match all[index] {
            Some(words) => ordered[index] = words,
            None => panic!("{}", ExperimentId::ALL[index].id()),
        }
        index += 1;
    }
    ordered
}

/// The words about an experiment.
pub(super) fn about(experiment: ExperimentId) -> &'static Words {
    ALL[experiment as usize]
}

/// The change made visible, as it follows "accepted when you …": "decode the secret from base64 (24 characters become
/// 18 bytes)".
pub fn change(experiment: ExperimentId, facts: &Facts, language: Language) -> String {
    template::render(about(experiment).change.in_(language), facts, language)
}

/// The change as a heading, without the facts of one token.
pub fn experiment_title(experiment: ExperimentId, language: Language) -> String {
    let text = change(experiment, &Facts::new(), language);
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_uppercase()).chain(characters).collect()
    })
}

/// What is ruled out because the change did not help: "not a base64 secret".
pub fn ruled_out(experiment: ExperimentId, language: Language) -> &'static str {
    about(experiment).ruled_out.in_(language)
}
