//! What the page asks of the worker that signs, and what it hears.

use serde::{Deserialize, Serialize};

use super::{Generated, Made, Order, Refusal, Why, generate, octets_needed, sign, with_member};
use crate::{finding::Facts, verify};

/// How many octets of salt are drawn for a signature: as many as the longest hash has.
const SALT_BYTES: usize = 64;
/// How often octets are drawn for a key. One draw in 2^31 is useless at most, so the second hardly ever happens.
const DRAWS: usize = 8;

/// Something to do. It has no `Debug`, because of the key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// Make a token.
    Sign(Order),
    /// Make a key for the algorithm of this name.
    Generate(String),
    /// Set a member of a JSON object that is being written.
    Set {
        /// The text box that holds it.
        part: Part,
        /// The object.
        source: String,
        /// The name of the member.
        name: String,
        /// Its value, as JSON.
        value: String,
    },
}

/// A text that is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The JOSE Header.
    Header,
    /// The JWT Claims Set.
    Claims,
}

/// What came of a task. It has no `Debug`, because of the key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The token.
    Made(Box<Made>),
    /// The key.
    Generated(Generated),
    /// The object with its new member.
    Set {
        /// The text box that holds it.
        part: Part,
        /// The object as it was.
        before: String,
        /// The object as it is now.
        after: String,
    },
    /// Why nothing came of it.
    Refused(Refusal),
}

impl Task {
    /// Does it; `random` fills octets from a source that nobody can foresee.
    pub fn perform(self, random: impl FnMut(&mut [u8])) -> Answer {
        self.attempt(random).unwrap_or_else(Answer::Refused)
    }

    fn attempt(self, mut random: impl FnMut(&mut [u8])) -> Result<Answer, Refusal> {
        match self {
            Self::Sign(order) => {
                let mut salt = [0; SALT_BYTES];
                random(&mut salt);
                sign(&order, &salt).map(|made| Answer::Made(Box::new(made)))
            }
            Self::Generate(alg) => new_key(&alg, random).map(Answer::Generated),
            Self::Set { part, source, name, value } => {
                let after = with_member(&source, &name, &value)?;
                Ok(Answer::Set { part, before: source, after })
            }
        }
    }
}

fn new_key(alg: &str, mut random: impl FnMut(&mut [u8])) -> Result<Generated, Refusal> {
    let refused = |why| Refusal::new(why).with(Facts::new().public("alg", alg));
    let algorithm = verify::by_name(alg).ok_or_else(|| refused(Why::UnknownAlgorithm))?;
    let mut octets = vec![0; octets_needed(algorithm).unwrap_or_default()];
    for _ in 0..DRAWS {
        random(&mut octets);
        if let Some(new) = generate(algorithm, &octets)? {
            return Ok(new);
        }
    }
    Err(refused(Why::NotGenerated))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_that_is_no_key_is_repeated() {
        let mut draws = 0;
        let random = |octets: &mut [u8]| {
            octets.fill(u8::from(draws > 0));
            draws += 1;
        };
        assert!(matches!(Task::Generate("ES256".to_owned()).perform(random), Answer::Generated(_)));
        assert_eq!(draws, 2);
    }

    #[test]
    fn a_source_that_gives_no_key_comes_to_an_end() {
        for alg in ["ES256", "RS256", "none"] {
            let answer = Task::Generate(alg.to_owned()).perform(|octets| octets.fill(0));
            assert!(matches!(answer, Answer::Refused(_)), "{alg}");
        }
    }

    #[test]
    fn a_member_is_set_in_the_part_that_asks() {
        let (source, name, value) = ("{}".to_owned(), "iat".to_owned(), "1".to_owned());
        let answer = Task::Set { part: Part::Claims, source, name, value }.perform(|_| {});
        assert!(matches!(answer, Answer::Set { part: Part::Claims, after, .. } if after == "{\"iat\":1}"));
    }
}
