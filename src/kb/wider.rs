//! What a narrow cause is a case of: whoever knows only the words of a message may know no more than that.

use crate::cause::Cause;

/// How many causes of a message a reader takes in.
const SEEN: usize = 3;

/// A cause, and what it is a case of or what else leaves a verifier in the same place.
const WIDER: &[(Cause, Cause)] = &[
    (Cause::CritMalformed, Cause::CritNotUnderstood),
    (Cause::JwkKtyMissing, Cause::JwkMemberMissing),
    (Cause::JwkKtyUnknown, Cause::JwksKeyUnusable),
    (Cause::JwkCurveWrong, Cause::JwksKeyUnusable),
    (Cause::JwkValueMalformed, Cause::JwksKeyUnusable),
    (Cause::JwkUse, Cause::JwksKeyUnusable),
    (Cause::JwkKeyOps, Cause::JwksKeyUnusable),
    (Cause::JwksX5cOnly, Cause::JwksKeyUnusable),
    (Cause::DerSignature, Cause::SignatureMismatch),
    (Cause::SignatureDamaged, Cause::SignatureMismatch),
    (Cause::MissingSignature, Cause::AlgNone),
    (Cause::MissingSignature, Cause::SegmentCount),
    (Cause::AlgMissing, Cause::SegmentCount),
    (Cause::AlgMissing, Cause::AlgNotAllowed),
    (Cause::AlgUnknown, Cause::AlgNotAllowed),
    (Cause::NoAlgorithmList, Cause::AlgNotAllowed),
    (Cause::JsonSerialization, Cause::SegmentCount),
    (Cause::DetachedPayload, Cause::SegmentCount),
    (Cause::TwoTokensJoined, Cause::SegmentCount),
    (Cause::HeaderEmpty, Cause::SegmentCount),
    (Cause::HeaderNotUtf8, Cause::HeaderNotJson),
    (Cause::PayloadNotUtf8, Cause::PayloadNotJson),
    (Cause::InputTooDeep, Cause::PayloadNotJson),
    (Cause::NoKey, Cause::JwksKidNotFound),
    (Cause::NoKey, Cause::KeyNotRecognised),
    (Cause::KidNotString, Cause::JwksKidNotFound),
    (Cause::EmbeddedKey, Cause::KeyNotRecognised),
    (Cause::EmbeddedKey, Cause::JwksKidNotFound),
    (Cause::SecretEmpty, Cause::KeyNotRecognised),
    (Cause::KeyIsPath, Cause::KeyNotRecognised),
    (Cause::PemTruncated, Cause::KeyNotRecognised),
    (Cause::PemArmourMissing, Cause::KeyNotRecognised),
    (Cause::PrivateKeyGiven, Cause::KeyNotRecognised),
    (Cause::CertificateGiven, Cause::KeyNotRecognised),
    (Cause::Pbes2CountTooHigh, Cause::JweDecryptFailed),
    (Cause::JweDecryptFailed, Cause::JweNotJws),
    (Cause::NumericDateOdd, Cause::NumericDateNotANumber),
    (Cause::AudNotExpected, Cause::AudMismatch),
    (Cause::AudMissing, Cause::MissingClaim),
    (Cause::IssMissing, Cause::MissingClaim),
    (Cause::NeverExpires, Cause::MissingClaim),
    (Cause::LifetimeTooLong, Cause::MaxAgeExceeded),
];

/// The causes of a message with what the first two are cases of, within what a reader takes in.
pub(super) fn with(mut causes: Vec<Cause>) -> Vec<Cause> {
    let narrow: Vec<Cause> = causes.iter().copied().take(SEEN - 1).collect();
    // Where a secret is empty, no set of keys is meant.
    let secret = causes.contains(&Cause::SecretEmpty);
    let mut likeliest = true;
    for cause in narrow {
        for &(_, wide) in WIDER.iter().filter(|(known, _)| *known == cause) {
            if secret && wide == Cause::JwksKidNotFound {
                continue;
            }
            let seen = causes.iter().take(SEEN).any(|&known| known == wide);
            if !seen && (likeliest || causes.len() < SEEN) {
                causes.retain(|&known| known != wide);
                causes.insert(causes.len().min(SEEN - 1), wide);
            }
            likeliest = false;
        }
    }
    causes
}
