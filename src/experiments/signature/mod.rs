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

/// Whether the signature has fewer octets than one by a private key has.
pub(super) fn is_short(case: &Case) -> bool {
    let Some(algorithm) = case.algorithm else { return false };
    let lengths = tried(case).filter_map(|(_, key)| one_character::signature_bytes(algorithm, key));
    lengths.min().is_some_and(|least| case.signature.len() < least)
}

/// The keys that apply to the case.
fn tried(case: &Case) -> impl Iterator<Item = (usize, &Key)> {
    let tried = selection::select(case).tried;
    tried.into_iter().filter_map(|index| Some((index, case.keys.keys.get(index)?)))
}
