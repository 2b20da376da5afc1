//! Where points in time stand on a line: in proportion where that can be read, with shortened gaps where it can't.

/// The least distance between two neighbours, in parts of the whole line.
const LEAST: f64 = 0.085;
/// What is left free at each end, in parts of the whole line.
const MARGIN: f64 = 0.07;

/// Points on a line, from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    points: Vec<(i64, f64)>,
}

/// The stretch between two neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Its length in time, in seconds.
    pub seconds: i64,
    /// Whether it is drawn shorter than its share of the time.
    pub shortened: bool,
}

impl Axis {
    /// A line on which these instants, in seconds, have their places.
    pub fn new(instants: &[i64]) -> Self {
        let mut instants = instants.to_vec();
        jwt_why::order::by_key(&mut instants, |instant| *instant);
        instants.dedup();
        let gaps: Vec<f64> = instants.windows(2).map(seconds).collect();
        let total: f64 = gaps.iter().sum();
        let in_proportion = gaps.iter().all(|gap| gap / total >= LEAST);
        let weights = if in_proportion { gaps } else { gaps.iter().map(|gap| gap.ln_1p()).collect() };
        Self { points: place(&instants, &weights) }
    }

    /// The place of an instant; between its neighbours in proportion, beyond the ends in the margin.
    pub fn place(&self, instant: i64) -> f64 {
        let beyond =
            |end: i64| (seconds(&[end.min(instant), end.max(instant)]) / self.beyond()).min(1.0) * MARGIN;
        let after = self.points.partition_point(|(point, _)| *point < instant);
        let right = self.points.get(after);
        let left = after.checked_sub(1).and_then(|before| self.points.get(before));
        match (left, right) {
            (_, Some(&(point, place))) if point == instant => place,
            (Some(left), Some(right)) => {
                let share = seconds(&[left.0, instant]) / seconds(&[left.0, right.0]);
                left.1 + (right.1 - left.1) * share
            }
            (None, Some(&(point, place))) => place - beyond(point),
            (Some(&(point, place)), None) => place + beyond(point),
            (None, None) => 0.5,
        }
    }

    /// The instant at a place, in whole seconds: what [`Axis::place`] leads to.
    pub fn instant(&self, place: f64) -> i64 {
        let after = self.points.partition_point(|(_, point)| *point < place);
        let right = self.points.get(after);
        let left = after.checked_sub(1).and_then(|before| self.points.get(before));
        match (left, right) {
            (Some(left), Some(right)) => {
                let share = (place - left.1) / (right.1 - left.1);
                left.0.saturating_add(whole(seconds(&[left.0, right.0]) * share))
            }
            (None, Some(&(point, end))) => {
                point.saturating_sub(whole(((end - place) / MARGIN).min(1.0) * self.beyond()))
            }
            (Some(&(point, end)), None) => {
                point.saturating_add(whole(((place - end) / MARGIN).min(1.0) * self.beyond()))
            }
            (None, None) => 0,
        }
    }

    /// The first and the last instant that have a place of their own.
    pub fn ends(&self) -> (i64, i64) {
        let first = self.points.first().map_or(0, |point| point.0.saturating_sub(whole(self.beyond())));
        let last = self.points.last().map_or(0, |point| point.0.saturating_add(whole(self.beyond())));
        (first, last)
    }

    /// The length of time that each margin stands for, in seconds: a quarter of the line, and no less than ten minutes.
    fn beyond(&self) -> f64 {
        let ends = self.points.first().zip(self.points.last());
        ends.map_or(0.0, |(first, last)| seconds(&[first.0, last.0]) / 4.0).max(600.0)
    }

    /// The stretches between the points, from left to right.
    pub fn gaps(&self) -> Vec<Gap> {
        let total: f64 = self.points.windows(2).map(length).sum();
        let drawn = 1.0 - 2.0 * MARGIN;
        let gap = |pair: &[(i64, f64)]| {
            let &[(start, from), (end, to)] = pair else { return None };
            let share = length(pair) / total;
            let shortened = share - (to - from) / drawn > 0.05;
            Some(Gap { from, to, seconds: end.saturating_sub(start), shortened })
        };
        self.points.windows(2).filter_map(gap).collect()
    }
}

/// The time between two points, in seconds.
fn length(pair: &[(i64, f64)]) -> f64 {
    match pair {
        [(from, _), (to, _)] => seconds(&[*from, *to]),
        _ => 0.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a picture is not that precise")]
fn seconds(pair: &[i64]) -> f64 {
    match pair {
        [from, to] => to.saturating_sub(*from) as f64,
        _ => 0.0,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a length of time, rounded; too long a one saturates")]
fn whole(seconds: f64) -> i64 {
    seconds.round() as i64
}

/// Gives every gap its least length, and shares out the rest by weight.
#[expect(clippy::cast_precision_loss, reason = "a handful of points")]
fn place(instants: &[i64], weights: &[f64]) -> Vec<(i64, f64)> {
    let length = 1.0 - 2.0 * MARGIN;
    let total: f64 = weights.iter().sum();
    let least = LEAST.min(length / weights.len().max(1) as f64);
    let free = length - least * weights.len() as f64;
    let mut at = if weights.is_empty() { 0.5 } else { MARGIN };
    let mut points = Vec::with_capacity(instants.len());
    for (index, &instant) in instants.iter().enumerate() {
        points.push((instant, at));
        if let Some(weight) = weights.get(index) {
            at += least + if total > 0.0 { free * weight / total } else { 0.0 };
        }
    }
    points
}

/// A place on the axis as an attribute has it. Whole numbers: the standard library's way to write others is large.
#[expect(clippy::cast_possible_truncation, reason = "a share of the axis, in hundredths of a per cent")]
pub fn percent(place: f64) -> String {
    let hundredths = (place * 10_000.0).round() as i32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(instants: &[i64], in_proportion: bool) {
        let axis = Axis::new(instants);
        assert_eq!(axis.gaps().iter().all(|gap| !gap.shortened), in_proportion, "{instants:?}");
        let places: Vec<f64> = instants.iter().map(|&instant| axis.place(instant)).collect();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
        assert!(places.iter().all(|place| (0.0..=1.0).contains(place)), "{places:?}");
    }

    #[test]
    fn points_stand_in_their_order() {
        check(&[5], true);
        check(&[0, 3600, 7200], true);
        check(&[1_648_212_559, 1_648_212_586, 1_790_000_000], false);
        check(&[i64::MIN, 0, i64::MAX], true);
    }

    #[test]
    fn an_instant_between_two_points_stands_between_them() {
        let axis = Axis::new(&[0, 100]);
        assert!(axis.place(0) < axis.place(50) && axis.place(50) < axis.place(100));
        assert!(axis.place(-1) < axis.place(0) && axis.place(101) > axis.place(100));
        assert!(axis.place(i64::MIN) >= 0.0 && axis.place(i64::MAX) <= 1.0);
    }

    #[test]
    fn a_place_leads_back_to_its_instant() {
        let axis = Axis::new(&[1_000, 1_060, 100_000]);
        for instant in [500, 1_000, 1_030, 1_060, 50_000, 100_000, 110_000] {
            let found = axis.instant(axis.place(instant));
            assert!(found.abs_diff(instant) <= 1, "{instant}: {found}");
        }
        let (first, last) = axis.ends();
        assert!((axis.instant(0.0), axis.instant(1.0)) == (first, last));
    }
}
