//! The "k" of an oct JWK is the secret as text, though RFC 7518 section 6.4.1 says that it is base64url.

use super::given;
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// Takes k as it is spelled.
pub fn propose(case: &Case) -> Vec<Proposal> {
    given(case)
        .into_iter()
        .filter_map(|given| {
            let spelled = given.key.k_text.as_ref()?.bytes().to_vec();
            let characters = String::from_utf8_lossy(&spelled).chars().count();
            let proposal = given.becomes(spelled, Facts::new().public("member", "k"))?;
            Some(proposal.with("characters", characters))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, verifies_after};

    #[test]
    fn the_characters_of_k_are_the_secret() {
        for k in ["Zm9vYmFy", "not base64url!"] {
            let case = case_of("HS256", k.as_bytes(), &format!(r#"{{"kty":"oct","k":"{k}"}}"#));
            assert!(verifies_after(&case, propose), "{k}");
        }
    }
}
