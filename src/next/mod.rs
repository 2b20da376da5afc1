//! What to fetch next, where nothing that was tried shows why a signature does not verify, or why somebody refuses a
//! token that is accepted here: the evidence that would decide it, with the command that brings it.
//!
//! **Law.** A command is made to be pasted into a shell, so what a token says gets into it quoted, or not at all. The
//! address of an issuer is the sender's own word: only a plain http or https address is asked for anything, by whoever
//! runs the command.

mod shell;

use self::shell::{address, quoted};
use crate::{
    cause::{Class, Stage},
    diagnosis::report::{JsonText, MessageReport, SignatureState, TokenReport, Verdict},
    finding::Severity,
    verify::{self, Family},
};

/// A piece of evidence that would decide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The set of keys that the issuer publishes now.
    KeySet,
    /// The key of that set that has the token's "kid".
    KeyOfKid,
    /// The key from whoever issues the tokens: "iss" leads nowhere.
    KeyByHand,
    /// The digest of the public key on both sides.
    KeyDigest,
    /// Whether a certificate is the one that the header names.
    Certificate,
    /// The length and digest of the secret on both sides.
    SecretDigest,
    /// A token that the issuer makes now.
    FreshToken,
    /// What the verifier has that refuses a token that is accepted here.
    OtherVerifier,
}

impl Evidence {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::KeySet,
        Self::KeyOfKid,
        Self::KeyByHand,
        Self::KeyDigest,
        Self::Certificate,
        Self::SecretDigest,
        Self::FreshToken,
        Self::OtherVerifier,
    ];

    /// The stable name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::KeySet => "key-set",
            Self::KeyOfKid => "key-of-kid",
            Self::KeyByHand => "key-by-hand",
            Self::KeyDigest => "key-digest",
            Self::Certificate => "certificate",
            Self::SecretDigest => "secret-digest",
            Self::FreshToken => "fresh-token",
            Self::OtherVerifier => "other-verifier",
        }
    }

    /// Whether its command has the value of a claim in it.
    pub const fn names_a_claim(self) -> bool {
        matches!(self, Self::KeySet | Self::KeyOfKid)
    }
}

/// What to do, and the command where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The evidence that it brings.
    pub evidence: Evidence,
    /// The command for a shell, of one line.
    pub command: Option<String>,
}

/// The digits of a digest that are compared: enough to tell two apart. They would confirm a guess, so the page asks to
/// keep them private.
const DIGITS: &str = "1-8";

/// What decides whether the key is the right one; nothing where the signature verifies, where a proof explains it, or
/// where only something else rejects. Where the token is accepted and messages stand beside it, where to look instead.
pub fn steps(token: &TokenReport, messages: &[MessageReport]) -> Vec<NextStep> {
    if token.verdict == Verdict::Accepted && !messages.is_empty() {
        return vec![NextStep { evidence: Evidence::OtherVerifier, command: None }];
    }
    let explained = token.proved.iter().filter(|proof| proof.class != Class::Attack);
    let explained =
        explained.flat_map(|proof| &proof.changes).any(|change| change.cause.stage() == Stage::Signature);
    let algorithm = token.alg.as_deref().and_then(verify::by_name_in_any_case);
    let algorithm = algorithm.filter(|_| !explained && token.encryption.is_none());
    let Some(algorithm) = algorithm.filter(|algorithm| is_open(token, algorithm.family)) else {
        return Vec::new();
    };
    let mut steps = if algorithm.family == Family::Hmac { secret() } else { public(token) };
    steps.push(NextStep { evidence: Evidence::FreshToken, command: None });
    steps
}

/// Whether a key would decide the verdict: not where something else rejects, whatever the key.
fn is_open(token: &TokenReport, family: Family) -> bool {
    let mut errors = token.findings.iter().filter(|finding| finding.severity == Severity::Error);
    match token.signature {
        SignatureState::Verified => false,
        SignatureState::Mismatch => true,
        // A public key that is missing or does not fit can be fetched; two sides that have no common secret yet have
        // nothing to compare.
        SignatureState::NotChecked => {
            token.verdict == Verdict::Undecided
                || family != Family::Hmac && errors.any(|finding| finding.cause.stage() == Stage::Signature)
        }
    }
}

const fn step(evidence: Evidence, command: String) -> NextStep {
    NextStep { evidence, command: Some(command) }
}

fn secret() -> Vec<NextStep> {
    let command =
        format!(r#"printf %s "$JWT_SECRET" | wc -c; printf %s "$JWT_SECRET" | sha256sum | cut -c {DIGITS}"#);
    vec![step(Evidence::SecretDigest, command)]
}

fn public(token: &TokenReport) -> Vec<NextStep> {
    let mut steps = Vec::new();
    if let Some(issuer) = string(token.payload.as_ref(), "iss").and_then(address) {
        let discovery = quoted(&format!("{issuer}/.well-known/openid-configuration"));
        let uri = format!("curl -sS {discovery} | jq -r .jwks_uri");
        // What the issuer answers is an address as well: never an option, never a file.
        let set = format!(r#"curl -sS --proto =http,https --url "$({uri})""#);
        steps.push(step(Evidence::KeySet, set.clone()));
        if let Some(kid) = token.kid.as_deref().filter(|kid| shell::is_plain(kid)) {
            let filter = quoted(".keys[] | select(.kid == $kid)");
            let command = format!("{set} | jq --arg kid {} {filter}", quoted(kid));
            steps.push(step(Evidence::KeyOfKid, command));
        }
    } else {
        steps.push(NextStep { evidence: Evidence::KeyByHand, command: None });
    }
    steps.extend(certificate(token));
    let digest = "openssl pkey -pubin -in public.pem -outform DER | sha256sum";
    steps.push(step(Evidence::KeyDigest, digest.to_owned()));
    steps
}

/// Compares a certificate with the thumbprint of the header (RFC 7515 sections 4.1.7 and 4.1.8).
fn certificate(token: &TokenReport) -> Option<NextStep> {
    let (hash, thumbprint) = [("x5t#S256", "sha256"), ("x5t", "sha1")]
        .into_iter()
        .find_map(|(parameter, hash)| Some((hash, string(token.header.as_ref(), parameter)?)))
        .filter(|(_, thumbprint)| shell::is_plain(thumbprint))?;
    let own = format!(
        "openssl x509 -in certificate.pem -outform DER | openssl dgst -{hash} -binary | basenc --base64url | tr -d ="
    );
    let same = format!(r#"test "$({own})" = {} && echo the same || echo another"#, quoted(thumbprint));
    Some(step(Evidence::Certificate, same))
}

/// A member that is a string; of several with the name the last one.
fn string<'a>(json: Option<&'a JsonText>, name: &str) -> Option<&'a str> {
    json?.members.iter().rev().find(|member| member.name == name)?.string.as_deref()
}

#[cfg(test)]
mod tests;
