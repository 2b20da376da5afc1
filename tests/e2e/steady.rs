//! Nothing that stands there moves when an answer comes in.

use e2e::{Page, WebDriverResult, in_browser};
use serde_json::json;

const LOG: &str = include_str!("../data/seeds/mettleci-invalid-signature.txt");

/// HS256; nobody knows its secret here, so that every experiment is made.
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1c2VyLTEiLCJpYXQiOjE3MDAwMDAwMDAsImV4cCI6MTcwMDAwMzYwMH0.1tEv1uG-LkP9RCZsbmnqhK9lCa6i9pZFzLWCVO5J5eY";

/// The greatest sum of layout shifts; 0.1 is what is commonly called good.
const BOUND: f64 = 0.02;

/// Adds up every shift, also those right after a key, and names what moved.
const WATCH: &str = "
    globalThis.moved = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            moved.push({ value, what: sources.map(({ node }) => (node?.closest?.('[class]') ?? node?.parentElement)?.outerHTML.slice(0, 60)) });
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// What was drawn last is then on the screen, and what moved has been heard of.
const TWO_FRAMES: &str =
    "return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))";

async fn is_steady(page: &Page, size: (u32, u32), text: &str) -> WebDriverResult<()> {
    let metrics =
        json!({ "width": size.0, "height": size.1, "deviceScaleFactor": 1, "mobile": size.0 < 500 });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.open().await?;
    // What is on the screen before somebody pastes has settled.
    page.shows("[data-entry]").await?;
    page.run(WATCH).await?;
    page.run(TWO_FRAMES).await?;
    page.run("moved.length = 0").await?;
    page.paste(text).await?;
    page.is_diagnosed().await?;
    page.run(TWO_FRAMES).await?;
    let sum = page.value("return moved.reduce((sum, { value }) => sum + value, 0)").await?;
    let moved = page.value("return moved").await?;
    assert!(sum.parse::<f64>().is_ok_and(|sum| sum <= BOUND), "{size:?}: {sum} {moved}");
    Ok(())
}

#[test]
fn nothing_moves_on_a_desk() {
    in_browser(async |page| {
        is_steady(page, (1440, 900), TOKEN).await?;
        is_steady(page, (1440, 900), LOG).await
    });
}

#[test]
fn nothing_moves_on_a_phone() {
    in_browser(async |page| {
        is_steady(page, (360, 640), TOKEN).await?;
        is_steady(page, (360, 640), LOG).await
    });
}
