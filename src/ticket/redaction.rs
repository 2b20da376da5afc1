//! What may be shown, and what stands in the place of the rest.

use super::Ticket;
use crate::{
    cause::Cause,
    finding::{Fact, Facts, Privacy, Value},
};

/// What stands in the place of a value that is left out.
pub(super) const MASK: &str = "•••";

impl Ticket<'_> {
    /// Whether the values of this claim may be shown.
    pub(super) fn shows(&self, claim: &str) -> bool {
        self.shown.iter().any(|name| name == claim)
    }

    /// The facts with a mask in the place of what may not be shown.
    pub(super) fn redacted(&self, cause: Cause, facts: &Facts) -> Facts {
        let named = match facts.get("claim").map(|fact| &fact.value) {
            Some(Value::Text(name)) => Some(name.as_str()),
            _ => claim_of(cause),
        };
        let may_show = |fact: &Fact| match fact.privacy {
            Privacy::Public => true,
            Privacy::Claim => named.is_some_and(|name| self.shows(name)),
            Privacy::Secret => false,
        };
        let mask = |mut fact: Fact| {
            if !may_show(&fact) {
                fact.value = Value::Text(MASK.to_owned());
            }
            fact
        };
        facts.iter().cloned().map(mask).collect()
    }
}

/// The claim that a cause is about.
fn claim_of(cause: Cause) -> Option<&'static str> {
    let name = cause.id().split('-').next()?;
    ["aud", "iss", "sub", "jti", "nonce", "azp"].into_iter().find(|claim| *claim == name)
}
