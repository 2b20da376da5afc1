//! Pictures of the page: its states on a desk and on a phone, light and dark, in both languages, in
//! `target/screenshots`; and the one of the README in `docs`. `cargo xtask screenshots` runs it.

use std::{fs, path::Path, process::ExitCode};

use e2e::{Page, WebDriverResult, attempt};
use serde_json::json;

/// A name, and the width and height of the window in CSS pixels.
type Size = (&'static str, u32, u32);

const DESK: Size = ("1440x900", 1440, 900);
const PHONE: Size = ("360x640", 360, 640);

/// What the page shows.
#[derive(Clone, Copy)]
enum State {
    /// Nothing yet.
    Empty,
    /// A sample.
    Sample(&'static str),
    /// A log with many tokens.
    Many,
    /// Two of its tokens beside each other.
    Compared,
    /// The sample of a secret read wrongly, at a time when its token had expired, too.
    TwoFaults,
    /// A token that was made with a new key. It is the last one, because it is a view of its own.
    Made,
}

const STATES: [(&str, State); 8] = [
    ("empty", State::Empty),
    ("undecided", State::Sample("restarted-service")),
    ("repair", State::Sample("base64-secret")),
    ("attack", State::Sample("algorithm-confusion")),
    ("two-faults", State::TwoFaults),
    ("many", State::Many),
    ("compared", State::Compared),
    ("made", State::Made),
];

const SECRET: &str = "a secret of these pictures, and of nothing else";

/// Drops a log with tokens of two replicas, some of them expired before they were seen for the last time.
const MANY: &str = "
    const encoded = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    const bytes = (text) => new TextEncoder().encode(text);
    const sign = async (secret, claims) => {
        const algorithm = { name: 'HMAC', hash: 'SHA-256' };
        const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
        const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => encoded(bytes(JSON.stringify(part))));
        return `${parts.join('.')}.${encoded(await crypto.subtle.sign('HMAC', key, bytes(parts.join('.'))))}`;
    };
    const start = 1767322800;
    const lines = [];
    for (let number = 0; number < 240; number += 1) {
        const secret = number % 11 === 0 ? 'the other replica made a secret of its own' : arguments_secret;
        const exp = start + number * 3 + (number % 5 === 0 ? 20 : 3600);
        const token = await sign(secret, { iss: 'https://issuer.example', sub: `user-${number}`, exp });
        for (let seen = 0; seen < 1 + number % 3; seen += 1) {
            const time = new Date((start + number * 3 + seen * 15) * 1000).toISOString();
            lines.push([time, `${time} WARN  o.e.TokenFilter - 401 for GET /orders/${number}: Bearer ${token}`]);
        }
    }
    lines.sort();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([lines.map(([, line]) => line).join('\\n')], 'gateway-2026-01-02.log'));
    document.querySelector('main').dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";

fn main() -> ExitCode {
    let taken = attempt(async |page| {
        for size in [DESK, PHONE] {
            for theme in ["light", "dark"] {
                for language in ["en", "zh"] {
                    open(page, size, theme, language).await?;
                    for (name, state) in STATES {
                        show(page, state).await?;
                        let file = format!("target/screenshots/{name}-{}-{theme}-{language}.png", size.0);
                        keep(page, &file).await?;
                    }
                }
            }
        }
        open(page, DESK, "light", "en").await?;
        show(page, State::TwoFaults).await?;
        keep(page, "docs/screenshot.png").await
    });
    match taken {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

async fn open(page: &Page, (_, width, height): Size, theme: &str, language: &str) -> WebDriverResult<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500 });
    page.visit().await?;
    page.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    page.run(&format!("localStorage.language = {language:?}; localStorage.theme = {theme:?}")).await?;
    page.open().await
}

async fn show(page: &Page, state: State) -> WebDriverResult<()> {
    if page.count("[data-clear]:enabled").await? > 0 {
        page.click("[data-clear]").await?;
    }
    match state {
        State::Empty => page.shows("[data-sample]").await?,
        State::Sample(sample) => {
            page.click(&format!("[data-sample={sample}]")).await?;
            page.is_diagnosed().await?;
        }
        State::Many => {
            page.fill("#keys", SECRET).await?;
            let drop = MANY.replace("arguments_secret", &format!("{SECRET:?}"));
            page.run(&format!("return (async () => {{ {drop} }})()")).await?;
            page.shows("[data-census=done] [data-row]").await?;
        }
        State::Compared => {
            Box::pin(show(page, State::Many)).await?;
            page.click("[data-row]:nth-child(1) input").await?;
            page.click("[data-row]:nth-child(2) input").await?;
            page.shows("[data-compared]").await?;
        }
        State::TwoFaults => {
            page.click("[data-sample=base64-secret]").await?;
            page.is_diagnosed().await?;
            page.fill("#clock", "2026-01-01T09:00:00Z").await?;
            page.shows("[data-proof] [data-cause=expired]").await?;
            page.is_diagnosed().await?;
        }
        State::Made => {
            page.click("[data-to=make]").await?;
            page.click("#make-algorithm option[value=ES256]").await?;
            page.click("[data-time=exp]").await?;
            page.click("[data-generate]").await?;
            page.shows("[aria-labelledby=public-title]").await?;
            page.click("#make-sign").await?;
            page.shows("[data-made=made]").await?;
        }
    }
    page.run("document.activeElement.blur(); scrollTo(0, 0)").await
}

/// Writes what the window shows to a file of the repository.
async fn keep(page: &Page, file: &str) -> WebDriverResult<()> {
    // Two frames: what was drawn last is then on the screen.
    page.run("return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))").await?;
    let picture = page.browser().screenshot_as_png().await?;
    let file = xtask::root().join(file);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    write(&file, &picture)
}

fn write(file: &Path, picture: &[u8]) -> WebDriverResult<()> {
    fs::write(file, picture)?;
    println!("{}", file.display());
    Ok(())
}
