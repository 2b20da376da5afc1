//! What the rooms `jose`, `keys` and `verify` make of a row.
//!
//! The vectors are about JOSE processing: what a JWT demands of the payload, of the serialization or of the time counts
//! in other tests.

use jwt_why::{
    cause::{Cause, Group},
    finding::{Finding, Severity},
    jose::{self, Header, Jwe, Jws, Token, base64url},
    keys::{Key, KeyRing},
    verify::{self, Outcome, Verifications, decrypt},
};

use crate::row::{Expected, Row};

/// What came of a row.
#[derive(Debug, PartialEq, Eq)]
pub enum Judgement {
    /// Verified, or imported; with the warnings on the way.
    Good(Vec<Cause>),
    /// Not verified, or not imported, and why.
    Refused(String),
}

pub fn judge(row: &Row) -> Judgement {
    let ring = row.ring();
    let Some(token) = &row.token else { return import(&ring) };
    match jose::parse(token) {
        Token::Jws(jws) => jws_of(row, &jws, &ring),
        Token::Jwe(jwe) => jwe_of(row, &jwe, &ring),
        Token::Other(findings) => Judgement::Refused(causes(&findings)),
    }
}

fn import(ring: &KeyRing) -> Judgement {
    if ring.keys.is_empty() {
        return Judgement::Refused(causes(&ring.findings));
    }
    Judgement::Good(Vec::new())
}

fn causes(findings: &[Finding]) -> String {
    findings.iter().map(|finding| finding.cause.id()).collect::<Vec<_>>().join(", ")
}

/// Whether the finding makes a token unreadable as a JWS or JWE, not only as a JWT.
fn stands_against_jose(finding: &Finding) -> bool {
    let jwt_only =
        [Cause::JsonSerialization, Cause::B64False, Cause::DetachedPayload, Cause::PayloadCompressed];
    let header = matches!(finding.cause.group(), Group::Structure | Group::Header | Group::Algorithm);
    finding.severity == Severity::Error
        && header
        && !jwt_only.contains(&finding.cause)
        && finding.place != jwt_why::finding::Place::Payload
}

fn jws_of(row: &Row, jws: &Jws, ring: &KeyRing) -> Judgement {
    let against: Vec<Finding> =
        jws.faults.iter().filter(|fault| stands_against_jose(fault)).cloned().collect();
    if !against.is_empty() {
        return Judgement::Refused(causes(&against));
    }
    let mut memo = Verifications::default();
    let mut reasons = Vec::new();
    for (index, signature) in jws.signatures.iter().enumerate() {
        let alg = signature.header.alg().unwrap_or_default();
        if row.alg_allowed.as_ref().is_some_and(|allowed| !allowed.iter().any(|name| name == alg)) {
            reasons.push("alg-not-allowed");
            continue;
        }
        let Some(algorithm) = verify::by_name(alg) else {
            reasons.push("alg-unknown");
            continue;
        };
        let input = jws.signing_input(index, row.detached().as_deref());
        for key in candidates(ring, &signature.header) {
            if let Some(reason) = use_against(key, alg) {
                reasons.push(reason);
                continue;
            }
            match memo.verify(key, algorithm, &input, &signature.signature.bytes) {
                Outcome::Verified(proof) => {
                    assert_eq!((proof.key(), proof.algorithm()), (key.index, algorithm));
                    return Judgement::Good(warnings(jws, ring, key, algorithm));
                }
                Outcome::Mismatch => reasons.push("signature-mismatch"),
                Outcome::NotTried(unfit) => reasons.push(unfit.cause().id()),
            }
        }
    }
    Judgement::Refused(reasons.join(", "))
}

fn jwe_of(row: &Row, jwe: &Jwe, ring: &KeyRing) -> Judgement {
    let against: Vec<Finding> =
        jwe.faults.iter().filter(|fault| stands_against_jose(fault)).cloned().collect();
    if !against.is_empty() {
        return Judgement::Refused(causes(&against));
    }
    let allowed =
        |alg: &str| row.alg_allowed.as_ref().is_none_or(|allowed| allowed.iter().any(|name| name == alg));
    match decrypt::decrypt(jwe, ring) {
        Err(None) => Judgement::Refused("no key".to_owned()),
        Err(Some((_, fault))) => Judgement::Refused(fault.id().to_owned()),
        Ok(decrypted) if !allowed(decrypted.management.name) => {
            Judgement::Refused("alg-not-allowed".to_owned())
        }
        Ok(decrypted) => {
            let own = ring.keys[decrypted.key].alg.as_deref();
            if own.is_some_and(|own| own != decrypted.management.name && own != decrypted.encryption.name) {
                return Judgement::Refused("jwk-alg-mismatch".to_owned());
            }
            if let Some(expected) = row.extra["plaintext_b64url"].as_str() {
                assert_eq!(decrypted.plaintext, base64url::decode(expected).bytes, "{}", row.id);
            }
            let deprecation = decrypt::deprecation(jwe);
            let noticed = jwe.faults.iter().chain(&ring.keys[decrypted.key].findings).chain(&deprecation);
            Judgement::Good(noticed.map(|finding| finding.cause).collect())
        }
    }
}

/// The keys that a "kid" leaves.
fn candidates<'a>(ring: &'a KeyRing, header: &Header) -> Vec<&'a Key> {
    let fits = |key: &&Key| {
        !ring.is_set || key.kid.is_none() || header.kid().is_none_or(|kid| key.kid.as_deref() == Some(kid))
    };
    ring.keys.iter().filter(fits).collect()
}

fn use_against(key: &Key, alg: &str) -> Option<&'static str> {
    if key.usage.as_deref().is_some_and(|usage| usage != "sig") {
        Some("jwk-use")
    } else if key.key_ops.as_ref().is_some_and(|ops| !ops.iter().any(|op| op == "verify" || op == "sign")) {
        Some("jwk-key-ops")
    } else if key.alg.as_deref().is_some_and(|own| own != alg) {
        Some("jwk-alg-mismatch")
    } else {
        None
    }
}

fn warnings(jws: &Jws, ring: &KeyRing, key: &Key, algorithm: &verify::Algorithm) -> Vec<Cause> {
    let noticed = jws.faults.iter().chain(&ring.findings).chain(&key.findings);
    let mut causes: Vec<Cause> =
        noticed.filter(|finding| finding.severity != Severity::Note).map(|finding| finding.cause).collect();
    let bits = key.secret().map(|secret| secret.len() * 8);
    if bits.zip(algorithm.least_key_bits).is_some_and(|(bits, least)| bits < least) {
        causes.push(Cause::SecretTooShort);
    }
    causes
}

/// Whether the judgement is one that the row allows.
pub fn agrees(row: &Row, judgement: &Judgement) -> bool {
    match (judgement, row.expected) {
        (_, Expected::Acceptable)
        | (Judgement::Good(_), Expected::Valid)
        | (Judgement::Refused(_), Expected::Invalid) => true,
        // The mathematics is right and the refusal is policy: a debugger says so, and may still verify.
        (Judgement::Good(warnings), Expected::Invalid) => {
            row.has("CryptoValid") && warnings.iter().any(|cause| reasons(row).contains(cause))
        }
        (Judgement::Refused(_), Expected::Valid) => false,
    }
}

/// The warnings that name the reason for which the row's source refuses.
fn reasons(row: &Row) -> &'static [Cause] {
    match row.id.as_str() {
        "wycheproof/crypto/g3/tc46" | "wycheproof/jwk/g5/tc7" => &[Cause::RsaKeyRoca],
        "wycheproof/jwk/g0/tc1" => &[Cause::JwksHoldsSecret],
        "wycheproof/jwk/g15/tc17" => &[Cause::SecretEmpty],
        "wycheproof/jwk/g8/tc10" => &[Cause::SecretTooShort],
        _ if row.has("B64False") => &[Cause::B64False],
        _ if row.has("JsonSerialization") => &[Cause::JsonSerialization],
        _ => &[],
    }
}
