//! Nothing that stands there moves when an answer comes in.

use e2e::{Page, WebDriverResult, in_browser};
use serde_json::json;

const LOG: &str = include_str!("../data/seeds/mettleci-invalid-signature.txt");

/// HS256; nobody knows its secret here, so that every experiment is made.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMzYwMH0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";

/// What a library that the page has fixes for prints.
const MESSAGE: &str = "jwt.exceptions.InvalidSignatureError: Signature verification failed";

/// A time at which the token of the sample has expired.
const LATER: &str = "2026-01-01T09:00:00Z";

/// The answer is complete.
const COMPLETE: &str = "[data-diagnosis=finished]";

/// The greatest sum of layout shifts; 0.1 is what is commonly called good.
const BOUND: f64 = 0.02;

const DESK: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (360, 640);

/// No key, and no time of the failure.
const NO_KEY: [&str; 2] = [""; 2];

/// Adds up every shift, also those right after a key, and names what moved.
const WATCH: &str = "
    globalThis.moved = [];
    const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
    const named = ({ node, previousRect, currentRect }) =>
        `${(node?.closest?.('[class]') ?? node?.parentElement)?.outerHTML.slice(0, 60)}: ${place(previousRect)} -> ${place(currentRect)}`;
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            moved.push({ value, what: sources.map(named) });
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// What was drawn last is then on the screen, and what moved has been heard of.
const TWO_FRAMES: &str =
    "return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))";

/// Pastes a text with this key, and at this time, and waits until the page shows `last`, too.
async fn is_steady(
    page: &Page,
    size: (u32, u32),
    [key, clock]: [&str; 2],
    text: &str,
    last: &str,
) -> WebDriverResult<()> {
    let metrics =
        json!({ "width": size.0, "height": size.1, "deviceScaleFactor": 1, "mobile": size.0 < 500 });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.open().await?;
    // What is on the screen before somebody pastes has settled.
    page.shows("[data-entry]").await?;
    page.fill("#keys", key).await?;
    page.fill("#clock", clock).await?;
    page.run(WATCH).await?;
    page.run(TWO_FRAMES).await?;
    page.run("moved.length = 0").await?;
    page.paste(text).await?;
    page.is_diagnosed().await?;
    page.shows(last).await?;
    page.run(TWO_FRAMES).await?;
    let sum = page.value("return moved.reduce((sum, { value }) => sum + value, 0)").await?;
    let moved = page.value("return moved").await?;
    assert!(sum.parse::<f64>().is_ok_and(|sum| sum <= BOUND), "{size:?}: {sum} {moved}");
    Ok(())
}

/// A token whose secret was base64, and the message of a library that the page has fixes for.
async fn is_steady_when_a_fix_comes(page: &Page, size: (u32, u32)) -> WebDriverResult<()> {
    page.open().await?;
    page.click("[data-sample=base64-secret]").await?;
    page.is_diagnosed().await?;
    // The time of the sample stays, so that its token has that one fault.
    let clock = page.value("return document.getElementById('clock').value").await?;
    let [text, key] = ["paste", "keys"].map(|id| format!("return document.getElementById('{id}').value"));
    let (text, key) = (page.value(&text).await?, page.value(&key).await?);
    for text in [text.clone(), format!("{MESSAGE}\n{text}")] {
        is_steady(page, size, [&key, &clock], &text, "[data-proof]").await?;
        page.shows(".fix").await?;
    }
    page.shows("[data-fix=pyjwt] pre").await?;
    // Later its token had expired, too: that is a proof of two changes.
    is_steady(page, size, [&key, LATER], &text, "[data-proof] .change + .change").await
}

/// A token under a secret that nobody knows, and the message of a library: there is no fix for its place.
async fn is_steady_without_a_fix(page: &Page, size: (u32, u32)) -> WebDriverResult<()> {
    let text = format!("{MESSAGE}\n{TOKEN}");
    is_steady(page, size, ["nobody has ever used this secret", ""], &text, "[data-published=none]").await?;
    assert_eq!(page.count("[data-proof], .fix").await?, 0);
    page.shows(".answer > .explanations").await
}

#[test]
fn nothing_moves_on_a_desk() {
    in_browser(async |page| {
        is_steady(page, DESK, NO_KEY, TOKEN, COMPLETE).await?;
        is_steady(page, DESK, NO_KEY, LOG, COMPLETE).await
    });
}

#[test]
fn nothing_moves_on_a_phone() {
    in_browser(async |page| {
        is_steady(page, PHONE, NO_KEY, TOKEN, COMPLETE).await?;
        is_steady(page, PHONE, NO_KEY, LOG, COMPLETE).await
    });
}

#[test]
fn nothing_moves_when_a_fix_comes_on_a_desk() {
    in_browser(async |page| is_steady_when_a_fix_comes(page, DESK).await);
}

#[test]
fn nothing_moves_when_no_fix_comes() {
    in_browser(async |page| {
        is_steady_without_a_fix(page, DESK).await?;
        is_steady_without_a_fix(page, PHONE).await
    });
}

#[test]
fn nothing_moves_when_a_fix_comes_on_a_phone() {
    in_browser(async |page| is_steady_when_a_fix_comes(page, PHONE).await);
}
