//! Every sentence that people read, in English and simplified Chinese: facts go in, sentences come out.
//!
//! **Law.** This room is pure: no clock, no browser, no knowledge of tokens. Other rooms give a cause, an experiment
//! and facts; only this room puts them into words. The words are the RFCs' and the same everywhere: signatures do not
//! expire, claims do; a public key is no secret; decoding is not decrypting; what was not checked is never called
//! wrong.
//!
//! # Names of facts
//!
//! A template asks for facts by name, and leaves a part out when its fact is absent. The names, and what they hold:
//!
//! - what was expected and found, as it was spelled: `expected`, `found`, `value`, `value_type` (`null`, `boolean`,
//!   `number`, `string`, `array`, `object`), `from`, `to`, `corrected`, `error`; `reason`: why, or what was
//!   done to it; `difference`: between two names
//! - names: `alg`, `kid`, `kids`, `claim`, `parameter` (of the header), `member` (of a JSON object), `typ`, `curve`,
//!   `library`, `issuer`, `audience`, `subject`, `label` (of a PEM), `url`, `path`, `jwks_uri`, `scheme`, `prefix`,
//!   `expected_curve`, `key_needed` and `key_found` (the "kty"), `token_kind` and `kind_wanted`
//! - times (instants): `exp`, `nbf`, `iat`, `now`, `not_before`, `not_after`
//! - durations (seconds): `seconds`, `leeway`, `leeway_needed`, `offset`, `age`, `limit`, `lifetime`
//! - sizes: `bits`, `required_bits`, `length_bytes`, `expected_bytes`, `salt_bytes`, `characters`, `count`,
//!   `segments`, `depth`, `p2c`, `limit`, `limit_bytes`
//! - places: `segment` (`header`, `payload`, `signature`), `position` (of a character), `character`, `key_text` (its
//!   number), `key_index` (in the ring), `jwk_number` (in its set, from 1)
//! - forms: `read_as`, `format`, `encoding`, `stripped` (what was taken off), `added` (what was put on), `hash`
//!
//! Values of `reason`, `format`, `encoding`, `segment` and some others are ids, for which `vocabulary` has the words.

mod causes;
pub mod claims;
mod difference;
mod experiments;
pub mod headers;
mod log_time;
pub mod making;
mod next;
mod notation;
pub mod page;
mod published;
mod template;
mod time;
mod vocabulary;

pub use crate::language::{Language, Text};
pub use causes::{advice, sentence, statement, title};
pub use difference::{difference, signature_difference};
pub use experiments::{change, experiment_title, ruled_out};
pub use log_time::at_log_time;
pub use next::next_step;
pub use notation::{Notation, counted, instant, number, write_as};
pub use published::published;
pub use time::{distance, duration, iso};
pub use vocabulary::read_as;

#[cfg(test)]
mod tests;
