//! The token's segments were spelled in another way after signing: padding, the standard alphabet, unused bits.

use super::{canonical, misspelled};
use crate::{case::Case, experiments::Proposal, finding::Facts};

/// Spells all segments in base64url without padding.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let causes = misspelled(case);
    let edit = causes.first().zip(canonical(case));
    edit.map(|(cause, edit)| Proposal::new(edit, Facts::new()).because(*cause)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::Cause,
        experiments::testing::{case_of_token, token},
    };

    #[test]
    fn the_cause_is_what_is_wrong_with_the_spelling() {
        let plain = token("HS256", "HS256", b"one");
        for (spelled, cause) in [
            (plain.clone(), None),
            (format!("{plain}="), Some(Cause::Base64Padding)),
            (plain.replace('-', "+").replace('_', "/"), Some(Cause::StandardBase64)),
        ] {
            let proposals = propose(&case_of_token(&spelled, "one"));
            assert_eq!(proposals.first().and_then(|proposal| proposal.cause), cause, "{spelled}");
        }
    }
}
