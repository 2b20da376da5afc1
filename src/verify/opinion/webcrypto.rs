//! What the browser's WebCrypto is asked about a signature: an implementation that shares nothing with ours, and is given
//! the very same octets. The asking is the browser's affair; the question and what an answer means are here.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::{
    keys::{Curve, Key, KeyKind, OkpCurve},
    verify::{Algorithm, Family},
};

/// The parameters of an algorithm in the words of the Web Cryptography API. What one operation does not need it ignores,
/// so the same ones serve to import the key and to verify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameters {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    named_curve: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt_length: Option<usize>,
}

/// A key under an algorithm, as WebCrypto imports it. No `Debug`: the key may be a secret.
#[derive(Clone)]
pub struct Verifier {
    /// The algorithm.
    pub parameters: Parameters,
    /// The format of the key: `raw` or `spki`.
    pub format: &'static str,
    /// The key in that format.
    pub key: Vec<u8>,
}

/// A question about one signature and one key.
#[derive(Clone)]
pub struct Question {
    /// The key.
    pub verifier: Verifier,
    /// The JWS Signing Input.
    pub signing_input: Rc<[u8]>,
    /// The JWS Signature.
    pub signature: Rc<[u8]>,
    /// What our own table found.
    verified: bool,
}

/// What WebCrypto says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The signature is the key's.
    Verified,
    /// It is not.
    Mismatch,
    /// It does not take the key: the name of its error.
    KeyRefused(String),
    /// This browser does not have the algorithm, or no WebCrypto at all.
    Unavailable,
}

/// What WebCrypto makes of the signature, beside what we found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureOpinion {
    /// Whether the signature verifies; none when it can't be asked.
    pub verifies: Option<bool>,
    /// The name of the error with which it refuses the key; empty when it doesn't.
    pub error: String,
    /// The known difference that explains why it answers otherwise.
    pub difference: Option<Difference>,
    /// Whether it contradicts us in a way that no known difference explains.
    pub disagrees: bool,
}

/// A difference that is known and explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// A secret of no octets is refused (Web Cryptography API, HMAC import), and we compute with it.
    EmptySecret,
}

impl Difference {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::EmptySecret];
}

impl Verifier {
    /// The key under the algorithm; none where WebCrypto has no name for one of them.
    pub fn new(key: &Key, algorithm: &Algorithm) -> Option<Self> {
        let parameters = parameters(key, algorithm)?;
        let (format, key) = match key.secret() {
            Some(secret) => ("raw", secret.to_vec()),
            None => ("spki", key.spki()?),
        };
        Some(Self { parameters, format, key })
    }
}

impl Question {
    /// The question whether the signature of this input is the key's, which we have found `verified` or not. None where
    /// WebCrypto has no name for the algorithm or the key.
    pub fn new(
        key: &Key,
        algorithm: &Algorithm,
        signing_input: Rc<[u8]>,
        signature: Rc<[u8]>,
        verified: bool,
    ) -> Option<Self> {
        Some(Self { verifier: Verifier::new(key, algorithm)?, signing_input, signature, verified })
    }

    /// What the answer means beside ours.
    pub fn judge(&self, answer: Answer) -> SignatureOpinion {
        let (verifies, error) = match answer {
            Answer::Verified => (Some(true), String::new()),
            Answer::Mismatch => (Some(false), String::new()),
            Answer::KeyRefused(error) => (Some(false), error),
            Answer::Unavailable => (None, String::new()),
        };
        let differs = verifies.is_some_and(|verifies| verifies != self.verified);
        let difference = self.difference(&error).filter(|_| differs);
        SignatureOpinion { verifies, error, difference, disagrees: differs && difference.is_none() }
    }

    /// The known difference that is at work when the key is refused with this error, or the signature judged otherwise.
    fn difference(&self, error: &str) -> Option<Difference> {
        let refused = !error.is_empty();
        (refused && self.verifier.parameters.name == "HMAC" && self.verifier.key.is_empty())
            .then_some(Difference::EmptySecret)
    }
}

fn parameters(key: &Key, algorithm: &Algorithm) -> Option<Parameters> {
    let curve = key.material().curve();
    let name = match (algorithm.family, algorithm.key) {
        (Family::Hmac, KeyKind::Secret) => "HMAC",
        (Family::RsaPkcs1, _) => "RSASSA-PKCS1-v1_5",
        (Family::RsaPss, _) => "RSA-PSS",
        (Family::Ecdsa, _) if curve != Some(Curve::Secp256k1.name()) => "ECDSA",
        (Family::EdDsa, _) if curve == Some(OkpCurve::Ed25519.name()) => "Ed25519",
        _ => return None,
    };
    Some(Parameters {
        name,
        hash: algorithm.hash.map(crate::verify::Hash::name),
        named_curve: curve.filter(|_| algorithm.family == Family::Ecdsa),
        // RFC 7518 section 3.5: as long as the hash.
        salt_length: algorithm
            .hash
            .filter(|_| algorithm.family == Family::RsaPss)
            .map(crate::verify::Hash::bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{keys, verify::by_name};

    fn question(key: &str, alg: &str, verified: bool) -> Option<Question> {
        let ring = keys::read(&[key.to_owned()]);
        Question::new(&ring.keys[0], by_name(alg).unwrap(), Rc::from(*b"a.b"), Rc::from(*b"c"), verified)
    }

    const RSA: &str = r#"{"kty":"RSA","n":"vEcnvi9PMasx9T_9AiOQ-aGt2QM56ozj1v5MatN2BeJ_TgaQkQi-AoZRud9QZHqL1cEX0Y3n4h19BmsGWhu-d7o1MH4-KPcGVZ0zSNmzxxGXeUGR0lEYGwsyXtchjsStwnHIkj7GPO707E5AItg0vZyc7NWw57TlZ0ahZFqTrfsnEcx99rVvlRxsk3pLZ37rf4TiJvj65-mslgOfSp18HKkzEXHdq7PTRUdyWy--Zuw-MpXUEVD3a7udZPY5z16NwsotFRA3zN8BfRKelHlNtnLUB4tFPpvdcK58XO75ap-B6LnO8KrFkqqodcNcRiBTaIm9n7M3UvxUopzLnjcNJQ","e":"AQAB"}"#;
    const EC: &str = r#"{"kty":"EC","crv":"P-256","x":"HYiODbn_Zft26mXTC8_gXSWQmV6OdL1waDXrRI5fSNo","y":"OL_OA3yTlLQp3UvwxTpY9cNzXwyunTx3pG3VtkVYLBM"}"#;
    const ED: &str = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

    #[test]
    fn an_algorithm_has_the_names_that_webcrypto_gives_it() {
        for (key, alg, expected) in [
            ("secret", "HS384", r#"{"name":"HMAC","hash":"SHA-384"}"#),
            (RSA, "RS256", r#"{"name":"RSASSA-PKCS1-v1_5","hash":"SHA-256"}"#),
            (RSA, "PS512", r#"{"name":"RSA-PSS","hash":"SHA-512","saltLength":64}"#),
            (EC, "ES256", r#"{"name":"ECDSA","hash":"SHA-256","namedCurve":"P-256"}"#),
            (ED, "EdDSA", r#"{"name":"Ed25519"}"#),
        ] {
            let question = question(key, alg, true).unwrap();
            let verifier = question.verifier;
            assert_eq!(serde_json::to_string(&verifier.parameters).unwrap(), expected);
            assert_eq!(verifier.format, if key == "secret" { "raw" } else { "spki" });
        }
        assert!(
            question(EC, "ES256K", true)
                .is_none_or(|question| question.verifier.parameters.named_curve == Some("P-256"))
        );
    }

    #[test]
    fn another_answer_is_a_disagreement_unless_it_is_explained() {
        let said = |key, verified, answer| {
            let opinion = question(key, "HS256", verified).unwrap().judge(answer);
            (opinion.verifies, opinion.disagrees)
        };
        assert_eq!(said("k", true, Answer::Verified), (Some(true), false));
        assert_eq!(said("k", true, Answer::Mismatch), (Some(false), true));
        assert_eq!(said("k", false, Answer::Verified), (Some(true), true));
        assert_eq!(said("k", true, Answer::KeyRefused("DataError".to_owned())), (Some(false), true));
        assert_eq!(said("k", false, Answer::KeyRefused("DataError".to_owned())), (Some(false), false));
        assert_eq!(said("k", true, Answer::Unavailable), (None, false));
        let empty = r#"{"kty":"oct","k":""}"#;
        assert_eq!(said(empty, true, Answer::KeyRefused("DataError".to_owned())), (Some(false), false));
        assert_eq!(said(empty, true, Answer::Mismatch), (Some(false), true));
    }
}
