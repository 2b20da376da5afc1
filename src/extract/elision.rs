//! Signs that a part of a token was left out.

/// The length of the sign that something was left out, if the text begins with one.
pub(super) fn length(rest: &str) -> Option<usize> {
    let dots = rest.len() - rest.trim_start_matches('.').len();
    let stars = rest.len() - rest.trim_start_matches(['*', '•']).len();
    let words = [
        "…",
        "[…]",
        "[...]",
        "<...>",
        "<snip>",
        "[snip]",
        "(truncated)",
        "<truncated>",
        "[truncated]",
        "[redacted]",
        "<redacted>",
        "(redacted)",
        "[filtered]",
        "<masked>",
        "[masked]",
        "<hidden>",
    ];
    let begins = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if dots >= 3 {
        Some(dots)
    } else if stars >= 3 {
        Some(stars)
    } else {
        words.into_iter().find(|word| begins(word)).map(str::len)
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn ellipses_stars_and_words_are_signs() {
        for (text, expected) in [("...x", 3), ("…", 3), ("***", 3), ("[REDACTED] x", 10), ("<Masked>", 8)] {
            assert_eq!(length(text), Some(expected), "{text}");
        }
        for text in ["", "..", "**", "redacted", "é"] {
            assert_eq!(length(text), None, "{text}");
        }
    }
}
