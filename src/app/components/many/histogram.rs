//! Sightings over time as bars, and the same in words.

use jwt_why::{
    census::Group,
    text::{self, Language, page as label},
};
use yew::prelude::*;

/// The width and the height of the picture, in its own units.
const WIDTH: usize = 120;
const HEIGHT: usize = 24;

/// From one time to another, in seconds since 1970-01-01T00:00:00Z.
pub fn between(first: i64, last: i64, language: Language) -> String {
    let [first, last] = [first, last].map(|time| text::instant(time, language));
    format!("{first} – {last}")
}

/// The bars of a group. `most` is the greatest bar of all groups, so that they can be compared.
pub fn bars(group: &Group, most: u64, ends: (i64, i64), language: Language) -> Html {
    let width = WIDTH / group.bins.len().max(1);
    let bars = group.bins.iter().enumerate().filter(|(_, count)| **count > 0).map(|(index, count)| {
        let height = height(*count, most);
        html! {
            <rect x={(index * width).to_string()} y={(HEIGHT - height).to_string()} width={(width - 1).to_string()} height={height.to_string()} />
        }
    });
    html! {
        <svg class="bars" role="img" aria-label={words(group, ends, language)} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} preserveAspectRatio="none">
            { for bars }
        </svg>
    }
}

/// What is there is seen, however little it is.
fn height(count: u64, most: u64) -> usize {
    let share = u128::from(count) * HEIGHT as u128 / u128::from(most.max(1));
    usize::try_from(share).unwrap_or(HEIGHT).clamp(2, HEIGHT)
}

/// The picture in words: where there is something, and where most of it is.
fn words(group: &Group, ends: (i64, i64), language: Language) -> String {
    let filled = |count: &u64| *count > 0;
    let (Some(first), Some(last)) = (group.bins.iter().position(filled), group.bins.iter().rposition(filled))
    else {
        return label::NO_TIME.in_(language).to_owned();
    };
    let top = group.bins.iter().copied().max().unwrap_or_default();
    let peak = group.bins.iter().position(|count| *count == top).unwrap_or_default();
    let time = |bin: usize| at(bin, group.bins.len(), ends);
    let span = label::BETWEEN.with(language, &between(time(first), time(last + 1), language));
    let most = format!("{} · {}", text::number(top, language), between(time(peak), time(peak + 1), language));
    format!("{span}; {}", label::MOST_AT.with(language, &most))
}

/// Where a part of the time begins.
fn at(bin: usize, bins: usize, (first, last): (i64, i64)) -> i64 {
    let length = i128::from(last) - i128::from(first) + 1;
    // A place between the two ends, which are both of this type.
    let offset = length * bin as i128 / (bins.max(1) as i128);
    i64::try_from(i128::from(first) + offset).unwrap_or(last).min(last)
}
