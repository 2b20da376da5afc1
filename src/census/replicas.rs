//! The sign of replicas with keys of their own: tokens of one kind that verify with different keys, or only some of
//! which verify.

use serde::{Deserialize, Serialize};

use super::{Found, Match, few::Few, judgement::Judgement};
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
    let judgements = found.iter().filter_map(|found| found.judgement.as_ref());
    let mut judgements: Vec<&Judgement> = judgements.collect();
    order::by_key(&mut judgements, |judgement| kind(judgement));
    let kinds = judgements.chunk_by(|one, next| kind(one) == kind(next));
    let mut suspected: Vec<Replicas> = kinds.filter_map(of_kind).collect();
    order::by_key(&mut suspected, |kind| std::cmp::Reverse(kind.tokens()));
    suspected
}

/// What tokens of one kind show, if they show the sign.
fn of_kind(judgements: &[&Judgement]) -> Option<Replicas> {
    let (alg, kid, issuer) = kind(judgements.first()?);
    let mut keys = Few::default();
    let mut unverified = 0;
    for judgement in judgements {
        match judgement.matched {
            Some(Match { key, .. }) => keys.count(key),
            None => unverified += u64::from(judgement.tried),
        }
    }
    let mut keys = keys.into_list();
    order::by_key(&mut keys, |(key, _)| *key);
    let shows = keys.len() > 1 || !keys.is_empty() && unverified > 0;
    shows.then(|| Replicas {
        alg: alg.map(str::to_owned),
        kid: kid.map(str::to_owned),
        issuer: issuer.map(str::to_owned),
        keys,
        unverified,
    })
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
