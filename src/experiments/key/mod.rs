//! Which key it is, and what it may be used for.

pub mod confusion;
pub mod other_key;
pub mod self_signed;
pub mod use_ignored;
