//! How far the published secrets were tried.

use super::{Language, Text, number};

const TRIED: Text =
    Text::of(["Tried {tried} of {all} published secrets …", "已尝试 {all} 个已被公开的密钥中的 {tried} 个…"]);
const NONE: Text =
    Text::of(["None of {all} published secrets fits.", "{all} 个已被公开的密钥中没有一个匹配。"]);

/// How many of all published secrets were tried; that none fits when all were.
pub fn published(tried: usize, all: usize, language: Language) -> String {
    let words = if tried < all { TRIED } else { NONE };
    let [tried, all] = [tried, all].map(|count| number(count, language));
    words.in_(language).replace("{tried}", &tried).replace("{all}", &all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_how_many_were_tried_and_when_none_fits() {
        let said = |tried| Language::ALL.map(|language| published(tried, 103_782, language));
        assert_eq!(
            said(4_096),
            ["Tried 4,096 of 103,782 published secrets …", "已尝试 103,782 个已被公开的密钥中的 4,096 个…"]
        );
        assert_eq!(said(103_782)[0], "None of 103,782 published secrets fits.");
    }
}
