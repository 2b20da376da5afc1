//! `missing-claim`: a claim that the policy needs and the token lacks.
//!
//! Needed is what the policy requires, what it expects a value of, and what it can't compute an age or a lifetime
//! without. An expected "aud" or "iss" that is absent has a cause of its own.

use crate::{
    case::Case,
    cause::Cause,
    finding::{Facts, Finding, Place},
    policy::Policy,
};

/// One finding for each absent claim.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    if case.claims.is_none() {
        return Vec::new();
    }
    let absent = needed(&case.policy).into_iter().filter(|name| case.claim(name).is_none());
    absent
        .map(|name| {
            Finding::error(Cause::MissingClaim, Place::Payload).with(Facts::new().public("claim", name))
        })
        .collect()
}

/// The names of the claims that the policy needs, each once.
fn needed(policy: &Policy) -> Vec<&str> {
    let reported_elsewhere = |name: &str| {
        (name == "aud" && !policy.audience.is_empty()) || (name == "iss" && !policy.issuer.is_empty())
    };
    let mut names: Vec<&str> = Vec::new();
    let required = policy.required.iter().map(String::as_str);
    let compared = [
        ("sub", policy.subject.is_some()),
        ("nonce", policy.nonce.is_some()),
        ("azp", policy.azp.is_some()),
        ("iat", policy.max_age.is_some() || policy.max_lifetime.is_some()),
        ("exp", policy.max_lifetime.is_some()),
    ];
    let compared = compared.into_iter().filter(|(_, asked)| *asked).map(|(name, _)| name);
    for name in required.chain(compared).chain(policy.claims.keys().map(String::as_str)) {
        if !names.contains(&name) && !reported_elsewhere(name) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{super::testing::check_claims, check};
    use crate::policy::Policy;

    #[test]
    fn what_is_required_must_be_there() {
        let required = |policy: &mut Policy| policy.required = vec!["exp".to_owned(), "scope".to_owned()];
        check_claims(check, r#"{"exp":1,"scope":null}"#, required, "");
        check_claims(check, r#"{"exp":1}"#, required, "error missing-claim");
        check_claims(check, "{}", required, "error missing-claim, error missing-claim");
        check_claims(check, "[]", required, "");
    }

    #[test]
    fn what_is_expected_must_be_there() {
        check_claims(check, "{}", |policy| policy.subject = Some("ada".to_owned()), "error missing-claim");
        check_claims(check, "{}", |policy| policy.nonce = Some("n".to_owned()), "error missing-claim");
        check_claims(check, "{}", |policy| policy.azp = Some("app".to_owned()), "error missing-claim");
        check_claims(check, "{}", |policy| policy.max_age = Some(1), "error missing-claim");
        check_claims(
            check,
            "{}",
            |policy| policy.max_lifetime = Some(1),
            "error missing-claim, error missing-claim",
        );
        check_claims(
            check,
            "{}",
            |policy| _ = policy.claims.insert("tid".to_owned(), vec!["1".to_owned()]),
            "error missing-claim",
        );
    }

    #[test]
    fn a_claim_is_missed_once() {
        let twice = |policy: &mut Policy| {
            policy.required = vec!["sub".to_owned(), "sub".to_owned(), "aud".to_owned(), "iss".to_owned()];
            policy.subject = Some("ada".to_owned());
            policy.audience = vec!["api".to_owned()];
        };
        check_claims(check, "{}", twice, "error missing-claim, error missing-claim");
    }
}
