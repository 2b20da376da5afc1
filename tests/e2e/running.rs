//! How a test is run: in which browsers, on which page, and what is looked at when it has ended.

use thirtyfour::{WebDriver, error::WebDriverResult};
use xtask::server::Server;

use super::{Page, Stage};

/// Runs a test in a new browser, with nothing loaded yet.
///
/// # Panics
///
/// When the test fails, and when there is nothing to run it with.
#[track_caller]
pub fn in_browser(test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) {
    on_stage(&Stage::default(), test);
}

/// Runs a test with the page loaded and ready.
#[track_caller]
pub fn on_page(test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) {
    in_browser(async |page| {
        page.open().await?;
        test(page).await
    });
}

/// Runs a test with the page loaded and ready, in Chromium and then in Firefox.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads as it does with the others")]
pub fn in_each_browser(test: impl AsyncFn(&Page) -> WebDriverResult<()>) {
    for stage in [Stage::default(), Stage::firefox()] {
        println!("in {:?}:", stage.kind);
        on_stage(&stage, async |page| {
            page.open().await?;
            test(page).await
        });
    }
}

/// Runs a test in a browser and on a page of its choice, with nothing loaded yet.
///
/// # Panics
///
/// When the test fails, and when there is nothing to run it with.
#[track_caller]
#[expect(clippy::panic, reason = "the way in which a test fails")]
pub fn on_stage(stage: &Stage, test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) {
    let whole = async |page: &Page| {
        test(page).await?;
        page.has_no_barrier().await
    };
    if stage.can_be_set()
        && let Err(failure) = attempt_on(stage, whole)
    {
        panic!("{failure}");
    }
}

/// How a run ended.
pub type Ended = Result<(), Box<dyn std::error::Error>>;

/// Runs something in a new browser, and tells how it ended.
pub fn attempt(test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) -> Ended {
    attempt_on(&Stage::default(), test)
}

/// Runs something in the browser and on the page of this stage, and tells how it ended.
pub fn attempt_on(stage: &Stage, test: impl AsyncFnOnce(&Page) -> WebDriverResult<()>) -> Ended {
    let (site, world) = (stage.serve()?, Server::nothing()?);
    let address = stage.address(&site)?;
    let (driver, capabilities) = stage.drive(&site, &world)?;
    let (kind, process) = (stage.kind, driver.process());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let browser = WebDriver::new(driver.address(), capabilities).await?;
        let running =
            async |browser| test(&Page { browser, kind, address, driver: process, site, world }).await;
        browser.run_and_quit(running).await.map_err(Into::into)
    })
}
