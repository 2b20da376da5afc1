//! The token's segments were spelled in another way after signing: padding, the standard alphabet, unused bits.

use super::{canonical, misspelled};
use crate::{
    case::Case, cause::Cause, evaluation, experiments::Proposal, finding::Facts, verify::Verifications,
};

/// Spells all segments in base64url without padding; leaves out a character behind a signature that verifies without it.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let causes = misspelled(case);
    if let (true, Some((text, edit))) = (causes.is_empty(), surplus(case).zip(canonical(case))) {
        let facts = Facts::new().secret("surplus", text);
        return vec![Proposal::new(edit, facts).because(Cause::ImpossibleLength)];
    }
    let edit = causes.first().zip(canonical(case));
    edit.map(|(cause, edit)| Proposal::new(edit, Facts::new()).because(*cause)).into_iter().collect()
}

/// The last character of a signature, where it stands for no octet and the octets before it verify.
fn surplus(case: &Case) -> Option<String> {
    let signature = &case.jws.signatures.get(case.signature_index)?.signature;
    let is_odd = signature.text.len() % 4 == 1;
    let last = signature.text.chars().next_back().filter(|_| is_odd)?;
    evaluation::verified(case, &mut Verifications::default()).then(|| last.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of_token, token};

    #[test]
    fn the_cause_is_what_is_wrong_with_the_spelling() {
        let plain = token("HS256", "HS256", b"one");
        // 48 octets are whole groups of characters.
        let long = token("HS384", "HS384", b"one");
        for (spelled, cause) in [
            (plain.clone(), None),
            (format!("{plain}="), Some(Cause::Base64Padding)),
            (format!("{long}A"), Some(Cause::ImpossibleLength)),
            (format!("A{long}"), None),
            (plain.replace('-', "+").replace('_', "/"), Some(Cause::StandardBase64)),
        ] {
            let proposals = propose(&case_of_token(&spelled, "one"));
            assert_eq!(proposals.first().and_then(|proposal| proposal.cause), cause, "{spelled}");
        }
    }
}
