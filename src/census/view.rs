//! A census as a table: rows in an order, groups by what became of the tokens, and a histogram over time of each.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Census, Fate, Found, Match, Named, Place, Replicas, few::Few, lines::wide, replicas};
use crate::order;

/// How many bars a histogram has.
pub const BINS: usize = 40;

/// How many keys are named.
const MOST_KEYS: usize = 64;

/// What the rows are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// As they appear in the log.
    #[default]
    Place,
    /// How often they were seen.
    Count,
    /// When they were seen first.
    First,
    /// When they were seen last.
    Last,
    /// How many of the sightings are accepted.
    Verdict,
    /// The first cause.
    Cause,
    /// The key that verifies them.
    Key,
}

/// Which rows are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Their order.
    pub order: Order,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Only tokens that this has become of, at one of their times.
    pub fate: Option<Fate>,
    /// Only tokens of which name, "alg", "kid", issuer or subject holds this, whatever the case of its letters.
    pub words: String,
    /// How many rows at most.
    pub most: usize,
}

/// A token in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its position in the census.
    pub token: usize,
    /// The beginning of its digest, in hexadecimal.
    pub name: String,
    /// The "alg", shortened.
    pub alg: Option<String>,
    /// The "kid", shortened.
    pub kid: Option<String>,
    /// The "sub", shortened.
    pub subject: Option<String>,
    /// How often it was seen.
    pub count: u64,
    /// How often it was accepted where it was seen.
    pub accepted: u64,
    /// How often it was rejected.
    pub rejected: u64,
    /// The first places.
    pub places: Vec<Place>,
    /// When it was seen first and last.
    pub ends: Option<(i64, i64)>,
    /// What became of it when it was first rejected; else at its first time. None before it is judged.
    pub fate: Option<Fate>,
    /// The key that verifies it.
    pub matched: Option<Match>,
}

/// The tokens that the same has become of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What has become of them; none for all.
    pub fate: Option<Fate>,
    /// How many distinct tokens.
    pub tokens: u64,
    /// How many sightings.
    pub sightings: u64,
    /// How many sightings in each of [`BINS`] equal parts of the time that the log spans; empty without times.
    pub bins: Vec<u64>,
}

/// What is said of the whole log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How many bytes were read, after decompression.
    pub bytes: u64,
    /// How many distinct tokens were found.
    pub tokens: u64,
    /// How often a token was seen.
    pub sightings: u64,
    /// How many tokens wait to be judged.
    pub waiting: u64,
    /// From the first time at which a token was seen to the last.
    pub ends: Option<(i64, i64)>,
    /// Whether a time didn't say its zone and was read as UTC.
    pub without_zone: bool,
    /// Sightings of further tokens, for which there was no room.
    pub left_out: u64,
    /// Texts that begin as a token and are longer than one may be.
    pub too_long: u64,
    /// Sightings whose time was not kept; they count as seen at the time of the question.
    pub untimed: u64,
}

/// The table as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The whole log.
    pub summary: Summary,
    /// All tokens first, then by what became of them: the largest group first.
    pub groups: Vec<Group>,
    /// What the messages of libraries in the log name as causes, the most lines first.
    pub messages: Vec<Named>,
    /// The keys at hand, in their order: the "kid", or what a key without one is.
    pub keys: Vec<String>,
    /// Kinds of tokens that verify with different keys, or only some of which do.
    pub replicas: Vec<Replicas>,
    /// How many rows fit the question.
    pub fitting: usize,
    /// The first of them.
    pub rows: Vec<Row>,
}

impl Census {
    /// The table as it is now.
    pub fn view(&self, query: &Query) -> View {
        let ends = self.found.iter().filter_map(|found| found.sightings.ends);
        let ends = ends.reduce(|all, next| (all.0.min(next.0), all.1.max(next.1)));
        let words = query.words.trim().to_ascii_lowercase();
        let mut rows: Vec<Row> = (self.found.iter().enumerate())
            .filter(|(_, found)| query.fate.is_none_or(|fate| found.meets(fate)) && found.holds(&words))
            .map(|(token, found)| found.row(token))
            .collect();
        order::by(&mut rows, |one, other| {
            let compared = compare(one, other, query.order);
            let compared = if query.descending { compared.reverse() } else { compared };
            compared.then(one.token.cmp(&other.token))
        });
        let fitting = rows.len();
        rows.truncate(query.most);
        View {
            messages: self.messages.named(),
            keys: self.keys(),
            summary: self.summary(ends),
            groups: self.groups(ends),
            replicas: replicas::suspected(&self.found),
            fitting,
            rows,
        }
    }

    fn keys(&self) -> Vec<String> {
        let keys = self.bench.keys.keys.iter().take(MOST_KEYS);
        keys.map(|key| key.kid.clone().unwrap_or_else(|| key.kind().kty().to_owned())).collect()
    }

    fn summary(&self, ends: Option<(i64, i64)>) -> Summary {
        Summary {
            bytes: self.lines.bytes(),
            tokens: wide(self.found.len()),
            sightings: self.found.iter().map(|found| found.sightings.count).sum(),
            waiting: wide(self.waiting.len()),
            ends,
            without_zone: self.bounds.without_zone,
            left_out: self.bounds.left_out,
            too_long: self.bounds.too_long,
            untimed: self.bounds.untimed,
        }
    }

    fn groups(&self, ends: Option<(i64, i64)>) -> Vec<Group> {
        let bins = if ends.is_some() { vec![0; BINS] } else { Vec::new() };
        let empty = |fate| Group { fate, tokens: 0, sightings: 0, bins: bins.clone() };
        let mut all = empty(None);
        let mut groups: Few<Fate, Group> = Few::default();
        for found in &self.found {
            all.tokens += 1;
            let mut met = Vec::new();
            for (time, count) in found.seen() {
                let bin = time.zip(ends).map(|(time, ends)| bin(time, ends));
                all.add(bin, count);
                let Some(fate) = found.fate_at(time) else { continue };
                let first = !met.contains(&fate);
                if first {
                    met.push(fate);
                }
                groups.change(
                    fate,
                    || empty(Some(fate)),
                    |group| {
                        group.add(bin, count);
                        group.tokens += u64::from(first);
                    },
                );
            }
        }
        let mut groups: Vec<Group> = groups.into_list().into_iter().map(|(_, group)| group).collect();
        order::by_key(&mut groups, |group| (std::cmp::Reverse(group.sightings), group.fate));
        groups.insert(0, all);
        groups
    }
}

impl Group {
    fn add(&mut self, bin: Option<usize>, count: u64) {
        self.sightings += count;
        if let Some(bin) = bin.and_then(|bin| self.bins.get_mut(bin)) {
            *bin += count;
        }
    }
}

/// Which part of the time between these ends a time falls into.
fn bin(time: i64, (first, last): (i64, i64)) -> usize {
    let (since, length) = (i128::from(time) - i128::from(first), i128::from(last) - i128::from(first) + 1);
    // BINS is small, and the share lies between 0 and 1.
    usize::try_from(since * i128::try_from(BINS).unwrap_or(1) / length).unwrap_or(0).min(BINS - 1)
}

impl Found {
    /// What became of the token at a time, or at the time of the question where none is known.
    fn fate_at(&self, time: Option<i64>) -> Option<Fate> {
        let judgement = self.judgement.as_ref()?;
        judgement.at(time.unwrap_or(judgement.now))
    }

    fn meets(&self, fate: Fate) -> bool {
        self.seen().any(|(time, _)| self.fate_at(time) == Some(fate))
    }

    /// Whether what a row shows of the token holds these words, given in small letters.
    fn holds(&self, words: &str) -> bool {
        let judgement = self.judgement.as_ref();
        let texts = judgement.map(|known| [&known.alg, &known.kid, &known.issuer, &known.subject]);
        let shown = texts.into_iter().flatten().flatten();
        words.is_empty()
            || self.name.contains(words)
            || shown.into_iter().any(|text| text.to_ascii_lowercase().contains(words))
    }

    fn row(&self, token: usize) -> Row {
        let judgement = self.judgement.as_ref();
        let count_of = |wanted: fn(Fate) -> bool| {
            self.seen()
                .filter(|(time, _)| self.fate_at(*time).is_some_and(wanted))
                .map(|(_, count)| count)
                .sum()
        };
        let fates = || self.seen().filter_map(|(time, _)| self.fate_at(time));
        let rejected = fates().find(|fate| matches!(fate, Fate::Rejected(_)));
        Row {
            token,
            name: self.name.clone(),
            alg: judgement.and_then(|known| known.alg.clone()),
            kid: judgement.and_then(|known| known.kid.clone()),
            subject: judgement.and_then(|known| known.subject.clone()),
            count: self.sightings.count,
            accepted: count_of(|fate| fate == Fate::Accepted),
            rejected: count_of(|fate| matches!(fate, Fate::Rejected(_))),
            places: self.sightings.places.clone(),
            ends: self.sightings.ends,
            fate: rejected.or_else(|| fates().next()),
            matched: judgement.and_then(|known| known.matched),
        }
    }
}

/// The order of two rows; what has no value comes last.
fn compare(one: &Row, other: &Row, order: Order) -> Ordering {
    fn known_first<T: Ord + Copy>(one: Option<T>, other: Option<T>) -> Ordering {
        other.is_some().cmp(&one.is_some()).then(one.cmp(&other))
    }
    match order {
        Order::Place => one.token.cmp(&other.token),
        Order::Count => one.count.cmp(&other.count),
        Order::First => known_first(one.ends.map(|ends| ends.0), other.ends.map(|ends| ends.0)),
        Order::Last => known_first(one.ends.map(|ends| ends.1), other.ends.map(|ends| ends.1)),
        // Shares are compared without dividing; a count of sightings is far from the limit.
        Order::Verdict => (u128::from(one.accepted) * u128::from(other.count))
            .cmp(&(u128::from(other.accepted) * u128::from(one.count))),
        Order::Cause => known_first(one.fate, other.fate),
        Order::Key => known_first(one.matched, other.matched),
    }
}
