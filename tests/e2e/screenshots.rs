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
    /// The sample of a secret read wrongly, at a time when its token had expired, too.
    TwoFaults,
    /// A token that was made with a new key. It is the last one, because it is a view of its own.
    Made,
}

const STATES: [(&str, State); 6] = [
    ("empty", State::Empty),
    ("undecided", State::Sample("restarted-service")),
    ("repair", State::Sample("base64-secret")),
    ("attack", State::Sample("algorithm-confusion")),
    ("two-faults", State::TwoFaults),
    ("made", State::Made),
];

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
    page.paste("").await?;
    match state {
        State::Empty => page.shows("[data-sample]").await?,
        State::Sample(sample) => {
            page.click(&format!("[data-sample={sample}]")).await?;
            page.is_diagnosed().await?;
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
