//! The handle of the time line: it moves the time of the failure, with a pointer or with the keys of a slider.

use jwt_why::text::{self, Language, page as label};
use web_sys::Element;
use yew::prelude::*;

use crate::app::axis::{Axis, percent};

/// How far a key moves the time, in seconds.
const SECOND: i64 = 1;
const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

/// Draws the handle where the time of the failure stands on the line, in seconds since 1970-01-01T00:00:00Z; `onchange`
/// hears another time.
pub fn handle(now: i64, axis: &Axis, onchange: Callback<i64>, language: Language) -> Html {
    let (first, last) = axis.ends();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(moved) = moved(&event.key(), event.shift_key(), now, (first, last)) {
            event.prevent_default();
            onchange.emit(moved);
        }
    });
    let x = percent(axis.place(now));
    html! {
        <g
            class="axis-handle"
            role="slider"
            tabindex="0"
            aria-label={label::DRAG_TIME.in_(language)}
            aria-orientation="horizontal"
            aria-valuemin={first.min(now).to_string()}
            aria-valuemax={last.max(now).to_string()}
            aria-valuenow={now.to_string()}
            aria-valuetext={text::instant(now, language)}
            {onkeydown}
        >
            <title>{ label::DRAG_TIME.in_(language) }</title>
            <svg x={x} y="58" overflow="visible">
                <rect class="axis-grip" x="-12" y="-14" width="24" height="28" rx="6" />
                <circle r="7" />
            </svg>
        </g>
    }
}

/// The time that a key leads to: arrows a second, with Shift a minute; pages an hour, with Shift a day; Home and End
/// the ends of the line.
fn moved(key: &str, shift: bool, now: i64, (first, last): (i64, i64)) -> Option<i64> {
    let (small, large) = if shift { (MINUTE, DAY) } else { (SECOND, HOUR) };
    let step = match key {
        "ArrowRight" | "ArrowUp" => small,
        "ArrowLeft" | "ArrowDown" => -small,
        "PageUp" => large,
        "PageDown" => -large,
        "Home" => return Some(first),
        "End" => return Some(last),
        _ => return None,
    };
    Some(now.saturating_add(step))
}

/// Lets the line hear the pointer wherever it goes until it is let go; only if it went down on the handle.
pub fn capture(event: &PointerEvent) -> bool {
    let line = closest(event, ".axis-handle").and_then(|_| closest(event, ".axis"));
    line.is_some_and(|line| line.set_pointer_capture(event.pointer_id()).is_ok())
}

/// Where on the line the pointer is, from 0 to 1.
pub fn place(event: &PointerEvent) -> Option<f64> {
    let bounds = closest(event, ".axis")?.get_bounding_client_rect();
    let place = (f64::from(event.client_x()) - bounds.left()) / bounds.width();
    (bounds.width() > 0.0).then(|| place.clamp(0.0, 1.0))
}

/// The element that fits around what the event is about; Yew listens at the root, so the current target is no help.
fn closest(event: &PointerEvent, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_time_by_steps_and_to_the_ends() {
        let check =
            |key, shift, expected| assert_eq!(moved(key, shift, 1_000, (0, 9_000)), expected, "{key}");
        check("ArrowRight", false, Some(1_001));
        check("ArrowDown", false, Some(999));
        check("ArrowRight", true, Some(1_060));
        check("PageUp", false, Some(4_600));
        check("PageDown", true, Some(1_000 - 86_400));
        check("Home", false, Some(0));
        check("End", false, Some(9_000));
        check("a", false, None);
    }
}
