//! Text that somebody else wrote: shown as text and nothing else, in its own direction, with a name for each character
//! that has no shape or changes the order of the others.

use yew::prelude::*;

/// Whether a reader can't see the character, or could be misled by it.
fn shapeless(character: char) -> bool {
    character.is_control()
        || (character.is_whitespace() && character != ' ')
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The characters in their order, each shapeless one as its code point.
pub fn characters(text: &str) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    let mut plain = String::new();
    for character in text.chars() {
        if !shapeless(character) {
            plain.push(character);
            continue;
        }
        pieces.push(html! { <>{ std::mem::take(&mut plain) }</> });
        pieces.push(control(character));
    }
    pieces.push(html! { <>{ plain }</> });
    html! { <>{ for pieces }</> }
}

fn control(character: char) -> Html {
    let name = match character {
        '\n' => "↵".to_owned(),
        '\r' => "␍".to_owned(),
        '\t' => "⇥".to_owned(),
        _ => format!("U+{:04X}", u32::from(character)),
    };
    html! { <span class="control">{ name }</span> }
}

/// A value in a line of ours: its direction can't change the line's.
pub fn value(text: &str) -> Html {
    html! { <bdi class="value" translate="no">{ characters(text) }</bdi> }
}

/// Several lines as they stand; line ends and tabs are themselves.
pub fn block(text: &str) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            pieces.push(html! { <>{ "\n" }</> });
        }
        pieces.push(characters(line));
    }
    html! { <pre class="code" dir="ltr" tabindex="0" translate="no"><code>{ for pieces }</code></pre> }
}
