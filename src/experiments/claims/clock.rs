//! The clock shows another time than the issuer's: by a little, which is a mistake, or by more, which is a decision.

use crate::{
    case::{Case, Edit},
    cause::Cause,
    diagnosis::report::Window,
    evaluation::window,
    experiments::Proposal,
    finding::{Facts, Value},
};

/// By how many seconds two clocks may differ without anybody noticing.
pub(super) const SKEW: i64 = 300;
/// Ten years in seconds: an "exp" before 1980 is no time at all.
const NO_DATE: i64 = 315_360_000;

/// How far the clock has to be moved for the time claims to be accepted; none when they are, or when no time will do.
///
/// A token that is too old before it is valid needs a greater age as well; the clock is moved to where that is all.
pub(super) fn needed(case: &Case) -> Option<i64> {
    let has_time = |window: &Window| window.first.zip(window.last).is_none_or(|(first, last)| first <= last);
    let windows = [window::of(case), window::of_claims(case)];
    let window = windows.into_iter().find(has_time)?;
    let early = window.first.filter(|first| case.now < *first);
    let late = window.last.filter(|last| case.now > *last);
    // The ends of the range stand for what lies behind them.
    let time = early.or(late).filter(|time| !matches!(*time, i64::MIN | i64::MAX))?;
    Some(time.saturating_sub(case.now))
}

/// Moves the clock by at most 300 seconds.
pub fn skew(case: &Case) -> Vec<Proposal> {
    let small = needed(case).filter(|offset| offset.saturating_abs() <= SKEW);
    small.map(|offset| with_leeway(case, moved(case, offset), offset)).into_iter().collect()
}

/// Judges at the last second at which the token is accepted.
pub fn moved_back(case: &Case) -> Vec<Proposal> {
    let back = needed(case).filter(|offset| *offset < -SKEW && case.now.saturating_add(*offset) > NO_DATE);
    back.map(|offset| moved(case, offset).because(late_cause(case))).into_iter().collect()
}

/// Judges at the first second at which the token is accepted.
pub fn moved_on(case: &Case) -> Vec<Proposal> {
    let on = needed(case).filter(|offset| *offset > SKEW);
    on.map(|offset| moved(case, offset)).into_iter().collect()
}

/// What the clock has passed: "exp", or the greatest age.
fn late_cause(case: &Case) -> Cause {
    let expired = case
        .date("exp")
        .is_some_and(|exp| case.now >= exp.ceil().saturating_add(i64::from(case.policy.leeway)));
    if expired { Cause::Expired } else { Cause::MaxAgeExceeded }
}

/// The leeway is what a verifier is given, as its number of seconds.
fn with_leeway(case: &Case, mut proposal: Proposal, offset: i64) -> Proposal {
    proposal.facts = proposal.facts.public("corrected", leeway(case, offset).to_string());
    proposal
}

/// The leeway that has the same effect as a clock moved so far, in seconds.
fn leeway(case: &Case, offset: i64) -> i64 {
    i64::from(case.policy.leeway).saturating_add(offset.saturating_abs())
}

pub(super) fn moved(case: &Case, offset: i64) -> Proposal {
    let to = case.now.saturating_add(offset);
    let facts = Facts::new()
        .public("offset", Value::Seconds(offset))
        .public("leeway", Value::Seconds(leeway(case, offset)))
        .public("from", Value::Instant(case.now))
        .public("to", Value::Instant(to));
    Proposal::new(Edit::Now(to), facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiments::testing::case_with;

    #[track_caller]
    fn check(claims: &str, policy: &str, offset: Option<i64>) {
        assert_eq!(needed(&case_with(claims, policy)), offset, "{claims} {policy}");
    }

    #[test]
    fn the_clock_is_moved_just_as_far_as_is_needed() {
        check(r#"{"exp":1750000001}"#, "{}", None);
        check(r#"{"exp":1750000000}"#, "{}", Some(-1));
        check(r#"{"exp":1749999900}"#, "{}", Some(-101));
        check(r#"{"exp":1749999900}"#, r#"{"leeway":60}"#, Some(-41));
        check(r#"{"nbf":1750000060}"#, "{}", Some(60));
        check(r#"{"nbf":1750000060}"#, r#"{"leeway":10}"#, Some(50));
        check(r#"{"iat":1749990000}"#, r#"{"max_age":9990}"#, Some(-10));
        check(r#"{"nbf":1750000060,"exp":1750000050}"#, "{}", None);
        check(r#"{"nbf":1750000060,"iat":1749990000}"#, r#"{"max_age":10}"#, Some(60));
        check(r#"{"nbf":1e400}"#, "{}", None);
        check(r#"{"exp":-1e400}"#, "{}", None);
    }

    #[test]
    fn a_small_move_is_skew_and_a_larger_one_a_decision() {
        for (claims, counts) in [
            (r#"{"exp":1749999701}"#, (1, 0, 0)),
            (r#"{"exp":1749999700}"#, (0, 1, 0)),
            (r#"{"nbf":1750000300}"#, (1, 0, 0)),
            (r#"{"nbf":1750000301}"#, (0, 0, 1)),
            (r#"{"exp":3600}"#, (0, 0, 0)),
            (r#"{"exp":-9223372036854775000}"#, (0, 0, 0)),
        ] {
            let case = case_with(claims, "{}");
            assert_eq!(
                (skew(&case).len(), moved_back(&case).len(), moved_on(&case).len()),
                counts,
                "{claims}"
            );
        }
    }

    #[test]
    fn the_leeway_that_would_do_is_named() {
        let proposals = skew(&case_with(r#"{"exp":1749999973}"#, r#"{"leeway":10}"#));
        let facts = proposals.first().map(|proposal| &proposal.facts);
        let leeway = facts.and_then(|facts| facts.get("leeway")).map(|fact| fact.value.clone());
        assert!(leeway == Some(Value::Seconds(28)));
    }
}
