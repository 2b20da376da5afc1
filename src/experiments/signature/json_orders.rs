//! The members of a JSON object in other orders.

use super::json_spelling::{Layout, lay_out};
use crate::{
    jose::json::{Document, Member, Node},
    order,
};

/// How deep members are sorted inside of members.
const SORTED_DEPTH: usize = 16;

/// The JSON with the members of all objects sorted by name, as RFC 8785 and libraries that sort write them.
fn sorted_throughout(source: &str, node: &Node, depth: usize) -> String {
    let copied = |node: &Node| source.get(node.span.range()).unwrap_or_default().to_owned();
    let inner = |node: &Node| {
        if depth < SORTED_DEPTH { sorted_throughout(source, node, depth + 1) } else { copied(node) }
    };
    if let Some(items) = node.as_array() {
        return format!("[{}]", items.iter().map(inner).collect::<Vec<_>>().join(","));
    }
    let mut members: Vec<&Member> = node.members().iter().collect();
    if members.is_empty() {
        return copied(node);
    }
    order::by_key(&mut members, |member| member.name.as_str());
    let spelled = members.into_iter().map(|member| {
        let name = source.get(member.name_span.range()).unwrap_or_default();
        format!("{name}:{}", inner(&member.node))
    });
    format!("{{{}}}", spelled.collect::<Vec<_>>().join(","))
}

/// The orders in which issuers are known to write claims; `*` stands for all others.
const USUAL: [&str; 15] = [
    "iss sub aud iat nbf exp jti *",
    "iss sub aud exp nbf iat jti *",
    "* iat nbf exp aud iss sub jti",
    "sub * iat exp",
    "iss aud sub * iat exp",
    "iss sub aud * iat exp",
    "sub * iss aud iat exp",
    "aud iss iat nbf exp *",
    "* nbf exp iat iss aud",
    "exp iat auth_time jti iss aud sub typ azp *",
    "sub aud nbf scope iss exp iat jti *",
    "iss iat exp nbf jti sub *",
    "iss azp aud sub * iat exp",
    "* iss sub aud iat exp",
    "jti iss sub aud * iat exp",
];

/// The members of an object, each with its name and as it is spelled.
fn spelled(document: &Document) -> Vec<(&str, &str)> {
    let members = document.root.members().iter();
    let spelled = |member: &Member| document.source.get(member.name_span.start..member.node.span.end);
    members.filter_map(|member| Some((member.name.as_str(), spelled(member)?))).collect()
}

/// The claims in the orders of [`USUAL`].
pub fn usual_orders(document: &Document) -> Vec<String> {
    let members = spelled(document);
    let placed = |order: &str| {
        let place = |name: &str| order.split(' ').position(|known| known == name);
        let mut members = members.clone();
        order::by_key(&mut members, |(name, _)| place(name).or_else(|| place("*")));
        object(&members)
    };
    USUAL.into_iter().map(placed).collect()
}

/// Whether so many members have at most so many orders.
pub fn has_few_orders(members: usize, most: usize) -> bool {
    (1..=members).try_fold(1_usize, usize::checked_mul).is_some_and(|orders| orders <= most)
}

/// The members of a text in this layout, each by itself, in all orders; none if there are more orders than `most`.
pub fn all_orders(document: &Document, layout: Layout, most: usize) -> Vec<String> {
    let members = spelled(document);
    if !has_few_orders(members.len(), most) {
        return Vec::new();
    }
    let laid_out: Vec<String> = members.iter().map(|(_, text)| lay_out(text, layout)).collect();
    let members: Vec<&str> = laid_out.iter().map(String::as_str).collect();
    permutations(&members).into_iter().map(|order| format!("{{{}}}", order.join(layout.comma))).collect()
}

fn object(members: &[(&str, &str)]) -> String {
    format!("{{{}}}", members.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(","))
}

/// The object with its members in other orders: sorted, reversed, and all orders of few members.
pub fn orders(document: &Document, most: usize) -> Vec<String> {
    let members = spelled(document);
    if members.len() < 2 {
        return Vec::new();
    }
    let mut sorted = members.clone();
    order::by_key(&mut sorted, |member| *member);
    let reversed: Vec<_> = members.iter().rev().copied().collect();
    let mut all = vec![sorted, reversed];
    if members.len() <= most {
        all.extend(permutations(&members));
    }
    let mut orders: Vec<String> = all.iter().map(|members| object(members)).collect();
    let nested = |member: &Member| !member.node.members().is_empty() || member.node.as_array().is_some();
    if document.root.members().iter().any(nested) {
        orders.insert(1, sorted_throughout(&document.source, &document.root, 0));
    }
    orders
}

/// All orders of some items: each item is put at each place of the orders of those before it.
fn permutations<T: Copy>(items: &[T]) -> Vec<Vec<T>> {
    items.iter().fold(vec![Vec::new()], |orders, item| {
        let with_item = |order: Vec<T>| {
            (0..=order.len()).map(move |place| {
                let mut longer = order.clone();
                longer.insert(place, *item);
                longer
            })
        };
        orders.into_iter().flat_map(with_item).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{experiments::signature::json_spelling::LAYOUTS, jose::json};

    #[test]
    fn members_inside_of_members_are_sorted_too() {
        let document = json::parse(br#"{"b":{"d":[{"z":1,"y":[]}],"c":{}},"a":"x"}"#).expect("is JSON");
        assert_eq!(orders(&document, 2)[1], r#"{"a":"x","b":{"c":{},"d":[{"y":[],"z":1}]}}"#);
        let deep = format!("{}1{}", r#"{"b":0,"a":"#.repeat(60), "}".repeat(60));
        let document = json::parse(deep.as_bytes()).expect("is JSON");
        assert_eq!(orders(&document, 2)[1].len(), deep.len());
    }

    #[test]
    fn few_members_are_put_in_all_orders() {
        let document = json::parse(br#"{"b":1, "a":2, "c":3}"#).expect("is JSON");
        assert_eq!(orders(&document, 3).len(), 2 + 6);
        assert_eq!(orders(&document, 2), [r#"{"a":2,"b":1,"c":3}"#, r#"{"c":3,"a":2,"b":1}"#]);
    }

    #[test]
    fn claims_are_put_in_the_orders_of_issuers() {
        let document =
            json::parse(br#"{"aud":"a","exp":2,"iat":1,"iss":"i","n":0,"sub":"s"}"#).expect("is JSON");
        let usual = usual_orders(&document);
        assert_eq!(usual[0], r#"{"iss":"i","sub":"s","aud":"a","iat":1,"exp":2,"n":0}"#);
        assert_eq!(usual[2], r#"{"n":0,"iat":1,"exp":2,"aud":"a","iss":"i","sub":"s"}"#);
    }

    #[test]
    fn all_orders_are_laid_out_or_none() {
        let document = json::parse(br#"{"b":[1,2],"a":2,"c":3}"#).expect("is JSON");
        let all = all_orders(&document, LAYOUTS[1], 6);
        assert_eq!(all.len(), 6);
        assert!(all.contains(&r#"{"a": 2, "c": 3, "b": [1, 2]}"#.to_owned()));
        assert!(all_orders(&document, LAYOUTS[1], 5).is_empty());
    }
}
