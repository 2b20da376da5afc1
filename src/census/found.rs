//! A distinct token of a log, with where and when it was seen, and what became of it.

use std::rc::Rc;

use super::{
    judgement::{Fate, Judgement},
    sightings::Sightings,
};
use crate::{diagnosis::judge::Bench, verify::Verifications};

/// A token that was found, and what is known of it.
pub(super) struct Found {
    pub(super) text: Rc<str>,
    pub(super) name: String,
    pub(super) sightings: Sightings,
    pub(super) judgement: Option<Judgement>,
    /// Whether it waits to be judged.
    pub(super) waits: bool,
}

impl Found {
    /// Judges at each part of time in which the token was seen.
    pub(super) fn judge(&mut self, bench: &mut Bench, memo: &mut Verifications) {
        let now = bench.now;
        let untimed = (self.sightings.without_time() > 0).then_some(now);
        for time in self.sightings.times.keys().copied().chain(untimed) {
            bench.now = time;
            match &mut self.judgement {
                Some(judgement) => judgement.judge_at(&self.text, bench, memo),
                None => self.judgement = Some(Judgement::new(&self.text, bench, now, memo)),
            }
        }
        bench.now = now;
    }

    /// How many sightings there are at which time; none for those of which no time is known.
    pub(super) fn seen(&self) -> impl Iterator<Item = (Option<i64>, u64)> {
        let untimed = Some((None, self.sightings.without_time())).filter(|(_, count)| *count > 0);
        self.sightings.times.iter().map(|(time, count)| (Some(*time), *count)).chain(untimed)
    }

    /// The time at which it is worth a look: when it was first rejected, or first seen.
    pub(super) fn telling_time(&self) -> Option<i64> {
        let judgement = self.judgement.as_ref();
        let rejected = |time: &i64| {
            judgement.is_some_and(|judgement| matches!(judgement.at(*time), Some(Fate::Rejected(_))))
        };
        let mut times = self.sightings.times.keys().copied();
        times.clone().find(rejected).or_else(|| times.next())
    }
}
