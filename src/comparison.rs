//! Two tokens, member by member: the good one and the bad one.
//!
//! **Law.** Compared are decoded members of two JSON objects; what is the same and what differs is a fact, and which of
//! the two is right is not for this room to say.

use crate::diagnosis::report::JsonMember;

/// How a member stands in two objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Both have it with the same value, however it is spelled.
    Same,
    /// Both have it, with different values.
    Different,
    /// Only the first has it.
    OnlyFirst,
    /// Only the second has it.
    OnlySecond,
}

/// A member of two objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// Its name.
    pub name: &'a str,
    /// In the first object.
    pub first: Option<&'a JsonMember>,
    /// In the second object.
    pub second: Option<&'a JsonMember>,
}

impl Pair<'_> {
    /// How the member stands in the two.
    pub fn likeness(&self) -> Likeness {
        match (self.first, self.second) {
            (Some(first), Some(second)) if same(first, second) => Likeness::Same,
            (_, None) => Likeness::OnlyFirst,
            (None, _) => Likeness::OnlySecond,
            _ => Likeness::Different,
        }
    }
}

/// The members of two objects, in the order of the first, then those that only the second has. Of several members of a
/// name the last one counts.
pub fn members<'a>(first: &'a [JsonMember], second: &'a [JsonMember]) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for name in first.iter().chain(second).map(|member| member.name.as_str()) {
        if !pairs.iter().any(|pair| pair.name == name) {
            pairs.push(Pair { name, first: last(first, name), second: last(second, name) });
        }
    }
    pairs
}

fn last<'a>(members: &'a [JsonMember], name: &str) -> Option<&'a JsonMember> {
    members.iter().rev().find(|member| member.name == name)
}

/// Whether two values are the same, but for escapes in a string and white space around a value.
fn same(first: &JsonMember, second: &JsonMember) -> bool {
    match (&first.string, &second.string) {
        (Some(first), Some(second)) => first == second,
        (None, None) => first.value.trim() == second.value.trim(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Span;

    fn member(name: &str, value: &str) -> JsonMember {
        let string = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(str::to_owned);
        JsonMember { name: name.into(), value: value.into(), string, instant: None, span: Span::new(0, 0) }
    }

    #[test]
    fn every_member_of_either_is_compared_once() {
        let good = [member("iss", "\"a\""), member("exp", "1"), member("sub", "\"x\"")];
        let bad = [member("aud", "[]"), member("exp", "2"), member("iss", "\"a\"")];
        let found: Vec<_> =
            members(&good, &bad).iter().map(|pair| (pair.name.to_owned(), pair.likeness())).collect();
        let expected = [
            ("iss", Likeness::Same),
            ("exp", Likeness::Different),
            ("sub", Likeness::OnlyFirst),
            ("aud", Likeness::OnlySecond),
        ];
        assert_eq!(found, expected.map(|(name, likeness)| (name.to_owned(), likeness)));
    }

    #[test]
    fn a_number_is_no_string_and_the_last_of_a_name_counts() {
        let first = [member("a", "1"), member("b", "1"), member("b", "2")];
        let second = [member("a", "\"1\""), member("b", "2")];
        let found: Vec<_> = members(&first, &second).iter().map(Pair::likeness).collect();
        assert_eq!(found, [Likeness::Different, Likeness::Same]);
    }
}
