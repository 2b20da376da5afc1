//! The issuer itself spells segments in another way than RFC 7515 demands, and signs what it spelled.

use super::{canonical, misspelled};
use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::Facts,
};

/// Reads the segments as lenient libraries do, and verifies over the characters that were pasted.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let causes = misspelled(case);
    let Some((cause, edit)) = causes.first().zip(canonical(case)) else {
        return Vec::new();
    };
    let as_pasted = Edit::SigningInput(case.signing_input.clone());
    let mut proposal = Proposal::new(edit, Facts::new()).because(*cause);
    proposal.edits.push(as_pasted);
    vec![proposal]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of_token, token};

    #[test]
    fn what_was_pasted_stays_the_signing_input() {
        let case = case_of_token(&token("HS256", "HS256", b"one").replacen('.', "=.", 1), "one");
        let proposals = propose(&case);
        assert_eq!(proposals.len(), 1);
        assert_eq!(case.edited(&proposals[0].edits).signing_input, case.signing_input);
    }
}
