//! Text that somebody else wrote: shown as text and nothing else, in its own direction, with a name for each character
//! that has no shape or changes the order of the others.

use jwt_why::text::{self, page as label};
use yew::prelude::*;

use super::language::use_language;

/// The greatest number of bytes of a value in a line that are drawn.
const LONGEST_VALUE: usize = 1_600;
/// The greatest number of bytes of a block that are drawn.
const LONGEST_BLOCK: usize = 24_000;

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

/// A value in a line of ours: its direction can't change the line's. A very long one shows its two ends.
pub fn value(text: &str) -> Html {
    let (head, rest) = ends(text, LONGEST_VALUE);
    html! { <bdi class="value" translate="no">{ characters(head) }{ left_out(rest, characters) }</bdi> }
}

/// The text itself, or its beginning, and the number of bytes left out with the end.
fn ends(text: &str, longest: usize) -> (&str, Option<(usize, &str)>) {
    if text.len() <= longest {
        return (text, None);
    }
    let head = text.floor_char_boundary(longest / 4 * 3);
    let tail = text.floor_char_boundary(text.len() - longest / 4);
    (text.get(..head).unwrap_or_default(), text.get(tail..).map(|end| (tail - head, end)))
}

fn left_out(rest: Option<(usize, &str)>, draw: fn(&str) -> Html) -> Html {
    rest.map(|(bytes, end)| html! { <><LeftOut {bytes} />{ draw(end) }</> }).unwrap_or_default()
}

/// How much is left out.
#[derive(Properties, PartialEq)]
pub struct LeftOutProps {
    /// The number of bytes.
    pub bytes: usize,
}

/// Says how much of a text is not drawn.
#[component]
pub fn LeftOut(props: &LeftOutProps) -> Html {
    let language = use_language();
    html! { <span class="elided">{ " " }{ text::counted(label::BYTES_LEFT_OUT, props.bytes, language) }{ " " }</span> }
}

/// Several lines as they stand. A very long text shows its two ends.
pub fn block(text: &str) -> Html {
    let (head, rest) = ends(text, LONGEST_BLOCK);
    html! {
        <pre class="code" dir="ltr" translate="no"><code>{ lines(head) }{ left_out(rest, lines) }</code></pre>
    }
}

/// Line ends are themselves; all else is drawn as in a line.
fn lines(text: &str) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            pieces.push(html! { <>{ "\n" }</> });
        }
        pieces.push(characters(line));
    }
    html! { <>{ for pieces }</> }
}
