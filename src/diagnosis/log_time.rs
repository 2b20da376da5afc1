//! What becomes of a token at the time that the log itself gives for it, where that is not what becomes of it now.

use super::{Diagnosis, Input, MAX_COMPARED, Step, report};
use report::{ClaimsState, Event, LogTime, Report, TokenReport, Verdict, Window};

/// The verdict at the time of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtLogTime {
    /// The time that the log gives for the token, where it stands first.
    pub time: LogTime,
    /// The verdict then.
    pub verdict: Verdict,
    /// What becomes of the claims then.
    pub claims: ClaimsState,
}

/// For each token of a report what becomes of it at the time of its log line; nothing where the log has none, or where
/// its time claims say the same then.
pub fn at_log_times(input: &Input, report: &Report) -> Vec<Option<AtLogTime>> {
    let compared = report.tokens.iter().enumerate().take(MAX_COMPARED);
    compared.map(|(index, token)| at_log_time(input, index, token)).collect()
}

fn at_log_time(input: &Input, index: usize, token: &TokenReport) -> Option<AtLogTime> {
    let (time, window) = (token.sightings.first()?.time?, token.window?);
    if side(window, time.instant) == side(window, input.now) {
        return None;
    }
    let mut diagnosis = Diagnosis::start(Input { now: time.instant, ..input.clone() }, None);
    let mut then = Report::default();
    while !diagnosis.has_answered() {
        if let Step::Event(event @ Event::Judged(_)) = diagnosis.step() {
            then.apply(event);
        }
    }
    let then = then.tokens.get(index)?;
    Some(AtLogTime { time, verdict: then.verdict, claims: then.claims })
}

/// Whether a time lies in a window, and on which side of it if not.
fn side(window: Window, time: i64) -> (bool, bool) {
    (window.holds(time), window.first.is_some_and(|first| time < first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jose::base64url;

    #[track_caller]
    fn check(line: &str, now: i64, expected: Option<(i64, Verdict)>) {
        let [header, payload] =
            [r#"{"alg":"HS256"}"#, r#"{"exp":1750000000}"#].map(|text| base64url::encode(text.as_bytes()));
        let text = format!("{line} {header}.{payload}.{}", base64url::encode(&[7; 32]));
        let input = Input { text, now, ..Input::default() };
        let report = Diagnosis::start(input.clone(), None).finish();
        let found = at_log_times(&input, &report);
        let found: Vec<_> = found.into_iter().map(|at| at.map(|at| (at.time.instant, at.verdict))).collect();
        assert_eq!(found, [expected], "{line} {now}");
    }

    #[test]
    fn the_time_of_the_line_counts_where_the_claims_say_another_thing_then() {
        let line = "2025-06-15T15:00:00Z WARN refused:";
        check(line, 1_790_000_000, Some((1_749_999_600, Verdict::Undecided)));
        check(line, 1_749_999_700, None);
        check("2025-06-16T15:00:00Z WARN refused:", 1_749_999_700, Some((1_750_086_000, Verdict::Rejected)));
        check("2025-06-16T15:00:00Z WARN refused:", 1_790_000_000, None);
        check("WARN refused:", 1_790_000_000, None);
    }
}
