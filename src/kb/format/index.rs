//! The signs of the index that `build.rs` writes and the page reads.

/// What is between two lists.
pub const BETWEEN: char = '\u{c}';

/// How many columns the entries have.
pub const COLUMNS: usize = 10;

/// The character of the first cause; those of the others follow it.
pub const FIRST_CAUSE: char = '0';
