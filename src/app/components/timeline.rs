//! Time as a picture: the time claims and the time of the failure on one line, with the leeway that would be needed.

use std::rc::Rc;

use jwt_why::{
    cause::Class,
    diagnosis::report::{Change, TokenReport, Window},
    finding::Value,
    order,
    text::{self, Language, page as label},
};
use yew::prelude::*;

use super::{anchor::nothing, handle, language::use_language};
use crate::app::{
    axis::{Axis, Gap, percent},
    platform::intl,
};

/// The claims that are points in time, in the order in which they usually come.
const CLAIMS: [&str; 4] = ["auth_time", "iat", "nbf", "exp"];
/// The length of a line, in seconds, from which on its points are dates and not times of day.
const DAYS: i64 = 2 * 86_400;
/// The greatest leeway, in seconds, that is worth naming; beyond it, no clock is that wrong.
const MOST_LEEWAY: i64 = 3_600;
/// The name of the time of the failure among them.
const NOW: &str = "now";
/// The name of the time to which a proof moves the clock among them.
const MOVED: &str = "moved";

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The token.
    pub token: Rc<TokenReport>,
    /// The time of the failure, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// The leeway that the verifier already has, in seconds.
    pub leeway: u32,
    /// Hears another time of the failure, in seconds since 1970-01-01T00:00:00Z.
    pub onchange: Callback<i64>,
}

/// A point in time and the names that it goes by.
#[derive(Clone, Debug, PartialEq)]
struct Point {
    instant: i64,
    names: Vec<&'static str>,
}

/// A drag under way: the line as it was when it began, and the time that it has come to.
#[derive(Clone, PartialEq)]
struct Drag {
    axis: Axis,
    now: i64,
}

/// Draws the line.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let language = use_language();
    let drag = use_state(|| None::<Drag>);
    let moved_to = moved_clock(&props.token, props.now);
    let points = points(&props.token, props.now, moved_to);
    if points.len() < 2 && points.iter().all(|point| point.names == [NOW]) {
        return nothing();
    }
    let instants: Vec<i64> = points.iter().map(|point| point.instant).collect();
    let axis = drag.as_ref().map_or_else(|| Axis::new(&instants), |drag| drag.axis.clone());
    let now = drag.as_ref().map_or(props.now, |drag| drag.now);
    let in_days =
        instants.last().zip(instants.first()).is_some_and(|(last, first)| last.saturating_sub(*first) > DAYS);
    let needed = needed(&props.token, now).map(|more| more.saturating_add(props.leeway.into()));
    let (from, to) = ends(props.token.window.unwrap_or_default(), &axis);
    let (start, end) = (drag.clone(), drag.clone());
    let (begin, frozen) = (Callback::from(move |drag| start.set(Some(drag))), axis.clone());
    let (moved, onchange) = (drag.clone(), props.onchange.clone());
    let onpointerdown = Callback::from(move |event: PointerEvent| {
        if event.button() == 0 && handle::capture(&event) {
            begin.emit(Drag { axis: frozen.clone(), now });
        }
    });
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if let (Some(drag), Some(place)) = (&*moved, handle::place(&event)) {
            let now = drag.axis.instant(place);
            moved.set(Some(Drag { now, ..drag.clone() }));
            onchange.emit(now);
        }
    });
    let onpointerend = Callback::from(move |_: PointerEvent| end.set(None));
    html! {
        <section class="panel timeline" aria-labelledby="timeline-title">
            <header class="panel-head">
                <h3 id="timeline-title">{ label::TIME.in_(language) }</h3>
                if let Some(seconds) = needed.filter(|seconds| *seconds <= MOST_LEEWAY) {
                    <span class="chip is-warn" data-leeway-needed={seconds.to_string()}>
                        { label::LEEWAY_NEEDED.with(language, &text::duration(seconds, language)) }
                    </span>
                }
                <span class="muted">{ text::instant(now, language) }</span>
            </header>
            <p class="unseen">{ describe(&points, now, language) }</p>
            <svg
                class={classes!("axis", drag.is_some().then_some("is-dragged"))}
                role="group"
                aria-labelledby="timeline-title"
                {onpointerdown}
                {onpointermove}
                onpointerup={onpointerend.clone()}
                onpointercancel={onpointerend}
            >
                <g aria-hidden="true">
                    <line class="axis-line" x1="0" x2="100%" y1="58" y2="58" />
                    if props.token.window.is_some() {
                        <rect class="axis-window" x={percent(from)} width={percent((to - from).max(0.0))} y="52" height="12" rx="3" />
                    }
                    if needed.is_some() { { gap_to_now(&props.token, &axis, now) } }
                    if let Some(to) = moved_to.filter(|_| drag.is_none()) { { draw_move(&axis, now, to) } }
                    { for axis.gaps().into_iter().filter(|_| drag.is_none()).map(|gap| draw_gap(gap, language)) }
                    { for points.iter().enumerate().filter(|(_, point)| drag.is_none() || point.names != [NOW]).map(|(index, point)| draw(point, index, &axis, in_days, language)) }
                </g>
                { handle::handle(now, &axis, props.onchange.clone(), language) }
            </svg>
        </section>
    }
}

/// Where the first proof moves the clock to, if it is a proof about this time.
fn moved_clock(token: &TokenReport, now: i64) -> Option<i64> {
    let instant = |change: &Change, name: &str| match change.facts.get(name)?.value {
        Value::Instant(instant) => Some(instant),
        _ => None,
    };
    let changes = token.proved.first().filter(|proof| proof.class != Class::Attack)?.changes.iter();
    changes.filter(|change| instant(change, "from") == Some(now)).find_map(|change| instant(change, "to"))
}

/// The instants that the token names, the time of the failure and the one to which a proof moves it, equal ones
/// together.
fn points(token: &TokenReport, now: i64, moved_to: Option<i64>) -> Vec<Point> {
    let members = token.payload.iter().flat_map(|payload| &payload.members);
    let mut named: Vec<(i64, &'static str)> = members
        .filter_map(|member| Some((member.instant?, CLAIMS.into_iter().find(|name| *name == member.name)?)))
        .collect();
    named.push((now, NOW));
    named.extend(moved_to.map(|to| (to, MOVED)));
    let rank = |name| CLAIMS.iter().position(|claim| *claim == name);
    order::by_key(&mut named, |&(instant, name)| (instant, rank(name)));
    let mut points: Vec<Point> = Vec::new();
    for (instant, name) in named {
        match points.last_mut() {
            Some(last) if last.instant == instant => last.names.push(name),
            _ => points.push(Point { instant, names: vec![name] }),
        }
    }
    points
}

/// How many seconds the clock is outside of the window in which the claims are accepted.
fn needed(token: &TokenReport, now: i64) -> Option<i64> {
    let window = token.window?;
    let late = window.last.map(|last| now.saturating_sub(last)).filter(|late| *late > 0);
    late.or_else(|| window.first.map(|first| first.saturating_sub(now)).filter(|early| *early > 0))
}

/// The two ends of the accepted window on the line.
fn ends(window: Window, axis: &Axis) -> (f64, f64) {
    let from = window.first.map_or(0.0, |first| axis.place(first));
    // The last second is the one before `exp`; the bar ends where `exp` stands.
    let to = window.last.map_or(1.0, |last| axis.place(last.saturating_add(1)));
    (from, to)
}

/// The stretch that a leeway would have to cover.
fn gap_to_now(token: &TokenReport, axis: &Axis, now: i64) -> Html {
    let (from, to) = ends(token.window.unwrap_or_default(), axis);
    let now = axis.place(now);
    let (x, width) = if now > to { (to, now - to) } else { (now, from - now) };
    html! { <rect class="axis-needed" x={percent(x)} width={percent(width.max(0.0))} y="55" height="6" /> }
}

/// The way of the clock from the time of the failure to the one that a proof needs: a line with an arrow.
fn draw_move(axis: &Axis, now: i64, to: i64) -> Html {
    let head = if to < now { "M0 0l9-5v10z" } else { "M0 0l-9-5v10z" };
    html! {
        <g class="axis-move" data-clock-moved={to.saturating_sub(now).to_string()}>
            <line x1={percent(axis.place(now))} x2={percent(axis.place(to))} y1="58" y2="58" />
            <svg x={percent(axis.place(to))} y="58" overflow="visible"><path d={head} /></svg>
        </g>
    }
}

/// The time between two neighbours, in words, and a break in the line where it is drawn too short.
fn draw_gap(gap: Gap, language: Language) -> Html {
    let middle = percent(f64::midpoint(gap.from, gap.to));
    html! {
        <>
            if gap.shortened {
                <text class="axis-break" x={middle.clone()} y="62" text-anchor="middle">{ "//" }</text>
            }
            <text class="axis-gap" x={middle} y="80" text-anchor="middle">{ text::duration(gap.seconds, language) }</text>
        </>
    }
}

/// A point with its names; neighbours stand at different heights so that they don't run into each other.
fn draw(point: &Point, index: usize, axis: &Axis, in_days: bool, language: Language) -> Html {
    let place = axis.place(point.instant);
    let x = percent(place);
    let is_now = point.names.contains(&NOW);
    let anchor = if place < 0.15 {
        "start"
    } else if place > 0.85 {
        "end"
    } else {
        "middle"
    };
    let high = index % 2 == 1;
    let (name_y, clock_y, top) = if high { ("9", "21", "26") } else { ("34", "46", "49") };
    let write = if in_days { intl::day } else { intl::time_of_day };
    let written = write(point.instant, language).unwrap_or_else(|| text::instant(point.instant, language));
    html! {
        <g class={classes!("axis-point", is_now.then_some("is-now"), point.names.contains(&MOVED).then_some("is-moved"))} data-points={point.names.join(" ")}>
            <line x1={x.clone()} x2={x.clone()} y1={top} y2="66" />
            <circle cx={x.clone()} cy="58" r="4.5" />
            <text class="axis-name" x={x.clone()} y={name_y} text-anchor={anchor}>{ called(point, language).join(" · ") }</text>
            <text class="axis-clock" x={x} y={clock_y} text-anchor={anchor}>{ written }</text>
        </g>
    }
}

/// The names of a point as they are read: claims by their own, the clock that was moved in words.
fn called(point: &Point, language: Language) -> Vec<&'static str> {
    let word = |name: &'static str| if name == MOVED { label::CLOCK_MOVED.in_(language) } else { name };
    point.names.iter().copied().map(word).collect()
}

/// The picture in words.
fn describe(points: &[Point], now: i64, language: Language) -> String {
    let words = points.iter().map(|point| {
        let names = called(point, language).join(", ");
        let distance = text::distance(point.instant, now, language);
        format!("{names}: {}, {distance}", text::instant(point.instant, language))
    });
    words.collect::<Vec<_>>().join("; ")
}
