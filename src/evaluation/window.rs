//! The interval of time in which the claims of a case are accepted.
//!
//! RFC 7519 section 4.1.4: "exp" is the time *on or after which* the token is rejected; section 4.1.5: "nbf" the one
//! *before which* it is. Both are decimals, the clock is in whole seconds, so the bounds are rounded up exactly.

use crate::{case::Case, diagnosis::report::Window};

/// The seconds in which no time claim of the case speaks against it, at the leeway of its policy.
pub fn of(case: &Case) -> Window {
    let leeway = i64::from(case.policy.leeway);
    let of_claims = of_claims(case);
    let by_age = case.policy.max_age.and_then(|age| {
        let issued = case.date("iat")?;
        Some(issued.floor.saturating_add(i64::from(age)).saturating_add(leeway))
    });
    Window { last: [of_claims.last, by_age].into_iter().flatten().min(), ..of_claims }
}

/// The same, however old the policy allows a token to be.
pub fn of_claims(case: &Case) -> Window {
    let leeway = i64::from(case.policy.leeway);
    let first = case.date("nbf").map(|nbf| nbf.ceil().saturating_sub(leeway));
    let last = case.date("exp").map(|exp| exp.ceil().saturating_sub(1).saturating_add(leeway));
    Window { first, last }
}

/// The leeway in seconds at which a token that expires at `exp` is accepted at `now`; none when it is not expired.
pub fn leeway_for_exp(exp_ceil: i64, now: i64) -> Option<i64> {
    (now >= exp_ceil).then(|| now.saturating_sub(exp_ceil).saturating_add(1))
}

/// The leeway in seconds at which a token that starts at `nbf` is accepted at `now`; none when it has started.
pub fn leeway_for_nbf(nbf_ceil: i64, now: i64) -> Option<i64> {
    (now < nbf_ceil).then(|| nbf_ceil.saturating_sub(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_needs_one_second_more_than_the_time_since_it_expired() {
        for (exp, now, leeway) in [(100, 99, None), (100, 100, Some(1)), (100, 127, Some(28))] {
            assert_eq!(leeway_for_exp(exp, now), leeway);
        }
    }

    #[test]
    fn a_token_needs_the_whole_time_until_it_starts() {
        for (nbf, now, leeway) in [(100, 100, None), (100, 99, Some(1)), (100, 40, Some(60))] {
            assert_eq!(leeway_for_nbf(nbf, now), leeway);
        }
    }
}
