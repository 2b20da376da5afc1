//! The signature's octets, and the octets that were signed.

pub mod content_altered;
pub mod damaged;
pub mod der;
pub mod json_orders;
pub mod json_spelling;
pub mod nonce_hashed;
mod one_character;
pub mod reencoded;
pub mod reserialized;

use crate::{case::Case, evaluation::selection, keys::Key};

/// The keys that apply to the case.
fn tried(case: &Case) -> impl Iterator<Item = (usize, &Key)> {
    let tried = selection::select(case).tried;
    tried.into_iter().filter_map(|index| Some((index, case.keys.keys.get(index)?)))
}
