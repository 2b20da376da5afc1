//! The ECDSA signature is in DER, as OpenSSL, Java and .NET write it, in place of R||S (RFC 7518 section 3.4).

use crate::{
    case::{Case, Edit},
    experiments::Proposal,
    finding::Facts,
    keys::{Curve, Material},
    verify,
};

/// Reads the signature as DER for each curve of the keys at hand.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let mut curves: Vec<Curve> = Vec::new();
    for key in &case.keys.keys {
        if let Material::Ec { curve, .. } = key.material()
            && !curves.contains(curve)
        {
            curves.push(*curve);
        }
    }
    curves
        .into_iter()
        .filter_map(|curve| {
            let raw = verify::der_to_raw(curve, &case.signature)?;
            let facts =
                Facts::new().public("length_bytes", case.signature.len()).public("expected_bytes", raw.len());
            Some(Proposal::new(Edit::Signature(raw.into()), facts))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::{case_of, with_signature};

    const JWK: &str = r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3Uvwx"}"#;

    #[test]
    fn without_an_elliptic_curve_key_there_is_nothing_to_read() {
        assert!(propose(&case_of("HS256", b"one", "one")).is_empty());
    }

    #[test]
    fn only_der_is_read() {
        let case = case_of(
            "ES256",
            b"one",
            &JWK.replace("OL_OA3yTlLQp3Uvwx", "OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM"),
        );
        assert_eq!(case.keys.keys.len(), 1);
        assert!(propose(&case).is_empty());
        assert_eq!(propose(&with_signature(&case, &[0x30, 6, 2, 1, 5, 2, 1, 7])).len(), 1);
    }
}
