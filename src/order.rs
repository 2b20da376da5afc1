//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for each type that is sorted, at about five kilobytes of wasm each. Here
//! it sorts positions, whatever they are the positions of.

use std::cmp::Ordering;

/// Sorts by a key, the least first; what has equal keys stays in its order.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = positions(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    take(items, order);
}

/// Sorts by a comparison; equal ones stay in their order.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    take(items, order);
}

/// Puts in order what stands at these positions.
fn take<T>(items: &mut Vec<T>, order: Vec<usize>) {
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|position| unsorted.get_mut(position)?.take()));
}

/// The positions from 0 to `count` in the order of what stands there.
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|&one, &other| compare(one, other));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_key_comes_first_and_equal_ones_keep_their_order() {
        let mut words = vec!["pear", "fig", "plum", "date", "kiwi", "lime", "apple", "nut"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "nut", "pear", "plum", "date", "kiwi", "lime", "apple"]);
    }

    #[test]
    fn long_lists_are_sorted_as_the_standard_library_does() {
        let mut ours: Vec<u32> =
            (0..5_000_u32).map(|number| number.wrapping_mul(2_654_435_761) >> 16).collect();
        let mut theirs = ours.clone();
        by_key(&mut ours, |number| *number);
        theirs.sort_unstable();
        assert_eq!(ours, theirs);
        by(&mut ours, |one, other| other.cmp(one));
        theirs.reverse();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn nothing_and_one_are_in_order() {
        let mut none: Vec<u8> = Vec::new();
        by_key(&mut none, |byte| *byte);
        assert!(none.is_empty());
        let mut one = vec!["a".to_owned()];
        by_key(&mut one, String::clone);
        assert_eq!(one, ["a"]);
    }
}
