//! The token was signed with the empty secret: a variable was not set where it was issued.

use super::{is_hmac, own};
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// Uses the empty secret.
pub fn propose(case: &Case) -> Vec<Proposal> {
    if is_hmac(case) { vec![own(b"", Facts::new())] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn the_empty_secret_is_tried_whatever_was_given() {
        check_secret(propose, b"key", b"");
    }
}
