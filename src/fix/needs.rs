//! What has to be written otherwise, by the causes that are true of a token.

use super::claims;
use crate::{
    cause::Cause,
    finding::{Facts, Value},
};

/// How the secret is read from where it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The section of the language that decodes it; none: as text.
    pub encoding: Option<&'static str>,
    /// What stands before it and is no part of it.
    pub prefix: Option<String>,
    /// Whether white space around it is no part of it.
    pub trimmed: bool,
    /// Whether it is read from a file, past shells and env files.
    pub from_file: bool,
}

/// How a public key is come by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum PublicKey {
    /// From a PEM file.
    #[default]
    Pem,
    /// From a variable whose line ends are written out.
    EscapedPem,
    /// From a set, by "kid".
    Set,
}

/// What has to be written otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    /// The token is verified, with what belongs to it.
    pub verify: bool,
    /// How the secret is read.
    pub reading: Reading,
    /// How a public key is come by.
    pub key: PublicKey,
    /// The token is taken out of the Authorization header.
    pub bearer: bool,
    /// The issuer writes the time claims.
    pub time: bool,
}

impl Needs {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what a cause asks for; `facts` are those of its change or finding.
    pub fn add(&mut self, cause: Cause, facts: &Facts) {
        self.add_transport(cause);
        if !can_be_written(cause, facts) {
            return;
        }
        self.add_secret(cause, facts);
        self.verify |= self.reading != Reading::default() || is_mended_by_verifying(cause);
        if cause == Cause::PemNewlinesLost {
            self.key = PublicKey::EscapedPem;
        } else if is_mended_by_a_key_set(cause) {
            self.key = PublicKey::Set;
        }
        self.verify |= self.key != PublicKey::Pem;
    }

    fn add_transport(&mut self, cause: Cause) {
        self.bearer |=
            matches!(cause, Cause::AuthSchemeLeftIn | Cause::AuthSchemeTwice | Cause::WhitespaceAroundToken);
        self.time |= matches!(
            cause,
            Cause::NumericDateMilliseconds
                | Cause::NumericDateString
                | Cause::NumericDateNotANumber
                | Cause::NumericDateRelative
                | Cause::NumericDateOdd
                | Cause::LocalTimeAsUtc
                | Cause::NeverExpires
                | Cause::LifetimeTooLong
        );
    }

    fn add_secret(&mut self, cause: Cause, facts: &Facts) {
        let reading = &mut self.reading;
        match cause {
            // The corrected text is what to keep, and it is read as text.
            Cause::SecretBase64Decoded if !decodes_in_a_line(facts) => {}
            Cause::SecretUrlEncoded if facts.get("encoded_bytes").is_some() => {}
            Cause::SecretBase64Decoded => reading.encoding = Some(base64(facts)),
            Cause::SecretHexDecoded => reading.encoding = Some("hex"),
            Cause::SecretUrlEncoded => reading.encoding = Some("percent"),
            Cause::SecretCharset => reading.encoding = charset(facts),
            Cause::SecretWhitespace => reading.trimmed = true,
            Cause::SecretQuoted | Cause::SecretShellExpanded => reading.from_file = true,
            Cause::SecretPrefix => {
                // A value between marks is kept without them, where it is kept; no line of code looks for both.
                reading.from_file = facts.get("suffix").is_some();
                reading.prefix = text(facts, "prefix").filter(|_| !reading.from_file).map(str::to_owned);
                reading.encoding = match text(facts, "encoding") {
                    Some("base64") => Some("base64"),
                    Some("hex") => Some("hex"),
                    _ => None,
                };
            }
            _ => {}
        }
    }
}

/// Whether the secret can be had in a line, or is a text that can be kept corrected; whether a claim's value can be.
fn can_be_written(cause: Cause, facts: &Facts) -> bool {
    let in_a_line = match cause {
        Cause::SecretBase64Decoded => decodes_in_a_line(facts),
        Cause::SecretCharset => facts.get("encoding").is_none() || charset(facts).is_some(),
        Cause::ClaimMismatch => return claims::can_be_written(facts),
        _ => true,
    };
    in_a_line || facts.get("corrected").is_some()
}

/// Whether every library's decoder makes the same octets of the text at once; where its end drops out, most refuse it.
fn decodes_in_a_line(facts: &Facts) -> bool {
    count(facts) <= 1 && facts.get("cut").is_none()
}

fn count(facts: &Facts) -> i64 {
    match facts.get("count").map(|fact| &fact.value) {
        Some(Value::Number(count)) => *count,
        _ => 1,
    }
}

fn text<'a>(facts: &'a Facts, name: &str) -> Option<&'a str> {
    match &facts.get(name)?.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn base64(facts: &Facts) -> &'static str {
    if text(facts, "encoding") == Some("base64url") { "base64url" } else { "base64" }
}

fn charset(facts: &Facts) -> Option<&'static str> {
    match text(facts, "encoding")? {
        "latin-1" | "windows-1252" => Some("latin-1"),
        "utf-16le" => Some("utf-16"),
        _ => None,
    }
}

/// Whether a verification that is written out, with the right values, is the remedy.
pub(super) fn is_mended_by_verifying(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::SecretBase64Decoded
            | Cause::SecretBase64Text
            | Cause::SecretHexDecoded
            | Cause::SecretHexText
            | Cause::SecretWhitespace
            | Cause::SecretQuoted
            | Cause::SecretUrlEncoded
            | Cause::SecretShellExpanded
            | Cause::SecretPrefix
            | Cause::SecretCharset
            | Cause::SecretPlaceholder
            | Cause::SecretEmpty
            | Cause::SecretWellKnown
            | Cause::SecretTooShort
            | Cause::JwkKNotEncoded
            | Cause::AlgorithmConfusion
            | Cause::AlgNotAllowed
            | Cause::AlgHeaderWrong
            | Cause::AlgCase
            | Cause::AlgKeyMismatch
            | Cause::NoAlgorithmList
            | Cause::PrivateKeyGiven
            | Cause::CertificateGiven
            | Cause::Pkcs1PublicKey
            | Cause::PemLabelWrong
            | Cause::PemArmourMissing
            | Cause::PemTruncated
            | Cause::PemQuoted
            | Cause::KeyBase64Twice
            | Cause::KeyIsPath
            | Cause::SshPublicKey
            | Cause::DerKey
            | Cause::ClockSkew
            | Cause::AudMismatch
            | Cause::AudNearMiss
            | Cause::AudNotExpected
            | Cause::AudMalformed
            | Cause::IssMismatch
            | Cause::IssNearMiss
            | Cause::SubMismatch
            | Cause::NonceMismatch
            | Cause::AzpMismatch
            | Cause::TypMismatch
            | Cause::MaxAgeExceeded
            | Cause::ClaimMismatch
    )
}

/// Whether the remedy is to take the key from a set that is fetched.
pub(super) fn is_mended_by_a_key_set(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::WrongKey
            | Cause::KeyChangedAtIssuer
            | Cause::KeyIsUrl
            | Cause::JwksKidNotFound
            | Cause::JwksOtherKeyVerifies
            | Cause::JwksDuplicateKid
            | Cause::KidMissing
            | Cause::SelfSignedKey
            | Cause::EmbeddedKey
    )
}
