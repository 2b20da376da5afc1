//! The issuer took its local time for UTC, so that all time claims are off by a time zone's offset.

use super::clock::{SKEW, moved, needed};
use crate::{case::Case, evaluation::window, experiments::Proposal, finding::Value};

/// The offsets from UTC that are in use, in quarter hours, from −12:00 to +14:00.
const ZONES: [i64; 39] = [
    -48, -44, -40, -38, -36, -32, -28, -24, -20, -16, -14, -12, -10, -8, -4, 4, 8, 12, 14, 16, 18, 20, 22,
    23, 24, 26, 28, 32, 35, 36, 38, 40, 42, 44, 48, 51, 52, 55, 56,
];

/// How far from the time a token was issued that is judged at once, in seconds. Every expired token was issued at some
/// time in the past, and one in five within five minutes of a zone's offset.
const AT_ONCE: i64 = 60;

/// Moves the clock by each zone's offset with which "iat" or "nbf" lies within five minutes of the time, and within one
/// where the token is from the past.
pub fn propose(case: &Case) -> Vec<Proposal> {
    let outside = needed(case).is_some_and(|offset| offset.saturating_abs() > SKEW);
    if !outside || only_too_old(case) {
        return Vec::new();
    }
    let issued = ["iat", "nbf"].map(|claim| case.date(claim).map(|date| date.floor));
    let window = window::of(case);
    let offsets = ZONES.into_iter().map(|quarters| quarters * 900);
    offsets
        .filter(|offset| {
            let then = case.now.saturating_add(*offset);
            let most = if *offset < 0 { AT_ONCE } else { SKEW };
            let near = |time: i64| time.saturating_sub(then).saturating_abs() <= most;
            issued.into_iter().flatten().any(near) && window.holds(then)
        })
        .map(|offset| with_age(moved(case, offset), offset))
        .collect()
}

/// A token from the past may as well be as old as it says, and whoever sent it knows.
fn with_age(mut proposal: Proposal, offset: i64) -> Proposal {
    if offset < 0 {
        proposal.facts = proposal.facts.public("age", Value::Seconds(offset.saturating_neg()));
    }
    proposal
}

/// Whether nothing but the greatest age speaks against the token: an old token is no sign of a wrong zone.
fn only_too_old(case: &Case) -> bool {
    let expired = case.date("exp").is_some_and(|exp| exp.ceil() <= case.now);
    let early = case.date("nbf").is_some_and(|nbf| nbf.ceil() > case.now);
    !expired && !early
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Edit, experiments::testing::case_with};

    /// Claims of a token that was issued `ago` seconds before the time of the case and lives an hour.
    #[track_caller]
    fn check(ago: i64, offset: Option<i64>) {
        let iat = 1_750_000_000 - ago;
        let case = case_with(&format!(r#"{{"iat":{iat},"nbf":{iat},"exp":{}}}"#, iat + 3600), "{}");
        let moves: Vec<i64> = propose(&case)
            .iter()
            .filter_map(|proposal| match proposal.edits.as_slice() {
                [Edit::Now(now)] => Some(now - case.now),
                _ => None,
            })
            .collect();
        assert_eq!(moves, offset.into_iter().collect::<Vec<_>>(), "{ago}");
    }

    #[test]
    fn only_offsets_that_are_in_use_are_tried() {
        check(2 * 3600, Some(-2 * 3600));
        check(2 * 3600 + 60, Some(-2 * 3600));
        check(2 * 3600 + 61, None);
        check(-2 * 3600 + 300, Some(2 * 3600));
        check(-2 * 3600 + 120, Some(2 * 3600));
        check(-20_700, Some(20_700));
        check(-49_500, Some(49_500));
        check(-11_700, None);
        check(2 * 3600 + 1000, None);
        check(3600 * 13, None);
        check(30, None);
    }
}
