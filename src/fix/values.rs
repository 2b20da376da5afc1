//! The values that a verifier has to expect, out of the token, the policy and the proof.

use crate::{
    cause::Cause,
    diagnosis::report::{JsonMember, JsonText, TokenReport},
    finding::{Facts, Value},
    jose::json::{self, Document, Node},
    policy::Policy,
};

/// The lifetime in the templates, in seconds.
const HOUR: i64 = 3_600;

/// The age that has to be allowed, where the proof says that this is the mistake.
pub(super) fn max_age(causes: &[(Cause, Facts)]) -> Option<i64> {
    let mut exceeded = causes.iter().filter(|(cause, _)| *cause == Cause::MaxAgeExceeded);
    exceeded.find_map(|(_, facts)| seconds(facts, "age"))
}

/// The lifetime that the issuer may give: the limit that was passed, or one of less than the hour that is usual.
pub(super) fn lifetime(causes: &[(Cause, Facts)], policy: &Policy) -> Option<i64> {
    let mut exceeded = causes.iter().filter(|(cause, _)| *cause == Cause::LifetimeTooLong);
    let short = || policy.max_lifetime.map(i64::from).filter(|limit| *limit < HOUR);
    exceeded.find_map(|(_, facts)| seconds(facts, "limit")).or_else(short)
}

/// The "typ" of the header.
pub(super) fn typ(token: &TokenReport) -> Vec<String> {
    own(token.header.as_ref(), "typ")
}

/// A "typ" of its own, which tells a token from other JWTs (RFC 8725 section 3.11). Some libraries refuse each that they
/// were not told of.
pub(super) fn explicit(token: &TokenReport) -> Option<String> {
    typ(token).into_iter().next().filter(|typ| !typ.is_empty() && !typ.eq_ignore_ascii_case("JWT"))
}

/// A fact that is a duration, in seconds.
pub(super) fn seconds(facts: &Facts, name: &str) -> Option<i64> {
    match facts.get(name)?.value {
        Value::Seconds(seconds) => Some(seconds),
        _ => None,
    }
}

/// The strings of a member: itself, or the members of an array.
pub(super) fn own(text: Option<&JsonText>, name: &str) -> Vec<String> {
    let members: &[JsonMember] = text.map_or(&[], |text| &text.members);
    let Some(member) = members.iter().rev().find(|member| member.name == name) else { return Vec::new() };
    if let Some(one) = &member.string {
        return vec![one.clone()];
    }
    let value: Option<Document> = json::parse(member.value.as_bytes()).ok();
    let array = value.as_ref().and_then(|value| value.root.as_array()).unwrap_or_default();
    array.iter().filter_map(Node::as_str).map(str::to_owned).collect()
}

/// What the verifier has to expect: what it does, where the token has it; the token's own, where nothing is expected or
/// the proof says that this is the mistake.
pub(super) fn expected(own: &[String], policy: &[String], mistaken: bool) -> Option<String> {
    let both = policy.iter().find(|wanted| own.contains(wanted));
    let of_token = own.first().filter(|_| mistaken || policy.is_empty());
    both.or(of_token).or(policy.first()).cloned()
}

/// The same for what is compared only where it is expected, or where the proof says that this is the mistake.
pub(super) fn wanted(own: &[String], policy: Option<&String>, mistaken: bool) -> Option<String> {
    let asked = policy.is_some() || mistaken;
    expected(own, policy.map_or(&[], std::slice::from_ref), mistaken).filter(|_| asked)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            LIBRARIES, of,
            tests::{TEMPLATES, proved, token},
        },
        *,
    };

    #[test]
    fn a_type_of_its_own_is_expected() {
        let mut token = token("RS256", "i", "a");
        let header = token.header.as_mut().unwrap();
        let mut member = header.members[0].clone();
        (member.name, member.string) = ("typ".to_owned(), Some("at+jwt".to_owned()));
        header.members.push(member);
        let text = |token: &TokenReport, library| {
            let fix =
                of(&proved(token.clone(), Cause::IssNearMiss, Facts::new()), &Policy::default()).unwrap();
            fix.snippet(library, TEMPLATES).unwrap().verifier.unwrap()
        };
        for library in LIBRARIES {
            assert!(text(&token, library).contains("\"at+jwt\""), "{}", library.id);
        }
        token.header.as_mut().unwrap().members.last_mut().unwrap().string = Some("jwt".to_owned());
        for library in LIBRARIES {
            assert!(!text(&token, library).contains("typ"), "{}", library.id);
        }
    }
}
