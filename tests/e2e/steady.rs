//! Nothing that stands there moves when an answer comes in.

use e2e::{Page, WebDriverResult, in_browser};
use serde_json::{Value, json};

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
const LAPTOP: (u32, u32) = (1280, 800);
const PHONE: (u32, u32) = (360, 640);

/// Prepared faults, and what the page shows of each in the end.
const PREPARED: [&str; 2] = [include_str!("../data/cases.jsonl"), include_str!("../data/own-cases.jsonl")];
const FAULTS: [(&str, &str); 8] = [
    // A proof of three changes.
    ("found/header-not-object/1", "[data-proof] .change:nth-child(3)"),
    // Two changes for the one thing that the findings name.
    ("two/base64-not-decoded+double-quotes", "[data-proof] .change:nth-child(2)"),
    ("hs/expired_and_wrong_aud", "[data-proof] .change:nth-child(2)"),
    // What can't be read, and what can't be decrypted.
    ("hs/one_segment", "[data-stage=decode][data-state=faulty]"),
    ("hs/payload_single_quotes", "[data-stage=decode][data-state=faulty]"),
    ("found/jwe-decrypt-failed/1", "[data-stage=encryption]"),
    // What can't be read, and is mended.
    ("hs/std_b64_all_segments", "[data-proof]"),
    // The mark of the key that verifies.
    ("hs/ps256_token_rs256_key_ok_alg_rs256", "[data-matched]"),
];

/// The boxes of what the verifier expects, by its members.
const POLICY: [(&str, &str); 3] =
    [("algorithms", "#policy-algorithms"), ("issuer", "#policy-issuer"), ("audience", "#policy-audience")];

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

/// Opens the page on a screen of this size, and waits until what is on it has settled.
async fn opens(page: &Page, size: (u32, u32)) -> WebDriverResult<()> {
    let metrics =
        json!({ "width": size.0, "height": size.1, "deviceScaleFactor": 1, "mobile": size.0 < 500 });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.open().await?;
    page.shows("[data-entry]").await
}

/// Pastes a text with this key, and at this time, and waits until the page shows `last`, too.
async fn is_steady(
    page: &Page,
    size: (u32, u32),
    [key, clock]: [&str; 2],
    text: &str,
    last: &str,
) -> WebDriverResult<()> {
    opens(page, size).await?;
    page.fill("#keys", key).await?;
    page.fill("#clock", clock).await?;
    stays(page, &format!("{size:?}"), text, last).await
}

/// Pastes a text into the page as it is, and waits until the page shows `last`: nothing has moved.
async fn stays(page: &Page, case: &str, text: &str, last: &str) -> WebDriverResult<()> {
    // What was typed before has been read: a line about the key may come with that, and is not the paste's.
    page.is_diagnosed().await?;
    page.run(WATCH).await?;
    page.run(TWO_FRAMES).await?;
    page.run("moved.length = 0").await?;
    page.paste(text).await?;
    page.is_diagnosed().await?;
    page.shows(last).await?;
    page.run(TWO_FRAMES).await?;
    let sum = page.value("return moved.reduce((sum, { value }) => sum + value, 0)").await?;
    let moved = page.value("return moved").await?;
    assert!(sum.parse::<f64>().is_ok_and(|sum| sum <= BOUND), "{case}: {sum} {moved}");
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

/// A prepared fault, as somebody would give it.
async fn is_steady_at_fault(page: &Page, size: (u32, u32), (id, last): (&str, &str)) -> WebDriverResult<()> {
    let rows = PREPARED.iter().flat_map(|rows| rows.lines());
    let fault = rows.filter_map(|row| serde_json::from_str::<Value>(row).ok()).find(|row| row["id"] == id);
    let fault = fault.unwrap_or_else(|| panic!("there is no fault {id}"));
    opens(page, size).await?;
    page.fill("#keys", fault["keys"].as_str().unwrap_or_default()).await?;
    for (member, css) in POLICY {
        let expected = &fault["policy"][member];
        let list = || expected.as_array()?.iter().map(Value::as_str).collect::<Option<Vec<&str>>>();
        let expected = expected.as_str().map(str::to_owned).or_else(|| Some(list()?.join(", ")));
        page.fill(css, &expected.unwrap_or_default()).await?;
    }
    page.fill("#clock", &fault["now"].to_string()).await?;
    stays(page, &format!("{size:?} {id}"), fault["text"].as_str().unwrap_or_default(), last).await
}

#[test]
fn nothing_moves_whatever_the_fault() {
    in_browser(async |page| {
        for size in [DESK, LAPTOP, PHONE] {
            for fault in FAULTS {
                is_steady_at_fault(page, size, fault).await?;
            }
        }
        Ok(())
    });
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
