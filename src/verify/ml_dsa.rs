//! ML-DSA, the signatures of FIPS 204, with an empty context (draft-ietf-cose-dilithium).

use ml_dsa::{EncodedVerifyingKey, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Signature, VerifyingKey};

use crate::keys::{Material, MlDsaSet};

/// ML-DSA-44.
pub(super) fn ml_dsa_44(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    check::<MlDsa44>(MlDsaSet::MlDsa44, material, input, signature)
}

/// ML-DSA-65.
pub(super) fn ml_dsa_65(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    check::<MlDsa65>(MlDsaSet::MlDsa65, material, input, signature)
}

/// ML-DSA-87.
pub(super) fn ml_dsa_87(material: &Material, input: &[u8], signature: &[u8]) -> bool {
    check::<MlDsa87>(MlDsaSet::MlDsa87, material, input, signature)
}

fn check<P: MlDsaParams>(wanted: MlDsaSet, material: &Material, input: &[u8], signature: &[u8]) -> bool {
    let Material::MlDsa { set, public } = material else { return false };
    if *set != wanted {
        return false;
    }
    let Ok(encoded) = EncodedVerifyingKey::<P>::try_from(public.as_slice()) else { return false };
    let key = VerifyingKey::<P>::decode(&encoded);
    Signature::<P>::try_from(signature).is_ok_and(|signature| key.verify_with_context(input, &[], &signature))
}
