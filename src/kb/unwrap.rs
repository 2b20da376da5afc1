//! Sentences that a terminal, a mail or a ticket broke over several lines.

/// The fewest bytes of a line that something is too narrow for.
const NARROWEST: usize = 40;

/// The most bytes that are put on one line; no message is longer.
const LONGEST: usize = 2_000;

/// The text with a blank for each byte of a break inside of a sentence and of the indentation behind it, so that every
/// offset is what it was; `None` where no sentence is broken.
pub(super) fn unwrapped(text: &str) -> Option<String> {
    let mut joined = String::with_capacity(text.len());
    let (mut before, mut length, mut is_wrapped) = ("", 0, false);
    for line in text.split_inclusive('\n') {
        let whole = joined.trim_end_matches(['\r', '\n']).len();
        if length + line.len() <= LONGEST && goes_on(before, line) {
            let gap = joined.len() - whole;
            joined.truncate(whole);
            joined.extend(std::iter::repeat_n(' ', gap));
            length += line.len();
            is_wrapped = true;
        } else {
            length = line.len();
        }
        joined.push_str(line);
        before = line;
    }
    is_wrapped.then_some(joined)
}

/// Whether a line goes on with the sentence of the one before it: that one is long enough to be broken, and this one
/// begins like no line of its own, which a frame of a stack and a `key=value` are.
fn goes_on(before: &str, line: &str) -> bool {
    let words = line.trim_start_matches([' ', '\t']);
    let is_indented = words.len() < line.len();
    let begins = words.starts_with(|first: char| {
        first.is_ascii_lowercase()
            || matches!(first, '\'' | '"' | '`')
            || is_indented && first.is_ascii_uppercase()
    });
    let name =
        words.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || "_.-".contains(letter));
    before.trim_end().len() >= NARROWEST && begins && !words.starts_with("at ") && !name.starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_sentence_is_one_line_and_every_offset_stays() {
        let text = "java.lang.IllegalArgumentException: Key bytes can only be\r\n    specified for HMAC signatures.\nx";
        let joined = unwrapped(text).unwrap();
        assert_eq!(joined.len(), text.len());
        assert!(joined.contains("can only be      specified for HMAC signatures.\nx"), "{joined}");
    }

    #[test]
    fn lines_of_their_own_stay() {
        for text in [
            "short\nlines",
            "2026-01-02T03:04:05Z level=info msg=\"request was refused\"\nlevel=info msg=x",
            "java.lang.IllegalArgumentException: Key bytes can only be\n    at com.example.Main",
            "2026-01-02T03:04:05Z request of the gateway was refused\n2026-01-02T03:04:06Z next",
            "2026-01-02T03:04:05Z request of the gateway was refused\nINFO next",
        ] {
            assert_eq!(unwrapped(text), None, "{text}");
        }
    }

    #[test]
    fn no_line_grows_without_an_end() {
        let text = "a line of a text that never ends and never begins anew\n".repeat(1_000);
        let joined = unwrapped(&text).unwrap();
        assert!(joined.lines().all(|line| line.len() <= LONGEST));
    }
}
