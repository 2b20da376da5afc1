//! The fix to copy: how the library at hand verifies this token as it should, with the token's own algorithm, issuer,
//! audience and leeway, for the cause that was found.
//!
//! **Law.** No fix switches a check off. What stands in the token gets into a fix as a string literal and in no other
//! way; the algorithm is a name of our table. A secret is never in a fix: it says where the secret is read from.

mod claims;
mod literal;
mod needs;
mod templates;
#[cfg(test)]
mod tests;
mod values;

pub use self::templates::Templates;
use self::{
    claims::Expectation,
    literal::quoted,
    needs::{Needs, PublicKey},
    templates::{Book, Section, fill},
    values::{expected, explicit, lifetime, max_age, own, seconds, typ, wanted},
};
use crate::{
    cause::{Cause, Class},
    diagnosis::report::{Change, TokenReport, Verdict},
    finding::{Facts, Severity, Value},
    policy::Policy,
    verify::{self, Algorithm, Family},
};

/// The languages that fixes are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    Python,
    JavaScript,
    Java,
    Go,
    CSharp,
    Php,
    Ruby,
    Rust,
}

impl Dialect {
    #[cfg(test)]
    const ALL: [Self; 8] = [
        Self::Python,
        Self::JavaScript,
        Self::Java,
        Self::Go,
        Self::CSharp,
        Self::Php,
        Self::Ruby,
        Self::Rust,
    ];

    /// The name of its book.
    const fn book(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::JavaScript => "javascript",
            Self::Java => "java",
            Self::Go => "go",
            Self::CSharp => "csharp",
            Self::Php => "php",
            Self::Ruby => "ruby",
            Self::Rust => "rust",
        }
    }
}

/// A library that fixes are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Library {
    /// Its stable name, and the name of its book.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What the messages of the knowledge base call it.
    message: &'static str,
    dialect: Dialect,
}

const fn library(id: &'static str, name: &'static str, message: &'static str, dialect: Dialect) -> Library {
    Library { id, name, message, dialect }
}

/// All of them, in the order in which they are offered.
pub const LIBRARIES: [Library; 12] = [
    library("pyjwt", "PyJWT", "PyJWT", Dialect::Python),
    library("jose", "jose (JavaScript)", "jose", Dialect::JavaScript),
    library("jsonwebtoken", "jsonwebtoken (Node)", "jsonwebtoken", Dialect::JavaScript),
    library("express-jwt", "express-jwt", "express-jwt", Dialect::JavaScript),
    library("spring-security", "Spring Security", "spring-security", Dialect::Java),
    library("jjwt", "jjwt", "jjwt", Dialect::Java),
    library("nimbus", "Nimbus JOSE + JWT", "nimbus-jose-jwt", Dialect::Java),
    library("golang-jwt", "golang-jwt", "golang-jwt", Dialect::Go),
    library(
        "microsoft-identitymodel",
        ".NET (Microsoft.IdentityModel)",
        "Microsoft.IdentityModel",
        Dialect::CSharp,
    ),
    library("php-jwt", "php-jwt (firebase)", "php-jwt", Dialect::Php),
    library("ruby-jwt", "ruby-jwt", "ruby-jwt", Dialect::Ruby),
    library("rust-jsonwebtoken", "jsonwebtoken (Rust)", "jsonwebtoken (Rust)", Dialect::Rust),
];

impl Library {
    /// The library with this id.
    pub fn by_id(id: &str) -> Option<Self> {
        LIBRARIES.into_iter().find(|library| library.id == id)
    }

    /// The library that a recognised message is of.
    pub fn of_message(name: &str) -> Option<Self> {
        LIBRARIES.into_iter().find(|library| library.message == name)
    }
}

/// What has to be written otherwise for a token, whatever the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    needs: Needs,
    algorithm: &'static Algorithm,
    issuer: Option<String>,
    audience: Option<String>,
    subject: Option<String>,
    azp: Option<String>,
    typ: Option<String>,
    claims: Vec<Expectation>,
    /// Whether the nonce is compared; it is another one at each login, so that none is a literal.
    nonce: bool,
    max_age: Option<i64>,
    leeway: Option<i64>,
    /// How long the issuer's tokens live, in seconds, where an hour is too much or a limit was passed.
    lifetime: Option<i64>,
}

/// A fix in the words of a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// What belongs into the verifier.
    pub verifier: Option<String>,
    /// What belongs where tokens are made.
    pub issuer: Option<String>,
}

/// The fix of the first proof; without one, of what was found and is possible. None where no code mends it.
pub fn of(token: &TokenReport, policy: &Policy) -> Option<Fix> {
    let causes = causes(token);
    let mut needs = Needs::default();
    for (cause, facts) in &causes {
        needs.add(*cause, facts);
    }
    let has = |wanted: &[Cause]| causes.iter().any(|(cause, _)| wanted.contains(cause));
    let own = |name: &str| own(token.payload.as_ref(), name);
    let leeway = causes
        .iter()
        .filter(|(cause, _)| *cause == Cause::ClockSkew)
        .find_map(|(_, facts)| seconds(facts, "leeway"));
    let leeway = leeway.unwrap_or_else(|| policy.leeway.into());
    let algorithm = algorithm(token, policy, &causes)?;
    if algorithm.family == Family::Hmac && needs.key == PublicKey::Set {
        // A secret is in no set that could be fetched.
        return None;
    }
    (!needs.is_empty()).then(|| Fix {
        issuer: expected(&own("iss"), &policy.issuer, has(&[Cause::IssMismatch, Cause::IssNearMiss])),
        audience: expected(&own("aud"), &policy.audience, has(&[Cause::AudMismatch, Cause::AudNearMiss])),
        subject: wanted(&own("sub"), policy.subject.as_ref(), has(&[Cause::SubMismatch])),
        azp: wanted(&own("azp"), policy.azp.as_ref(), has(&[Cause::AzpMismatch])),
        typ: wanted(&typ(token), policy.typ.as_ref(), has(&[Cause::TypMismatch])).or_else(|| explicit(token)),
        claims: claims::expected(token.payload.as_ref(), policy, &causes),
        nonce: policy.nonce.is_some() || has(&[Cause::NonceMismatch]),
        max_age: max_age(&causes).or(policy.max_age.map(i64::from)),
        leeway: Some(leeway).filter(|leeway| *leeway > 0),
        lifetime: lifetime(&causes, policy),
        algorithm,
        needs,
    })
}

/// The causes that count, each with what is known of it.
fn causes(token: &TokenReport) -> Vec<(Cause, Facts)> {
    let offered = token.proved.iter().find(|proof| proof.class != Class::Attack).or(token.proved.first());
    if let Some(proof) = offered {
        return proof.changes.iter().map(|Change { cause, facts, .. }| (*cause, facts.clone())).collect();
    }
    let found = token.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let found = found.map(|finding| (finding.cause, finding.facts.clone()));
    // Nothing has to be written otherwise for a token that is accepted here.
    let possible = token.possible.iter().filter(|_| token.verdict != Verdict::Accepted);
    found.chain(possible.map(|cause| (*cause, Facts::new()))).collect()
}

/// The algorithm to pin: never the one that an attack asks for.
fn algorithm(token: &TokenReport, policy: &Policy, causes: &[(Cause, Facts)]) -> Option<&'static Algorithm> {
    let confused = causes.iter().any(|(cause, _)| *cause == Cause::AlgorithmConfusion);
    let fits = |algorithm: &&Algorithm| !(confused && algorithm.family == Family::Hmac);
    let renamed = causes.iter().filter(|(cause, _)| *cause == Cause::AlgHeaderWrong).find_map(
        |(_, facts)| match &facts.get("expected")?.value {
            Value::Text(name) => verify::by_name(name),
            _ => None,
        },
    );
    let of_policy = || policy.algorithms.iter().flatten().find_map(|name| verify::by_name(name).filter(fits));
    let of_token = token.alg.as_deref().and_then(verify::by_name_in_any_case);
    renamed
        .or(of_token)
        .filter(fits)
        .or_else(of_policy)
        .or_else(|| verify::by_name("RS256").filter(|_| confused))
}

impl Fix {
    /// The algorithm that is pinned.
    pub const fn alg(&self) -> &'static str {
        self.algorithm.name
    }

    /// Whether there is an issuer, audience or other claim in it: the token's own word or the policy's.
    pub const fn names_somebody(&self) -> bool {
        self.issuer.is_some() || self.audience.is_some() || !self.claims.is_empty()
    }

    /// The fix for a library; none when the library has no such algorithm.
    pub fn snippet(&self, library: Library, templates: Templates<'_>) -> Option<Snippet> {
        let (language, book) = (templates.book(library.dialect.book())?, templates.book(library.id)?);
        let lifetime = self.lifetime.map(|seconds| seconds.to_string());
        let time = language.text("time").filter(|_| self.needs.time);
        let time = time.map(|time| fill(time, &[("lifetime", lifetime.as_deref())], &[]));
        let bearer = language.text("bearer").filter(|_| self.needs.bearer);
        let verification = if self.needs.verify {
            let known = book.text("algs")?.split(' ').any(|alg| alg == self.algorithm.name);
            Some(self.verification(library.dialect, language, book).filter(|_| known)?)
        } else {
            None
        };
        let verifier: Vec<&str> = bearer.into_iter().chain(verification.as_deref()).collect();
        let verifier = (!verifier.is_empty()).then(|| verifier.join("\n\n"));
        Some(Snippet { verifier, issuer: time })
    }

    fn verification(&self, dialect: Dialect, language: Book<'_>, library: Book<'_>) -> Option<String> {
        let (statements, key) = self.key(dialect, language, library)?;
        let alg = quoted(self.algorithm.name, dialect);
        let literal = |text: &Option<String>| text.as_deref().map(|text| quoted(text, dialect));
        let (iss, aud) = (literal(&self.issuer), literal(&self.audience));
        let (sub, azp, typ) = (literal(&self.subject), literal(&self.azp), literal(&self.typ));
        let claims: Vec<_> = self.claims.iter().map(|claim| claim.spelled(dialect)).collect();
        let nonce = language.section("nonce").filter(|_| self.nonce).map(|section| section.expression);
        let (max_age, leeway) =
            (self.max_age.map(|age| age.to_string()), self.leeway.map(|leeway| leeway.to_string()));
        let alone: &templates::Values<'_> = &[("alg", Some(&alg)), ("ALG", Some(self.algorithm.name))];
        let (before, expression) = (fill(key.statements, alone, &[]), fill(key.expression, alone, &[]));
        let verify = fill(
            library.text("verify")?,
            &[
                ("key", Some(&expression)),
                ("alg", Some(&alg)),
                ("ALG", Some(self.algorithm.name)),
                ("iss", iss.as_deref()),
                ("aud", aud.as_deref()),
                ("sub", sub.as_deref()),
                ("azp", azp.as_deref()),
                ("typ", typ.as_deref()),
                ("nonce", nonce),
                ("max_age", max_age.as_deref()),
                ("leeway", leeway.as_deref()),
                ("options", key.option),
            ],
            &claims,
        );
        let parts = [statements, before, verify];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"))
    }

    /// How the key is read, and how the library takes it.
    fn key<'a>(
        &self,
        dialect: Dialect,
        language: Book<'a>,
        library: Book<'a>,
    ) -> Option<(String, Section<'a>)> {
        let kind = match self.algorithm.family {
            Family::Hmac => return Some((self.secret(dialect, language)?, library.section("secret")?)),
            Family::RsaPkcs1 | Family::RsaPss => "rsa",
            Family::Ecdsa => "ec",
            Family::EdDsa | Family::MlDsa => "ed",
        };
        let pem = if self.needs.key == PublicKey::EscapedPem { "pem-escaped" } else { "pem" };
        match library.section(kind).filter(|_| self.needs.key != PublicKey::Set) {
            Some(section) => Some((language.text(pem)?.to_owned(), section)),
            None => Some((String::new(), library.section("jwks")?)),
        }
    }

    /// The statements that read the secret.
    fn secret(&self, dialect: Dialect, language: Book<'_>) -> Option<String> {
        let reading = &self.needs.reading;
        let source = language.section(if reading.from_file { "file" } else { "env" })?;
        let mut expression = source.expression.to_owned();
        if reading.trimmed {
            expression = fill(language.section("trimmed")?.expression, &[("s", Some(&expression))], &[]);
        }
        if let Some(prefix) = &reading.prefix {
            let prefix = quoted(prefix, dialect);
            let values: &templates::Values<'_> = &[("s", Some(&expression)), ("prefix", Some(&prefix))];
            expression = fill(language.section("prefix")?.expression, values, &[]);
        }
        let decoded =
            fill(language.text(reading.encoding.unwrap_or("text"))?, &[("s", Some(&expression))], &[]);
        Some(
            [source.statements, &decoded]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
        )
    }
}
