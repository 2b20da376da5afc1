//! Pictures of the page: its states on a desk and on a phone, light and dark, in both languages, in
//! `target/screenshots`; and the one of the README in `docs`. `cargo xtask screenshots` runs it.

use std::{fs, path::Path, process::ExitCode};

use e2e::{
    Page, WebDriverResult, attempt,
    states::{self, State},
};
use serde_json::json;

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
