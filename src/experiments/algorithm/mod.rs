//! What the header says about the algorithm, and what the verifier makes of it.

pub mod allowed;
pub mod header_wrong;
pub mod salt_length;
