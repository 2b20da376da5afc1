//! What keeps the two languages of a text from saying the same, and what needs both.

/// What keeps two languages from saying the same.
pub fn step_apart(en: &str, zh: &str) -> Option<String> {
    if en.trim().is_empty() || zh.trim().is_empty() {
        return Some("a text is empty in one of its languages".to_owned());
    }
    if !zh.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)) {
        return Some("the Chinese text has no Chinese characters".to_owned());
    }
    if let Some(mark) = half_width(zh) {
        return Some(format!(
            "Chinese prose has full-width punctuation; there is a `{mark}` beside a character"
        ));
    }
    let pieces = |text: &str| {
        let mut pieces: Vec<String> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        pieces.sort();
        pieces
    };
    let (english, chinese) = (pieces(en), pieces(zh));
    let missing = english.iter().find(|piece| !chinese.contains(piece));
    let added = chinese.iter().find(|piece| !english.contains(piece));
    missing
        .or(added)
        .map(|piece| format!("the languages are out of step: `{piece}` stands in one of them only"))
}

/// Punctuation of half the width that stands beside a Chinese character, outside of code.
fn half_width(zh: &str) -> Option<char> {
    let is_chinese = |letter: Option<&char>| letter.is_some_and(|l| ('\u{4e00}'..='\u{9fff}').contains(l));
    zh.split('`').step_by(2).find_map(|prose| {
        let letters: Vec<char> = prose.chars().collect();
        let beside = |at: usize| {
            at.checked_sub(1).is_some_and(|before| is_chinese(letters.get(before)))
                || is_chinese(letters.get(at + 1))
        };
        letters
            .iter()
            .enumerate()
            .find(|&(at, mark)| ",;:?!()".contains(*mark) && beside(at))
            .map(|(_, m)| *m)
    })
}

/// Whether something between blanks is a word of English: letters, and neither a name nor a short form such as `PR`.
pub fn is_word(piece: &str) -> bool {
    let letters = piece.bytes().all(|b| b.is_ascii_alphabetic());
    letters && (piece.len() > 2 || piece.len() == 2 && piece.bytes().all(|b| b.is_ascii_lowercase()))
}
