//! Where and when a token was seen, in bounded memory.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How many places of a token are kept.
const MAX_PLACES: usize = 5;

/// A place in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The offset of the token's first character, in bytes from the beginning of the log.
    pub offset: u64,
    /// The line, counted from 1.
    pub line: u64,
}

/// The sightings of one token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sightings {
    /// How many there are.
    pub count: u64,
    /// The first few of them.
    pub places: Vec<Place>,
    /// How many there are at each second, as far as the log says when and the times were kept.
    pub times: BTreeMap<i64, u64>,
    /// The seconds of the first and the last one, also of those whose times were not kept.
    pub ends: Option<(i64, i64)>,
}

impl Sightings {
    /// Adds one. Whether its time is kept is the caller's decision; whether that took memory is the answer.
    pub(super) fn add(&mut self, place: Place, time: Option<i64>, may_grow: bool) -> Kept {
        self.count += 1;
        if self.places.len() < MAX_PLACES {
            self.places.push(place);
        }
        let Some(time) = time else { return Kept::Nothing };
        self.ends = Some(self.ends.map_or((time, time), |(first, last)| (first.min(time), last.max(time))));
        if let Some(count) = self.times.get_mut(&time) {
            *count += 1;
            Kept::Nothing
        } else if may_grow {
            self.times.insert(time, 1);
            Kept::Time
        } else {
            Kept::Dropped
        }
    }

    /// How many sightings have no time, or none that was kept.
    pub(super) fn without_time(&self) -> u64 {
        self.count - self.times.values().sum::<u64>()
    }
}

/// What became of the time of a sighting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// There was none, or the same second is there already.
    Nothing,
    /// It was kept.
    Time,
    /// There was no more room for it.
    Dropped,
}
