//! The sign of replicas with keys of their own: tokens of one kind that verify with different keys, or only some of
//! which verify.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Found, Match, judgement::Judgement};
use crate::order;

/// Tokens of one kind that verify with different keys, or not all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replicas {
    /// The "alg" that they share.
    pub alg: Option<String>,
    /// The "kid" that they share.
    pub kid: Option<String>,
    /// The issuer that they share.
    pub issuer: Option<String>,
    /// The positions of the keys that verify some of them, and how many tokens each.
    pub keys: Vec<(usize, u64)>,
    /// How many of them no key at hand verifies.
    pub unverified: u64,
}

/// What tokens of one kind share.
type Kind<'a> = (Option<&'a str>, Option<&'a str>, Option<&'a str>);

/// The kinds of tokens that show the sign, those with the most tokens first.
pub(super) fn suspected(found: &[Found]) -> Vec<Replicas> {
    let mut kinds: BTreeMap<Kind<'_>, (BTreeMap<usize, u64>, u64)> = BTreeMap::new();
    for judgement in found.iter().filter_map(|found| found.judgement.as_ref()) {
        let (keys, unverified) = kinds.entry(kind(judgement)).or_default();
        match judgement.matched {
            Some(Match { key, .. }) => *keys.entry(key).or_default() += 1,
            None if judgement.tried => *unverified += 1,
            None => {}
        }
    }
    let shows = |(keys, unverified): &(BTreeMap<usize, u64>, u64)| {
        keys.len() > 1 || !keys.is_empty() && *unverified > 0
    };
    let mut suspected: Vec<Replicas> = kinds
        .into_iter()
        .filter(|(_, count)| shows(count))
        .map(|((alg, kid, issuer), (keys, unverified))| Replicas {
            alg: alg.map(str::to_owned),
            kid: kid.map(str::to_owned),
            issuer: issuer.map(str::to_owned),
            keys: keys.into_iter().collect(),
            unverified,
        })
        .collect();
    order::by_key(&mut suspected, |kind| std::cmp::Reverse(kind.tokens()));
    suspected
}

fn kind(judgement: &Judgement) -> Kind<'_> {
    (judgement.alg.as_deref(), judgement.kid.as_deref(), judgement.issuer.as_deref())
}

impl Replicas {
    /// How many tokens of the kind there are.
    pub fn tokens(&self) -> u64 {
        self.keys.iter().map(|(_, tokens)| tokens).sum::<u64>() + self.unverified
    }
}
