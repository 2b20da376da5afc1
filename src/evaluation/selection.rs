//! Which keys apply to a token: by "kid" (RFC 7515 section 4.1.4), then by what the algorithm needs.

use crate::{
    case::{Case, KeyChoice},
    keys::Key,
    verify::Unfit,
};

/// How the token's "kid" meets the keys at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KidMatch {
    /// The token has no "kid", or no key at hand has one.
    NotAsked,
    /// At least one key has the token's "kid".
    Found,
    /// No key has it, and a set of several is at hand: a verifier stops here.
    NotInSet,
    /// No key has it, and the key is a single one: it is tried whatever it is called. So are several single ones.
    Overridden,
}

/// The keys that apply to a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// How "kid" was answered.
    pub kid: KidMatch,
    /// The positions of the keys that are tried, in order.
    pub tried: Vec<usize>,
    /// The keys that "kid" selects and that the algorithm can't use.
    pub unfit: Vec<(usize, Unfit)>,
}

/// Selects the keys of a case.
pub fn select(case: &Case) -> Selection {
    let (kid, chosen) = by_kid(case);
    let (mut tried, mut unfit) = (Vec::new(), Vec::new());
    for index in chosen {
        let Some(key) = case.keys.keys.get(index) else { continue };
        match case.algorithm.map(|algorithm| algorithm.serves(key)) {
            Some(Ok(())) => tried.push(index),
            Some(Err(why)) => unfit.push((index, why)),
            None => {}
        }
    }
    Selection { kid, tried, unfit }
}

fn by_kid(case: &Case) -> (KidMatch, Vec<usize>) {
    let keys = &case.keys.keys;
    let all = || (0..keys.len()).collect();
    if let KeyChoice::Only(index) = case.choice {
        return (KidMatch::NotAsked, vec![index]);
    }
    let Some(kid) = case.kid().filter(|_| keys.iter().any(|key| key.kid.is_some())) else {
        return (KidMatch::NotAsked, all());
    };
    let having = |wanted: fn(&Key, &str) -> bool| {
        keys.iter().enumerate().filter(move |(_, key)| wanted(key, kid)).map(|(index, _)| index)
    };
    let mut chosen: Vec<usize> = having(|key, kid| key.kid.as_deref() == Some(kid)).collect();
    let found = !chosen.is_empty();
    chosen.extend(having(|key, _| key.kid.is_none()));
    match (found, chosen.is_empty(), case.keys.is_set_of_several()) {
        (true, _, _) => (KidMatch::Found, chosen),
        (false, false, _) => (KidMatch::NotAsked, chosen),
        (false, true, true) => (KidMatch::NotInSet, chosen),
        (false, true, false) => (KidMatch::Overridden, all()),
    }
}
