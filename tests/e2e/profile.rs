//! Firefox's profile. Firefox starts in half the time where it has been before, so it is started once in a profile of
//! which each test gets a copy. No page is visited in it: a copy holds what Firefox made for itself.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use serde_json::json;
use thirtyfour::{Capabilities, DesiredCapabilities, WebDriver};
use xtask::{Failure, browser::Firefox, process::run, root};

/// Where the profiles are, one for each version of Firefox.
const PROFILES: &str = "target/firefox-profiles";

/// How Firefox is to start in a profile.
pub fn capabilities(firefox: &Firefox, profile: &Path) -> Result<Capabilities, Box<dyn Error>> {
    let mut capabilities = Capabilities::from(DesiredCapabilities::firefox());
    let options = json!({
        "binary": firefox.firefox.to_string_lossy(),
        "args": ["-headless", "-profile", profile.to_string_lossy()],
        // geckodriver loosens the first, and then a page from a file may do what it may not elsewhere. By the third a
        // test reads the clipboard without a person who agrees. The last starts no process before there is a page for it.
        "prefs": {
            "security.fileuri.strict_origin_policy": true,
            "network.proxy.allow_hijacking_localhost": true,
            "dom.events.testing.asyncClipboard": true,
            "dom.ipc.processPrelaunch.enabled": false,
        },
    });
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}

/// A profile for one test, in this folder.
pub fn copied_to(folder: &Path) -> Result<PathBuf, Failure> {
    static USED: LazyLock<Result<PathBuf, String>> =
        LazyLock::new(|| used().map_err(|error| format!("Firefox's profile: {error}")));
    let used = USED.as_deref().map_err(|failure| Failure::new(failure.clone()))?;
    let copy = folder.join("profile");
    run(Command::new("cp").arg("-R").args([used, &copy]))?;
    Ok(copy)
}

/// The profile in which Firefox has been, made when there is none.
fn used() -> Result<PathBuf, Box<dyn Error>> {
    let firefox = Firefox::find()?;
    let version = Command::new(&firefox.firefox).arg("--version").output()?.stdout;
    let version = String::from_utf8_lossy(&version).trim().replace(|sign: char| !sign.is_alphanumeric(), "-");
    let used = root().join(PROFILES).join(version);
    if used.is_dir() {
        return Ok(used);
    }
    fs::create_dir_all(root().join(PROFILES))?;
    let driver = firefox.drive()?;
    let profile = driver.folder().join("profile");
    fs::create_dir(&profile)?;
    let capabilities = capabilities(&firefox, &profile)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let browser = WebDriver::new(driver.address(), capabilities).await?;
        let visit = async |browser: WebDriver| browser.goto("about:blank").await;
        browser.run_and_quit(visit).await.map_err(Box::<dyn Error>::from)
    })?;
    // Copied beside and then renamed: another process never finds half of it.
    let beside = used.with_extension(std::process::id().to_string());
    run(Command::new("cp").arg("-R").args([&profile, &beside]))?;
    if let Err(failure) = fs::rename(&beside, &used) {
        fs::remove_dir_all(&beside)?;
        if !used.is_dir() {
            return Err(failure.into());
        }
    }
    Ok(used)
}
