//! The verdict on a case, in stages that fail independently.
//!
//! Only [`Evaluation::verdict`] says "accepted", and it needs a [`VerifiedSignature`] for it.

pub mod selection;
pub mod window;

use self::selection::Selection;
use crate::{
    case::Case,
    cause::Stage,
    checks,
    diagnosis::report::{ClaimsState, DecodeState, SignatureState, Verdict, Window},
    finding::{Finding, Severity},
    order,
    verify::{Outcome, Verifications, VerifiedSignature},
};

/// What became of the signature.
#[derive(Clone, Debug)]
pub enum Attempt {
    /// The key at this position of the ring verifies it.
    Verified(usize, VerifiedSignature),
    /// Keys were tried and none verifies it.
    Mismatch,
    /// No key was tried.
    NotChecked,
}

/// The signature's stage.
#[derive(Clone, Debug)]
pub struct SignatureStage {
    /// Which keys apply.
    pub selection: Selection,
    /// What became of the signature.
    pub attempt: Attempt,
    /// What is noticed about algorithm, keys and signature.
    pub findings: Vec<Finding>,
}

/// The claims' stage.
#[derive(Clone, Debug)]
pub struct ClaimsStage {
    /// When the claims are accepted.
    pub window: Option<Window>,
    /// What is noticed about claims, policy and clock.
    pub findings: Vec<Finding>,
}

/// All stages of a case.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// What is noticed about the text of the token.
    pub decode: Vec<Finding>,
    /// The signature's stage.
    pub signature: SignatureStage,
    /// The claims' stage.
    pub claims: ClaimsStage,
}

/// Judges all stages of a case. Nothing that the memo knows is verified again.
pub fn evaluate(case: &Case, memo: &mut Verifications) -> Evaluation {
    Evaluation {
        decode: decode_stage(case),
        signature: signature_stage(case, memo),
        claims: claims_stage(case),
    }
}

/// What is noticed about the text of the token.
pub fn decode_stage(case: &Case) -> Vec<Finding> {
    let of_parser = case.jws.faults.iter().filter(|fault| fault.cause.stage() == Stage::Decode).cloned();
    of_parser.chain(checks::DECODE.iter().flat_map(|check| check(case))).collect()
}

/// Judges the signature.
pub fn signature_stage(case: &Case, memo: &mut Verifications) -> SignatureStage {
    let selection = selection::select(case);
    if case.skipped.signature {
        return SignatureStage { selection, attempt: Attempt::NotChecked, findings: Vec::new() };
    }
    let attempt = attempt(case, &selection, memo);
    let of_header = case.jws.faults.iter().filter(|fault| fault.cause.stage() == Stage::Signature);
    // When no key serves, what was noticed about them is why.
    let unfit = selection.unfit.iter().map(|(index, _)| index).filter(|_| selection.tried.is_empty());
    let of_keys = selection.tried.iter().chain(unfit).filter_map(|index| case.keys.keys.get(*index));
    let of_keys = case.keys.findings.iter().chain(of_keys.flat_map(|key| &key.findings));
    let mut findings: Vec<Finding> = of_header.chain(of_keys).cloned().collect();
    let scene = checks::SignatureScene { case, selection: &selection, attempt: &attempt };
    findings.extend(checks::SIGNATURE.iter().flat_map(|check| check(&scene)));
    SignatureStage { selection, attempt, findings }
}

/// Whether a key that applies verifies the signature, whatever else speaks against it.
pub fn verified(case: &Case, memo: &mut Verifications) -> bool {
    matches!(attempt(case, &selection::select(case), memo), Attempt::Verified(..))
}

fn attempt(case: &Case, selection: &Selection, memo: &mut Verifications) -> Attempt {
    // A signature that isn't there is the token's own fault, and no key is wrong for it.
    let Some(algorithm) = case.algorithm.filter(|_| !case.signature.is_empty()) else {
        return Attempt::NotChecked;
    };
    // A set may list a key twice, each time for another use: one that is not for this is the last resort.
    let (mut first, mut mismatch) = (None, false);
    for &index in &selection.tried {
        let Some(key) = case.keys.keys.get(index) else { continue };
        match memo.verify(key, algorithm, &case.signing_input, &case.signature) {
            Outcome::Verified(proof) => {
                let verified = Attempt::Verified(index, proof);
                if checks::is_for(algorithm, key) {
                    return verified;
                }
                first.get_or_insert(verified);
            }
            Outcome::Mismatch => mismatch = true,
            Outcome::NotTried(_) => {}
        }
    }
    first.unwrap_or(if mismatch { Attempt::Mismatch } else { Attempt::NotChecked })
}

/// Judges the claims.
pub fn claims_stage(case: &Case) -> ClaimsStage {
    if case.skipped.claims {
        return ClaimsStage { window: None, findings: Vec::new() };
    }
    let of_header = case.jws.faults.iter().filter(|fault| fault.cause.stage() == Stage::Claims).cloned();
    let findings = of_header.chain(checks::CLAIMS.iter().flat_map(|check| check(case))).collect();
    ClaimsStage { window: case.claims.as_ref().map(|_| window::of(case)), findings }
}

/// Whether a verifier rejects for one of these.
pub fn rejects(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

impl SignatureStage {
    /// Whether the signature is verified and nothing speaks against the key or the algorithm.
    pub fn accepts(&self) -> bool {
        matches!(self.attempt, Attempt::Verified(..)) && !rejects(&self.findings)
    }

    /// The state that a report shows.
    pub const fn state(&self) -> SignatureState {
        match self.attempt {
            Attempt::Verified(..) => SignatureState::Verified,
            Attempt::Mismatch => SignatureState::Mismatch,
            Attempt::NotChecked => SignatureState::NotChecked,
        }
    }
}

impl Evaluation {
    /// The verdict on the whole.
    pub fn verdict(&self) -> Verdict {
        if rejects(&self.decode) || rejects(&self.signature.findings) || rejects(&self.claims.findings) {
            return Verdict::Rejected;
        }
        match &self.signature.attempt {
            Attempt::Verified(_, proof) => accepted(proof),
            Attempt::Mismatch => Verdict::Rejected,
            Attempt::NotChecked => Verdict::Undecided,
        }
    }

    /// What became of reading the text.
    pub fn decode_state(&self) -> DecodeState {
        if rejects(&self.decode) { DecodeState::Faulty } else { DecodeState::Ok }
    }

    /// What became of the claims.
    pub fn claims_state(&self) -> ClaimsState {
        match self.claims.window {
            _ if rejects(&self.claims.findings) => ClaimsState::Rejected,
            Some(_) => ClaimsState::Ok,
            None => ClaimsState::NotChecked,
        }
    }

    /// Everything that was noticed, errors first.
    pub fn findings(&self) -> Vec<Finding> {
        let stages = [&self.decode, &self.signature.findings, &self.claims.findings];
        let mut findings: Vec<Finding> = stages.into_iter().flatten().cloned().collect();
        order::by_key(&mut findings, |finding| finding.severity);
        findings
    }
}

/// "Accepted" can't be said without the proof that the signature was verified.
const fn accepted(_proof: &VerifiedSignature) -> Verdict {
    Verdict::Accepted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cause::Cause,
        jose::{self, Token, base64url},
        keys, verify,
    };

    /// The signature's stage of a token that "secret" signed, under a set of keys with its octets and these members.
    fn stage(members: [&str; 2]) -> SignatureStage {
        let content = format!("{}.{}", base64url::encode(br#"{"alg":"HS256"}"#), base64url::encode(b"{}"));
        let algorithm = verify::by_name("HS256").unwrap();
        let signature = verify::hmac(algorithm, b"secret", content.as_bytes()).unwrap();
        let Token::Jws(jws) = jose::parse(&format!("{content}.{}", base64url::encode(&signature))) else {
            panic!("it is a JWS")
        };
        let jwk = |members: &str| format!(r#"{{"kty":"oct","k":"c2VjcmV0"{members}}}"#);
        let set = format!(r#"{{"keys":[{}]}}"#, members.map(jwk).join(","));
        let case = Case::new(jws.into(), 0, keys::read(&[set]).into(), std::rc::Rc::default(), 0, None);
        signature_stage(&case, &mut Verifications::default())
    }

    #[test]
    fn a_key_that_a_set_lists_for_two_uses_is_used_for_the_right_one() {
        let enc = r#","use":"enc""#;
        for (members, position, errors) in [([enc, ""], 1, 0), (["", enc], 0, 0), ([enc, enc], 0, 1)] {
            let stage = stage(members);
            assert!(matches!(stage.attempt, Attempt::Verified(used, _) if used == position), "{members:?}");
            let restricted = stage.findings.iter().filter(|finding| finding.cause == Cause::JwkUse).count();
            assert_eq!(restricted, errors, "{members:?}");
        }
    }
}
