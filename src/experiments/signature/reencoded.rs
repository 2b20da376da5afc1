//! The signature's octets were written in another way before they were base64url-encoded.

use base64::{Engine, engine::general_purpose};

use crate::{
    case::{Case, Edit},
    experiments::{Proposal, hex, text::SPELLING},
    finding::Facts,
    jose::base64url,
    keys::SecretReading,
    verify::Family,
};

/// Reads the octets as hexadecimal digits or base64, in the other order, and with zeros taken off or put on.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let Some(algorithm) = case.algorithm else { return Vec::new() };
    let signature = &*case.signature;
    let mut proposals = Vec::new();
    let mut add = |format: &'static str, bytes: Vec<u8>| {
        if !bytes.is_empty() && bytes != signature {
            let facts = Facts::new()
                .public("format", format)
                .public("length_bytes", signature.len())
                .public("expected_bytes", bytes.len());
            proposals.push(Proposal::new(Edit::Signature(bytes.into()), facts));
        }
    };
    if let Ok(text) = std::str::from_utf8(signature) {
        if let Some(bytes) = SecretReading::Hex.octets(text).filter(|bytes| bytes.len() >= 16) {
            add("hex", bytes);
        }
        let decoded = base64url::decode(text.trim());
        if signature.len() >= 16 && decoded.faults.iter().all(|fault| SPELLING.contains(&fault.cause)) {
            add("base64", decoded.bytes);
        }
    }
    match (algorithm.family, algorithm.signature_bytes) {
        (Family::Hmac, _) => {
            add("text-of-hex", hex::encode(signature).into_bytes());
            add("text-of-base64", general_purpose::STANDARD.encode(signature).into_bytes());
        }
        (Family::RsaPkcs1 | Family::RsaPss, _) => add("reversed", signature.iter().rev().copied().collect()),
        (Family::Ecdsa, Some(length)) => {
            for raw in repadded(signature, length) {
                add("padded", raw);
            }
        }
        _ => {}
    }
    proposals
}

/// R and S with the zeros at their start that were left out, or without those that were added; every split is tried.
fn repadded(signature: &[u8], length: usize) -> Vec<Vec<u8>> {
    let field = length / 2;
    if signature.len() == length || signature.len().abs_diff(length) > 4 || field == 0 {
        return Vec::new();
    }
    let splits = signature.len().saturating_sub(field + 2)..=(field + 2).min(signature.len());
    splits
        .filter_map(|split| {
            let (r, s) = signature.split_at_checked(split)?;
            Some([fixed(r, field)?, fixed(s, field)?].concat())
        })
        .collect()
}

/// A big-endian number in just `length` octets.
fn fixed(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let zeros = number.iter().take_while(|octet| **octet == 0).count();
    let digits = number.get(zeros..)?;
    let padding = length.checked_sub(digits.len())?;
    Some([vec![0; padding], digits.to_vec()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, verifies_after, with_signature};

    #[test]
    fn digits_and_base64_of_the_signature_are_decoded() {
        let case = case_of("HS256", b"one", "one");
        for text in [
            hex::encode(&case.signature),
            base64url::encode(&case.signature),
            general_purpose::STANDARD.encode(&case.signature),
        ] {
            assert!(verifies_after(&with_signature(&case, text.as_bytes()), propose), "{text}");
        }
    }

    #[test]
    fn numbers_are_brought_to_the_length_of_the_curve() {
        assert!(repadded(&[1, 2, 3], 4).contains(&vec![0, 1, 2, 3]));
        assert!(repadded(&[1, 2, 3], 4).contains(&vec![1, 2, 0, 3]));
        assert!(repadded(&[0, 1, 2, 0, 3, 4], 4).contains(&vec![1, 2, 3, 4]));
        assert_eq!(repadded(&[1, 2, 3, 4], 4), Vec::<Vec<u8>>::new());
    }
}
