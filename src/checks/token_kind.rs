//! `wrong-token-kind`: an ID token where an access token belongs, a refresh token, a token for another exchange.
//!
//! The evidence is in the token itself: "typ", what issuers write about the kind, and claims that only one kind has.
//! Without a policy that asks for another kind it is no reason to reject.

use std::rc::Rc;

use super::typ;
use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place, Severity, Span},
    jose::{self, Token},
};

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// For an API (RFC 9068).
    Access,
    /// For the client (OpenID Connect Core).
    Id,
    /// For the issuer's token endpoint.
    Refresh,
    /// For ending a session (OpenID Connect Back-Channel Logout).
    Logout,
    /// A notice about an event (RFC 8417).
    Event,
    /// A proof of possession, for one request (RFC 9449).
    DpopProof,
    /// For exchange at Google's Identity Toolkit.
    Custom,
}

/// The media types of "typ" that say what the token is for.
const TYPES: [(&str, Kind); 4] = [
    ("application/at+jwt", Kind::Access),
    ("application/logout+jwt", Kind::Logout),
    ("application/secevent+jwt", Kind::Event),
    ("application/dpop+jwt", Kind::DpopProof),
];

/// The claims by which issuers name the kind: AWS Cognito, Keycloak, and two widespread libraries.
const NAMED: [(&str, &str, Kind); 12] = [
    ("token_use", "access", Kind::Access),
    ("token_use", "id", Kind::Id),
    ("typ", "Bearer", Kind::Access),
    ("typ", "ID", Kind::Id),
    ("typ", "Refresh", Kind::Refresh),
    ("typ", "Offline", Kind::Refresh),
    ("typ", "Logout", Kind::Logout),
    ("token_type", "access", Kind::Access),
    ("token_type", "refresh", Kind::Refresh),
    ("type", "access", Kind::Access),
    ("type", "refresh", Kind::Refresh),
    ("aud", IDENTITY_TOOLKIT, Kind::Custom),
];

/// The audience of Firebase's custom tokens.
const IDENTITY_TOOLKIT: &str =
    "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit";

/// The claims that only one kind has, beside a scope none of them.
const TELLING: [(&str, Kind); 5] = [
    ("htu", Kind::DpopProof),
    ("events", Kind::Event),
    ("at_hash", Kind::Id),
    ("c_hash", Kind::Id),
    ("nonce", Kind::Id),
];

/// Whether the token is of a kind that the verifier can't want.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let Some((kind, place, span)) = kind(case) else { return Vec::new() };
    let (wanted, severity) = match wanted(case) {
        Some((wanted, severity)) if wanted != kind => (wanted, severity),
        Some(_) => return Vec::new(),
        None => match kind {
            Kind::Access => return Vec::new(),
            Kind::Id | Kind::DpopProof | Kind::Event => (Kind::Access, Severity::Note),
            Kind::Refresh | Kind::Logout => (Kind::Access, Severity::Warning),
            // It serves for nothing but to be traded for one.
            Kind::Custom => (Kind::Id, Severity::Warning),
        },
    };
    let facts = Facts::new().public("token_kind", kind.id()).public("kind_wanted", wanted.id());
    vec![Finding::new(Cause::WrongTokenKind, severity, place).maybe_at(span).with(facts)]
}

/// What the token is for, and where it says so.
fn kind(case: &Case) -> Option<(Kind, Place, Option<Span>)> {
    let header = case.header()?;
    if let Some(kind) = header.typ().and_then(by_type) {
        return Some((kind, Place::Header, header.span("typ")));
    }
    let says = |claim: &str, value: &str| case.claim(claim).and_then(|node| node.as_str()) == Some(value);
    let named =
        NAMED.iter().find(|(claim, value, _)| says(claim, value)).map(|(claim, _, kind)| (*claim, *kind));
    let scoped = ["scope", "scp"].iter().any(|claim| case.claim(claim).is_some());
    let telling = || TELLING.iter().copied().find(|(claim, _)| !scoped && case.claim(claim).is_some());
    let (claim, kind) = named.or_else(telling)?;
    Some((kind, Place::Payload, case.claim_span(claim)))
}

/// Whether a token may be an access token: it doesn't say that it is something else.
pub(super) fn may_be_access(token: &str) -> bool {
    let Token::Jws(jws) = jose::parse(token) else { return true };
    let case = Case::new(jws.into(), 0, Rc::default(), Rc::default(), 0, None);
    kind(&case).is_none_or(|(kind, ..)| kind == Kind::Access)
}

/// What the policy asks for: a "typ" that is compared, or a nonce, which only an ID token answers.
fn wanted(case: &Case) -> Option<(Kind, Severity)> {
    let by_typ = case.policy.typ.as_deref().and_then(by_type).map(|kind| (kind, Severity::Error));
    by_typ.or_else(|| case.policy.nonce.as_ref().map(|_| (Kind::Id, Severity::Warning)))
}

fn by_type(typ: &str) -> Option<Kind> {
    let typ = typ::full(typ);
    TYPES.iter().find(|(name, _)| *name == typ).map(|(_, kind)| *kind)
}

impl Kind {
    /// The name that facts carry.
    const fn id(self) -> &'static str {
        match self {
            Self::Access => "access-token",
            Self::Id => "id-token",
            Self::Refresh => "refresh-token",
            Self::Logout => "logout-token",
            Self::Event => "security-event",
            Self::DpopProof => "dpop-proof",
            Self::Custom => "custom-token",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::testing::{case_of, words},
        IDENTITY_TOOLKIT, check,
    };
    use crate::policy::Policy;

    #[track_caller]
    fn check_kind(header: &str, payload: &str, policy: impl FnOnce(&mut Policy), expected: &str) {
        assert_eq!(words(&check(&case_of(header, payload, policy))), expected, "{header} {payload}");
    }

    #[test]
    fn the_kind_is_told_by_the_token() {
        check_kind(r#"{"typ":"JWT"}"#, "{}", |_| {}, "");
        check_kind(r#"{"typ":"at+jwt"}"#, r#"{"nonce":"n"}"#, |_| {}, "");
        check_kind(r#"{"typ":"dpop+jwt"}"#, "{}", |_| {}, "note wrong-token-kind");
        check_kind("{}", r#"{"token_use":"id"}"#, |_| {}, "note wrong-token-kind");
        check_kind("{}", r#"{"typ":"Bearer","nonce":"n"}"#, |_| {}, "");
        check_kind("{}", r#"{"typ":"Refresh"}"#, |_| {}, "warning wrong-token-kind");
        check_kind("{}", r#"{"at_hash":"a"}"#, |_| {}, "note wrong-token-kind");
        check_kind("{}", r#"{"nonce":"n","scope":"read"}"#, |_| {}, "");
    }

    #[test]
    fn a_custom_token_is_traded_for_an_id_token() {
        let case = case_of("{}", &format!(r#"{{"aud":"{IDENTITY_TOOLKIT}"}}"#), |_| {});
        let found = check(&case);
        assert_eq!(words(&found), "warning wrong-token-kind");
        assert!(found[0].facts.get("kind_wanted").is_some_and(|fact| fact.value == "id-token".into()));
    }

    #[test]
    fn what_the_policy_asks_for_is_the_measure() {
        let access = |policy: &mut Policy| policy.typ = Some("at+jwt".to_owned());
        let id = |policy: &mut Policy| policy.nonce = Some("n".to_owned());
        check_kind(r#"{"typ":"JWT"}"#, r#"{"nonce":"n"}"#, access, "error wrong-token-kind");
        check_kind(r#"{"typ":"JWT"}"#, r#"{"nonce":"n"}"#, id, "");
        check_kind("{}", r#"{"token_use":"access"}"#, id, "warning wrong-token-kind");
        check_kind("{}", "{}", access, "");
    }
}
