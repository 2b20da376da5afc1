//! Monkey testing: whatever is pressed in whatever order, the page lives.
//!
//! The order comes from a seed, so that a walk can be walked again. `MONKEY_SEEDS=100` walks more of them than the gate
//! has time for.

use e2e::{Page, WebDriverResult, in_browser, states::given};
use serde_json::json;

use crate::robust::AT_ONCE;

/// How many walks there are.
const SEEDS: u32 = 3;

/// How many things are done in each.
const STEPS: u32 = 120;

/// The second half of the module, the knowledge base and its texts come while somebody is at work.
const LATE_REST: &str = "
    const get = fetch;
    const late = (what) => /rest|knowledge|texts|fixes/.test(String(what?.url ?? what));
    globalThis.fetch = async (...what) => {
        if (late(what[0])) await new Promise((go) => setTimeout(go, 1500));
        return get(...what);
    };";

/// Does one thing after the other, and leaves the page sometimes no time, sometimes a frame and sometimes more between
/// two of them. `given` are texts to paste and keys. Stops when the page has died; returns the last things done then.
const WALK: &str = "
    const [seed, steps, given] = arguments;
    let state = seed * 2654435761 >>> 0;
    // mulberry32
    const random = (below) => {
        state = state + 0x6d2b79f5 >>> 0;
        let mixed = Math.imul(state ^ state >>> 15, state | 1);
        mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
        return ((mixed ^ mixed >>> 14) >>> 0) % below;
    };
    const one_of = (list) => list[random(list.length)];
    const shown = (css) => [...document.querySelectorAll(css)].filter((element) => element.checkVisibility() && !element.disabled);
    const type = (field, text) => {
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const drop = (text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'service.log'));
        document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    };
    const texts = () => {
        const tokens = [...Array(1 + random(9)).keys()].map(() => one_of(given.texts));
        return tokens.join('\\n');
    };
    const acts = [
        ['paste', 3, () => type(document.querySelector('#paste'), random(5) ? texts() : '')],
        ['key', 2, () => type(document.querySelector('#keys'), random(4) ? one_of(given.keys) : '')],
        ['press', 12, () => {
            const what = one_of(shown('button, summary, a[href^=\"#\"], input[type=checkbox], input[type=radio]'));
            what?.click();
            return what?.outerHTML.slice(0, 100);
        }],
        ['choose', 2, () => {
            const what = one_of(shown('select'));
            if (what) type(what, one_of([...what.options]).value);
            return what?.id;
        }],
        ['type', 3, () => {
            const what = one_of(shown('input:not([type=checkbox], [type=radio], [type=file]), textarea'));
            if (what) type(what, one_of(given.words));
            return what?.id;
        }],
        ['key down', 2, () => {
            const key = one_of([...'?cdktvmglrn/1', 'Escape', 'ArrowLeft', 'Enter']);
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            return key;
        }],
        ['go', 1, () => { location.hash = one_of(['#/', '#/kb', '#/make', '#/kb/time/expired', '#/kb/no/such']); return location.hash; }],
        ['drop', 1, () => drop(texts() + '\\n' + texts())],
    ].flatMap((act) => Array(act[1]).fill(act));
    const waits = [
        () => {}, () => {},
        () => new Promise((next) => setTimeout(next)),
        () => new Promise((next) => requestAnimationFrame(next)),
        () => new Promise((next) => setTimeout(next, 60)),
    ];
    const done = [];
    const has_died = () => !document.querySelector('#failure').hidden;
    return (async () => {
        for (let step = 0; step < steps && !has_died(); step += 1) {
            const [name, , act] = one_of(acts);
            done.push(`${step} ${name}: ${act() ?? ''}`);
            await one_of(waits)();
        }
        await new Promise((next) => setTimeout(next, 700));
        return has_died() ? done.slice(-12).join('\\n') : '';
    })();";

async fn walk(page: &Page, seed: u32) -> WebDriverResult<()> {
    let given = json!({
        "texts": [given::TOKEN, given::OTHER, given::DETACHED, given::LOG, "nothing", "{\"access_token\": \"", "<b>&amp;", &given::TOKEN[..150]],
        "keys": [given::SECRET, "secret", "-----BEGIN PUBLIC KEY-----", "{\"keys\":[]}", "\u{202e}"],
        "words": ["", "HS256", "api", "2026-01-02 03:04:05", "expired", "60", "\u{202e}<i>", "{\"alg\":\"HS256\"}"],
    });
    let died = page.browser().execute(WALK, vec![json!(seed), json!(STEPS), given]).await?.json().clone();
    let console = page.console().await?.join("\n");
    assert_eq!(died.as_str(), Some(""), "seed {seed}\n{console}");
    assert_eq!(console, "", "seed {seed}");
    Ok(())
}

fn seeds() -> std::ops::Range<u32> {
    let wanted = std::env::var("MONKEY_SEEDS").ok().and_then(|seeds| seeds.parse().ok());
    0..wanted.unwrap_or(SEEDS)
}

/// Walks on a page that `before` has changed.
fn walks(before: &str) {
    in_browser(async |page| {
        page.before_everything(before).await?;
        for seed in seeds() {
            page.open().await?;
            walk(page, seed).await?;
        }
        page.open().await
    });
}

#[test]
fn whatever_is_pressed_the_page_lives() {
    walks("");
}

#[test]
fn whatever_is_pressed_while_answers_come_at_once_the_page_lives() {
    walks(AT_ONCE);
}

#[test]
fn whatever_is_pressed_before_the_rest_is_here_the_page_lives() {
    walks(LATE_REST);
}
