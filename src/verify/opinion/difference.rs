//! Where `jsonwebtoken` is known to judge otherwise than the RFCs or than this table.

use super::{Answer, Question, provider};
use crate::{
    jose::{
        base64url,
        json::{self, Document, Node},
    },
    verify::by_name,
};

/// A difference that is known and explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Its list of algorithms is closed and has twelve names: ES512, ES256K, Ed25519, Ed448 and ML-DSA are not on it.
    ClosedAlgorithmList,
    /// A header that doesn't fit its structure is refused as a whole, such as one whose "typ" is no string.
    HeaderRefusedAsAWhole,
    /// "crit" is read and not acted upon (RFC 7515 section 4.1.11 demands a refusal).
    CritIgnored,
    /// "exp" is required unless somebody takes it off the list.
    ExpRequired,
    /// A required claim of the wrong type is reported as missing.
    WrongTypeIsMissing,
    /// An "iss" or "aud" that is expected and absent is accepted unless it is also required.
    AbsentIsAccepted,
    /// An "aud" that nobody expects is refused.
    AudienceUnexpected,
    /// A list of algorithms of which some are of another family than the key's refuses every token.
    MixedFamiliesRefused,
    /// A NumericDate with a fraction is rounded, and one before 1970 is no NumericDate.
    DateRounded,
}

impl Difference {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::ClosedAlgorithmList,
        Self::HeaderRefusedAsAWhole,
        Self::CritIgnored,
        Self::ExpRequired,
        Self::WrongTypeIsMissing,
        Self::AbsentIsAccepted,
        Self::AudienceUnexpected,
        Self::MixedFamiliesRefused,
        Self::DateRounded,
    ];

    /// The id by which a sentence about it is found.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ClosedAlgorithmList => "closed-algorithm-list",
            Self::HeaderRefusedAsAWhole => "header-refused-as-a-whole",
            Self::CritIgnored => "crit-ignored",
            Self::ExpRequired => "exp-required",
            Self::WrongTypeIsMissing => "wrong-type-is-missing",
            Self::AbsentIsAccepted => "absent-is-accepted",
            Self::AudienceUnexpected => "audience-unexpected",
            Self::MixedFamiliesRefused => "mixed-families-refused",
            Self::DateRounded => "date-rounded",
        }
    }
}

/// The parts of the token that the differences are about.
struct Parts {
    header: Option<Document>,
    claims: Option<Document>,
}

impl Parts {
    fn of(token: &str) -> Self {
        let mut segments = token.split('.');
        let mut next = || json::parse(&base64url::decode(segments.next()?).bytes).ok();
        Self { header: next(), claims: next() }
    }

    fn header(&self, name: &str) -> Option<&Node> {
        self.header.as_ref()?.root.get(name)
    }

    fn claim(&self, name: &str) -> Option<&Node> {
        self.claims.as_ref()?.root.get(name)
    }
}

/// The differences that may have decided the answer.
pub(super) fn at_work(question: &Question<'_>, answer: &Answer) -> Vec<Difference> {
    let parts = Parts::of(question.token);
    Difference::ALL.into_iter().filter(|difference| applies(*difference, question, answer, &parts)).collect()
}

fn applies(difference: Difference, question: &Question<'_>, answer: &Answer, parts: &Parts) -> bool {
    let error = if let Answer::Rejected(error) = answer { error.as_str() } else { "" };
    let accepted = *answer == Answer::Accepted;
    let number = |name| parts.claim(name).and_then(Node::as_number);
    match difference {
        Difference::ClosedAlgorithmList => parts
            .header("alg")
            .and_then(Node::as_str)
            .is_some_and(|alg| by_name(alg).is_some() && provider::name_of(alg).is_none()),
        Difference::HeaderRefusedAsAWhole => {
            let alg = parts.header("alg").and_then(Node::as_str).and_then(provider::name_of);
            error.starts_with("JSON error") && alg.is_some() && parts.claims.is_some()
        }
        Difference::CritIgnored => accepted && parts.header("crit").is_some(),
        Difference::ExpRequired => error == "Missing required claim: exp" && parts.claim("exp").is_none(),
        Difference::WrongTypeIsMissing => {
            error.strip_prefix("Missing required claim: ").is_some_and(|name| parts.claim(name).is_some())
        }
        Difference::AbsentIsAccepted => {
            let absent =
                |expected: &[String], name: &str| !expected.is_empty() && parts.claim(name).is_none();
            accepted && (absent(question.issuers, "iss") || absent(question.audiences, "aud"))
        }
        Difference::AudienceUnexpected => error == "InvalidAudience" && question.audiences.is_empty(),
        Difference::MixedFamiliesRefused => error == "InvalidAlgorithm" && super::is_mixed(question),
        Difference::DateRounded => [number("exp"), number("nbf")]
            .into_iter()
            .flatten()
            .any(|date| date.contains(['.', '-', 'e', 'E'])),
    }
}
