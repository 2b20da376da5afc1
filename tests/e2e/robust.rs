//! The page where the browser is not as it should be.

use e2e::{Page, WebDriverResult, in_browser};
use serde_json::json;

use crate::main_job;

#[test]
fn a_wrong_clock_changes_no_more_than_the_time() {
    for now in ["0", "-1", "8.64e15", "Number.NaN"] {
        in_browser(async |page| {
            page.before_everything(&format!("Date.now = () => {now};")).await?;
            page.open().await?;
            // Between the times at which the token of the job was issued and expires.
            page.fill("#clock", "2024-03-15T09:30:00Z").await?;
            main_job::a_key(page).await
        });
    }
}

#[test]
fn it_works_where_storage_is_refused() {
    const REFUSE: &str = "
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
            Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });
        }
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });";
    in_browser(async |page| {
        page.before_everything(REFUSE).await?;
        page.open().await?;
        page.click("[data-language=zh]").await?;
        main_job::a_key(page).await
    });
}

#[test]
fn a_browser_without_vectors_is_told_which_one_is_needed() {
    in_browser(async |page| {
        page.before_everything(
            "WebAssembly.validate = () => false;
             WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('no vectors'));",
        )
        .await?;
        page.visit().await?;
        page.shows("#too-old:not([hidden])").await?;
        page.reads("#too-old", "WebAssembly").await?;
        assert_eq!(page.count("#failure:not([hidden])").await?, 0);
        Ok(())
    });
}

/// Shows the page in a window of so many CSS pixels, as 1280 of them are left with at 200 % and at 400 %.
async fn in_a_window_of(page: &Page, width: u32, height: u32) -> WebDriverResult<()> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
}

#[test]
fn nothing_is_cut_off_at_twice_the_size() {
    in_browser(async |page| {
        in_a_window_of(page, 640, 400).await?;
        page.open().await?;
        main_job::a_log(page).await?;
        for (width, height) in [(640, 400), (360, 640), (320, 256)] {
            in_a_window_of(page, width, height).await?;
            let wide = "const root = document.documentElement;
                return root.scrollWidth > root.clientWidth ? [...document.querySelectorAll('body *')]
                    .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
                    .map(element => element.outerHTML.slice(0, 200)).join('\\n') : ''";
            assert_eq!(page.value(wide).await?, "", "{width} pixels");
        }
        Ok(())
    });
}
