//! What a narrow cause is a case of: whoever knows only the words of a message may know no more than that.

use crate::cause::Cause;

/// How many causes of a message a reader takes in.
const SEEN: usize = 3;

/// What a cause is a case of, or what else leaves a verifier in the same place.
const fn wider(cause: Cause) -> Option<Cause> {
    Some(match cause {
        Cause::CritMalformed => Cause::CritNotUnderstood,
        Cause::JwkKtyMissing
        | Cause::JwkKtyUnknown
        | Cause::JwkCurveWrong
        | Cause::JwkValueMalformed
        | Cause::JwkMemberMissing
        | Cause::JwkUse
        | Cause::JwkKeyOps
        | Cause::JwksX5cOnly => Cause::JwksKeyUnusable,
        Cause::DerSignature | Cause::SignatureDamaged => Cause::SignatureMismatch,
        Cause::MissingSignature => Cause::AlgNone,
        // A header without an algorithm is none of JOSE.
        Cause::AlgMissing => Cause::OpaqueToken,
        Cause::AlgUnknown | Cause::NoAlgorithmList => Cause::AlgNotAllowed,
        Cause::JsonSerialization | Cause::TwoTokensJoined => Cause::SegmentCount,
        Cause::HeaderEmpty | Cause::HeaderNotUtf8 => Cause::HeaderNotJson,
        Cause::DetachedPayload | Cause::PayloadNotUtf8 | Cause::InputTooDeep => Cause::PayloadNotJson,
        Cause::NoKey | Cause::KidNotString => Cause::JwksKidNotFound,
        Cause::SecretEmpty | Cause::KeyIsPath | Cause::PemTruncated | Cause::PemArmourMissing => {
            Cause::KeyNotRecognised
        }
        Cause::Pbes2CountTooHigh => Cause::JweDecryptFailed,
        Cause::JweDecryptFailed => Cause::JweNotJws,
        Cause::NumericDateOdd => Cause::NumericDateNotANumber,
        Cause::AudNotExpected => Cause::AudMismatch,
        Cause::AudMissing | Cause::IssMissing | Cause::NeverExpires => Cause::MissingClaim,
        _ => return None,
    })
}

/// The names that a token's `alg` may have, in their only spelling.
const ALGORITHMS: &str =
    "HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 ES256K EdDSA";

/// Puts first that an algorithm's name is in the wrong case, where a line that complains of an algorithm shows one.
pub(super) fn with_case(causes: &mut Vec<Cause>, line: &str) -> bool {
    let first = causes.first();
    let complains = matches!(first, Some(Cause::AlgUnknown | Cause::AlgNotAllowed | Cause::AlgKeyMismatch));
    let misspelt =
        |word: &str| ALGORITHMS.split(' ').any(|name| name != word && name.eq_ignore_ascii_case(word));
    let sees = complains && line.split(|letter: char| !letter.is_ascii_alphanumeric()).any(misspelt);
    if sees {
        causes.retain(|&cause| cause != Cause::AlgCase);
        causes.insert(0, Cause::AlgCase);
    }
    sees
}

/// The causes of a message; what the likeliest is a case of stands third at the latest, and what the second one is a
/// case of where there is room.
pub(super) fn with(mut causes: Vec<Cause>) -> Vec<Cause> {
    for narrow in 0..SEEN - 1 {
        let Some(wide) = causes.get(narrow).copied().and_then(wider) else { continue };
        let seen = causes.iter().take(SEEN).any(|&cause| cause == wide);
        if !seen && (narrow == 0 || causes.len() < SEEN) {
            causes.retain(|&cause| cause != wide);
            causes.insert(causes.len().min(SEEN - 1), wide);
        }
    }
    causes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_an_algorithm_is_seen_where_an_algorithm_is_refused() {
        let first = |cause, line| {
            let mut causes = vec![cause, Cause::AlgCase];
            with_case(&mut causes, line);
            causes.first().copied()
        };
        let unknown = Cause::AlgUnknown;
        assert_eq!(first(unknown, "unsupported algorithm 'hs256'"), Some(Cause::AlgCase));
        assert_eq!(first(unknown, "unsupported algorithm 'HS256'"), Some(unknown));
        assert_eq!(first(unknown, "unsupported algorithm 'hs257'"), Some(unknown));
        assert_eq!(first(Cause::Expired, "hs256: expired"), Some(Cause::Expired));
    }
}
