//! The page before its module, the worker, and what is left when either dies.

use serde_json::json;

use e2e::{LATE_MODULE, in_browser, on_page, states::KEEP_WORKERS};

#[test]
fn the_text_area_is_there_before_the_module_and_keeps_what_is_typed() {
    in_browser(async |page| {
        // A module that never comes, because nobody lets it go.
        page.before_everything(LATE_MODULE).await?;
        page.visit().await?;
        page.paste("typed early").await?;
        assert!(page.find("#paste").await?.is_displayed().await?);
        assert!(!page.holds("return 'started' in document.documentElement.dataset").await?);
        assert!(page.text_of("label[for=paste]").await?.contains("Token"));
        Ok(())
    });
}

#[test]
fn what_was_typed_before_the_module_is_diagnosed() {
    in_browser(async |page| {
        page.before_everything(LATE_MODULE).await?;
        page.visit().await?;
        page.paste("typed early").await?;
        page.run("go()").await?;
        page.is_diagnosed().await
    });
}

#[test]
fn pasted_text_reaches_the_worker_and_an_answer_comes_back() {
    on_page(async |page| {
        page.paste("eyJhbGciOiJub25lIn0.e30.").await?;
        page.is_diagnosed().await
    });
}

#[test]
fn a_worker_that_panics_is_replaced_and_the_text_is_kept() {
    in_browser(async |page| {
        page.before_everything(KEEP_WORKERS).await?;
        page.open().await?;
        page.paste("still here").await?;
        page.is_diagnosed().await?;
        // No page can have sent this, so the worker takes itself for broken.
        page.run("workers.at(-1).postMessage({ kind: 'nonsense' })").await?;
        page.shows("[data-worker-died]").await?;
        page.reads("[data-worker-died] code", ":wasm-function[").await?;
        assert!(page.holds("return workers.length === 2").await?);
        assert_eq!(page.value("return document.querySelector('#paste').value").await?, "still here");
        page.paste("and on it goes").await?;
        page.until("the notice is gone", async || Ok(page.count("[data-worker-died]").await? == 0)).await?;
        page.is_diagnosed().await
    });
}

#[test]
fn a_phone_shows_the_verdict_while_one_types() {
    in_browser(async |page| {
        let phone = json!({ "width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": true });
        page.devtools("Emulation.setDeviceMetricsOverride", phone).await?;
        page.open().await?;
        page.click("[data-language=en]").await?;
        page.reads(".glance", "Try a sample").await?;
        page.paste("eyJhbGciOiJub25lIn0.e30.").await?;
        page.shows("[data-glance=rejected]").await?;
        page.reads(".glance", "Rejected").await?;
        let on_screen = "const { bottom, top } = document.querySelector('SELECTOR').getBoundingClientRect();
            return scrollY === 0 && top > 0 && bottom <= innerHeight";
        assert!(page.holds(&on_screen.replace("SELECTOR", ".glance")).await?);
        assert!(!page.holds(&on_screen.replace("SELECTOR", ".verdict-word")).await?);
        page.click(".glance").await?;
        page.until("the verdict is on the screen", async || {
            let seen = "return document.querySelector('.verdict-word').getBoundingClientRect().top < innerHeight - 100";
            page.holds(seen).await
        })
        .await
    });
}

#[test]
fn a_page_that_can_t_start_says_so() {
    in_browser(async |page| {
        page.before_everything("delete globalThis.WebAssembly.compile; WebAssembly.compile = undefined;")
            .await?;
        page.visit().await?;
        page.reads("#failure", "could not start").await
    });
}
