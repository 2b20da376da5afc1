//! Pictures of the page: its states on a desk and on a phone, light and dark, in both languages, in
//! `target/screenshots`; and the one of the README in `docs`. `cargo xtask screenshots` runs it.

use std::{fs, path::Path, process::ExitCode};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use e2e::{
    Page, WebDriverResult, attempt,
    states::{self, State},
};
use serde_json::json;
use thirtyfour::error::WebDriverError;

/// A name, and the width and height of the window in CSS pixels.
type Size = (&'static str, u32, u32);

const DESK: Size = ("1440x900", 1440, 900);
const PHONE: Size = ("360x640", 360, 640);

fn main() -> ExitCode {
    let taken = attempt(async |page| {
        page.before_everything(states::KEEP_WORKERS).await?;
        for size in [DESK, PHONE] {
            for theme in ["light", "dark"] {
                for language in ["en", "zh"] {
                    open(page, size, theme, language).await?;
                    for (name, state) in states::ALL {
                        state.show(page).await?;
                        let file = format!("target/screenshots/{name}-{}-{theme}-{language}.png", size.0);
                        keep(page, &file).await?;
                    }
                }
            }
        }
        open(page, DESK, "light", "en").await?;
        State::TwoFaults.show(page).await?;
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

/// The longest picture, in CSS pixels.
const LONGEST: f64 = 4000.0;

/// Writes what the window shows to a file of the repository, and of a page that is longer what comes below.
async fn keep(page: &Page, file: &str) -> WebDriverResult<()> {
    // Two frames: what was drawn last is then on the screen.
    page.run("return new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))").await?;
    let size = page.devtools("Page.getLayoutMetrics", json!({})).await?["cssContentSize"].clone();
    let height = size["height"].as_f64().unwrap_or_default().min(LONGEST);
    let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": height, "scale": 1 });
    let picture = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let picture = page.devtools("Page.captureScreenshot", picture).await?;
    let picture = STANDARD.decode(picture["data"].as_str().unwrap_or_default());
    let picture = picture.map_err(|error| WebDriverError::FatalError(error.to_string()))?;
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
