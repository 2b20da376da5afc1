//! The issuer uses the hexadecimal digits of the secret's octets as text.

use super::given;
use crate::{
    case::Case,
    experiments::{Proposal, hex},
    finding::Facts,
};

/// Spells the octets in hexadecimal digits, small and capital.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for given in given(case) {
        let small = hex::encode(given.bytes);
        for text in [small.to_ascii_uppercase(), small].into_iter().rev() {
            let facts = Facts::new().public("encoding", "hex");
            proposals.extend(given.becomes(text.into_bytes(), facts));
        }
    }
    proposals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::check_secret;

    #[test]
    fn small_and_capital_digits_are_proposed() {
        check_secret(propose, &[0xde, 0xad], b"dead");
        check_secret(propose, &[0xde, 0xad], b"DEAD");
    }
}
