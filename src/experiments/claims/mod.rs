//! Claims, the policy that they are judged by, and the clock. Each experiment changes one of them alone.

pub mod audience;
pub mod clock;
pub mod expectation;
pub mod from_duration;
pub mod from_string;
pub mod issuer;
pub mod local_time;
pub mod max_age;
pub mod milliseconds;
pub mod requirement;

use std::rc::Rc;

use super::Proposal;
use crate::{
    case::{Case, Edit},
    cause::Cause,
    evaluation,
    finding::{Facts, Finding, Severity, Value},
    policy::Policy,
};

/// The claims that are NumericDates (RFC 7519 section 4.1).
const TIMES: [&str; 3] = ["exp", "nbf", "iat"];

/// The errors of the claims' stage that have this cause.
fn errors(case: &Case, cause: Cause) -> Vec<Finding> {
    let findings = evaluation::claims_stage(case).findings.into_iter();
    findings.filter(|finding| finding.cause == cause && finding.severity == Severity::Error).collect()
}

/// The text of a finding's fact.
fn text<'a>(finding: &'a Finding, fact: &str) -> Option<&'a str> {
    match &finding.facts.get(fact)?.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The proposal to judge by another policy.
fn with_policy(facts: Facts, change: impl Fn(&mut Policy) + 'static) -> Proposal {
    Proposal::new(Edit::Policy(Rc::new(change)), facts)
}

/// One value as it is, several as a list.
fn listed(values: &[String]) -> Value {
    match values {
        [one] => one.as_str().into(),
        several => several.to_vec().into(),
    }
}
